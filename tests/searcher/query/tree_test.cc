#include "searcher/query/tree.h"

#include <utility>

#include "tests/catch.h"

namespace broadsheet {
namespace {

Node word(std::string text) {
  Node node;
  node.kind = NodeKind::kWord;
  node.text = std::move(text);
  return node;
}

Node make(NodeKind kind, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

/// (not (not (... a)))
Node deep(int levels) {
  Node node = word("a");
  for (int i = 0; i < levels; ++i) {
    Node above;
    above.kind = NodeKind::kNot;
    above.children.push_back(std::move(node));
    node = std::move(above);
  }
  return node;
}

TEST_CASE("a deep tree is copied, compared, printed and freed") {
  constexpr int kLevels = 200'000;
  const Node tree = deep(kLevels);
  Node copy = tree;
  CHECK((copy == tree));  // not printed by the test
  CHECK(to_string(copy).size() == kLevels * 6 + 1);
  CHECK(to_query(copy).size() == kLevels * 4 + 1);
  copy = deep(kLevels - 1);
  CHECK_FALSE((copy == tree));
  copy = copy.children[0];  // part of itself
  CHECK((copy == deep(kLevels - 2)));
}

TEST_CASE("trees are equal but for columns") {
  Node a = make(NodeKind::kAnd, {word("x"), word("y")});
  Node b = a;
  b.column = b.children[1].column = 7;
  CHECK(a == b);
  b.children[1].text = "z";
  CHECK_FALSE(a == b);
  b = a;
  b.children.push_back(word("x"));
  CHECK_FALSE(a == b);
  b = a;
  b.children[0].literal = true;
  CHECK_FALSE(a == b);
}

TEST_CASE("a copy keeps columns and leaves the original alone") {
  Node a = make(NodeKind::kAnd, {word("x"), word("y")});
  a.children[1].column = 7;
  Node b = a;
  CHECK(b.children[1].column == 7);
  b.children[1].text = "z";
  CHECK(to_string(a) == "(and x y)");
}

TEST_CASE("a query is written with parentheses where they are needed") {
  const auto a = word("a"), b = word("b"), c = word("c");
  const auto ab_or = make(NodeKind::kOr, {a, b});
  auto near = make(NodeKind::kNear, {ab_or, c});
  near.distance = 5;
  CHECK(to_query(near) == "(a OR b) NEAR/5 c");
  CHECK(to_query(make(NodeKind::kAnd, {near, c})) == "(a OR b) NEAR/5 c AND c");
  CHECK(to_query(make(NodeKind::kNot, {near})) == "NOT ((a OR b) NEAR/5 c)");
  CHECK(to_query(make(NodeKind::kAnd, {ab_or, make(NodeKind::kNot, {c})})) ==
        "(a OR b) AND NOT c");
  CHECK(to_query(make(NodeKind::kOr, {make(NodeKind::kAnd, {a, b}), c})) ==
        "(a AND b) OR c");
}

}  // namespace
}  // namespace broadsheet
