// The words that tell some stories from the rest of an archive.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace broadsheet {

/// A word of the text, folded, unstemmed.
struct TellingWord {
  std::string text;
  double weight = 0;
};

/// A story whose words are looked at, and how much it counts.
struct Example {
  Xapian::docid story = 0;
  double weight = 1;
};

/// At most `most` words, the most telling first: by what BM25 (k1 1, b 0.5)
/// gives a word in each of the stories, times the story's weight, added up,
/// times its rarity (the offer weight of Robertson, "On term selection for
/// query expansion", 1990). Function words, numbers and words of one story only
/// are left out.
std::vector<TellingWord> telling_words(const Xapian::Database& database,
                                       const std::vector<Example>& stories,
                                       std::size_t most);

}  // namespace broadsheet
