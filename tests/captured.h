// What a function writes to standard output and standard error.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <functional>
#include <ostream>
#include <string>

namespace broadsheet::test {

struct Captured {
  int exit = 0;
  std::string output;
  std::string errors;

  bool operator==(const Captured&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Captured& captured) {
  return out << "exit " << captured.exit << "\noutput: " << captured.output
             << "\nerrors: " << captured.errors;
}

/// A stream of the process sent into a file while this lives.
class Diverted {
 public:
  explicit Diverted(std::FILE* stream)
      : stream_(stream), file_(std::tmpfile()) {
    std::fflush(stream_);
    kept_ = ::dup(::fileno(stream_));
    ::dup2(::fileno(file_), ::fileno(stream_));
  }
  ~Diverted() {
    std::fflush(stream_);
    ::dup2(kept_, ::fileno(stream_));
    ::close(kept_);
    std::fclose(file_);
  }
  Diverted(const Diverted&) = delete;
  Diverted& operator=(const Diverted&) = delete;

  /// All that was written so far.
  std::string text() {
    std::fflush(stream_);
    std::string text(
        static_cast<std::size_t>(::lseek(::fileno(file_), 0, SEEK_END)), '\0');
    const auto got = ::pread(::fileno(file_), text.data(), text.size(), 0);
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
  }

 private:
  std::FILE* stream_;
  std::FILE* file_;
  int kept_ = -1;
};

inline Captured captured(const std::function<int()>& run) {
  Diverted output(stdout), errors(stderr);
  Captured result;
  result.exit = run();
  result.output = output.text();
  result.errors = errors.text();
  return result;
}

}  // namespace broadsheet::test
