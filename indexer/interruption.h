// SIGINT and SIGTERM: a run ends the story it is at, and stops.
#pragma once

#include <csignal>

namespace broadsheet {

/// Thrown where a run stops because it was told to. No fault, so nothing that
/// catches faults catches it.
struct Interrupted {
  int signal;
};

/// While one lives the signals are noted, once: the second one kills. One that
/// was ignored stays ignored.
class InterruptionWatch {
 public:
  InterruptionWatch();
  ~InterruptionWatch();
  InterruptionWatch(const InterruptionWatch&) = delete;
  InterruptionWatch& operator=(const InterruptionWatch&) = delete;

 private:
  struct sigaction before_[2];
};

/// Throws Interrupted if a signal has come.
void check_interrupted();

}  // namespace broadsheet
