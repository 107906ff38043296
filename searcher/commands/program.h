// The commands of `searcher`, as the command line knows them.
#pragma once

#include "common/cli/options.h"

namespace broadsheet {

const Program& searcher_program();

}  // namespace broadsheet
