// A command line from tables: commands, their options, their words.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One --option. `value` is what help calls its argument; empty for a flag. In
/// brackets ("[exact|near]") the argument may be left out (it is then "") and
/// must otherwise follow a '='.
struct Option {
  std::string_view name;
  std::string_view value;
  std::string_view help;
};

/// The words of one command, taken apart.
class Arguments {
 public:
  bool has(std::string_view option) const;
  /// The last value given, or `otherwise`.
  std::string text(std::string_view option, std::string otherwise = {}) const;
  /// Every value given.
  std::vector<std::string> all(std::string_view option) const;
  /// A whole number from 0 up; throws Error naming the option.
  std::optional<std::size_t> number(std::string_view option) const;

  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> words;
};

/// One command of a program. `run` returns the exit code.
struct Command {
  std::string_view name;
  std::string_view words;  ///< "ID...", "[QUERY]"; empty: none allowed
  std::string_view help;
  std::vector<Option> options;
  int (*run)(const Arguments&);
};

struct Program {
  std::string_view name;
  std::string_view summary;
  std::span<const Command> commands;
  std::string_view exits = {};  ///< what exit codes mean, in whole lines
};

/// Takes the words behind a command apart. Long options only ("--name VALUE",
/// "--name=VALUE"); "-word" is a word; "--" ends options. Throws Error for an
/// unknown option (with the nearest one), a missing value or a surplus one.
Arguments parse_arguments(const Command& command,
                          std::span<const std::string> words);

/// What `--help` prints.
std::string help_of(const Program& program);
std::string help_of(const Program& program, const Command& command);

}  // namespace broadsheet
