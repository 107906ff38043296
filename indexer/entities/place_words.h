// The gazetteer asked in words of a text rather than in strings.
#pragma once

#include <cstddef>
#include <vector>

namespace broadsheet {

class Gazetteer;
struct Word;

class PlaceWords {
 public:
  /// The gazetteer must outlive it.
  explicit PlaceWords(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// How many words from `first` on make the longest name of a place, as far
  /// as only spaces and hyphens part them; 0 if none does. An abbreviation
  /// counts where it is written as one ("UK", "Macon, Ga.").
  std::size_t longest(const std::vector<Word>& words, std::size_t first) const;

  /// Are these words a place without any context: no word of the language, no
  /// person's name, no hamlet?
  bool is_sure(const std::vector<Word>& words, std::size_t first,
               std::size_t last) const;

  /// Are they first of all a country, a region or a state?
  bool is_wide(const std::vector<Word>& words, std::size_t first,
               std::size_t last) const;

  /// Are they a place in another case, as "України" is "of Ukraine"?
  bool is_inflected(const std::vector<Word>& words, std::size_t first,
                    std::size_t last) const;

  /// How many words from `first` on are a demonym ("Egyptian", "West
  /// Germans"); 0 if none.
  std::size_t demonym(const std::vector<Word>& words, std::size_t first) const;

 private:
  const Gazetteer& gazetteer_;
};

}  // namespace broadsheet
