#include "searcher/plan/word_forms.h"

#include <set>

#include "searcher/plan/query_parts.h"
#include "searcher/plan/targets.h"
#include "searcher/umlauts.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// The word and, where stories are in German, its other spelling.
std::vector<Token> spellings_of(const Planning& planning, const Token& token) {
  std::vector<Token> spellings = {token};
  if (!token.stemmable || !planning.languages.german) return spellings;
  if (const auto other = other_umlauts(token.lower()))
    spellings.push_back(tokens_of(*other).front());
  return spellings;
}

Query one_of(const std::set<std::string>& forms) {
  return any_of(Terms(forms.begin(), forms.end()), Query::OP_SYNONYM);
}

}  // namespace

std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) tokens.push_back(token);
  return tokens;
}

bool is_stemmed(const Planning& planning, const Node& node) {
  const bool text =
      node.field == nullptr || node.field->kind == FieldKind::kText;
  return text && !planning.is_literal(node);
}

std::vector<std::string> stems_of(Planning& planning, const Token& token) {
  std::vector<std::string> stems;
  for (const auto& spelling : spellings_of(planning, token))
    for (auto& stemmer : planning.languages.stemmers)
      stems.emplace_back(stemmer.stem(spelling));
  return stems;
}

Xapian::Query forms_of(Planning& planning, const Token& token,
                       const Node& node) {
  using Xapian::Query;
  std::set<std::string> words, stems;
  for (const auto& target : targets(node))
    words.insert(target.prefix + std::string(token.term()));
  if (!token.stemmable || !is_stemmed(planning, node)) return one_of(words);
  for (const auto& target : targets(node))
    for (const auto& stem : stems_of(planning, token))
      stems.insert("Z" + target.prefix + stem);
  const auto& others = planning.languages.others;
  if (others.empty()) return one_of(stems);
  if (stems.empty()) return one_of(words);
  return Query(Query::OP_OR, one_of(stems),
               Query(Query::OP_FILTER, one_of(words), others));
}

}  // namespace broadsheet
