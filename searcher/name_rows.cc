#include "searcher/name_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "common/index/fields.h"
#include "common/index/packed.h"
#include "searcher/names.h"

namespace broadsheet {
namespace {

/// A slot's number as the terms write it, and what a query types for it.
struct Numbering {
  unsigned slot;
  std::string_view term_prefix;
  std::string_view clause;  ///< before the '#'
};

constexpr Numbering numbering_of(EntityKind kind) {
  return kind == EntityKind::kPlace
             ? Numbering{kSlotPlaces, "XLO:", "place:#"}
             : Numbering{kSlotPeople, "XPN:", "person:#"};
}

std::string written(EntityKind kind, std::uint64_t number) {
  if (kind != EntityKind::kPlace) return fmt::format("{:016x}", number);
  return number <= UINT32_MAX ? std::to_string(number)
                              : fmt::format("x{:016x}", number);
}

/// Counts each story once for every number that stands for it.
class Tally {
 public:
  Tally(const Xapian::Database& database, EntityKind kind)
      : database_(database), kind_(kind) {}

  void add(const std::string& packed, std::size_t stories) {
    std::set<std::uint64_t> reached;
    for (const auto number : unpack_numbers(packed)) {
      named_.insert(number);
      reached.insert(number);
      if (kind_ != EntityKind::kPlace) continue;
      const auto& outer = outer_of(number);
      reached.insert(outer.begin(), outer.end());
    }
    for (const auto number : reached) counts_[number] += stories;
  }

  /// (number, stories) of what the stories name themselves, most first.
  std::vector<std::pair<std::uint64_t, std::size_t>> sorted() const {
    std::vector<std::pair<std::uint64_t, std::size_t>> rows;
    for (const auto number : named_)
      rows.emplace_back(number, counts_.at(number));
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             &std::pair<std::uint64_t, std::size_t>::second);
    return rows;
  }

 private:
  const std::vector<std::uint64_t>& outer_of(std::uint64_t number) {
    const auto [at, is_new] = outer_.try_emplace(number);
    if (is_new)
      for (const auto& place :
           entity_of(database_, "XLO:" + written(kind_, number)).inside)
        at->second.push_back(place.id);
    return at->second;
  }

  const Xapian::Database& database_;
  EntityKind kind_;
  std::set<std::uint64_t> named_;
  std::unordered_map<std::uint64_t, std::size_t> counts_;
  std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> outer_;
};

}  // namespace

NameRows name_rows(const ArchiveSet& archives, const Xapian::Query& query,
                   EntityKind kind, std::size_t limit) {
  const auto [slot, prefix, clause] = numbering_of(kind);
  const auto& database = archives.database;
  Xapian::ValueCountMatchSpy lists(slot);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&lists);
  enquire.get_mset(0, 0, database.get_doccount());

  Tally tally(database, kind);
  for (auto list = lists.values_begin(); list != lists.values_end(); ++list)
    tally.add(*list, list.get_termfreq());
  auto sorted = tally.sorted();
  NameRows found{{}, sorted.size()};
  sorted.resize(std::min(sorted.size(), limit));
  for (const auto& [number, stories] : sorted) {
    const std::string id = written(kind, number);
    const Entity entity = entity_of(database, std::string(prefix) + id);
    NameRow row;
    row.name = entity.name;
    row.stories = stories;
    row.query = std::string(clause) + id;
    row.spellings = entity.spellings;
    row.country = entity.country;
    found.rows.push_back(std::move(row));
  }
  return found;
}

}  // namespace broadsheet
