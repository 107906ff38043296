#include "searcher/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "common/index/packed.h"
#include "common/text/fold.h"
#include "searcher/counts.h"
#include "searcher/name_lists.h"
#include "searcher/name_rows.h"
#include "searcher/plan.h"
#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

enum class Values : std::uint8_t {
  kLabel,    ///< one string, matched whole
  kLabels,   ///< a packed list of them
  kText,     ///< one string, matched by any words of it in a row
  kNumbers,  ///< a packed list of what stands for a person, place or org
  kYear,
  kMonth,
  kDay,
};

struct FacetKind {
  std::string_view name;  ///< of a field, too, where a slot is given
  Values values;
  unsigned slot = kSlotDateBegin;
};

constexpr auto kKinds = std::to_array<FacetKind>({
    {"source", Values::kLabel, kSlotSource},
    {"section", Values::kLabel, kSlotSection},
    {"topic", Values::kLabels, kSlotTopics},
    {"lang", Values::kLabel, kSlotLanguage},
    {"byline", Values::kText, kSlotByline},
    {"year", Values::kYear},
    {"month", Values::kMonth},
    {"day", Values::kDay},
    {"people", Values::kNumbers, kSlotPeople},
    {"places", Values::kNumbers, kSlotPlaces},
    {"org", Values::kNumbers, kSlotOrgs},
});

/// Stories whose values are alike, and how the values are spelt.
struct Group {
  std::size_t stories = 0;
  Counts spellings;

  const std::string& name() const {
    return std::ranges::max_element(spellings, {}, &Counts::value_type::second)
        ->first;
  }
};

/// Characters of the dates that a facet of dates counts; 0 for others.
std::size_t period_length(Values values) {
  switch (values) {
    case Values::kYear:
      return std::string_view("1987").size();
    case Values::kMonth:
      return std::string_view("1987-02").size();
    case Values::kDay:
      return std::string_view("1987-02-26").size();
    default:
      return 0;
  }
}

bool is_period(const FacetKind& kind) {
  return period_length(kind.values) > 0;
}

std::vector<std::string> values_in(const std::string& packed, Values values) {
  if (values == Values::kLabels) return unpack_strings(packed);
  return {packed};
}

/// Values are alike if they are the same label.
std::vector<Group> grouped(const ValueCounts& lists, Values values) {
  std::map<std::string, Group> groups;
  for (const auto& [packed, stories] : lists) {
    std::set<std::string> seen;
    for (const auto& value : values_in(packed, values)) {
      auto label = fold_name(value);
      auto& group = groups[label];
      group.spellings[value] += stories;
      if (seen.insert(std::move(label)).second) group.stories += stories;
    }
  }
  std::vector<Group> all;
  for (auto& [label, group] : groups) all.push_back(std::move(group));
  return all;
}

/// A field's clause; empty for a value without letter or digit, which no query
/// can name.
std::string clause_of(std::string_view field, std::string value) {
  if (fold_name(value).empty()) return {};
  std::ranges::replace_if(
      value,
      [](char c) { return c == '"' || static_cast<unsigned char>(c) < ' '; },
      ' ');
  return fmt::format("{}:\"{}\"", field, value);
}

void sort_most_first(std::vector<FacetValue>& values) {
  std::ranges::stable_sort(values, std::ranges::greater{},
                           &FacetValue::stories);
}

void keep_most(Facet& facet) {
  facet.distinct = facet.values.size();
  sort_most_first(facet.values);
  if (facet.values.size() > kMostFacetValues)
    facet.values.resize(kMostFacetValues);
}

EntityKind entities_of(unsigned slot) {
  return slot == kSlotPeople   ? EntityKind::kPerson
         : slot == kSlotPlaces ? EntityKind::kPlace
                               : EntityKind::kOrg;
}

