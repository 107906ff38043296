#include "searcher/query/clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/suggest.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/query/parser.h"
#include "searcher/query/period.h"

namespace broadsheet {
namespace {

constexpr std::string_view kStoryDate = "date";

struct Keyword {
  std::string_view name;
  Scope::Kind kind;
};
constexpr Keyword kKeywords[] = {
    {"has", Scope::kHas},
    {"after", Scope::kAfter},
    {"before", Scope::kBefore},
};

std::string lower(std::string_view text) {
  std::string lowered;
  for (std::size_t at = 0; at < text.size();)
    append_lower(lowered, next_char(text, at));
  return lowered;
}

std::optional<Scope> find_scope(std::string_view name) {
  const auto typed = fold(name);
  for (const auto& [keyword, kind] : kKeywords)
    if (typed == keyword)
      return Scope{kind,
                   kind == Scope::kHas ? nullptr : find_field(kStoryDate)};
  if (const Field* field = find_field(name)) return Scope{Scope::kField, field};
  return std::nullopt;
}

/// The field or keyword that was probably meant; may be empty.
std::string suggest_scope(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const Field& field : fields()) {
    names.push_back(field.name);
    std::string_view rest = field.aliases;
    while (!rest.empty()) {
      names.push_back(rest.substr(0, rest.find(',')));
      rest.remove_prefix(std::min(rest.size(), names.back().size() + 1));
    }
  }
  for (const auto& keyword : kKeywords) names.push_back(keyword.name);
  return suggest(typed, names);
}

std::string did_you_mean(std::string_view typed) {
  const auto meant = suggest_scope(typed);
  return meant.empty() ? "" : fmt::format("did you mean {}? ", meant);
}

/// A value on its way to a leaf.
class ClauseMaker {
 public:
  ClauseMaker(const Scope& scope, const Lexeme& value,
              const QueryContext& context)
      : scope_(scope),
        value_(value),
        context_(context),
        text_(value.text),
        begin_(static_cast<std::size_t>(text_.data() - context.typed.data())) {
    node_.field = scope.field;
    node_.literal = scope.literal;
    node_.column = value.column;
  }

  Node make() && {
    if (scope_.kind == Scope::kHas)
      has();
    else if (is_date())
      date();
    else
      text();
    return std::move(node_);
  }

 private:
  [[noreturn]] void fail(const std::string& why, std::string hint,
                         std::size_t offset = 0) const {
    throw QueryError(why, context_.typed, begin_ + offset, std::move(hint));
  }

  bool is_date() const {
    if (scope_.kind == Scope::kField)
      return scope_.field->kind == FieldKind::kDate && text_ != "*";
    return scope_.kind != Scope::kBare;
  }

  bool quoted() const { return value_.kind == LexemeKind::kQuoted; }

  void set(NodeKind kind, std::string_view text = {}, int distance = 0) {
    node_.kind = kind;
    node_.text = scope_.kind == Scope::kBare && context_.capitals
                     ? lower(text)
                     : std::string(text);
    node_.distance = distance;
  }

  void set_has(const Field& field) {
    node_.field = nullptr;
    node_.literal = false;
    set(NodeKind::kHas, field.name);
  }

  void has() {
    const Field* field = find_field(text_);
    if (field == nullptr)
      fail("has: takes the name of a field",
           did_you_mean(text_) + "`searcher fields` lists them");
    set_has(*field);
  }

  // Words ------------------------------------------------------------------

  void text() {
    const bool exact = node_.field && node_.field->kind == FieldKind::kExact;
    if (text_ == "*" && !quoted())
      node_.field ? set_has(*node_.field) : set(NodeKind::kAll);
    else if (text_ == "||")
      fail("|| is no operator here", "write OR");
    else if (exact ? text_.empty() : !has_word(text_))
      fail("there is nothing to search for in this",
           "it holds neither letter nor digit");
    else if (quoted())
      set(NodeKind::kPhrase, text_);
    else if (exact || (node_.field && node_.field->kind == FieldKind::kLabel))
      whole_value(exact);
    else
      word();
  }

  void whole_value(bool exact) {
    const auto special = text_.find_first_of(exact ? "*" : "*?~");
    if (special == text_.npos)
      set(NodeKind::kWord, text_);
    else if (special + 1 == text_.size() && text_.back() == '*')
      set(NodeKind::kWildcard, text_);
    else
      fail(fmt::format("{}: takes no pattern but a * at the end",
                       node_.field->name),
           "put the value in quotes if it is meant as it stands", special);
  }

