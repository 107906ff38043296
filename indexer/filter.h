// Other programs' help with formats that are left to them: one command a file,
// its bytes in, text out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct FilterLimits {
  unsigned seconds = 60;
  std::uint64_t memory = std::uint64_t{1} << 30;  ///< of each process
  std::size_t output = std::size_t{64} << 20;

  bool operator==(const FilterLimits&) const = default;
};

/// The words of a command: parted by blanks, quotes ('...', "...") keep one
/// together, a backslash keeps the next character. No shell sees it: nothing
/// else has a meaning. Throws Error for a quote without end.
std::vector<std::string> command_words(std::string_view command);

/// The program's file, looked up in PATH; empty if there is none to run.
std::string program_path(const std::string& name);

/// Runs the command with the file `input` as its standard input and returns
/// what it writes to its standard output. Throws Error if it cannot be run,
/// does not end with 0 or exceeds a limit: the message says how, in its own
/// words if it has any. When this returns, the command and the processes that
/// it started are gone.
std::string run_filter(const std::vector<std::string>& command, int input,
                       const FilterLimits& limits);

}  // namespace broadsheet
