#include "searcher/render/line.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

/// Percent signs that are there already stay: ids are often URLs.
template <typename Test>
std::string escaped(std::string_view value, Test is_separator) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const auto begin = at;
    const bool escape = is_separator(next_char(value, at));
    for (const char c : value.substr(begin, at - begin)) {
      if (escape)
        out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      else
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view value, const RenderOptions& options) {
  return printable(
      escaped(value, [](char32_t c) { return c == '\n' || c == '\r'; }),
      options);
}

std::string one_word(std::string_view value, const RenderOptions& options) {
  if (value.empty()) return "-";
  const auto is_space = [](char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
  };
  return printable(escaped(value, is_space), options);
}

std::string printable(std::string_view value, const RenderOptions& options) {
  return shown(value, options.for_eyes() ? Hidden::kVisible : Hidden::kKeep);
}

}  // namespace broadsheet
