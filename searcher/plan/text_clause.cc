#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/text/fold.h"
#include "searcher/country_words.h"
#include "searcher/function_words.h"
#include "searcher/plan/clauses.h"
#include "searcher/plan/patterns.h"
#include "searcher/plan/targets.h"
#include "searcher/plan/word_forms.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// What "Syrian" weighs in a query for Syria.
constexpr double kCountryWeight = 0.4;

/// The word that a pattern is without the sign it ends in.
Node without_sign(const Node& node) {
  Node plain = node;
  plain.kind = NodeKind::kWord;
  plain.text.pop_back();
  return plain;
}

/// "cairo?" at the end of a question is no pattern if no word that matches it
/// is commoner than cairo.
std::optional<Node> without_question_mark(Planning& planning,
                                          const Node& node) {
  const auto first = node.text.find_first_of("*?");
  if (node.kind != NodeKind::kWildcard || first + 1 != node.text.size() ||
      node.text.back() != '?')
    return std::nullopt;
  const auto word = fold(node.text.substr(0, first));
  for (const auto& [prefix, weight] : targets(node)) {
    std::size_t stories = 0;
    for (const auto& form :
         matching(planning.database, prefix, word + "?").found)
      stories = std::max(stories, form.stories);
    if (stories > planning.database.get_termfreq(prefix + word))
      return std::nullopt;
  }
  Node plain = without_sign(node);
  planning.plan.notes.push_back(
      fmt::format("'{}' is read as '{}'", node.text, plain.text));
  return plain;
}

/// Where no blank parts the words, all that begins so is found anyway.
std::optional<Node> without_star(const Node& node) {
  if (node.kind != NodeKind::kWildcard || !node.text.ends_with('*'))
    return std::nullopt;
  Node plain = without_sign(node);
  const auto tokens = tokens_of(plain.text);
  const bool pattern = plain.text.find_first_of("*?") != plain.text.npos;
  if (pattern || tokens.empty() ||
      !std::ranges::all_of(tokens, &Token::ideograph))
    return std::nullopt;
  return plain;
}

/// Parts of different zones, each with the weight of its field.
Query weighed(const std::vector<std::pair<Query, double>>& zones) {
  std::vector<Query> parts;
  for (const auto& [query, weight] : zones)
    parts.push_back(
        weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight));
  return any_of(parts);
}

std::optional<Query> pattern(Planning& planning, const Node& node,
                             unsigned term) {
  Terms forms;
  std::vector<std::pair<Query, double>> zones;
  for (const auto& [prefix, weight] : targets(node)) {
    const auto places = expanded(planning, node, prefix);
    if (places.empty()) return std::nullopt;
    for (const auto& terms : places)
      for (const auto& form : terms)
        planning.plan.wanted.words.emplace(form.substr(prefix.size()), term);
    if (places.size() == 1)
      forms.insert(forms.end(), places.front().begin(), places.front().end());
    else
      zones.emplace_back(phrase_of(places), weight);
  }
  if (!zones.empty()) return weighed(zones);
  if (forms.empty()) return Query::MatchNothing;
  return any_of(forms, Query::OP_SYNONYM);
}

/// A phrase holds words as they are written.
void note_pattern(Planning& planning, const Node& node) {
  if (node.kind == NodeKind::kPhrase && node.text.find('*') != node.text.npos)
    planning.plan.notes.push_back(fmt::format(
        "the * in {} stands for nothing; patterns in a row are joined by ADJ",
        to_query(node)));
}

Query words_in_a_row(Planning& planning, const std::vector<Token>& tokens,
                     const Node& node, unsigned term) {
  note_pattern(planning, node);
  Terms words;
  for (const auto& token : tokens) {
    words.emplace_back(token.term());
    if (node.kind == NodeKind::kWord && !is_function_word(token.term()))
      planning.plan.boosts.push_back(forms_of(planning, token, node));
  }
  planning.plan.wanted.phrases.emplace_back(words, term);
  std::vector<std::pair<Query, double>> zones;
  for (const auto& [prefix, weight] : targets(node))
    zones.emplace_back(phrase_of(prefix, words), weight);
  return weighed(zones);
}

/// One bare word. Function words find, but do not weigh; what else is said of a
/// country raises a story that speaks of it.
Query word(Planning& planning, const Token& token, const Node& node,
           unsigned term) {
  auto& plan = planning.plan;
  const bool light = is_function_word(token.term());
  auto& wanted = light ? planning.function_words : plan.wanted;
  wanted.words.emplace(token.term(), term);
  if (is_stemmed(planning, node))
    for (auto& stem : stems_of(planning, token))
      wanted.stems.emplace(std::move(stem), term);
  const Query forms = forms_of(planning, token, node);
  if (light) return unweighted(forms);
  if (!planning.is_literal(node) && node.field == nullptr)
    for (const auto kin : country_words(token.term()))
      plan.boosts.push_back(
          Query(Query::OP_SCALE_WEIGHT,
                forms_of(planning, tokens_of(std::string(kin)).front(), node),
                kCountryWeight));
  return forms;
}

}  // namespace

std::optional<Xapian::Query> text_clause(Planning& planning, const Node& node) {
  if (const auto plain = without_question_mark(planning, node))
    return text_clause(planning, *plain);
  if (const auto plain = without_star(node))
    return text_clause(planning, *plain);
  const unsigned term = planning.new_term();
  if (is_pattern(node)) {
    if (auto query = pattern(planning, node, term)) return query;
  } else {
    const auto tokens = tokens_of(node.text);
    if (tokens.size() == 1 && node.kind == NodeKind::kWord)
      return word(planning, tokens.front(), node, term);
    if (!tokens.empty()) return words_in_a_row(planning, tokens, node, term);
  }
  planning.plan.notes.push_back(
      fmt::format("'{}' holds no letter or digit: left out", node.text));
  return std::nullopt;
}

}  // namespace broadsheet
