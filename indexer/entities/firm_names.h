// Firms that bear the names of people: "Duff and Phelps", "Moody's".
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
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

/// The "Cie" or "Gruppo" of firms that other languages name.
bool opens_firm(const StoryWord& word);

/// Is it a firm's with a possessive ending, as "Moody" is in "Moody's"?
bool is_possessive_firm(const StoryWord& word);

/// Cuts a person's name behind the "Co." in it: "Harland Tool Co. Moody".
void part_companies(std::span<const StoryWord> words,
                    std::vector<StoryName>& mentions);

/// Adds "Read and Co Inc" and, behind "Pierce,", "Fenner and Smith Inc", in
/// place of what the words were taken for.
void add_firms(const TokenText& story, std::span<const StoryWord> words,
               std::vector<StoryName>& mentions);

/// The "Frank Hartford" of "Frank Hartford, Inc." is a firm.
void mark_incorporated(const TokenText& story, std::span<const StoryWord> words,
                       std::vector<StoryName>& mentions);

/// The "Ryan" of "Ryan, Beck and Co", taken for a person, is none; nor was
/// anybody before it. `families` as above.
void mark_partners(const TokenText& story, std::span<const StoryWord> words,
                   const std::set<std::uint64_t>& families,
                   std::vector<StoryName>& mentions);

}  // namespace broadsheet
