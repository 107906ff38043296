#include "indexer/entities/person_cues.h"

#include "indexer/entities/rule_words.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/word_set.h"
#include "indexer/entities/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestApposition = 5;  // words up to the role
constexpr std::size_t kLongestRole = 8;        // words

bool comma_at(const std::vector<Word>& words, std::size_t i) {
  return i < words.size() && words[i].join == Join::kComma;
}

}  // namespace

bool has_apposition(const std::vector<Word>& words, std::size_t last) {
  if (!comma_at(words, last)) return false;
  if (words[last].shape == Shape::kNumber)  // an age
    return words[last].end - words[last].begin == 2 &&
           comma_at(words, last + 1);
  for (std::size_t i = last; i < words.size() && i < last + kLongestApposition;
       ++i) {
    if (i > last && words[i].join != Join::kSpace &&
        words[i].join != Join::kPossessive)
      return false;
    if (is_role(words[i].folded)) return true;
  }
  return false;
}

bool is_quoted_speaker(const std::vector<Word>& words, std::size_t first,
                       std::size_t last) {
  static const WordSet verbs("said says added asked replied explained");
  if (first == 0 || words[first].join != Join::kSpace) return false;
  const Word& verb = words[first - 1];
  return words[first].shape == Shape::kCapital && verbs.has(verb.folded) &&
         verb.join != Join::kSpace && verb.opener == '"' &&
         (last == words.size() || words[last].join != Join::kSpace);
}

bool explains_role(const std::vector<Word>& words, std::size_t first,
                   std::size_t last) {
  if (!comma_at(words, first) || !comma_at(words, last)) return false;
  for (std::size_t i = first; i > 0 && first - i < kLongestRole; --i) {
    const Word& word = words[i - 1];
    if (is_role(word.folded) && !is_firm_role(word.folded)) return true;
    if (word.join != Join::kSpace) return false;
  }
  return false;
}

bool speaks(const std::vector<Word>& words, std::size_t first,
            std::size_t last) {
  if (last < words.size()) {
    const Word& next = words[last];
    if (next.folded == "who" || next.folded == "whom") return true;
    const bool set_off = comma_at(words, first) && comma_at(words, last);
    if (is_speech_verb(next.folded) && (next.join == Join::kSpace || set_off))
      return true;
  }
  return first > 0 && words[first].join == Join::kSpace &&
         is_speech_verb(words[first - 1].folded);
}

}  // namespace broadsheet
