// `indexer rollback`: the generation before the live one, published again.
#pragma once

#include <filesystem>

#include "indexer/report.h"

namespace broadsheet {

/// Holds the writer lock; writes the report. The generation that is left is
/// kept until the next is published, and is not rolled back to. Throws Error,
/// and publishes nothing, if no earlier generation is kept, or it is damaged or
/// of another index version.
Report roll_back(const std::filesystem::path& archive,
                 const std::filesystem::path& report);

}  // namespace broadsheet
