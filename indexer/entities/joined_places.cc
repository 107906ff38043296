#include "indexer/entities/joined_places.h"

#include <algorithm>

#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// Is it a town's name, by its last word at least, and a state's?
bool is_town_in_state(Words town, Words state) {
  const bool named = any_of_classes(
      town.back(), {WordClass::kCityBig, WordClass::kCityMiddle,
                    WordClass::kCitySmall, WordClass::kCityTiny});
  const bool part = std::ranges::any_of(town, [](const StoryWord& word) {
    return word.has(WordClass::kCompass);
  });
  const bool around = state.size() == 1
                          ? is_state(state.front())
                          : is_one_phrase(state, PhraseClass::kAdmin);
  const bool landform = town.back().has(WordClass::kPlaceNoun);
  return around && !part && ((named && !landform) || is_place_name(town));
}

/// "Iraq Afghanistan", without a comma.
bool are_countries(Words left, Words right) {
  const auto is_country = [](Words name) {
    return name.size() == 1 ? name.front().has(WordClass::kCountry) &&
                                  is_sure_place(name.front())
                            : is_one_phrase(name, PhraseClass::kCountry);
  };
  return is_country(left) && is_country(right);
}

}  // namespace

Joint joint_of_places(Words words, const StoryName& mention) {
  const auto name = [&](std::uint32_t begin, std::uint32_t end) {
    return words.subspan(begin, end - begin);
  };
  const bool whole = is_place_name(name(mention.begin, mention.end));
  for (std::uint32_t i = mention.begin + 1; i < mention.end; ++i) {
    if (words[i].capital) {
      const Words left = name(mention.begin, i), right = name(i, mention.end);
      if (!whole && mention.kind == Label::kLocation &&
          (is_town_in_state(left, right) || are_countries(left, right)))
        return {i, i};
    } else if (words[i].coarse != Coarse::kOf && i + 1 < mention.end &&
               is_place_name(name(mention.begin, i)) &&
               is_place_name(name(i + 1, mention.end))) {
      return {i, i + 1};
    }
  }
  return {mention.end, mention.end};
}

}  // namespace broadsheet
