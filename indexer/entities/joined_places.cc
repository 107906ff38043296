#include "indexer/entities/joined_places.h"

#include <algorithm>

#include "indexer/entities/form_set.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

bool is_country(Words name) {
  return name.size() == 1
             ? name.front().has(WordClass::kCountry) &&
                   is_sure_place(name.front()) &&
                   !name.front().has(WordClass::kPlaceNoun)  // "Plum Island"
             : is_one_phrase(name, PhraseClass::kCountry);
}

bool is_state_name(Words name) {
  return name.size() == 1 ? is_state(name.front())
                          : is_one_phrase(name, PhraseClass::kAdmin);
}

/// Is it a town's name, by its last word at least?
bool is_town_name(Words town) {
  const bool named = any_of_classes(
      town.back(), {WordClass::kCityBig, WordClass::kCityMiddle,
                    WordClass::kCitySmall, WordClass::kCityTiny});
  const bool part = std::ranges::any_of(town, [](const StoryWord& word) {
    return word.has(WordClass::kCompass);
  });
  const bool landform = town.back().has(WordClass::kPlaceNoun);
  return !part && ((named && !landform) || is_place_name(town));
}

/// "Rochester NY", "Lima Peru", "Iraq Afghanistan", without a comma; but not
/// "Atlantic Canada".
bool are_two(Words left, Words right) {
  if (is_state_name(right)) return is_town_name(left);
  const StoryWord& last = left.back();
  const bool sure = left.size() > 1
                        ? !last.has(WordClass::kCountry)
                        : is_sure_place(last) || last.has(WordClass::kCityBig);
  return is_country(right) &&
         ((sure && is_town_name(left)) || is_country(left));
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
      if (!whole && mention.kind == Label::kLocation && are_two(left, right))
        return {i, i};
    } else if (words[i].coarse != Coarse::kOf && i + 1 < mention.end &&
               is_place_name(name(mention.begin, i)) &&
               is_place_name(name(i + 1, mention.end))) {
      return {i, i + 1};
    }
  }
  return {mention.end, mention.end};
}

std::uint32_t end_of_capital(Words words, const StoryName& mention) {
  static const FormSet town("washington"), d("d"), c("c");
  const std::uint32_t i = mention.begin;
  const Words name = words.subspan(i, mention.end - i);
  const bool fits =
      mention.kind == Label::kPerson || mention.kind == Label::kLocation;
  if (!fits || name.size() < 2 || !town.has(name[0])) return i;
  if (is_district(name[1])) return i + 2;
  return name.size() > 2 && d.has(name[1]) && c.has(name[2]) ? i + 3 : i;
}

}  // namespace broadsheet
