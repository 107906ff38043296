// How a query that cannot be understood is shown: why, where, and a caret.
#include <fmt/format.h>

#include <algorithm>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

constexpr std::size_t kColumnsBefore = 40;
constexpr std::size_t kColumns = 74;
constexpr std::size_t kBytesLookedAt = 400;  // far more than fit

/// The query around `column`, and the caret below it.
std::string pointed_at(std::string_view query, std::size_t column) {
  const auto begin =
      floor_char(query, column - std::min(column, kBytesLookedAt));
  std::string before =
      shown(query.substr(begin, column - begin), Hidden::kVisible);
  const auto after = head_of(query.substr(column), kBytesLookedAt);
  if (const auto width = display_width(before);
      width > kColumnsBefore || begin > 0) {
    const auto surplus = width - std::min(width, kColumnsBefore);
    before = "…" + before.substr(fitting_bytes(before, surplus));
  }
  const auto caret = display_width(before);
  return fmt::format(
      "  {}{}\n  {:>{}}", before,
      cut_to_width(shown(after, Hidden::kVisible), kColumns - caret), '^',
      caret + 1);
}

}  // namespace

QueryError::QueryError(const std::string& why, std::string_view query,
                       std::size_t column, std::string hint)
    : Error(why + "\n" + pointed_at(query, std::min(column, query.size())),
            std::move(hint)),
      why_(why),
      column_(column) {}

}  // namespace broadsheet
