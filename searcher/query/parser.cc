#include "searcher/query/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/query/clause.h"
#include "searcher/query/lexer.h"
#include "searcher/query/proximity.h"

namespace broadsheet {
namespace {

constexpr std::ptrdiff_t kMostWordsAllNeeded = 4;
constexpr const char* kCapitalsNote =
    "every letter is a capital, so AND, OR, NOT, NEAR and ADJ are words here";

/// NEAR, OR and a leaf: the most that it joins.
constexpr std::size_t kNearHeight = 3;

/// A part of a query that waits for its operator.
struct Operand {
  Node node;
  bool bare = false;     ///< counts for the rule of 4 words
  bool grouped = false;  ///< it came in brackets
  std::size_t height = 1;
};

/// An open bracket, or the whole query.
struct Frame {
  Scope scope;
  const Lexeme* open = nullptr;
  std::size_t first_alternative = 0;  ///< what is its own on the stacks
  std::size_t first_operand = 0;
  const Lexeme* joint = nullptr;  ///< an operator that lacks its right side
  const Lexeme* negation = nullptr;
  bool has_operators = false;  ///< AND or OR was written in it
};

class Parser {
 public:
  Parser(std::string_view typed, const ParseOptions& options)
      : context_{typed, options.today ? options.today : today(), false},
        match_(options.match),
        lexemes_(lex(typed)) {
    context_.capitals = lexemes_.capitals;
  }

  Query run() {
    frames_.emplace_back();
    while (at_ < lexemes_.list.size()) step(lexemes_.list[at_++]);
    Query query;
    query.typed = std::string(context_.typed);
    if (lexemes_.words_in_capitals) query.notes.push_back(kCapitalsNote);
    finish_matching(query);
    query.root = finish_frame().node;
    return query;
  }

 private:
  [[noreturn]] void fail(const std::string& why, std::size_t column,
                         std::string hint = {}) const {
    throw QueryError(why, context_.typed, column, std::move(hint));
  }

  Frame& frame() { return frames_.back(); }

  void step(const Lexeme& lexeme) {
    switch (lexeme.kind) {
      case LexemeKind::kWord:
      case LexemeKind::kQuoted:
        return clause(frame().scope, lexeme, lexeme);
      case LexemeKind::kField:
        return field(lexeme);
      case LexemeKind::kOpen:
        return open(frame().scope, lexeme);
      case LexemeKind::kClose:
        return close(lexeme);
      case LexemeKind::kExclude:
      case LexemeKind::kNot:
        return negate(lexeme);
      case LexemeKind::kNear:
      case LexemeKind::kAdj:
      case LexemeKind::kAnd:
      case LexemeKind::kOr:
        return join(lexeme);
      case LexemeKind::kUnclosed:
        fail("this quotation mark is never closed", lexeme.column,
             "close it, or leave it out");
    }
  }

  /// `begin` is where the clause begins, `value` what it is about.
  void clause(const Scope& scope, const Lexeme& begin, const Lexeme& value) {
    if (++leaves_ > kMaxLeaves)
      fail(fmt::format("the query has more than {} words", kMaxLeaves),
           begin.column, "split it: `searcher batch` runs many queries");
    if (&begin == &value && is_scope_without_value(value))
      fail("there is no value behind this colon", begin.column,
           "write it without a space: person:sisi; in quotes it is a word");
    Operand operand{make_clause(scope, value, context_)};
    operand.node.column = begin.column;
    operand.bare = scope.kind == Scope::kBare &&
                   (operand.node.kind == NodeKind::kWord ||
                    operand.node.kind == NodeKind::kWildcard ||
                    operand.node.kind == NodeKind::kFuzzy);
    add(std::move(operand));
  }

  static bool is_scope_without_value(const Lexeme& word) {
    return word.kind == LexemeKind::kWord && word.text.ends_with(':') &&
           is_scope(word.text.substr(0, word.text.size() - 1));
  }

  void field(const Lexeme& name) {
    const Scope scope = scope_of(name, context_);
    const bool last = at_ == lexemes_.list.size();
    if (last || !lexemes_.list[at_].glued ||
        lexemes_.list[at_].kind == LexemeKind::kClose)
      fail("there is no value behind this field", name.column,
           "write it without a space: person:sisi");
    const Lexeme& value = lexemes_.list[at_++];
    if (value.kind == LexemeKind::kOpen)
      open(scope, value);
    else if (value.kind == LexemeKind::kUnclosed)
      step(value);
    else
      clause(scope, name, value);
  }

  void open(const Scope& scope, const Lexeme& bracket) {
    Frame inner;
    inner.scope = scope;
    inner.open = &bracket;
    inner.first_alternative = alternatives_.size();
    inner.first_operand = operands_.size();
    frames_.push_back(inner);
  }

  void close(const Lexeme& bracket) {
    if (frames_.size() == 1)
      fail("this ) closes nothing", bracket.column, "leave it out");
    Operand group = finish_frame();  // "(NATO)" stays a bare word
    group.grouped = true;
    frames_.pop_back();
    add(std::move(group));
  }

  void negate(const Lexeme& lexeme) {
    if (frame().negation)
      fail("NOT stands beside another NOT", lexeme.column, "leave both out");
    frame().negation = &lexeme;
  }

