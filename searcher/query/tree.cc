#include "searcher/query/tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadsheet {

Node::Node(const Node& other) : Clause(other), column(other.column) {
  std::vector<std::pair<const Node*, Node*>> pending = {{&other, this}};
  while (!pending.empty()) {
    const auto [source, copy] = pending.back();
    pending.pop_back();
    copy->children.resize(source->children.size());
    for (std::size_t i = 0; i < source->children.size(); ++i) {
      static_cast<Clause&>(copy->children[i]) = source->children[i];
      copy->children[i].column = source->children[i].column;
      pending.emplace_back(&source->children[i], &copy->children[i]);
    }
  }
}

Node& Node::operator=(const Node& other) {
  return *this = Node(other);
}

Node::~Node() {
  std::vector<Node> pending = std::move(children);
  while (!pending.empty()) {
    // Emptied before it dies, so that its own destructor has nothing to do.
    std::vector<Node> below = std::move(pending.back().children);
    pending.pop_back();
    std::ranges::move(below, std::back_inserter(pending));
  }
}

bool Node::operator==(const Node& other) const {
  std::vector<std::pair<const Node*, const Node*>> pending = {{this, &other}};
  while (!pending.empty()) {
    const auto [a, b] = pending.back();
    pending.pop_back();
    if (static_cast<const Clause&>(*a) != *b) return false;
    if (a->children.size() != b->children.size()) return false;
    for (std::size_t i = 0; i < a->children.size(); ++i)
      pending.emplace_back(&a->children[i], &b->children[i]);
  }
  return true;
}

}  // namespace broadsheet
