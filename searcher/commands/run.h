// What each command of `searcher` does with its arguments; each returns the
// exit code of the contract, section 1.
#pragma once

#include <cstddef>

#include "common/cli/error.h"
#include "common/cli/options.h"
#include "searcher/render/renderer.h"

namespace broadsheet {

int find(const Arguments& arguments);
int similar(const Arguments& arguments);
int show(const Arguments& arguments);
int people(const Arguments& arguments);
int places(const Arguments& arguments);
int timeline(const Arguments& arguments);
int batch(const Arguments& arguments);
int explain(const Arguments& arguments);

/// Of --format, text by default.
inline const Renderer& renderer_of(const Arguments& arguments) {
  return renderer_named(arguments.text("format", "text"));
}

inline int found(std::size_t total) {
  return total > 0 ? kExitOk : kExitNothing;
}

}  // namespace broadsheet
