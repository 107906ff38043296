#include "indexer/interruption.h"

namespace broadsheet {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM};

volatile std::sig_atomic_t caught = 0;

void note(int signal) {
  caught = signal;
}

}  // namespace

InterruptionWatch::InterruptionWatch() {
  caught = 0;
  struct sigaction noting {};
  noting.sa_handler = note;
  noting.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  auto* before = before_;
  for (const int signal : kSignals) {
    ::sigaction(signal, &noting, before);
    if (before->sa_handler == SIG_IGN) ::sigaction(signal, before, nullptr);
    ++before;
  }
}

InterruptionWatch::~InterruptionWatch() {
  auto* before = before_;
  for (const int signal : kSignals) ::sigaction(signal, before++, nullptr);
}

void check_interrupted() {
  if (caught != 0) throw Interrupted{caught};
}

}  // namespace broadsheet
