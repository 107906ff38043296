#include "searcher/name_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/cli/error.h"
#include "common/index/fields.h"
#include "common/index/names.h"
#include "common/index/packed.h"
#include "searcher/names.h"
#include "searcher/people_names.h"

namespace broadsheet {
namespace {

/// What lists of stories name: each list once, with how many stories have it.
struct NamedList {
  std::vector<std::uint64_t> numbers;
  std::size_t stories;
};

std::vector<NamedList> lists_of(const Xapian::Database& database,
                                const Xapian::Query& query, unsigned slot) {
  Xapian::ValueCountMatchSpy spy(slot);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  std::vector<NamedList> lists;
  for (auto list = spy.values_begin(); list != spy.values_end(); ++list)
    lists.push_back({unpack_numbers(*list), list.get_termfreq()});
  return lists;
}

/// Rows by the numbers whose stories they count. A story counts once a row.
class Tally {
 public:
  void reach(std::uint64_t number, std::size_t row) {
    rows_[number].push_back(row);
  }

  std::vector<std::size_t> count(const std::vector<NamedList>& lists,
                                 std::size_t rows) const {
    std::vector<std::size_t> stories(rows), last_list(rows);
    std::size_t at = 0;
    for (const auto& list : lists) {
      ++at;
      for (const auto number : list.numbers) {
        const auto reached = rows_.find(number);
        if (reached == rows_.end()) continue;
        for (const auto row : reached->second)
          if (std::exchange(last_list[row], at) != at)
            stories[row] += list.stories;
      }
    }
    return stories;
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> rows_;
};

/// A row before any record is read.
struct Draft {
  std::uint64_t number;
  std::string term;  ///< leads to a record of what the row is
  std::string query;
  bool ambiguous = false;
  std::size_t stories = 0;
  std::vector<std::string> others = {};  ///< lead to other names of it
};

/// Numbers and in how many stories each is, most first.
std::vector<std::pair<std::uint64_t, std::size_t>> by_stories(
    const std::vector<NamedList>& lists) {
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (const auto& list : lists)
    for (const auto number : std::set(list.numbers.begin(), list.numbers.end()))
      counts[number] += list.stories;
  std::vector<std::pair<std::uint64_t, std::size_t>> sorted(counts.begin(),
                                                            counts.end());
  std::ranges::sort(sorted, {}, [](const auto& row) {
    return std::pair(-static_cast<long>(row.second), row.first);
  });
  return sorted;
}

void count(std::vector<Draft>& drafts, const Tally& tally,
           const std::vector<NamedList>& lists) {
  const auto stories = tally.count(lists, drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i)
    drafts[i].stories = stories[i];
}

// ---- People.

/// Makes a row of each family, of the most frequent names first.
class PeopleRows {
 public:
  PeopleRows(const Xapian::Database& database,
             const std::vector<NamedList>& lists)
      : names_(database) {
    names_.read_all();
    for (const auto& [form, known] : names_.names())
      by_number_.emplace(person_number(form), &known);
    for (const auto& [number, stories] : by_stories(lists))
      if (!covered_.contains(number)) add(number);
    count(drafts_, tally_, lists);
  }

  std::vector<Draft> take() { return std::move(drafts_); }

 private:
  void add(std::uint64_t number) {
    const auto at = by_number_.find(number);
    if (at == by_number_.end())
      throw Error(
          fmt::format("damaged archive: person {:016x} has no key", number));
    const auto& name = at->second->name;
    const auto family = names_.family(name);
    const auto id = fmt::format("{:016x}", number);
    Draft draft{number, "XPN:" + id, "person:#" + id};
    if (name.full()) draft.query = fmt::format("person:\"{}\"", name.form);
    draft.ambiguous =
        name.full() ? family.ambiguous : names_.bearers(name).ambiguous;
    for (const auto& [known, match] : family.members) {
      const auto member = person_number(known->name.form);
      tally_.reach(member, drafts_.size());
      const bool same = match == NameMatch::kSame ||
                        (match != NameMatch::kHolds && !draft.ambiguous);
      if (!same) continue;
      covered_.insert(member);
      if (member != number)
        draft.others.push_back(fmt::format("XPN:{:016x}", member));
    }
    drafts_.push_back(std::move(draft));
  }

  PeopleNames names_;
  std::unordered_map<std::uint64_t, const KnownName*> by_number_;
  std::unordered_set<std::uint64_t> covered_;
  std::vector<Draft> drafts_;
  Tally tally_;
};

// ---- Places.

std::string place_id(std::uint64_t number) {
  return number <= UINT32_MAX ? std::to_string(number)
                              : fmt::format("x{:016x}", number);
}

std::vector<Draft> place_rows(const Xapian::Database& database,
                              const std::vector<NamedList>& lists) {
  std::vector<Draft> drafts;
  std::unordered_map<std::uint64_t, std::size_t> row_of;
  for (const auto& [number, stories] : by_stories(lists)) {
    const auto id = place_id(number);
    row_of.emplace(number, drafts.size());
    drafts.push_back({number, "XLO:" + id, "place:#" + id});
  }
  Tally tally;
  for (std::size_t row = 0; row < drafts.size(); ++row) {
    tally.reach(drafts[row].number, row);
    for (const auto& outer : entity_of(database, drafts[row].term).inside)
      if (const auto at = row_of.find(outer.id); at != row_of.end())
        tally.reach(drafts[row].number, at->second);
  }
  count(drafts, tally, lists);
  return drafts;
}

NameRow to_row(const Xapian::Database& database, const Draft& draft) {
  const Entity entity = entity_of(database, draft.term);
  NameRow row;
  row.name = entity.name;
  row.stories = draft.stories;
  row.query = draft.query;
  row.spellings = entity.spellings;
  row.country = entity.country;
  row.ambiguous = draft.ambiguous;
  for (const auto& term : draft.others) {
    const auto name = entity_of(database, term).name;
    if (std::ranges::find(row.spellings, name) == row.spellings.end())
      row.spellings.push_back(name);
  }
  return row;
}

}  // namespace

NameRows name_rows(const ArchiveSet& archives, const Xapian::Query& query,
                   EntityKind kind, std::size_t limit) {
  const bool places = kind == EntityKind::kPlace;
  const auto& database = archives.database;
  const auto lists =
      lists_of(database, query, places ? kSlotPlaces : kSlotPeople);
  auto drafts = places ? place_rows(database, lists)
                       : PeopleRows(database, lists).take();
  std::ranges::stable_sort(drafts, std::ranges::greater{}, &Draft::stories);
  NameRows found{{}, drafts.size()};
  drafts.resize(std::min(drafts.size(), limit));
  for (const auto& draft : drafts)
    found.rows.push_back(to_row(database, draft));
  return found;
}

}  // namespace broadsheet