/// Counts facet by facet what one pass over the stories has found.
class Counter {
 public:
  Counter(const ArchiveSet& archives, const Xapian::Query& query,
          const std::vector<const FacetKind*>& kinds, const NameScope& scope)
      : archives_(archives), query_(query), scope_(scope) {
    std::map<unsigned, TakeValue> takers;
    for (const auto* kind : kinds) {
      if (kind->values == Values::kNumbers)
        takers[kind->slot] =
            taker(lists_.try_emplace(kind->slot, entities_of(kind->slot))
                      .first->second);
      else if (is_period(*kind))
        for (const auto slot : kDateSlots)
          takers[slot] = taker(counts_.slots[slot]);
      else
        takers[kind->slot] = taker(counts_.slots[kind->slot]);
    }
    counts_.total = each_value(archives.database, query, takers);
  }

  Facet facet(const FacetKind& kind) const {
    if (is_period(kind)) return periods(kind);
    return kind.values == Values::kNumbers ? names(kind) : values(kind);
  }

 private:
  static TakeValue taker(NameLists& lists) {
    return [&](const std::string& packed, std::size_t stories,
               const Xapian::Document*) { lists.add(packed, stories); };
  }

  static TakeValue taker(ValueCounts& counts) {
    return [&](const std::string& value, std::size_t stories,
               const Xapian::Document*) { counts[value] += stories; };
  }

  /// Dates that are known so precisely.
  Facet periods(const FacetKind& kind) const {
    const auto length = period_length(kind.values);
    Counts periods;
    for (const auto& [date, stories] : counts_by_date(counts_))
      if (date.size() >= length) periods[date.substr(0, length)] += stories;
    Facet facet{std::string(kind.name), {}, 0};
    for (const auto& [period, stories] : periods)
      facet.values.push_back({period, stories, "date:" + period});
    keep_most(facet);
    return facet;
  }

  Facet names(const FacetKind& kind) const {
    auto facet = name_facet(archives_, lists_.at(kind.slot),
                            kind.slot == kSlotPlaces ? scope_ : NameScope{},
                            kMostFacetValues);
    facet.name = kind.name;
    return facet;
  }

  Facet values(const FacetKind& kind) const {
    Facet facet{std::string(kind.name), {}, 0};
    for (const auto& group : grouped(counts_.slots.at(kind.slot), kind.values))
      facet.values.push_back({group.name(), group.stories, {}});
    keep_most(facet);
    for (auto& value : facet.values) {
      value.query = clause_of(kind.name, value.value);
      if (kind.values == Values::kText) count_matching(value);
    }
    sort_most_first(facet.values);
    return facet;
  }

  /// "Ann Lee" is also found in "Ann Lee and Ed Ng".
  void count_matching(FacetValue& value) const {
    if (value.query.empty()) return;
    value.stories = slot_counts(archives_.database,
                                narrowed(archives_, query_, value.query), {})
                        .total;
  }

  const ArchiveSet& archives_;
  const Xapian::Query& query_;
  const NameScope& scope_;
  SlotCounts counts_;                    ///< of labels and dates
  std::map<unsigned, NameLists> lists_;  ///< of names, by slot
};

}  // namespace

Xapian::Query narrowed(const ArchiveSet& archives, const Xapian::Query& query,
                       const std::string& clause) {
  return {Xapian::Query::OP_FILTER, query,
          plan(parse_query(clause, {}), archives, {}).query};
}

std::span<const std::string_view> facet_names() {
  static const auto kNames = [] {
    std::array<std::string_view, kKinds.size()> names;
    std::ranges::transform(kKinds, names.begin(), &FacetKind::name);
    return names;
  }();
  return kNames;
}

std::vector<Facet> facets(const ArchiveSet& archives,
                          const Xapian::Query& query,
                          const std::vector<std::string>& names,
                          const NameScope& scope) {
  std::vector<Facet> made;
  if (names.empty()) return made;
  std::vector<const FacetKind*> kinds;
  for (const auto& name : names)
    kinds.push_back(&*std::ranges::find(kKinds, name, &FacetKind::name));
  const Counter counter(archives, query, kinds, scope);
  for (const auto* kind : kinds) made.push_back(counter.facet(*kind));
  return made;
}

}  // namespace broadsheet
