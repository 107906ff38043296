// The accounts of a run: what became of every file and story, and whether what
// it came to may be published.
#pragma once

#include "indexer/report.h"
#include "indexer/run_state.h"

namespace broadsheet {

/// Counts every file and story of a run that has settled all, and lists the
/// problems.
void count(const RunState& run, Report& report);

/// Throws Error if the archive or a root would lose more stories than the
/// options allow.
void check_shrinkage(const RunState& run);

/// Throws Error if a record or file was lost and the options are strict.
void check_strict(const RunState& run, const Report& report);

/// Throws Error unless every story there was, came or went is accounted for.
void check_accounts(const RunState& run, const Report& report);

}  // namespace broadsheet
