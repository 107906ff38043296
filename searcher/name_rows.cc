#include "searcher/name_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/index/names.h"
#include "searcher/names.h"
#include "searcher/people_names.h"

namespace broadsheet {
namespace {

/// A row before any record is read for it.
struct Draft {
  std::uint64_t number;
  std::string term;  ///< leads to a record of what the row is
  std::string query;
  bool ambiguous = false;
  std::size_t stories = 0;
  std::vector<std::uint64_t> numbers = {};  ///< that stories of it have
  std::vector<std::string> others = {};     ///< lead to other names of it
};

std::string person_term(std::uint64_t number) {
  return fmt::format("XPN:{:016x}", number);
}

/// Makes a row of each family, of the most frequent names first.
class PeopleRows {
  static constexpr std::size_t kHardly = 10;  // one story of so many

 public:
  explicit PeopleRows(const Xapian::Database& database)
      : database_(database), names_(database) {}

  /// For all rows it is quicker to read all names at once.
  void read_all() {
    names_.read_all();
    for (const auto& [form, known] : names_.names())
      by_number_.emplace(person_number(form), &known.name);
  }

  /// `numbers` are those of the lists. The "Luther King" that hardly a story
  /// has without a longer name around it is no row, nor is a slip of the pen
  /// whose stories are nearly all another row's.
  std::vector<Draft> rows(const NameLists& lists, MostFirst numbers,
                          std::size_t limit) {
    while (numbers.size() > 0 && drafts_.size() < limit) {
      const auto number = numbers.next().number;
      if (!covered_.contains(number)) add(number);
    }
    const auto stories = lists.count(members_), own = lists.count(own_);
    std::vector<Draft> rows;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      draft.stories = stories[i];
      draft.numbers = std::move(members_[i]);
      if (draft.ambiguous || own[i] * kHardly >= stories[i])
        rows.push_back(std::move(draft));
    }
    return rows;
  }

  PersonName name_of(std::uint64_t number) const {
    if (const auto at = by_number_.find(number); at != by_number_.end())
      return *at->second;
    return PersonName(entity_of(database_, person_term(number)).name);
  }

 private:
  void add(std::uint64_t number) {
    const PersonName name = name_of(number);
    const auto family = names_.family(name);
    Draft draft{number, person_term(number),
                name.full() ? fmt::format("person:\"{}\"", name.form)
                            : fmt::format("person:#{:016x}", number)};
    draft.ambiguous =
        name.full() ? family.ambiguous : names_.bearers(name).ambiguous;
    auto& members = members_.emplace_back();
    auto& own = own_.emplace_back();
    for (const auto& [known, match, another] : family.members) {
      const auto member = person_number(known->name.form);
      members.push_back(member);
      if (match != NameMatch::kHolds && !covered_.contains(member))
        own.push_back(member);
      const bool same =
          match == NameMatch::kSame ||
          (match != NameMatch::kHolds && !draft.ambiguous && !another);
      if (!same) continue;
      covered_.insert(member);
      if (member != number) draft.others.push_back(person_term(member));
    }
    drafts_.push_back(std::move(draft));
  }

