// The one exception of the project: a run that cannot go on.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace broadsheet {

/// Exit codes that both programs share (contract: 0, 1 and 2 vary by command).
enum ExitCode : int {
  kExitOk = 0,
  kExitNothing = 1,  ///< searcher: nothing found; indexer: problems were listed
  kExitError = 2,
  kExitLocked = 75,   ///< another writer holds the archive: try again later
  kExitSignal = 128,  ///< and the signal's number: interrupted
};

/// A run cannot go on. what() says what and where, hint() the way out (it may
/// be empty), exit_code() what the program returns. Caught around one input
/// and in run_program() only.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {},
                 int exit_code = kExitError)
      : std::runtime_error(message),
        hint_(std::move(hint)),
        exit_code_(exit_code) {}

  const std::string& hint() const { return hint_; }
  int exit_code() const { return exit_code_; }

 private:
  std::string hint_;
  int exit_code_;
};

}  // namespace broadsheet
