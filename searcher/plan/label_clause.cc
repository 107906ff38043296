#include "common/text/fold.h"
#include "searcher/plan/clauses.h"
#include "searcher/plan/patterns.h"

namespace broadsheet {
namespace {

using Xapian::Query;

Query pattern(Planning& planning, const Node& node, const std::string& prefix,
              const std::string& text) {
  const auto forms = forms_under(planning, prefix, node, text);
  Terms terms;
  Expansion expansion{to_query(node), {}, forms.cut};
  for (const auto& form : forms.found) {
    terms.push_back(prefix + form.text);
    expansion.forms.emplace_back(form.text, form.stories);
  }
  planning.add_expansion(std::move(expansion));
  return terms.empty() ? Query::MatchNothing : unweighted(any_of(terms));
}

}  // namespace

Xapian::Query label_clause(Planning& planning, const Node& node) {
  const std::string prefix(node.field->prefix);
  const bool exact = node.field->kind == FieldKind::kExact;
  if (is_pattern(node))
    return pattern(planning, node, prefix, exact ? node.text : fold(node.text));
  const auto value = exact ? node.text : fold_name(node.text);
  if (value.empty()) planning.fail("no letter or digit in this value", node);
  return unweighted(prefix, value);
}

}  // namespace broadsheet
