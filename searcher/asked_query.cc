#include "searcher/asked_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "searcher/query/parser.h"
#include "searcher/query/shell.h"
#include "searcher/request.h"

namespace broadsheet {
namespace {

/// Characters that part words at the end and between lines are one space.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const auto end = text.find_last_not_of(' ');
  return end == std::string::npos ? "" : text.substr(0, end + 1);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string quoted(const std::string& name) {
  std::string plain = name;
  std::erase(plain, '"');
  return "\"" + plain + "\"";
}

struct NameOption {
  std::string_view name, field;
};
constexpr auto kNameOptions = std::to_array<NameOption>({{"person", "person"},
                                                         {"place", "place"},
                                                         {"with", "person"},
                                                         {"within", "place"}});

/// The options that are clauses, written as such.
std::string clauses_of(const Arguments& arguments) {
  std::string clauses;
  const auto add = [&](const std::string& clause) {
    clauses += (clauses.empty() ? "" : " ") + clause;
  };
  for (const auto& [option, field] : kNameOptions)
    for (const auto& clause : name_clauses_of(arguments, option)) add(clause);
  if (arguments.has("from"))
    add(fmt::format("date:{}..", arguments.text("from")));
  if (arguments.has("to")) add(fmt::format("date:..{}", arguments.text("to")));
  return clauses;
}

ParseOptions parse_options_of(const Arguments& arguments) {
  return {match_of(arguments), today()};
}

/// What was typed: as the shell's arguments, or else as it stands.
std::vector<std::string> readings_of(const Arguments& arguments) {
  std::string joined = join_arguments(arguments.words);
  if (arguments.has("query-file")) {
    if (!is_blank(joined))
      throw Error("a query and --query-file: only one of them");
    return {one_line(text_of(arguments.text("query-file")))};
  }
  std::string plain = fmt::format("{}", fmt::join(arguments.words, " "));
  if (plain == joined) return {joined};
  return {joined, plain};
}

/// Is it one name? Quotes around it change nothing.
bool is_same_name(const Node& one, const Node& other) {
  const auto is_name = [](const Node& leaf) {
    return leaf.field != nullptr && !leaf.literal &&
           (leaf.kind == NodeKind::kWord || leaf.kind == NodeKind::kPhrase);
  };
  return is_name(one) && is_name(other) && one.field == other.field &&
         fold_name(one.text) == fold_name(other.text);
}

/// Must the name be in every story that the tree finds?
bool demands(const Node& root, const Node& name) {
  std::vector<const Node*> pending = {&root};
  while (!pending.empty()) {
    const Node& node = *pending.back();
    pending.pop_back();
    if (is_same_name(node, name)) return true;
    if (node.kind != NodeKind::kAnd) continue;
    for (const Node& child : node.children) pending.push_back(&child);
  }
  return false;
}

/// Both trees, but what one demands already.
Node both(Node left, Node right) {
  if (demands(left, right)) return left;
  Node node;
  node.kind = NodeKind::kAnd;
  node.children.push_back(std::move(left));
  node.children.push_back(std::move(right));
  return node;
}

}  // namespace

std::string text_of(const std::string& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(file);
  if (!in) throw Error(fmt::format("{}: cannot be read", file));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> name_clauses_of(const Arguments& arguments,
                                         std::string_view option) {
  const auto field =
      std::ranges::find(kNameOptions, option, &NameOption::name)->field;
  std::vector<std::string> clauses;
  for (const auto& name : arguments.all(option))
    clauses.push_back(fmt::format("{}:{}", field, quoted(name)));
  return clauses;
}

std::string typed_query_of(const Arguments& arguments) {
  const auto words = readings_of(arguments).front();
  const auto clauses = clauses_of(arguments);
  return clauses.empty() ? words : words + " " + clauses;
}

Query query_of(const Arguments& arguments, const std::string& typed) {
  const ParseOptions options = parse_options_of(arguments);
  Query query = parse_query(typed, options);
  const std::string clauses = clauses_of(arguments);
  if (!clauses.empty())
    query.root =
        both(std::move(query.root), parse_query(clauses, options).root);
  return query;
}

std::vector<Query> queries_of(const Arguments& arguments, bool may_be_empty) {
  std::vector<std::string> readings = readings_of(arguments);
  if (is_blank(readings.front())) {
    if (const std::string clauses = clauses_of(arguments); !clauses.empty())
      return {parse_query(clauses, parse_options_of(arguments))};
    if (may_be_empty) readings = {"*"};
  }
  std::vector<Query> queries;
  for (const auto& typed : readings)
    queries.push_back(query_of(arguments, typed));
  return queries;
}

}  // namespace broadsheet
