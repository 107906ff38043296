// Exact counts over every story a query finds. Only Xapian's own spies are
// used, so that they work over several archives and on remote servers.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/fields.h"

namespace broadsheet {

/// Stories by a value they hold.
using Counts = std::map<std::string, std::size_t>;

/// The values of a slot, in order, and how many stories have each.
using ValueCounts = std::vector<std::pair<std::string, std::size_t>>;

/// The stories found, and what their slots hold; an absent value is not
/// counted.
struct SlotCounts {
  std::size_t total = 0;
  std::map<unsigned, ValueCounts> slots;
};

/// Goes through the stories once, however many slots there are.
SlotCounts slot_counts(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::vector<unsigned>& slots);

/// The slots that counts_by_date() wants.
inline const std::vector<unsigned> kDateSlots = {kSlotDateBegin, kSlotDateEnd};

/// Stories by date as precisely as it is known: "1987-02-26", "1987-02",
/// "1987"; "" has the undated. Throws Error for slots that no date can have.
Counts counts_by_date(const SlotCounts& counts);

/// Stories by date, as above, of those that a query finds.
Counts dates_of(const Xapian::Database& database, const Xapian::Query& query);

/// The first and the last date; empty if none is dated.
std::pair<std::string, std::string> first_and_last(const Counts& dates);

}  // namespace broadsheet
