// How a program starts, fails and exits.
#pragma once

#include <string_view>

#include "common/cli/options.h"

namespace broadsheet {

/// Writes to standard output. A closed pipe ends the program quietly with what
/// it has (exit 0); any other failure throws Error.
void write_out(std::string_view bytes);

/// All that write_out() was given has left the program. Fails like it.
void flush_out();

/// Writes lines to standard error with control and bidi characters visible:
/// messages quote file names and articles.
void write_error(std::string_view lines);

/// Runs the command that argv names; prints an error's message and hint to
/// standard error; returns the exit code. Knows --help and --version.
int run_program(const Program& program, int argc, char** argv);

}  // namespace broadsheet
