// The commands of `indexer`.
#pragma once

#include "common/cli/options.h"

namespace broadsheet {

const Program& indexer_program();

}  // namespace broadsheet
