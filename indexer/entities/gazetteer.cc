#include "indexer/entities/gazetteer.h"

#include <algorithm>

#include "indexer/entities/gazetteer_data.h"
#include "indexer/entities/gazetteer_loader.h"
#include "indexer/entities/hash.h"

namespace broadsheet {

bool PlaceName::abbreviation() const {
  return !senses.empty() &&
         std::all_of(senses.begin(), senses.end(),
                     [](const PlaceSense& s) { return s.abbreviation; });
}

Gazetteer::Gazetteer() : Gazetteer(gazetteer_data()) {}

Gazetteer::Gazetteer(std::span<const std::uint8_t> packed) {
  GazetteerLoader(*this).load(packed);
}

std::string_view Gazetteer::key(std::size_t index) const {
  const std::size_t begin = names_[index].begin;
  const std::size_t end =
      index + 1 < names_.size() ? names_[index + 1].begin : keys_.size();
  return std::string_view(keys_).substr(begin, end - begin);
}

std::string_view Gazetteer::first_word(const Range& range) const {
  const std::string_view name = key(range.begin);
  return name.substr(0, name.find(' '));
}

Gazetteer::Range Gazetteer::range_of(std::string_view word) const {
  const std::size_t mask = range_slots_.size() - 1;
  for (std::size_t at = hash_of(word);; ++at) {
    const std::uint32_t slot = range_slots_[at & mask];
    if (slot == 0) return {};
    if (first_word(ranges_[slot - 1]) == word) return ranges_[slot - 1];
  }
}

/// The first name of `range` that is not below `name`.
std::uint32_t Gazetteer::first_in(Range range, std::string_view name) const {
  while (range.begin < range.end) {
    const std::uint32_t middle = range.begin + (range.end - range.begin) / 2;
    if (key(middle) < name)
      range.begin = middle + 1;
    else
      range.end = middle;
  }
  return range.begin;
}

/// The names of `range` that begin with the whole words of `prefix`. Space
/// sorts before all that names hold, so they lie together.
Gazetteer::Range Gazetteer::narrowed(Range range,
                                     std::string_view prefix) const {
  range.begin = first_in(range, prefix);
  range.end = first_in(range, std::string(prefix) + '!');
  return range;
}

/// The name itself sorts first among those that begin with it.
PlaceName Gazetteer::name_in(Range range, std::string_view folded) const {
  if (range.begin == range.end || key(range.begin) != folded) return {};
  const Name& name = names_[range.begin];
  const std::size_t end = range.begin + 1 < names_.size()
                              ? names_[range.begin + 1].sense
                              : senses_.size();
  return {std::span(senses_).subspan(name.sense, end - name.sense),
          name.common_word, name.person_name};
}

PlaceName Gazetteer::find(std::string_view folded) const {
  const std::size_t space = folded.find(' ');
  Range range = range_of(folded.substr(0, space));
  if (space != folded.npos) range.begin = first_in(range, folded);
  return name_in(range, folded);
}

std::size_t Gazetteer::longest_match(
    std::span<const std::string_view> words) const {
  std::string text;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool joined = words[i].starts_with('\'');
    if (i > 0 && !joined) text += ' ';
    text += words[i].substr(joined ? 1 : 0);
    const Range range =
        narrowed(range_of(text.substr(0, text.find(' '))), text);
    if (name_in(range, text)) longest = i + 1;
    const bool more = i + 1 < words.size() && words[i + 1].starts_with('\'');
    if (range.begin == range.end && !more) break;
  }
  return longest;
}

const Place* Gazetteer::place(std::uint32_t id) const {
  const std::size_t mask = id_slots_.size() - 1;
  for (std::size_t at = id * std::size_t{2654435761};; ++at) {
    const std::uint32_t slot = id_slots_[at & mask];
    if (slot == 0) return nullptr;
    if (places_[slot - 1].id == id) return &places_[slot - 1];
  }
}

const Place* Gazetteer::country(std::string_view iso_code) const {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (iso_code.size() != 2 || !capital(iso_code[0]) || !capital(iso_code[1]))
    return nullptr;
  return countries_[static_cast<std::size_t>((iso_code[0] - 'A') * 26 +
                                             (iso_code[1] - 'A'))];
}

const Place* Gazetteer::district(std::string_view iso_code,
                                 std::string_view admin1) const {
  const auto found = std::find_if(districts_.begin(), districts_.end(),
                                  [&](std::uint32_t index) {
                                    return places_[index].country == iso_code &&
                                           places_[index].admin1 == admin1;
                                  });
  return found == districts_.end() ? nullptr : &places_[*found];
}

std::span<const Place* const> Gazetteer::demonym(
    std::string_view folded) const {
  const std::size_t mask = demonym_slots_.size() - 1;
  for (std::size_t at = hash_of(folded);; ++at) {
    const std::uint32_t slot = demonym_slots_[at & mask];
    if (slot == 0) return {};
    const Demonym& found = demonyms_[slot - 1];
    if (found.word == folded)
      return std::span(demonym_places_)
          .subspan(found.begin, found.end - found.begin);
  }
}

std::vector<const Place*> Gazetteer::chain(const Place& place) const {
  constexpr std::size_t kUsual = 4;
  std::vector<const Place*> found;
  found.reserve(kUsual);
  for (const Place* at = place.parent; at != nullptr; at = at->parent)
    found.push_back(at);
  return found;
}

std::span<const Gazetteer::Link> Gazetteer::linked(const Place& place,
                                                   std::uint32_t type) const {
  const auto from = static_cast<std::uint32_t>(&place - places_.data());
  const auto begin =
      std::lower_bound(links_.begin(), links_.end(), Link{from, type, 0});
  auto end = begin;
  while (end != links_.end() && end->from == from && end->type == type) ++end;
  return {begin, end};
}

std::vector<const Place*> Gazetteer::regions(const Place& place) const {
  constexpr std::size_t kUsual = 8;
  std::vector<const Place*> found;
  found.reserve(kUsual);
  const auto add = [&](const Place* at) {
    for (; at != nullptr; at = at->parent) {
      for (const Link& link : linked(*at, kMemberLink)) {
        const Place* region = &places_[link.to];
        if (std::find(found.begin(), found.end(), region) == found.end())
          found.push_back(region);
      }
    }
  };
  add(&place);
  for (std::size_t i = 0; i < found.size(); ++i) add(found[i]);
  return found;
}

std::vector<const Place*> Gazetteer::successors(const Place& place) const {
  std::vector<const Place*> found;
  for (const Link& link : linked(place, kSuccessorLink))
    found.push_back(&places_[link.to]);
  return found;
}

}  // namespace broadsheet
