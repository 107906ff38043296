#include <fmt/format.h>

#include "common/index/names.h"
#include "searcher/names.h"
#include "searcher/plan/clauses.h"
#include "searcher/plan/patterns.h"

namespace broadsheet {
namespace {

using Xapian::Query;

/// What a name as it was typed weighs besides, and one spelt otherwise.
constexpr double kAsWritten = 0.5;
constexpr double kOtherwise = 0.5;

/// The terms of a family, whose members are marked and told.
Terms taken(Planning& planning, const Node& node, const NameFamily& family,
            WantedName& wanted) {
  Terms terms;
  Expansion expansion{to_query(node), {}, false};
  for (const auto& [known, match, another] : family.members) {
    terms.push_back(posted_term(known->name));
    wanted.forms.insert(known->name.form);
    expansion.forms.emplace_back(known->name.form, known->stories);
  }
  planning.add_expansion(std::move(expansion));
  return terms;
}

/// The row of people that a canonical name is in.
PersonClause numbered(Planning& planning, const Node& node,
                      WantedName& wanted) {
  const std::string term = "XPN:" + node.text.substr(1);
  if (!planning.database.term_exists(term)) return {Query::MatchNothing, {}};
  const PersonName name(entity_of(planning.database, term).name);
  if (planning.is_literal(node)) {
    wanted.forms.insert(name.form);
    return {unweighted(Query(term)), {posted_term(name)}};
  }
  const auto terms =
      taken(planning, node, planning.people.family(name), wanted);
  return {any_of(terms, Query::OP_SYNONYM), terms};
}

/// A full name: its family, as written first; where the archive has none, its
/// words.
PersonClause full_name(Planning& planning, const Node& node,
                       const PersonName& name, const Query& phrase,
                       WantedName& wanted) {
  const auto family = planning.people.family(name);
  const auto terms = taken(planning, node, family, wanted);
  if (terms.empty()) return {phrase, {}};
  if (family.ambiguous)
    planning.plan.notes.push_back(
        fmt::format("{} fits several persons", to_query(node)));
  const Query whole = any_of(terms, Query::OP_SYNONYM);
  const Query as_written(Query::OP_SCALE_WEIGHT, phrase, kAsWritten);
  // AND_MAYBE would say the same, but loses stories below AND_NOT.
  return {
      Query(Query::OP_OR, whole, Query(Query::OP_FILTER, as_written, whole)),
      terms};
}

/// A single name: wherever its words are a name's, and who else bears it as
/// the last, however spelt.
PersonClause single_name(Planning& planning, const Node& node,
                         const PersonName& name, const Query& phrase,
                         WantedName& wanted) {
  const auto family = planning.people.bearers(name);
  const auto terms = taken(planning, node, family, wanted);
  Terms others;
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (!holds_words(family.members[i].known->name, name))
      others.push_back(terms[i]);
  if (others.empty()) return {phrase, terms};
  return {Query(Query::OP_OR, phrase,
                Query(Query::OP_SCALE_WEIGHT, any_of(others, Query::OP_SYNONYM),
                      kOtherwise)),
          terms};
}

PersonClause named(Planning& planning, const Node& node, WantedName& wanted) {
  const std::string text = unturned_name(node.text);
  const auto words = name_words(text);
  if (words.empty()) planning.fail("no letter or digit in this name", node);
  planning.add_name(node);
  const Query phrase = phrase_of("XP:", words);
  const PersonName name(text);
  auto clause = planning.is_literal(node) ? PersonClause{phrase, {}}
                : name.full()
                    ? full_name(planning, node, name, phrase, wanted)
                    : single_name(planning, node, name, phrase, wanted);
  // A full name that was found marks what it is taken for, no more.
  if (wanted.forms.empty() || !name.full()) wanted.words = words;
  if (words.size() == 1) clause.terms.push_back("XP:" + words.front());
  return clause;
}

}  // namespace

PersonClause person_clause(Planning& planning, const Node& node) {
  if (is_pattern(node)) return {name_pattern(planning, node), {}};
  WantedName wanted{EntityKind::kPerson, {}, {}, {}, planning.new_term()};
  auto clause = node.text.starts_with('#') ? numbered(planning, node, wanted)
                                           : named(planning, node, wanted);
  planning.plan.wanted.names.push_back(std::move(wanted));
  return clause;
}

}  // namespace broadsheet
