#include "searcher/query/shell.h"

#include <algorithm>

#include "common/index/fields.h"
#include "searcher/query/lexer.h"

namespace broadsheet {
namespace {

/// The byte at which the value of such an argument begins; 0 for any other.
std::size_t spaced_value(std::string_view argument) {
  const auto lexemes = lex(argument).list;
  auto at = lexemes.begin();
  if (at != lexemes.end() && at->kind == LexemeKind::kExclude) ++at;
  if (lexemes.end() - at < 3 || at->kind != LexemeKind::kField) return 0;
  const Field* field = find_field(at->text);
  if (field == nullptr || field->kind == FieldKind::kDate) return 0;
  const auto value = at + 1;
  const auto is_word = [](const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::kWord;
  };
  return std::all_of(value, lexemes.end(), is_word) ? value->column : 0;
}

}  // namespace

std::string join_arguments(std::span<const std::string> arguments) {
  std::string query;
  for (const std::string& argument : arguments) {
    if (!query.empty()) query += ' ';
    const auto value = spaced_value(argument);
    if (value == 0)
      query += argument;
    else
      query += argument.substr(0, value) + '"' + argument.substr(value) + '"';
  }
  return query;
}

}  // namespace broadsheet