  void word() {
    if (text_.starts_with(scope_.kind == Scope::kBare ? "--" : "-")) dashes();
    const auto tilde = text_.rfind('~');
    if (text_.find("://") != text_.npos)  // an address, ? and ~ and all
      set(NodeKind::kWord, text_);
    else if (tilde != text_.npos &&
             text_.find_first_not_of("0123456789.", tilde + 1) == text_.npos)
      fuzzy(tilde);
    else if (const auto wild = text_.find_first_of("*?"); wild != text_.npos)
      wildcard(wild);
    else
      set(NodeKind::kWord, text_);
  }

  [[noreturn]] void dashes() const {
    if (scope_.kind == Scope::kBare)
      fail("a word cannot begin with --",
           "-word excludes a word; for an option see --help");
    fail("a value cannot begin with -",
         fmt::format("to exclude it write -{}:word", node_.field->name));
  }

  void fuzzy(std::size_t tilde) {
    const auto before = text_.substr(0, tilde);
    const auto distance = text_.substr(tilde + 1);
    if (!has_word(before))
      fail("there is no word before this ~",
           "for words near each other write: gaza NEAR/5 strip", tilde);
    if (before.find_first_of("*?") != before.npos)
      fail("a word takes * and ?, or ~, but not both", "leave one out", tilde);
    if (!distance.empty() && distance != "1" && distance != "2")
      fail("~ takes the number 1 or 2", "sisi~ is sisi~1: one letter differs",
           tilde + 1);
    set(NodeKind::kFuzzy, before, distance == "2" ? 2 : 1);
  }

  void wildcard(std::size_t wild) {
    if (!has_word(text_.substr(0, wild)))
      fail("a word cannot begin with * or ?",
           "write its first letters: cair*; * alone finds every story", wild);
    set(NodeKind::kWildcard, text_);
  }

  // Dates ------------------------------------------------------------------

  void date() {
    node_.literal = false;
    set(NodeKind::kDate);
    if (scope_.kind == Scope::kAfter)
      after();
    else if (scope_.kind == Scope::kBefore)
      before();
    else if (fold(text_) == "none" && node_.field->name == kStoryDate)
      set(NodeKind::kUndated);
    else if (const auto dots = text_.find(".."); dots != text_.npos)
      range(dots);
    else
      one_date();
  }

  void one_date() {
    const auto period = read(0, text_);
    node_.from = period.from;
    node_.to = text_.starts_with('-') ? context_.today : period.to;
  }

  void range(std::size_t dots) {
    const auto first = text_.substr(0, dots);
    const auto last = text_.substr(dots + 2);
    if (first.empty() && last.empty()) read(0, text_);
    if (!first.empty()) node_.from = read(0, first).from;
    if (!last.empty()) node_.to = read(dots + 2, last).to;
    if (node_.from && node_.to && compact(node_.to) < compact(node_.from))
      fail("this range ends before it begins", "write the earlier date first");
  }

  void after() { node_.from = neighbour(read(0, text_).to, 1); }
  void before() { node_.to = neighbour(read(0, text_).from, -1); }

  Date neighbour(const Date& day, int step) const {
    const Date next = day.plus_days(step);
    if (!valid(next)) fail("there are no days left", "years are 1 to 9999");
    return next;
  }

  Period read(std::size_t offset, std::string_view date) const {
    if (const auto period = parse_period(date, context_.today)) return *period;
    const bool range = scope_.kind == Scope::kField;
    fail("this is no date",
         fmt::format("dates: {}{}", kDateSpellings,
                     range ? "; ranges: 1987..1989, 1987-03.., ..today" : ""),
         offset);
  }

  const Scope& scope_;
  const Lexeme& value_;
  const QueryContext& context_;
  std::string_view text_;
  std::size_t begin_;  ///< of text_, in the typed query
  Node node_;
};

}  // namespace

Scope scope_of(const Lexeme& name, const QueryContext& context) {
  auto scope = find_scope(name.text);
  if (!scope)
    throw QueryError(
        fmt::format("no field is called {}", head_of(name.text, 40)),
        context.typed, name.column,
        did_you_mean(name.text) +
            "`searcher fields` lists them; text with a colon "
            "goes in quotes");
  scope->literal = name.literal;
  return *scope;
}

bool is_scope(std::string_view name) {
  return find_scope(name).has_value();
}

Node make_clause(const Scope& scope, const Lexeme& value,
                 const QueryContext& context) {
  return ClauseMaker(scope, value, context).make();
}

}  // namespace broadsheet
