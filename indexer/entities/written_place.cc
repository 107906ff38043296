#include "indexer/entities/written_place.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "indexer/entities/place_resolver.h"

namespace broadsheet {
namespace {

/// Words around a name that are no part of it, and short forms.
struct Rewriting {
  std::string_view from;
  std::string_view to;
};
constexpr Rewriting kStarts[] = {
    {"the ", ""},        {"city of ", ""},     {"town of ", ""},
    {"village of ", ""}, {"township of ", ""}, {"county of ", ""},
    {"state of ", ""},   {"kingdom of ", ""},  {"republic of ", ""},
    {"greater ", ""},    {"downtown ", ""},    {"northern ", ""},
    {"southern ", ""},   {"eastern ", ""},     {"western ", ""},
    {"central ", ""},    {"n ", "north "},     {"s ", "south "},
    {"e ", "east "},     {"w ", "west "},
};
constexpr Rewriting kEnds[] = {
    {" co", " county"}, {" twp", ""},     {" township", ""}, {" city", ""},
    {" town", ""},      {" village", ""}, {" borough", ""},  {" county", ""},
    {" province", ""},  {" state", ""},   {" region", ""},   {" district", ""},
};

/// Case endings of Russian and Ukrainian names, and what ends the name itself;
/// letters as fold_name() leaves them.
constexpr Rewriting kCases[] = {
    {"ии", "ия"},  {"ию", "ия"}, {"иеи", "ия"}, {"іі", "ія"}, {"ію", "ія"},
    {"ією", "ія"}, {"ом", ""},   {"ем", ""},    {"ои", "а"},  {"еи", "я"},
    {"еи", "ь"},   {"ою", "а"},  {"ы", "а"},    {"у", "а"},   {"у", ""},
    {"е", "а"},    {"е", ""},    {"е", "ь"},    {"и", "а"},   {"и", "я"},
    {"и", "ь"},    {"і", "а"},   {"і", ""},     {"і", "ь"},   {"і", "я"},
    {"ю", "я"},    {"ю", "ь"},   {"а", ""},     {"я", "ь"},   {"я", "и"},
};

bool is_cyrillic(std::string_view folded) {
  return folded.starts_with('\xD0') || folded.starts_with('\xD1');
}

/// What "Мурманске" is a form of.
PlaceName find_case(const Gazetteer& gazetteer, std::string_view folded) {
  constexpr std::size_t kShortest = 6;  // bytes: three letters
  for (const auto& [from, to] : kCases) {
    if (!folded.ends_with(from) || folded.size() < from.size() + kShortest)
      continue;
    std::string stem(folded.substr(0, folded.size() - from.size()));
    if (const PlaceName name = gazetteer.find(stem.append(to))) return name;
  }
  return {};
}

/// The owner of "Alabamas interests", which has lost its apostrophe; but not of
/// "Dallas" or "Northern States".
PlaceName find_owner(const Gazetteer& gazetteer, std::string_view folded) {
  constexpr std::size_t kShortest = 5;
  constexpr std::string_view kPlurals[] = {" provinces", " regions",
                                           " republics", " states"};
  const bool plural = std::ranges::any_of(
      kPlurals, [folded](auto ending) { return folded.ends_with(ending); });
  if (folded.size() < kShortest || !folded.ends_with('s') || plural) return {};
  const PlaceName name = gazetteer.find(folded.substr(0, folded.size() - 1));
  const bool large =
      name && name.senses.front().place->kind <= PlaceKind::kAdmin1;
  return large ? name : PlaceName{};
}

/// Is a place or region of that name around it?
bool lies_in(const Gazetteer& gazetteer, const Place& place,
             std::string_view name) {
  auto around = gazetteer.chain(place);
  std::ranges::move(gazetteer.regions(place), std::back_inserter(around));
  const PlaceName outer = find_written(gazetteer, name);
  return std::ranges::any_of(outer.senses, [&](const PlaceSense& sense) {
    return std::ranges::find(around, sense.place) != around.end();
  });
}

}  // namespace

PlaceName find_written(const Gazetteer& gazetteer, std::string_view folded) {
  if (const PlaceName name = gazetteer.find(folded)) return name;
  if (is_cyrillic(folded)) return find_case(gazetteer, folded);
  for (const auto& [from, to] : kStarts) {
    if (!folded.starts_with(from)) continue;
    const std::string rest = std::string(to).append(folded.substr(from.size()));
    if (const PlaceName name = find_written(gazetteer, rest)) return name;
  }
  for (const auto& [from, to] : kEnds) {
    if (!folded.ends_with(from)) continue;
    std::string rest(folded.substr(0, folded.size() - from.size()));
    if (const PlaceName name = gazetteer.find(rest.append(to))) return name;
  }
  return find_owner(gazetteer, folded);
}

const Place* described_place(const Gazetteer& gazetteer,
                             std::string_view description) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= description.size();) {
    const std::size_t end =
        std::min(description.find(',', begin), description.size());
    names.push_back(fold_name(description.substr(begin, end - begin)));
    begin = end + 1;
  }
  std::vector<PlaceMention> mentions;
  for (const auto& name : names)
    mentions.push_back({name, 0, 0, false, &name != &names.back()});
  const Place* place = resolve_places(gazetteer, mentions).front();
  for (std::size_t i = 1; place != nullptr && i < names.size(); ++i)
    if (!lies_in(gazetteer, *place, names[i])) return nullptr;
  return place;
}

}  // namespace broadsheet
