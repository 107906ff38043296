// Where the words of a clause are looked for.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet {

struct Target {
  std::string prefix;
  double weight;
};

/// The field of a clause; of a bare word, body and headline.
inline std::vector<Target> targets(const Node& node) {
  const auto target = [](const Field& field) {
    return Target{std::string(field.prefix), field.weight};
  };
  if (node.field != nullptr) return {target(*node.field)};
  return {target(*find_field("body")), target(*find_field("headline"))};
}

}  // namespace broadsheet
