// The commands of `searcher`.
#pragma once

#include "common/cli/options.h"

namespace broadsheet {

const Program& searcher_program();

}  // namespace broadsheet
