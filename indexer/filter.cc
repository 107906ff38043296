#include "indexer/filter.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "common/cli/error.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

/// So much of what a command complains of is told.
constexpr std::size_t kMostComplaint = 300;

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;

  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

struct Pipe {
  Descriptor out, in;
};

Pipe make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw Error(fmt::format("no pipe: {}", std::strerror(errno)));
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void limit(__rlimit_resource what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

/// What the child does before it becomes the command: nothing that allocates,
/// for another thread may have held a lock when it was forked.
[[noreturn]] void become(const char* program, char* const* words, int input,
                         int output, int complaints,
                         const FilterLimits& limits) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP})
    ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, limits.seconds + 1);
  limit(RLIMIT_CORE, 0);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(complaints, STDERR_FILENO);
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
  ::execv(program, words);
  ::_exit(127);
}

/// The processes that descend from this one, whatever group they are in.
void add_descendants(pid_t parent, std::vector<pid_t>& all) {
  std::error_code error;
  const fs::path tasks = fmt::format("/proc/{}/task", parent);
  for (const auto& task : fs::directory_iterator(tasks, error)) {
    std::ifstream children(task.path() / "children");
    for (pid_t child = 0; children >> child;) {
      all.push_back(child);
      add_descendants(child, all);
    }
  }
}

/// A command under way; gone with its children when this is.
class Running {
 public:
  Running(const std::vector<std::string>& command, int input,
          const FilterLimits& limits)
      : name_(command.front()), limits_(limits) {
    const std::string program = program_path(name_);
    if (program.empty()) throw Error(name_ + ": no such program");
    std::vector<char*> words;
    for (const auto& word : command)
      words.push_back(const_cast<char*>(word.c_str()));  // execv's old type
    words.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0)
      throw Error(fmt::format("{}: {}", name_, std::strerror(errno)));
    if (pid_ == 0)
      become(program.c_str(), words.data(), input, output_.in.get(),
             complaints_.in.get(), limits_);
    ::setpgid(pid_, pid_);
    output_.in.close();
    complaints_.in.close();
  }

  ~Running() { end(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  std::string output() {
    read_all();
    const int status = end();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(text_);
    fail(WIFEXITED(status) ? fmt::format("ended with {}", WEXITSTATUS(status))
                           : fmt::format("was ended by a signal ({})",
                                         ::strsignal(WTERMSIG(status))));
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    std::string said = to_valid_utf8(complaint_);
    std::ranges::replace(said, '\n', ' ');
    while (said.ends_with(' ')) said.pop_back();
    throw Error(
        fmt::format("{} {}{}{}", name_, why, said.empty() ? "" : ": ", said));
  }

  /// Until both pipes are at their end; the process may live on a little.
  void read_all() {
    const auto until = Clock::now() + std::chrono::seconds(limits_.seconds);
    pollfd waiting[] = {{output_.out.get(), POLLIN, 0},
                        {complaints_.out.get(), POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          until - Clock::now());
      const int ready =
          left.count() <= 0
              ? 0
              : ::poll(waiting, 2, static_cast<int>(left.count()) + 1);
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) overrun();
      for (auto& one : waiting)
        if (one.fd >= 0 && one.revents != 0 && !take(one)) one.fd = -1;
    }
    await(until);
  }

  [[noreturn]] void overrun() {
    end();
    fail(fmt::format("ran longer than {} s", limits_.seconds));
  }

  void await(Clock::time_point until) {
    while (::waitpid(pid_, &status_, WNOHANG) == 0) {
      if (Clock::now() > until) overrun();
      ::usleep(1000);
    }
    ended_ = true;
  }

  bool take(const pollfd& from) {
    char buffer[1 << 16];
    const ssize_t got = ::read(from.fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) return false;
    const std::string_view bytes(buffer, static_cast<std::size_t>(got));
    if (from.fd == complaints_.out.get()) {
      const auto room =
          kMostComplaint - std::min(kMostComplaint, complaint_.size());
      complaint_ += bytes.substr(0, room);
      return true;
    }
    text_ += bytes;
    if (text_.size() > limits_.output) {
      end();
      fail(fmt::format("wrote more than {} MB", limits_.output >> 20));
    }
    return true;
  }

  /// Kills what is left of it; its status.
  int end() {
    if (pid_ <= 0) return status_;
    std::vector<pid_t> all;
    if (!ended_) add_descendants(pid_, all);
    ::kill(-pid_, SIGKILL);
    for (const pid_t pid : all) ::kill(pid, SIGKILL);
    if (!ended_)
      while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
      }
    pid_ = 0;
    return status_;
  }

  const std::string name_;
  const FilterLimits limits_;
  Pipe output_ = make_pipe();
  Pipe complaints_ = make_pipe();
  pid_t pid_ = 0;
  int status_ = 0;
  bool ended_ = false;  ///< and its status taken
  std::string text_, complaint_;
};

}  // namespace

std::vector<std::string> command_words(std::string_view command) {
  std::vector<std::string> words;
  bool open = false;  // a word is begun
  char quote = '\0';
  for (std::size_t at = 0; at < command.size(); ++at) {
    const char c = command[at];
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (quote == '\0' && blank) {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    if (c == '\\' && quote != '\'' && at + 1 < command.size())
      words.back() += command[++at];
    else if (quote != '\0' ? c == quote : c == '\'' || c == '"')
      quote = quote != '\0' ? '\0' : c;
    else
      words.back() += c;
  }
  if (quote != '\0')
    throw Error(fmt::format("{}: a quote without end", command));
  return words;
}

std::string program_path(const std::string& name) {
  const auto runs = [](const std::string& path) {
    return ::access(path.c_str(), X_OK) == 0 && !fs::is_directory(path);
  };
  if (name.find('/') != name.npos) return runs(name) ? name : "";
  const char* path = std::getenv("PATH");
  std::string_view directories = path != nullptr ? path : "/usr/bin:/bin";
  while (!directories.empty()) {
    const auto colon = std::min(directories.find(':'), directories.size());
    const fs::path file = fs::path(directories.substr(0, colon)) / name;
    if (colon > 0 && runs(file.string())) return file.string();
    directories.remove_prefix(std::min(colon + 1, directories.size()));
  }
  return {};
}

std::string run_filter(const std::vector<std::string>& command, int input,
                       const FilterLimits& limits) {
  if (command.empty()) throw Error("an empty command");
  return Running(command, input, limits).output();
}

}  // namespace broadsheet
