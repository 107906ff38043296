#include "common/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "common/cli/error.h"
#include "common/cli/suggest.h"

namespace broadsheet {
namespace po = boost::program_options;
namespace {

// No option can be typed so.
constexpr const char* kWords = " words";
constexpr const char* kBare = " bare";  // behind a name: given without a value

bool is_flag(const Option& option) {
  return option.value.empty();
}
bool is_optional(const Option& option) {
  return option.value.starts_with('[');
}

po::options_description described(const Command& command) {
  po::options_description options;
  const auto add = [&](const std::string& name, bool with_value) {
    auto* value = po::value<std::vector<std::string>>();
    if (!with_value) value->zero_tokens();
    options.add_options()(name.c_str(), value, "");
  };
  for (const auto& option : command.options) {
    const std::string name(option.name);
    add(name, !is_flag(option));
    if (is_optional(option)) add(name + kBare, false);
  }
  add(kWords, true);
  return options;
}

/// A word that is an option whose argument was left out: the library would
/// take the next word for it.
std::pair<std::string, std::string> bare_option(const Command& command,
                                                const std::string& word) {
  for (const auto& option : command.options)
    if (is_optional(option) && word == fmt::format("--{}", option.name))
      return {std::string(option.name) + kBare, ""};
  return {};
}

[[noreturn]] void fail_unknown(const Command& command,
                               const std::string& option) {
  std::vector<std::string_view> names;
  for (const auto& known : command.options) names.push_back(known.name);
  const auto plain =
      option.substr(std::min(option.find_first_not_of('-'), option.size()));
  const auto near = suggest(plain.substr(0, plain.find('=')), names);
  throw Error(fmt::format("unknown option --{} of {}", plain, command.name),
              near.empty() ? fmt::format("see {} --help", command.name)
                           : fmt::format("did you mean --{}?", near));
}

po::parsed_options parsed(const Command& command,
                          std::span<const std::string> words) {
  const auto options = described(command);
  po::positional_options_description positions;
  positions.add(kWords, -1);
  namespace style = po::command_line_style;
  try {
    return po::command_line_parser({words.begin(), words.end()})
        .options(options)
        .extra_parser(
            [&](const std::string& word) { return bare_option(command, word); })
        .positional(positions)
        .style(style::allow_long | style::long_allow_adjacent |
               style::long_allow_next)
        .run();
  } catch (const po::unknown_option& error) {
    fail_unknown(command, error.get_option_name());
  } catch (const po::error& error) {
    throw Error(error.what(), fmt::format("see {} --help", command.name));
  }
}

std::string option_line(const Option& option) {
  std::string left = fmt::format("--{}", option.name);
  if (is_optional(option))
    left += fmt::format("[={}", option.value.substr(1));
  else if (!is_flag(option))
    left += fmt::format(" {}", option.value);
  return fmt::format("  {:<26} {}\n", left, option.help);
}

}  // namespace

bool Arguments::has(std::string_view option) const {
  return options.contains(option);
}

std::string Arguments::text(std::string_view option,
                            std::string otherwise) const {
  const auto at = options.find(option);
  return at == options.end() ? otherwise : at->second.back();
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  const auto at = options.find(option);
  return at == options.end() ? std::vector<std::string>{} : at->second;
}

std::optional<std::size_t> Arguments::number(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  const std::string value = text(option);
  std::size_t number = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size())
    throw Error(fmt::format("--{} {}: not a whole number", option, value));
  return number;
}

Arguments parse_arguments(const Command& command,
                          std::span<const std::string> words) {
  Arguments arguments;
  for (const auto& option : parsed(command, words).options) {
    if (option.string_key == kWords) {
      arguments.words.insert(arguments.words.end(), option.value.begin(),
                             option.value.end());
    } else {
      const auto& key = option.string_key;
      auto& values = arguments.options[key.substr(0, key.find(kBare))];
      values.push_back(option.value.empty() ? "" : option.value.front());
    }
  }
  if (command.words.empty() && !arguments.words.empty())
    throw Error(fmt::format("{} takes no words, and was given '{}'",
                            command.name, arguments.words.front()),
                fmt::format("see {} --help", command.name));
  return arguments;
}

std::string help_of(const Program& program) {
  std::string help = fmt::format("{}\n\n", program.summary);
  for (const auto& command : program.commands) {
    const auto left =
        fmt::format("{} {} {}", program.name, command.name, command.words);
    help += fmt::format("  {:<32} {}\n", left, command.help);
  }
  return help + fmt::format("\n{}{} COMMAND --help tells its options\n",
                            program.exits, program.name);
}

std::string help_of(const Program& program, const Command& command) {
  std::string help = fmt::format("{} {}", program.name, command.name);
  if (!command.options.empty()) help += " [OPTION...]";
  if (!command.words.empty()) help += fmt::format(" {}", command.words);
  help += fmt::format("\n{}\n", command.help);
  if (!command.options.empty()) help += '\n';
  for (const auto& option : command.options) help += option_line(option);
  return help;
}

}  // namespace broadsheet
