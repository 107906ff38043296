// Values of formats whose lines, or words, are records.
#pragma once

#include <string>
#include <string_view>

#include "searcher/render/renderer.h"

namespace broadsheet {

/// The value with each line end written as %0A or %0D.
std::string one_line(std::string_view value, const RenderOptions& options);

/// The value with every byte of white space written as %20 and the like; "-"
/// if it is empty.
std::string one_word(std::string_view value, const RenderOptions& options);

/// Valid UTF-8 and, for eyes, what it hides made visible.
std::string printable(std::string_view value, const RenderOptions& options);

}  // namespace broadsheet
