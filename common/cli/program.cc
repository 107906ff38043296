#include "common/cli/program.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "common/text/terminal.h"

namespace broadsheet {
namespace {

/// The reader of our output has gone away.
struct ClosedPipe {};

const Command& command_named(const Program& program, std::string_view name) {
  const auto at = std::ranges::find(program.commands, name, &Command::name);
  if (at != program.commands.end()) return *at;
  std::vector<std::string_view> names;
  for (const auto& command : program.commands) names.push_back(command.name);
  const auto near = suggest(name, names);
  throw Error(fmt::format("unknown command '{}'", name),
              near.empty() ? fmt::format("see {} --help", program.name)
                           : fmt::format("did you mean {}?", near));
}

int run_command(const Program& program, std::span<const std::string> words) {
  const bool help =
      !words.empty() && (words[0] == "--help" || words[0] == "help");
  if (words.empty() || help) {
    write_out(words.size() < 2
                  ? help_of(program)
                  : help_of(program, command_named(program, words[1])));
    return help ? kExitOk : kExitError;
  }
  const auto options_end = std::ranges::find(words, "--");
  const auto asks = [&](std::string_view option) {
    return std::find(words.begin(), options_end, option) != options_end;
  };
  if (asks("--version")) {
    write_out(
        fmt::format("{} (Broadsheet) {}\n", program.name, BROADSHEET_VERSION));
    return kExitOk;
  }
  const Command& command = command_named(program, words[0]);
  if (asks("--help")) {
    write_out(help_of(program, command));
    return kExitOk;
  }
  return command.run(parse_arguments(command, words.subspan(1)));
}

void report(const Program& program, std::string_view message,
            std::string_view hint = {}) {
  write_error(fmt::format("{}: {}\n", program.name, message));
  if (!hint.empty()) write_error(fmt::format("hint: {}\n", hint));
}

int run_reporting(const Program& program, std::span<const std::string> words) {
  try {
    const int code = run_command(program, words);
    flush_out();
    return code;
  } catch (const ClosedPipe&) {
    return kExitOk;
  } catch (const Error& error) {
    report(program, error.what(), error.hint());
    return error.exit_code();
  } catch (const Xapian::Error& error) {
    report(program, error.get_description());
  } catch (const std::bad_alloc&) {
    report(program, "out of memory");
  } catch (const std::exception& error) {
    report(program, error.what());
  }
  return kExitError;
}

}  // namespace

void write_out(std::string_view bytes) {
  const bool written =
      std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
  if (written && std::ferror(stdout) == 0) return;
  if (errno == EPIPE) throw ClosedPipe{};
  throw Error(fmt::format("cannot write the answer: {}", std::strerror(errno)));
}

void flush_out() {
  if (std::fflush(stdout) != 0) write_out({});
}

void write_error(std::string_view lines) {
  fmt::print(stderr, "{}", shown_lines(lines, Hidden::kVisible));
}

int run_program(const Program& program, int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  return run_reporting(program, words);
}

}  // namespace broadsheet
