// Firms that bear the names of people: "Duff and Phelps", "Moody's".
#pragma once

#include <cstdint>
#include <set>
#include <span>

#include "indexer/entities/story.h"

namespace broadsheet {

class FirmNames {
 public:
  /// Takes note of a story's words; `families` are last words of its people's
  /// full names.
  void learn(std::span<const StoryWord> words,
             const std::set<std::uint64_t>& families);

  /// Is word `at` the second of a firm's two names, with "and" between them?
  /// Known firms are, and two names that the story has again and again, but
  /// never apart.
  bool is_second(std::span<const StoryWord> words, std::uint32_t at) const;

 private:
  std::set<std::uint64_t> couples_;
};

/// "and" or "&".
bool is_and(const StoryWord& word);

/// Is it a firm's with a possessive ending, as "Moody" is in "Moody's"?
bool is_possessive_firm(const StoryWord& word);

}  // namespace broadsheet
