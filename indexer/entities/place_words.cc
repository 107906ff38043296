#include "indexer/entities/place_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/words.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongest = 6;  // words
constexpr std::uint32_t kTown = 100'000;
constexpr std::uint32_t kCity = 400'000;

bool goes_on(const Word& word) {
  return word.join == Join::kSpace || word.join == Join::kHyphen;
}

std::string name_of(const std::vector<Word>& words, std::size_t first,
                    std::size_t last) {
  std::string name;
  for (std::size_t i = first; i < last; ++i)
    name.append(i > first ? " " : "").append(words[i].folded);
  return fold_name(std::string_view(name).substr(elision_size(name)));
}

bool is_wide_place(const Place& place) {
  return place.kind == PlaceKind::kCountry ||
         place.kind == PlaceKind::kFormerCountry ||
         place.kind == PlaceKind::kRegion || place.kind == PlaceKind::kAdmin1;
}

/// "UK", or "Ga." behind the comma of "Macon, Ga."
bool written_as_abbreviation(const std::vector<Word>& words, std::size_t at,
                             const PlaceName& name) {
  const Word& word = words[at];
  if (word.join == Join::kComma && at > 0 && words[at - 1].capital())
    return !is_org_ending(word.folded);
  return word.shape == Shape::kUpper &&
         name.senses.front().place->kind == PlaceKind::kCountry;
}

}  // namespace

std::size_t PlaceWords::longest(const std::vector<Word>& words,
                                std::size_t first) const {
  if (!words[first].capital()) return 0;
  std::size_t end = first + 1;
  while (end < words.size() && end - first < kLongest && goes_on(words[end]))
    ++end;
  for (std::size_t last = end; last > first; --last) {
    if (!words[last - 1].capital() && last - first > 1 &&
        words[last - 1].shape != Shape::kNumber)
      continue;
    const PlaceName name = gazetteer_.find(name_of(words, first, last));
    if (!name) continue;
    if (name.abbreviation() && !written_as_abbreviation(words, first, name))
      continue;
    return last - first;
  }
  return 0;
}

bool PlaceWords::is_sure(const std::vector<Word>& words, std::size_t first,
                         std::size_t last) const {
  const PlaceName name = gazetteer_.find(name_of(words, first, last));
  if (!name) return false;
  const PlaceSense& likeliest = name.senses.front();
  if (name.abbreviation()) return written_as_abbreviation(words, first, name);
  if (is_wide_place(*likeliest.place) && likeliest.primary && !name.common_word)
    return true;
  if (name.ambiguous_word() || likeliest.shortened) return false;
  if (likeliest.foreign && likeliest.place->population < kCity) return false;
  return last - first > 1 || is_wide_place(*likeliest.place) ||
         likeliest.place->population >= kTown;
}

bool PlaceWords::is_wide(const std::vector<Word>& words, std::size_t first,
                         std::size_t last) const {
  const PlaceName name = gazetteer_.find(name_of(words, first, last));
  return name && is_wide_place(*name.senses.front().place);
}

bool PlaceWords::is_inflected(const std::vector<Word>& words, std::size_t first,
                              std::size_t last) const {
  const std::string name = name_of(words, first, last);
  return !gazetteer_.find(name) && find_written(gazetteer_, name);
}

std::size_t PlaceWords::demonym(const std::vector<Word>& words,
                                std::size_t first) const {
  const Word& word = words[first];
  if (!word.capital()) return 0;
  if (first + 1 < words.size() && goes_on(words[first + 1]) &&
      words[first + 1].capital() &&
      !gazetteer_.demonym(name_of(words, first, first + 2)).empty())
    return 2;
  return gazetteer_.demonym(word.folded).empty() ? 0 : 1;
}

}  // namespace broadsheet
