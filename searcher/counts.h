// Exact counts over every story a query finds, in one archive or several, on
// remote servers too.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/fields.h"
#include "common/text/date.h"

namespace broadsheet {

/// Stories by a value they hold.
using Counts = std::map<std::string, std::size_t>;

/// Takes a value of a slot and in how many stories it is. A value may come more
/// than once, each time for other stories; an absent one does not come. `story`
/// is the one that has it; null for those of a remote archive.
using TakeValue =
    std::function<void(const std::string& value, std::size_t stories,
                       const Xapian::Document* story)>;

/// Goes through the stories once, however many slots are asked for. Returns how
/// many stories there are.
std::size_t each_value(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::map<unsigned, TakeValue>& slots);

/// The values of a slot, and how many stories have each.
using ValueCounts = std::unordered_map<std::string, std::size_t>;

/// The stories found, and what their slots hold.
struct SlotCounts {
  std::size_t total = 0;
  std::map<unsigned, ValueCounts> slots;
};

SlotCounts slot_counts(const Xapian::Database& database,
                       const Xapian::Query& query,
                       const std::vector<unsigned>& slots);

/// The slots that counts_by_date() wants.
inline const std::vector<unsigned> kDateSlots = {kSlotDateBegin, kSlotDateEnd};

/// Stories by date as precisely as it is known: "1987-02-26", "1987-02",
/// "1987"; "" has the undated. Throws Error for slots that no date can have.
Counts counts_by_date(const SlotCounts& counts);

/// The date of one story. Throws Error for slots that no date can have.
Date date_of(const Xapian::Document& story);

/// Stories by date, as above, of those that a query finds.
Counts dates_of(const Xapian::Database& database, const Xapian::Query& query);

/// The first and the last date; empty if none is dated.
std::pair<std::string, std::string> first_and_last(const Counts& dates);

}  // namespace broadsheet
