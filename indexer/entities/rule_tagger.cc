#include "indexer/entities/rule_tagger.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/entities/place_words.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/run_reader.h"
#include "indexer/entities/titles.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestKnown = 8;  // words looked up in a headline

/// Labels what waited, by what the rest of the story has shown.
void settle(RuleName& name, const std::vector<Word>& words,
            const StoryMemory& memory, const PlaceWords& places) {
  const std::string all = phrase(words, name.first, name.last);
  if (name.label == Label::kLocation) {
    const bool in_place =
        name.first > 0 && is_locative(words[name.first - 1].folded);
    if (memory.is_surname(all) &&
        !places.is_wide(words, name.first, name.last) &&
        !(in_place && places.is_sure(words, name.first, name.last)))
      name.label = Label::kPerson;
    return;
  }
  const bool one = name.last - name.first == 1;
  if (name.label == Label::kMisc && memory.is_surname(all) &&
      !memory.is_firm(all))
    name.label = Label::kPerson;
  else if (memory.is_org_short(all))
    name.label = Label::kOrganisation;
  else if (name.label == Label::kMisc && memory.whole(all) != Label::kMisc)
    name.label = memory.whole(all);
  else if (name.label == Label::kMisc &&
           (name.may_be_person || (one && memory.is_given(all)) ||
            (words[name.last - 1].join == Join::kSpace &&
             memory.is_surname(std::string(words[name.last - 1].folded)))))
    name.label = Label::kPerson;
}

/// "Paris Whitlock" in a table, whom a sentence has shown to be a person.
void join_split_persons(std::vector<RuleName>& names,
                        const std::vector<Word>& words,
                        const StoryMemory& memory) {
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    RuleName& left = names[i];
    RuleName& right = names[i + 1];
    if (left.last != right.first || left.last - left.first != 1 ||
        words[right.first].join != Join::kSpace ||
        memory.whole(phrase(words, left.first, right.last)) != Label::kPerson)
      continue;
    right.first = left.first;
    right.label = Label::kPerson;
    left.label = Label::kMisc;
  }
}

/// Persons that only their sentence shows are learnt last, then all settle.
void settle_all(std::vector<RuleName>& names, const std::vector<Word>& words,
                StoryMemory& memory, const PlaceWords& places) {
  for (RuleName& name : names) {
    if (name.label != Label::kMisc || !name.may_be_person) continue;
    settle(name, words, memory, places);
    memory.learn(words, name);
  }
  for (RuleName& name : names) settle(name, words, memory, places);
  join_split_persons(names, words, memory);
}

/// Names of a headline set in capitals: those that the body has shown.
class HeadlineParser {
 public:
  HeadlineParser(const std::vector<Word>& words, const StoryMemory& memory,
                 const PlaceWords& places)
      : words_(words), memory_(memory), places_(places) {}

  std::vector<RuleName> run() const {
    std::vector<RuleName> names;
    for (std::size_t at = 0; at < words_.size();) {
      const RuleName name = at_word(at);
      if (name.last > at) names.push_back(name);
      at = std::max(name.last, at + 1);
    }
    return names;
  }

 private:
  RuleName at_word(std::size_t at) const {
    std::size_t end = at + 1;
    while (
        end < words_.size() && end - at < kLongestKnown &&
        (words_[end].join == Join::kSpace || words_[end].join == Join::kHyphen))
      ++end;
    for (std::size_t last = end; last > at; --last) {
      const std::string name = phrase(words_, at, last);
      const Label label = memory_.whole(name);
      if (label != Label::kMisc) return {at, last, label};
      if (memory_.is_org_short(name)) return {at, last, Label::kOrganisation};
      if (memory_.is_surname(name)) return {at, last, Label::kPerson};
    }
    return unseen(at);
  }

  RuleName unseen(std::size_t at) const {
    const std::string_view folded = words_[at].folded;
    if (is_function_word(folded) && words_[at].folded != "us")
      return {at, at, Label::kMisc};
    const std::size_t length = places_.longest(words_, at);
    if (length > places_.demonym(words_, at) &&
        places_.is_sure(words_, at, at + length))
      return {at, at + length, Label::kLocation};
    return {at, at, Label::kMisc};
  }

  const std::vector<Word>& words_;
  const StoryMemory& memory_;
  const PlaceWords& places_;
};

std::vector<TaggedSpan> spans(std::string_view text,
                              const std::vector<Word>& words,
                              const std::vector<RuleName>& names) {
  std::vector<TaggedSpan> made;
  for (const RuleName& name : names) {
    if (name.label == Label::kMisc) continue;
    const Word& last = words[name.last - 1];
    const bool stop = is_name_suffix(last.folded) && last.end < text.size() &&
                      text[last.end] == '.';  // "Jr."
    std::uint32_t begin = words[name.first].begin;
    if (name.label == Label::kLocation)
      begin += static_cast<std::uint32_t>(elision_size(text.substr(begin)));
    made.push_back({begin, last.end + stop, name.label});
  }
  return made;
}

}  // namespace

TaggedStory RuleTagger::tag(std::string_view headline,
                            std::string_view body) const {
  FoldedForms forms;
  const std::vector<Word> title = split_words(headline, forms);
  const std::vector<Word> text = split_words(body, forms);
  const PlaceWords places(gazetteer_);
  const bool as_text = !mostly_upper(title) && !mostly_capital(title);

  CaseCounts cases;
  cases.count(text);
  if (as_text) cases.count(title);

  std::vector<RuleName> in_title;
  if (as_text) in_title = read_runs(title, places, cases);
  std::vector<RuleName> in_text;
  if (!mostly_upper(text)) in_text = read_runs(text, places, cases);

  StoryMemory memory(cases);
  for (const RuleName& name : in_text) memory.learn(text, name);
  for (const RuleName& name : in_title) memory.learn(title, name);
  settle_all(in_text, text, memory, places);
  settle_all(in_title, title, memory, places);
  if (!as_text) in_title = HeadlineParser(title, memory, places).run();
  if (mostly_upper(text)) in_text = HeadlineParser(text, memory, places).run();
  return {spans(headline, title, in_title), spans(body, text, in_text)};
}

}  // namespace broadsheet
