// A glass database read as if it were one segment: what a merge takes of the
// documents there are.
#pragma once

#include <memory>
#include <string>

#include "indexer/bulk/btree_reader.h"
#include "indexer/bulk/group_cursor.h"
#include "indexer/bulk/segment_file.h"
#include "indexer/bulk/version_file.h"

namespace broadsheet::bulk {

/// One table of the database, empty if there is no such.
BtreeReader open_table(const std::string& database, TableKind kind);

/// Walks what a segment has in that section. Throws Error if the database is
/// damaged. Nobody may write to it meanwhile.
std::unique_ptr<GroupCursor> open_section(const std::string& database,
                                          Section section);

}  // namespace broadsheet::bulk
