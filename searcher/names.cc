#include "searcher/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/cli/error.h"
#include "common/index/analysis.h"
#include "common/index/fields.h"
#include "common/index/name_key.h"
#include "common/index/names.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

/// Calls `visit(rest of the term, stories)` for each term under a prefix.
void each_term(const Xapian::Database& database, const std::string& prefix,
               auto&& visit) {
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term)
    visit((*term).substr(prefix.size()), std::size_t{term.get_termfreq()});
}

void most_first(auto& rows, auto count) {
  std::ranges::stable_sort(rows, std::ranges::greater{}, count);
}

/// The term's story that has the least docid.
Story a_story_of(const Xapian::Database& database, const std::string& term) {
  const auto at = database.postlist_begin(term);
  if (at == database.postlist_end(term)) return {};
  return decode_head(database.get_document(*at).get_data());
}

/// What a term of one entity's own stands for.
EntityKind kind_of(std::string_view term) {
  return term.starts_with("XPN:")   ? EntityKind::kPerson
         : term.starts_with("XON:") ? EntityKind::kOrg
                                    : EntityKind::kPlace;
}

std::vector<NamedPlace> bearers(const Xapian::Database& database,
                                const std::string& ids,
                                const std::string& folded) {
  std::vector<NamedPlace> places;
  each_term(database, "XLN:" + folded + kKeySeparator,
            [&](const std::string& id, std::size_t) {
              const std::size_t stories = database.get_termfreq(ids + id);
              if (stories > 0) places.push_back({id, {}, stories});
            });
  most_first(places, &NamedPlace::stories);
  return places;
}

}  // namespace

/// A place by its id, as a story that names it has it; else as an ancestor.
const Entity& PlaceNames::place(const std::string& id) {
  const auto [at, is_new] = places_.try_emplace(id);
  if (!is_new) return at->second;
  const auto named = "XLO:" + id;
  at->second =
      entity_of(database_, database_.term_exists(named) ? named : "XLI:" + id);
  return at->second;
}

bool PlaceNames::lies_in(const std::string& id, const std::string& outer) {
  return std::ranges::any_of(place(id).inside, [&](const PlaceRef& one) {
    return fold_name(one.name) == outer;
  });
}

void PlaceNames::add_label(NamedPlace& named, bool alone) {
  const Entity& entity = place(named.id);
  named.label = entity.name;
  if (!alone && !entity.inside.empty())
    named.label += ", " + entity.inside.front().name;
  if (!entity.country.empty())
    named.label += fmt::format(" ({})", entity.country);
  if (place_number(named.id) != 0) named.label += " #" + named.id;
}

NamedPlaces PlaceNames::named(const std::string& ids,
                              const std::string& typed) {
  NamedPlaces found;
  const auto comma = typed.rfind(',');
  if (comma != std::string::npos) {
    const std::string outer = fold_name(typed.substr(comma + 1));
    auto places = bearers(database_, ids, fold_name(typed.substr(0, comma)));
    std::erase_if(places, [&](const NamedPlace& place) {
      return !lies_in(place.id, outer);
    });
    found.places = std::move(places);
  }
  if (found.places.empty()) {
    found.places = bearers(database_, ids, fold_name(typed));
    found.words = words_of(typed);
  }
  for (auto& place : found.places) add_label(place, found.places.size() == 1);
  return found;
}

std::uint32_t place_number(std::string_view id) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(id.data(), id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() ? number : 0;
}

Entity entity_of(const Xapian::Database& database, const std::string& term) {
  const std::string id = term.substr(term.find(':') + 1);
  const auto kind = kind_of(term);
  const auto entities = a_story_of(database, term).entities;
  for (const auto& entity : entities)
    if (entity.kind == kind && entity_id(entity) == id) return entity;
  for (const auto& entity : entities) {
    const auto is_it = [&](const PlaceRef& outer) {
      return std::to_string(outer.id) == id;
    };
    const auto outer = std::ranges::find_if(entity.inside, is_it);
    if (outer == entity.inside.end()) continue;
    Entity ancestor;
    ancestor.kind = EntityKind::kPlace;
    ancestor.name = outer->name;
    ancestor.place_id = outer->id;
    ancestor.inside.assign(outer + 1, entity.inside.end());
    return ancestor;
  }
  throw Error(fmt::format("damaged archive: no story tells what {} is", term));
}

}  // namespace broadsheet
