#include "indexer/entities/pairs.h"

#include <algorithm>

namespace broadsheet {
namespace {

bool upper(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return c >= 'a' && c <= 'z'; });
}

bool pairs_up(std::string_view word, const Lexicon& lexicon) {
  if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z') return false;
  if (upper(word) &&
      any_of_classes(lexicon.word(acronym_form(word)),
                     {WordClass::kCountry, WordClass::kAcronymOrg})) {
    return true;
  }
  const WordEntry entry = lexicon.word(lexicon_form(word));
  if (entry.has(WordClass::kCountry)) return true;
  return any_of_classes(entry, {WordClass::kAcronymOrg, WordClass::kCityBig}) &&
         !any_of_classes(entry, {WordClass::kGiven, WordClass::kFamily});
}

// Where the hyphen of a pair stands in the word; 0 if it is none.
std::size_t hyphen_of_pair(std::string_view word, const Lexicon& lexicon) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen != word.rfind('-')) return 0;
  const bool pair = pairs_up(word.substr(0, hyphen), lexicon) &&
                    pairs_up(word.substr(hyphen + 1), lexicon) &&
                    lexicon.word(lexicon_form(word)).classes == 0;
  return pair ? hyphen : 0;
}

TaggerToken part_of(const TaggerToken& whole, std::size_t begin,
                    std::size_t end, std::string_view text) {
  TaggerToken part = whole;
  part.begin = static_cast<std::uint32_t>(whole.begin + begin);
  part.end = static_cast<std::uint32_t>(whole.begin + end);
  part.letters =
      upper(part.in(text)) ? LetterCase::kUpper : LetterCase::kCapital;
  if (begin == 0) return part;
  part.opens_sentence = part.opens_clause = false;
  part.glued = true;
  return part;
}

}  // namespace

void split_pairs(std::string_view text, const Lexicon& lexicon,
                 std::vector<TaggerToken>& tokens) {
  std::vector<TaggerToken> cut;
  std::size_t taken = 0;  // tokens that are in `cut`
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TaggerToken& whole = tokens[i];
    if (whole.letters < LetterCase::kMixed) continue;
    const std::size_t hyphen = hyphen_of_pair(whole.in(text), lexicon);
    if (hyphen == 0) continue;
    const auto at = [&](std::size_t n) {
      return tokens.begin() + static_cast<std::ptrdiff_t>(n);
    };
    cut.insert(cut.end(), at(taken), at(i));
    cut.push_back(part_of(whole, 0, hyphen, text));
    cut.push_back(part_of(whole, hyphen, hyphen + 1, text));
    cut.back().kind = TokenKind::kPunctuation;
    cut.back().letters = LetterCase::kNone;
    cut.push_back(part_of(whole, hyphen + 1, whole.size(), text));
    taken = i + 1;
  }
  if (taken == 0) return;
  cut.insert(cut.end(), tokens.begin() + static_cast<std::ptrdiff_t>(taken),
             tokens.end());
  tokens.swap(cut);
}

void read_tokens(std::string_view text, const Lexicon& lexicon,
                 std::vector<TaggerToken>& tokens) {
  tokenize(text, tokens);
  split_pairs(text, lexicon, tokens);
}

}  // namespace broadsheet
