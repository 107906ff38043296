#include "searcher/marker.h"

#include <algorithm>
#include <optional>

#include "common/index/names.h"
#include "common/index/person_name.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

bool has_all(const std::string& name, const std::vector<std::string>& wanted) {
  const auto words = name_words(name);
  return std::ranges::all_of(wanted, [&](const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  });
}

std::optional<unsigned> find_term(const std::map<std::string, unsigned>& terms,
                                  std::string_view word) {
  const auto at = terms.find(std::string(word));
  if (at == terms.end()) return std::nullopt;
  return at->second;
}

/// A phrase whose first words were met.
struct Begun {
  const std::vector<std::string>* words;
  unsigned term;
  std::size_t met = 0;
  std::vector<ByteRange> ranges = {};  ///< words that touch are one

  void take(const ByteRange& word) {
    ++met;
    if (!ranges.empty() && ranges.back().second == word.first)
      ranges.back().second = word.second;
    else
      ranges.push_back(word);
  }
};

/// Takes the words of a text one by one and marks those that are wanted.
class WordMarks {
 public:
  WordMarks(const Wanted& wanted, Stemmer& stemmer, std::vector<Mark>& marks)
      : wanted_(wanted), stemmer_(stemmer), marks_(marks) {}

  /// A word whose bytes count from `start`.
  void take(const Token& token, std::size_t start) {
    const ByteRange word{start + token.begin, start + token.end};
    auto term = find_term(wanted_.words, token.term());
    if (!term) term = find_term(wanted_.stems, stemmer_.stem(token));
    if (term) marks_.push_back({word, *term, 1.0});
    for (const auto& [words, of] : wanted_.phrases)
      if (words.front() == token.term()) begun_.push_back({&words, of});
    std::erase_if(begun_, [&](Begun& phrase) {
      if ((*phrase.words)[phrase.met] != token.term()) return true;
      phrase.take(word);
      if (phrase.met < phrase.words->size()) return false;
      for (const auto& range : phrase.ranges)
        marks_.push_back({range, phrase.term, 1.0});
      return true;
    });
  }

  /// Words that are not wanted.
  void pass_over() { begun_.clear(); }

 private:
  const Wanted& wanted_;
  Stemmer& stemmer_;
  std::vector<Mark>& marks_;
  std::vector<Begun> begun_;
};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A letter or digit; zero for all else.
char folded(char c) {
  return kFoldedAscii[static_cast<unsigned char>(c)];
}

/// The number of the two that a word begins with: 0 where the second is no
/// letter or digit, i for y.
std::size_t beginning(char first, char second) {
  const char next = folded(second);
  return static_cast<std::size_t>(first) * 128 +
         static_cast<std::size_t>(next == 'y' ? 'i' : next);
}

bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

void drop_overlaps(std::vector<Mark>& marks) {
  std::ranges::sort(marks, {}, &Mark::range);
  std::size_t end = 0;
  std::erase_if(marks, [&](const Mark& mark) {
    if (mark.range.first < end) return true;
    end = mark.range.second;
    return false;
  });
}

}  // namespace

bool is_wanted(const WantedName& name, const Entity& entity) {
  if (entity.kind != name.kind) return false;
  if (name.places.contains(entity.place_id)) return true;
  for (const auto& outer : entity.inside)
    if (name.places.contains(outer.id)) return true;
  if (name.forms.contains(name_form(entity.name))) return true;
  if (name.words.empty()) return false;
  if (has_all(entity.name, name.words)) return true;
  return std::ranges::any_of(entity.spellings, [&](const std::string& form) {
    return has_all(form, name.words);
  });
}

Marker::Marker(const Wanted& wanted, std::map<std::string, Stemmer>& stemmers)
    : wanted_(wanted), stemmers_(stemmers) {
  for (const auto& [word, term] : wanted.words) add_beginning(word);
  for (const auto& [stem, term] : wanted.stems) add_beginning(stem);
  for (const auto& [words, term] : wanted.phrases)
    for (const auto& word : words) add_beginning(word);
}

/// Behind a single letter, and in numbers, anything may follow.
void Marker::add_beginning(const std::string& word) {
  if (word.empty() || !is_ascii(word[0])) return;
  if (word.size() > 1 && word[0] > '9')
    beginnings_.set(beginning(word[0], word[1]));
  else
    for (int next = 0; next < 128; ++next)
      beginnings_.set(beginning(word[0], static_cast<char>(next)));
}

std::vector<Mark> Marker::marks(const Story& story, Zone zone,
                                std::string_view text) {
  std::vector<Mark> marks;
  for (const auto& name : wanted_.names)
    for (const auto& entity : story.entities)
      if (is_wanted(name, entity))
        for (const auto& mention : entity.mentions)
          if (mention.zone == zone && mention.end <= text.size())
            marks.push_back({{mention.begin, mention.end}, name.term, 1.0});
  if (!wanted_.words.empty() || !wanted_.stems.empty() ||
      !wanted_.phrases.empty())
    mark_words(story, text, marks);
  drop_overlaps(marks);
  return marks;
}

/// Words begin as their stems do, but in some languages; most of a text is
/// passed over by that alone. Letters that are not ASCII may be anything.
Marker::Holds Marker::may_hold(std::string_view run) const {
  Holds holds = Holds::kNoWord;
  char last = '\0';
  for (std::size_t at = 0; at < run.size(); ++at) {
    if (!is_ascii(run[at])) return Holds::kWanted;
    const char c = folded(run[at]);
    if (c != '\0' && last == '\0') {
      const char next = at + 1 < run.size() ? run[at + 1] : '\0';
      if (!is_ascii(next) || beginnings_[beginning(c, next)])
        return Holds::kWanted;
      holds = Holds::kOtherWords;
    }
    last = c;
  }
  return holds;
}

void Marker::mark_words(const Story& story, std::string_view text,
                        std::vector<Mark>& marks) {
  auto& stemmer =
      stemmers_.try_emplace(story.language, story.language).first->second;
  WordMarks words(wanted_, stemmer, marks);
  Token token;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    const auto run = text.substr(begin, at - begin);
    ++at;
    const auto holds =
        stemmer.keeps_beginning() ? may_hold(run) : Holds::kWanted;
    if (holds == Holds::kOtherWords) words.pass_over();
    if (holds != Holds::kWanted) continue;
    for (Tokenizer tokenizer(run, 1, stemmer.turkic()); tokenizer.next(token);)
      words.take(token, begin);
  }
}

}  // namespace broadsheet
