#include "searcher/plan/planning.h"

#include <algorithm>

#include "searcher/query/parser.h"

namespace broadsheet {

void Planning::fail(const std::string& why, const Node& node,
                    const std::string& hint) const {
  throw QueryError(why, typed, node.column, hint);
}

void Planning::add_expansion(Expansion&& expansion) {
  const auto same =
      std::ranges::find(plan.expansions, expansion.clause, &Expansion::clause);
  if (same == plan.expansions.end()) {
    plan.expansions.push_back(std::move(expansion));
    return;
  }
  same->cut |= expansion.cut;
  for (auto& form : expansion.forms) {
    const auto known = std::ranges::find(
        same->forms, form.first, &std::pair<std::string, std::size_t>::first);
    if (known == same->forms.end())
      same->forms.push_back(std::move(form));
    else
      known->second = std::max(known->second, form.second);
  }
}

void Planning::add_name(const Node& node) {
  plan.names.push_back({to_query(node), node.text});
}

}  // namespace broadsheet
