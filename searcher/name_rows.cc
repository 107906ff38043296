#include "searcher/name_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/index/names.h"
#include "searcher/name_lists.h"
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
  std::vector<std::string> others = {};  ///< lead to other names of it
};

std::string person_term(std::uint64_t number) {
  return fmt::format("XPN:{:016x}", number);
}

/// Makes a row of each family, of the most frequent names first.
class PeopleRows {
 public:
  explicit PeopleRows(const Xapian::Database& database)
      : database_(database), names_(database) {}

  /// For all rows it is quicker to read all names at once.
  void read_all() {
    names_.read_all();
    for (const auto& [form, known] : names_.names())
      by_number_.emplace(person_number(form), &known.name);
  }

  std::vector<Draft> rows(const NameLists& lists, std::size_t limit) {
    auto numbers = lists.by_stories();
    while (numbers.size() > 0 && drafts_.size() < limit) {
      const auto number = numbers.next().number;
      if (!covered_.contains(number)) add(number);
    }
    const auto stories = lists.count(members_);
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      drafts_[i].stories = stories[i];
    return std::move(drafts_);
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
    for (const auto& [known, match] : family.members) {
      const auto member = person_number(known->name.form);
      members.push_back(member);
      const bool same = match == NameMatch::kSame ||
                        (match != NameMatch::kHolds && !draft.ambiguous);
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
  std::vector<std::vector<std::uint64_t>> members_;  ///< of each row
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

/// A row for each number.
std::vector<Draft> plain_rows(const NameLists& lists, std::size_t limit) {
  const auto draft_of =
      lists.kind() == EntityKind::kPlace ? place_draft : org_draft;
  std::vector<Draft> drafts;
  for (auto numbers = lists.by_stories();
       numbers.size() > 0 && drafts.size() < limit;) {
    const auto next = numbers.next();
    drafts.push_back(draft_of(next.number));
    drafts.back().stories = next.stories;
  }
  return drafts;
}

void sort(std::vector<Draft>& drafts) {
  std::ranges::stable_sort(drafts, std::ranges::greater{}, &Draft::stories);
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

NameRows name_rows(const ArchiveSet& archives, const NameLists& lists,
                   std::size_t limit, const std::vector<WantedName>& left_out) {
  const auto& database = archives.database;
  NameRows found{{}, lists.by_stories().size()};
  std::vector<Draft> drafts;
  if (lists.kind() == EntityKind::kPlace) {
    drafts = plain_rows(lists, limit);
  } else {
    PeopleRows people(database);
    people.read_all();
    drafts = people.rows(lists, found.total);
    std::erase_if(drafts, [&](const Draft& draft) {
      Entity person;
      person.name = people.name_of(draft.number).form;
      return std::ranges::any_of(left_out, [&](const WantedName& name) {
        return is_wanted(name, person);
      });
    });
    sort(drafts);
    found.total = drafts.size();
    drafts.resize(std::min(drafts.size(), limit));
  }
  for (const auto& draft : drafts)
    found.rows.push_back(to_row(database, draft));
  return found;
}

Facet name_facet(const ArchiveSet& archives, const NameLists& lists,
                 std::size_t limit) {
  const auto& database = archives.database;
  Facet facet{{}, {}, lists.by_stories().size()};
  auto drafts = lists.kind() == EntityKind::kPerson
                    ? PeopleRows(database).rows(lists, limit)
                    : plain_rows(lists, limit);
  sort(drafts);
  for (auto& draft : drafts)
    facet.values.push_back({entity_of(database, draft.term).name, draft.stories,
                            std::move(draft.query)});
  return facet;
}

}  // namespace broadsheet
