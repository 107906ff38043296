#include "indexer/entities/run_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/entities/given_names.h"
#include "indexer/entities/native_words.h"
#include "indexer/entities/person_cues.h"
#include "indexer/entities/place_words.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestOrg = 4;     // words of a known name
constexpr std::size_t kLongestPerson = 6;  // words without a title's evidence

class RunReader {
 public:
  RunReader(const std::vector<Word>& words, const PlaceWords& places,
            const CaseCounts& cases)
      : words_(words), places_(places), cases_(cases) {}

  std::vector<RuleName> run() {
    for (const WordRange& range : capital_runs(words_, cases_))
      if (range.last > done_) parse(std::max(range.first, done_), range.last);
    return std::move(names_);
  }

 private:
  std::string_view folded(std::size_t i) const { return words_[i].folded; }

  void add(std::size_t first, std::size_t last, Label label) {
    if (first < last) names_.push_back({first, last, label});
  }

  bool is_title(std::size_t i) const {
    if (hyphen_follows(i) || follows_link(i)) return false;
    if (is_honorific(folded(i))) return true;
    if (!is_role(folded(i))) return false;
    return !words_[i].capital() || !is_plain_noun(folded(i)) ||
           given_name_follows(i);
  }

  bool hyphen_follows(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].join == Join::kHyphen;
  }

  /// "House of Representatives".
  bool follows_link(std::size_t i) const {
    return i > 1 && words_[i].capital() && words_[i].join == Join::kSpace &&
           folded(i - 1) == "of" && is_org_head(folded(i - 2)) &&
           words_[i - 2].capital();
  }

  bool given_name_follows(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].join == Join::kSpace &&
           words_[i + 1].capital() && is_given_name(folded(i + 1));
  }

  /// Cuts a run at its titles: what follows one is a person.
  void parse(std::size_t at, std::size_t last) {
    if (opens_in_vain(at, last)) ++at;
    bool titled = after_title(at);
    if (last - at == 1 && is_title(at))  // a surname, perhaps: "King"
      names_.push_back({at, last, Label::kMisc});
    while (at < last) {
      const std::size_t title = next_title(at, last);
      if (title > at) {
        const bool more = title < last;
        classify(at, more ? without_modifiers(at, title) : last, titled);
      }
      at = title < last ? title_end(title, last) : last;
      titled = true;
    }
  }

  /// Is the first word large only because a sentence begins there?
  bool opens_in_vain(std::size_t first, std::size_t last) const {
    const std::string_view word = folded(first);
    if (!opens_sentence(words_[first]) || last - first < 2 ||
        words_[first].shape == Shape::kUpper || is_particle(word))
      return false;
    if (is_title(first) || is_given_name(word)) return false;
    if (is_role_modifier(word) && next_title(first, last) < last) return false;
    if (!is_common_word(word) && !cases_.mostly_lower(word) &&
        !(word.ends_with("ing") && word.size() > 5))
      return false;
    return known_org(first, last) == 0 && org_end(first, last) == 0 &&
           places_.longest(words_, first) < 2;
  }

  /// Does "spokesman" or "Sen." stand before word i outside the run?
  bool after_title(std::size_t i) const {
    if (i == 0 || words_[i].join != Join::kSpace) return false;
    return is_title(i - 1) && !is_firm_role(folded(i - 1));
  }

  std::size_t next_title(std::size_t at, std::size_t last) const {
    for (std::size_t i = at; i < last; ++i) {
      if (!is_title(i)) continue;
      if (i == at && opens_org(i, last)) continue;
      if (i > at && is_given_name(folded(at)) &&
          (i + 1 == last || is_name_suffix(folded(i + 1))))
        continue;  // "Martin Luther King Jr."
      return i;
    }
    return last;
  }

  /// "General Motors", "King Saud University", "Prime Computer Inc".
  bool opens_org(std::size_t i, std::size_t last) const {
    if (known_org(i, last) > 0) return true;
    if (i + 1 < last && is_link(i + 1)) return false;
    for (std::size_t at = i + 1; at < last; ++at) {
      if (is_title(at)) return false;
      if (is_org_ending(folded(at)) && !is_role_modifier(folded(at)))
        return true;
    }
    return false;
  }

  /// Behind a title and its "of State".
  std::size_t title_end(std::size_t title, std::size_t last) const {
    std::size_t at = title + 1;
    while (at < last && (is_title(at) || is_name_tail_modifier(at, last))) ++at;
    while (at < last && is_link(at)) {
      ++at;
      if (at < last && folded(at) == "the") ++at;
      if (at < last) ++at;
      while (at < last && (goes_on(at) || qualifies_next(at - 1))) ++at;
    }
    return at;
  }

  /// The "of" of "Secretary of State".
  bool is_link(std::size_t i) const {
    return !words_[i].capital() && (folded(i) == "of" || folded(i) == "for" ||
                                    folded(i) == "on" || folded(i) == "and");
  }

  /// The "National" of "Director of National Intelligence".
  bool qualifies_next(std::size_t i) const {
    static const WordSet set(
        "national foreign homeland central human public economic internal "
        "international political european");
    return set.has(folded(i));
  }

  /// The further words of "Minister of Foreign Affairs".
  bool goes_on(std::size_t i) const {
    return is_role_modifier(folded(i)) || is_org_ending(folded(i)) ||
           folded(i) == "affairs" || folded(i) == "cooperation";
  }

  /// "Chief Executive Officer": a modifier inside a title.
  bool is_name_tail_modifier(std::size_t at, std::size_t last) const {
    if (!is_role_modifier(folded(at))) return false;
    for (std::size_t i = at + 1; i < last && i < at + 3; ++i)
      if (is_title(i)) return true;
    return at + 1 == last;
  }

  std::size_t without_modifiers(std::size_t first, std::size_t last) const {
    while (last > first && is_role_modifier(folded(last - 1)) &&
           places_.demonym(words_, last - 1) == 0 &&
           !is_org_ending(folded(last - 1)))
      --last;
    return last;
  }

  void classify(std::size_t first, std::size_t last, bool titled) {
    while (first < last && (is_link(first) || leads_place(first, last)))
      ++first;
    if (first == last) return;
    if (titled && places_.demonym(words_, first) == 0) {
      add_titled(first, last);
      return;
    }
    first = peel_places(first, last);
    if (first >= last) return;
    if (names_administration(first, last)) {
      add(first, first + 1, Label::kPerson);
    } else if (const std::size_t end = org_end(first, last); end > first) {
      add(first, end, Label::kOrganisation);
      classify(end, last, false);
    } else {
      names_.push_back(
          {first, last, plain_label(first, last), looks_personal(first, last)});
    }
  }

  /// The "de" of "de Damiette", the "la" of "la Libye".
  bool leads_place(std::size_t first, std::size_t last) const {
    return !words_[first].capital() && first + 1 < last &&
           places_.longest(words_, first + 1) > 0;
  }

  /// "Reagan Administration".
  bool names_administration(std::size_t first, std::size_t last) const {
    return last - first == 2 && folded(last - 1) == "administration" &&
           words_[first].shape == Shape::kCapital &&
           !is_role_modifier(folded(first)) && !is_common_word(folded(first)) &&
           !is_org_ending(folded(first)) && !cases_.ever_lower(folded(first));
  }

  /// A person as far as no organisation begins ("Secretary Baker Treasury").
  void add_titled(std::size_t first, std::size_t last) {
    while (last - first > 2 && !is_given_name(folded(first)) &&
           is_native_given_name(folded(first + 1)))
      ++first;  // "Президент России Владимир ..."
    if (last - first == 1 && is_org_ending(folded(first))) return;
    if (is_native_role(folded(first - 1)) &&
        places_.is_inflected(words_, first, last))
      return;
    if (places_.longest(words_, first) == last - first &&
        places_.is_wide(words_, first, last) &&
        places_.is_sure(words_, first, last) && !is_given_name(folded(first))) {
      add(first, last, Label::kLocation);
      return;
    }
    const std::size_t end = org_end(first, last);
    if (end == last && last - first > 1)
      add(first, last, Label::kOrganisation);
    else
      add(first, std::min(last, first + kLongestPerson + 2), Label::kPerson);
  }

  /// Takes demonyms and places from the head of a run; returns what is left.
  std::size_t peel_places(std::size_t first, std::size_t last) {
    while (first < last) {
      if (known_org(first, last) == last - first) break;
      const std::size_t people = places_.demonym(words_, first);
      std::size_t length = places_.longest(words_, first);
      if (length <= people) length = 0;  // "German" is a town as well
      if (length >= last - first) {
        done_ = first + length;
        const bool known = is_place(first, done_);
        names_.push_back(
            {first, done_, known ? Label::kLocation : Label::kMisc});
        return last;
      }
      if (length == 0) {
        if (people == 0 || opens_body(first, last) ||
            (last - first == 2 && is_person(first, last)))
          break;
        first += people;
        continue;
      }
      const std::size_t next = first + length;
      if (!stands_alone(first, next, last)) break;
      add(first, next, Label::kLocation);
      first = next;
    }
    return first;
  }

  /// "Egyptian Foreign Ministry", but not "German Siemens AG".
  bool opens_body(std::size_t first, std::size_t last) const {
    const std::size_t end = org_end(first, last);
    if (end < first + 3) return false;
    return folded(end - 1) == "bank" || !is_firm_ending(folded(end - 1));
  }

  /// Does the name or its sentence show that a place is meant?
  bool is_place(std::size_t first, std::size_t last) const {
    if (places_.is_sure(words_, first, last)) return true;
    const Word& word = words_[first];
    if (first > 0 && word.join == Join::kSpace &&
        is_locative(folded(first - 1)))
      return true;
    if (last >= words_.size() || words_[last].join != Join::kComma)
      return false;
    const std::size_t outer = places_.longest(words_, last);
    return outer > 0 && places_.is_sure(words_, last, last + outer);
  }

  /// Is the place in words [first, next) no part of the longer name?
  bool stands_alone(std::size_t first, std::size_t next,
                    std::size_t last) const {
    if (!places_.is_sure(words_, first, next)) return false;
    if (words_[next].join == Join::kHyphen) return true;
    if (next + 1 == last && next - first == 1 && has_apposition(words_, last))
      return false;  // "Paris Whitlock, a bakery owner"
    const bool name = next - first == 1 && is_given_name(folded(first));
    return !name && org_end(first, last) == 0;
  }

  /// The end of the organisation that begins at `first`; 0 if none does.
  std::size_t org_end(std::size_t first, std::size_t last) const {
    std::size_t end = 0;
    for (std::size_t i = first; i < last; ++i) {
      const bool ending = i > first && is_org_ending(folded(i));
      const bool head =
          i + 1 < last && is_org_head(folded(i)) && !words_[i + 1].capital();
      if (head) return last;
      if (ending) end = i + 1;
    }
    const std::size_t known = known_org(first, last);
    return end > 0 || known == 0 ? end : first + known;
  }

  /// "Office of Management and Budget James Miller": where the person begins.
  std::size_t before_person(std::size_t at, std::size_t last) const {
    for (std::size_t i = at + 1; i + 1 < last; ++i)
      if (words_[i - 1].capital() && is_given_name(folded(i)) &&
          words_[i + 1].capital() && !is_org_ending(folded(i + 1)))
        return i;
    return last;
  }

  /// The length of the known organisation at `first`; 0 if there is none.
  std::size_t known_org(std::size_t first, std::size_t last) const {
    const std::size_t most = std::min(last - first, kLongestOrg);
    for (std::size_t length = most; length > 0; --length)
      if (is_known_org(phrase(words_, first, first + length))) return length;
    return 0;
  }

  Label plain_label(std::size_t first, std::size_t last) const {
    if (last - first > 1 && is_org_opener(folded(first)))
      return Label::kOrganisation;
    if (is_person(first, last)) return Label::kPerson;
    if (last - first > 1 && is_site_ending(folded(last - 1)))
      return Label::kLocation;
    if (last - first == 1 && is_acronym(first) &&
        places_.demonym(words_, first) == 0)
      return Label::kOrganisation;
    return Label::kMisc;
  }

  /// "IMF", but no ticker "<GM>" and no unit.
  bool is_acronym(std::size_t i) const {
    const Word& word = words_[i];
    return word.shape == Shape::kUpper && word.opener != '<' &&
           word.opener != '.' && word.end - word.begin > 1 &&
           !is_plain_acronym(word.folded) && !shouted(i);
  }

  /// Is a word next to it in capitals as well, as in a line set so?
  bool shouted(std::size_t i) const {
    const auto loud = [&](std::size_t at) {
      return words_[at].shape == Shape::kUpper &&
             words_[at].end - words_[at].begin > 3;
    };
    return (i > 0 && words_[i].join == Join::kSpace && loud(i - 1)) ||
           (i + 1 < words_.size() && words_[i + 1].join == Join::kSpace &&
            loud(i + 1));
  }

  bool is_person(std::size_t first, std::size_t last) const {
    const std::size_t length = last - first;
    if (length < 2 || length > kLongestPerson) return false;
    if (is_given_name(folded(first))) return true;
    if (places_.is_wide(words_, last - 1, last)) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (words_[i].shape == Shape::kInitial && folded(i).ends_with('.'))
        return true;
      if (i > first && !words_[i].capital() && is_particle(folded(i)))
        return true;
    }
    return false;
  }

  /// Does the sentence treat words that no list knows as a person?
  bool looks_personal(std::size_t first, std::size_t last) const {
    std::size_t parts = 1;
    for (std::size_t i = first; i < last; ++i) {
      if (i > first) parts += words_[i].join != Join::kHyphen;
      if (words_[i].shape == Shape::kUpper || is_common_word(folded(i)) ||
          is_org_ending(folded(i)) || is_role_modifier(folded(i)) ||
          is_role(folded(i)) || cases_.mostly_lower(folded(i)) ||
          (i > first && places_.is_sure(words_, i, i + 1)))
        return false;
    }
    if (parts == 1) return is_quoted_speaker(words_, first, last);
    if (parts > 3) return false;
    if (has_apposition(words_, last)) return true;
    return !places_.is_sure(words_, first, first + 1) &&
           (speaks(words_, first, last) || explains_role(words_, first, last));
  }

  const std::vector<Word>& words_;
  const PlaceWords& places_;
  const CaseCounts& cases_;
  std::vector<RuleName> names_;
  std::size_t done_ = 0;  ///< a place may reach beyond its run
};

}  // namespace

std::vector<RuleName> read_runs(const std::vector<Word>& words,
                                const PlaceWords& places,
                                const CaseCounts& cases) {
  return RunReader(words, places, cases).run();
}

}  // namespace broadsheet
