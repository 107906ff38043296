// The stories of a query over time.
#pragma once

#include <string>
#include <vector>

#include "common/text/date.h"
#include "searcher/counts.h"
#include "searcher/hits.h"

namespace broadsheet {

/// One row a year, month or day, in order and without a gap from the first
/// that has a story to the last; dates that are coarser than that in rows of
/// their own in front of what they contain; the undated in the last row.
/// `found` and `all` are by date (counts.h): the stories of the query, and all
/// that it might have found.
std::vector<TimelineRow> timeline_rows(const Counts& found, const Counts& all,
                                       Precision by);

/// The rows of `whole` for some of its stories, those of one value: the same
/// periods, and shares of the same.
std::vector<TimelineRow> timeline_rows(const std::vector<TimelineRow>& whole,
                                       const std::string& value,
                                       const Counts& found, Precision by);

}  // namespace broadsheet