  void join(const Lexeme& lexeme) {
    check_complete();
    if (operands_.size() == frame().first_operand)
      fail_beside(lexeme, "before");
    if (lexeme.kind == LexemeKind::kOr) finish_run();
    if (lexeme.kind == LexemeKind::kOr || lexeme.kind == LexemeKind::kAnd)
      frame().has_operators = true;
    else if (lexeme.distance == 0)
      fail(fmt::format("the distance is a number from 1 to {}", kMaxDistance),
           lexeme.column, "NEAR/5 is within 5 words");
    frame().joint = &lexeme;
  }

  /// No operator of this bracket lacks its right side.
  void check_complete() {
    if (frame().negation) fail_beside(*frame().negation, "after");
    if (frame().joint) fail_beside(*frame().joint, "after");
  }

  [[noreturn]] void fail_beside(const Lexeme& lexeme, std::string_view side) {
    fail(
        fmt::format("there is nothing {} this {}", side, operator_name(lexeme)),
        lexeme.column,
        "operators are in capitals; for the word, write it small");
  }

  void add(Operand operand) {
    if (const Lexeme* negation = std::exchange(frame().negation, nullptr)) {
      Node negated;
      negated.kind = NodeKind::kNot;
      negated.column = negation->column;
      negated.children.push_back(std::move(operand.node));
      operand = {std::move(negated), false, false, operand.height + 1};
    }
    const Lexeme* joint = std::exchange(frame().joint, nullptr);
    if (joint && joint->distance > 0)
      attach(*joint, std::move(operand));
    else
      operands_.push_back(std::move(operand));
  }

  /// Makes the last operand and `right` one.
  void attach(const Lexeme& joint, Operand right) {
    Operand& left = operands_.back();
    left.height = kNearHeight;
    left.node = join_near(
        {context_.typed, operator_name(joint), joint.column},
        joint.kind == LexemeKind::kNear ? NodeKind::kNear : NodeKind::kAdj,
        joint.distance, std::move(left.node), left.grouped,
        std::move(right.node));
    left.bare = left.grouped = false;
  }

  /// The part of a stack from `first` on becomes one operand in its place.
  void gather(NodeKind kind, std::vector<Operand>& stack, std::size_t first) {
    if (stack.size() == first + 1) return;
    Operand whole;
    whole.node.kind = kind;
    whole.node.column = stack[first].node.column;
    for (std::size_t i = first; i < stack.size(); ++i) {
      whole.height = std::max(whole.height, stack[i].height + 1);
      whole.node.children.push_back(std::move(stack[i].node));
    }
    if (whole.height > kMaxHeight)
      fail(fmt::format("the query nests more than {} deep", kMaxHeight),
           whole.node.column);
    stack.resize(first);
    stack.push_back(std::move(whole));
  }

  /// What stands beside each other up to here (an OR, a bracket) is an AND.
  void finish_run() {
    const auto first =
        operands_.begin() + static_cast<std::ptrdiff_t>(frame().first_operand);
    const auto is_not = [](const Operand& operand) {
      return operand.node.kind == NodeKind::kNot;
    };
    if (std::all_of(first, operands_.end(), is_not)) {
      Operand all;
      all.node.column = first->node.column;
      operands_.insert(first, std::move(all));
    }
    gather(NodeKind::kAnd, operands_, frame().first_operand);
    alternatives_.push_back(std::move(operands_.back()));
    operands_.pop_back();
  }

  /// The whole of the innermost bracket.
  Operand finish_frame() {
    check_complete();
    if (operands_.size() == frame().first_operand) fail_empty();
    finish_run();
    gather(NodeKind::kOr, alternatives_, frame().first_alternative);
    Operand whole = std::move(alternatives_.back());
    alternatives_.pop_back();
    return whole;
  }

  [[noreturn]] void fail_empty() {
    if (frame().open)
      fail("there is nothing between these parentheses", frame().open->column,
           "leave them out");
    if (context_.typed.find_first_not_of(" \t\r\n") == std::string_view::npos)
      fail("the query is empty", 0, "* finds every story");
    fail("there is nothing to search for in this", 0,
         "it holds neither letter nor digit; * finds every story");
  }

  /// Tells how the bare words of the whole query are joined; joins them if any
  /// will do.
  void finish_matching(Query& query) {
    if (frame().open)
      fail("this ( is never closed", frame().open->column,
           "close it, or leave it out");
    const auto bare = std::ranges::count_if(operands_, &Operand::bare);
    const bool any = !frame().has_operators &&
                     (match_ == Match::kAny ||
                      (match_ == Match::kAuto && bare > kMostWordsAllNeeded));
    query.match = any ? Match::kAny : Match::kAll;
    query.joins_words = !frame().has_operators && bare > 1;
    if (any && bare > 1) {
      check_complete();
      std::stable_partition(operands_.begin(), operands_.end(),
                            [](const Operand& part) { return !part.bare; });
      gather(NodeKind::kOr, operands_,
             operands_.size() - static_cast<std::size_t>(bare));
    }
  }

  QueryContext context_;
  Match match_;
  Lexemes lexemes_;
  std::size_t at_ = 0;
  std::size_t leaves_ = 0;
  std::vector<Frame> frames_;
  std::vector<Operand> alternatives_;  ///< finished parts of an OR
  std::vector<Operand> operands_;      ///< parts beside each other
};

}  // namespace

Query parse_query(std::string_view typed, const ParseOptions& options) {
  return Parser(typed, options).run();
}

}  // namespace broadsheet