  const Xapian::Database& database_;
  PeopleNames names_;
  std::unordered_map<std::uint64_t, const PersonName*> by_number_;
  std::unordered_set<std::uint64_t> covered_;
  std::vector<Draft> drafts_;
  std::vector<std::vector<std::uint64_t>> members_;  ///< of each draft
  std::vector<std::vector<std::uint64_t>> own_;  ///< but for longer names, and
                                                 ///< those that have a row
};

std::string place_id(std::uint64_t number) {
  return number <= UINT32_MAX ? std::to_string(number)
                              : fmt::format("x{:016x}", number);
}

Draft place_draft(std::uint64_t number) {
  const auto id = place_id(number);
  return {number, "XLO:" + id, "place:#" + id};
}

Draft org_draft(std::uint64_t number) {
  return {number, fmt::format("XON:{:016x}", number),
          fmt::format("org:#{:016x}", number)};
}

/// Of many rows those that were asked for, most stories first.
struct Drafts {
  std::vector<Draft> shown;
  std::size_t total = 0;
};

/// A row for each number. Only records tell what lies within a place, so that
/// all are read where that is asked.
Drafts plain_rows(const Xapian::Database& database, const NameLists& lists,
                  const NameScope& scope, std::size_t limit) {
  const auto draft_of =
      lists.kind() == EntityKind::kPlace ? place_draft : org_draft;
  const bool all = scope.within.empty();
  auto numbers = lists.by_stories();
  Drafts rows{{}, all ? numbers.size() : 0};
  while (numbers.size() > 0 && (!all || rows.shown.size() < limit)) {
    const auto next = numbers.next();
    auto draft = draft_of(next.number);
    draft.stories = next.stories;
    draft.numbers = {next.number};
    if (!all && !scope.holds(entity_of(database, draft.term))) continue;
    if (!all) ++rows.total;
    if (rows.shown.size() < limit) rows.shown.push_back(std::move(draft));
  }
  return rows;
}

void sort(std::vector<Draft>& drafts) {
  std::ranges::stable_sort(drafts, std::ranges::greater{}, &Draft::stories);
}

Drafts people_rows(const Xapian::Database& database, const NameLists& lists,
                   const NameScope& scope, std::size_t limit) {
  PeopleRows people(database);
  people.read_all();
  auto numbers = lists.by_stories();
  const auto all = numbers.size();
  Drafts rows{people.rows(lists, std::move(numbers), all)};
  std::erase_if(rows.shown, [&](const Draft& draft) {
    Entity person;
    person.name = people.name_of(draft.number).form;
    return !scope.holds(person);
  });
  sort(rows.shown);
  rows.total = rows.shown.size();
  rows.shown.resize(std::min(rows.shown.size(), limit));
  return rows;
}

/// Those one of whose names is among the most frequent; all names are counted.
Drafts frequent_people(const Xapian::Database& database, const NameLists& lists,
                       std::size_t limit) {
  auto numbers = lists.by_stories();
  Drafts rows{{}, numbers.size()};
  rows.shown = PeopleRows(database).rows(lists, std::move(numbers), limit);
  sort(rows.shown);
  return rows;
}

NameRow to_row(const Xapian::Database& database, const NameLists& lists,
               const Draft& draft) {
  const Entity entity = entity_of(database, draft.term);
  const auto [first, last] = lists.span(draft.numbers);
  NameRow row;
  row.name = entity.name;
  row.stories = draft.stories;
  row.query = draft.query;
  row.spellings = entity.spellings;
  row.country = entity.country;
  row.ambiguous = draft.ambiguous;
  for (const auto& outer : entity.inside) row.inside.push_back(outer.name);
  row.first = to_string(first);
  row.last = to_string(last);
  for (const auto& term : draft.others) {
    const auto name = entity_of(database, term).name;
    if (std::ranges::find(row.spellings, name) == row.spellings.end())
      row.spellings.push_back(name);
  }
  return row;
}

}  // namespace

NameRows name_rows(const ArchiveSet& archives, const NameLists& lists,
                   const NameScope& scope, std::size_t limit) {
  const auto& database = archives.database;
  const auto drafts = lists.kind() == EntityKind::kPerson
                          ? people_rows(database, lists, scope, limit)
                          : plain_rows(database, lists, scope, limit);
  NameRows found{{}, drafts.total};
  for (const auto& draft : drafts.shown)
    found.rows.push_back(to_row(database, lists, draft));
  return found;
}

Facet name_facet(const ArchiveSet& archives, const NameLists& lists,
                 const NameScope& scope, std::size_t limit) {
  const auto& database = archives.database;
  auto drafts = lists.kind() == EntityKind::kPerson
                    ? frequent_people(database, lists, limit)
                    : plain_rows(database, lists, scope, limit);
  Facet facet{{}, {}, drafts.total};
  for (auto& draft : drafts.shown)
    facet.values.push_back({entity_of(database, draft.term).name, draft.stories,
                            std::move(draft.query)});
  return facet;
}

}  // namespace broadsheet
