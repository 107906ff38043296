// Words that tell nothing of what a story is about: they are searched like any
// other, but do not weigh in ranking.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace broadsheet {

inline constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"a",    "about", "am",   "an",    "and",  "are",   "as",    "at",   "be",
     "been", "by",    "can",  "did",   "do",   "does",  "for",   "from", "had",
     "has",  "have",  "he",   "her",   "his",  "how",   "i",     "if",   "in",
     "into", "is",    "it",   "its",   "may",  "not",   "of",    "on",   "or",
     "she",  "that",  "the",  "their", "them", "there", "they",  "this", "to",
     "was",  "we",    "were", "what",  "when", "where", "which", "who",  "whom",
     "why",  "will",  "with", "would", "you"});
static_assert(std::ranges::is_sorted(kFunctionWords));

/// Is the folded word one of them?
inline bool is_function_word(std::string_view word) {
  return std::ranges::binary_search(kFunctionWords, word);
}

}  // namespace broadsheet
