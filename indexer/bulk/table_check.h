// What the library finds in tables that were written.
#pragma once

#include <string>

#include "common/cli/error.h"
#include "indexer/bulk/version_file.h"

namespace broadsheet::bulk {

/// What was written cannot be read as it should.
class Damaged : public Error {
 public:
  using Error::Error;
};

/// Has every table checked by the library, side by side; throws Damaged saying
/// what is wrong.
void check_tables(const std::string& database);

/// Has one table checked of a database that is still being written and has no
/// version file. The table stands in a directory of its own meanwhile, since
/// the library looks for a version file beside it; without blocks there is none
/// to check. Throws Damaged.
void check_table_apart(const std::string& directory, TableKind kind,
                       const TableRoot& root, std::uint32_t block_size,
                       const Statistics& statistics);

}  // namespace broadsheet::bulk
