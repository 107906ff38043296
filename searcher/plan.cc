#include "searcher/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "common/index/names.h"
#include "common/index/stems.h"
#include "common/text/fold.h"
#include "searcher/country_words.h"
#include "searcher/function_words.h"
#include "searcher/names.h"
#include "searcher/people_names.h"
#include "searcher/query/parser.h"
#include "searcher/term_walk.h"
#include "searcher/umlauts.h"

namespace broadsheet {
namespace {

using Xapian::Query;
using Terms = std::vector<std::string>;

constexpr int kDeepest = 1000;
/// A language spoken by fewer of the stories is searched without its stems.
constexpr double kLeastShare = 0.01;
/// What a name as it was typed weighs besides, and one spelt otherwise.
constexpr double kAsWritten = 0.5;
constexpr double kOtherwise = 0.5;
/// What "Syrian" weighs in a query for Syria.
constexpr double kCountryWeight = 0.3;

Query any_of(const Terms& terms, Query::op op = Query::OP_OR) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(op, terms.begin(), terms.end());
}

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query unweighted(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query unweighted(std::string_view prefix, std::string_view value) {
  return unweighted(Query(label_term(prefix, value)));
}

/// The words of a zone in a row; each place may be held by any of its terms.
Query phrase_of(const std::vector<Terms>& places) {
  std::vector<Query> parts;
  for (const auto& terms : places) {
    if (terms.empty()) return Query::MatchNothing;
    parts.push_back(any_of(terms));
  }
  if (parts.size() == 1) return parts.front();
  return Query(Query::OP_PHRASE, parts.begin(), parts.end(),
               static_cast<Xapian::termcount>(parts.size()));
}

Terms prefixed(std::string_view prefix, const Terms& words) {
  Terms terms;
  for (const auto& word : words) terms.push_back(std::string(prefix) + word);
  return terms;
}

Query phrase_of(std::string_view prefix, const Terms& words) {
  std::vector<Terms> places;
  for (auto& term : prefixed(prefix, words)) places.push_back({term});
  return phrase_of(places);
}

/// The parts of a pattern that hyphens and the like divide: "al-sis*".
Terms pattern_parts(const std::string& folded) {
  Terms parts(1);
  for (const char c : folded) {
    const auto u = static_cast<unsigned char>(c);
    const bool in_word =
        u >= 0x80 || std::isalnum(u) != 0 || c == '*' || c == '?' || c == '.';
    if (in_word)
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

/// How the stories' languages bear on words.
struct Languages {
  std::vector<Stemmer> stemmers;
  bool german = false;  ///< is one of them
  Query others;         ///< stories in none of them; empty if there are none
};

Languages languages_of(const Xapian::Database& database) {
  Languages languages;
  Terms others;
  const double all = database.get_doccount();
  const auto end = database.allterms_end("L");
  for (auto term = database.allterms_begin("L"); term != end; ++term) {
    if (term.get_termfreq() < kLeastShare * all) {
      others.push_back(*term);
      continue;
    }
    languages.stemmers.emplace_back((*term).substr(1));
    languages.german |= *term == "Lde";
  }
  if (!others.empty()) languages.others = any_of(others);
  return languages;
}

class Planner {
 public:
  Planner(const std::string& typed, const Xapian::Database& database,
          const PlanOptions& options)
      : typed_(typed),
        database_(database),
        options_(options),
        languages_(languages_of(database)),
        people_(database) {}

  Plan run(const Node& root) {
    const auto query = of(root, 0);
    if (!query) fail("no letter or digit in it: nothing to search for", root);
    plan_.query = plan_.boosts.empty() ? *query
                                       : Query(Query::OP_AND_MAYBE, *query,
                                               any_of(plan_.boosts));
    return std::move(plan_);
  }

 private:
  [[noreturn]] void fail(const std::string& why, const Node& node,
                         const std::string& hint = {}) const {
    throw QueryError(why, typed_, node.column, hint);
  }

  /// Nothing for a word without letter or digit: it is left out.
  std::optional<Query> of(const Node& node, int depth) {
    if (depth > kDeepest)
      fail(fmt::format("nested more than {} levels deep", kDeepest), node);
    switch (node.kind) {
      case NodeKind::kAll:
        return unweighted(Query::MatchAll);
      case NodeKind::kWord:
      case NodeKind::kPhrase:
      case NodeKind::kWildcard:
      case NodeKind::kFuzzy:
        return leaf(node);
      case NodeKind::kDate:
        return date(node);
      case NodeKind::kUndated:
        return Query(Query::OP_AND_NOT, unweighted(Query::MatchAll),
                     Query("XHAS:date"));
      case NodeKind::kHas:
        return unweighted("XHAS:", node.text);
      case NodeKind::kNot:
        return negated(node, depth);
      case NodeKind::kNear:
        return proximity(node, Query::OP_NEAR);
      case NodeKind::kAdj:
        return proximity(node, Query::OP_PHRASE);
      case NodeKind::kAnd:
        return all_of(node, depth);
      case NodeKind::kOr:
        return some_of(node, depth);
    }
    return std::nullopt;
  }

  std::optional<Query> negated(const Node& node, int depth) {
    // What is excluded is neither marked in the stories found nor raises them.
    const Wanted wanted = plan_.wanted;
    const auto boosts = plan_.boosts.size();
    const auto inner = of(node.children.front(), depth + 1);
    plan_.wanted = wanted;
    plan_.boosts.resize(boosts);
    if (!inner) return std::nullopt;
    return Query(Query::OP_AND_NOT, unweighted(Query::MatchAll), *inner);
  }

  std::optional<Query> all_of(const Node& node, int depth) {
    std::optional<Query> query;
    for (const auto& child : node.children)
      if (const auto part = of(child, depth + 1))
        query = query ? Query(Query::OP_AND, *query, *part) : *part;
    return query;
  }

  std::optional<Query> some_of(const Node& node, int depth) {
    std::vector<Query> parts;
    for (const auto& child : node.children)
      if (const auto part = of(child, depth + 1)) parts.push_back(*part);
    if (parts.empty()) return std::nullopt;
    return any_of(parts);
  }

  std::optional<Query> leaf(const Node& node) {
    if (node.field == nullptr) return text(node);
    switch (node.field->kind) {
      case FieldKind::kText:
      case FieldKind::kWords:
        return text(node);
      case FieldKind::kPerson:
        return person(node);
      case FieldKind::kPlace:
        return place(node);
      case FieldKind::kLabel:
        return label(node, fold_name(node.text));
      case FieldKind::kExact:
        return label(node, node.text);
      case FieldKind::kDate:
        break;
    }
    fail(fmt::format("{}: wants a date", node.field->name), node,
         "1987, 1987-03, 1987-03-01..1987-03-31, today, -7d, none");
  }

  // Words.

  struct Target {
    std::string prefix;
    double weight;
    bool stems;
  };

  std::vector<Target> targets(const Node& node) const {
    const auto target = [](const Field& field) {
      return Target{std::string(field.prefix), field.weight,
                    field.kind == FieldKind::kText};
    };
    if (node.field != nullptr) return {target(*node.field)};
    return {target(*find_field("body")), target(*find_field("headline"))};
  }

  std::optional<Query> text(const Node& node) {
    if (const auto plain = without_question_mark(node)) return text(*plain);
    if (const auto plain = without_star(node)) return text(*plain);
    const unsigned term = next_term_++;
    if (is_pattern(node)) {
      if (auto query = pattern(node, term)) return query;
    } else {
      const auto tokens = tokens_of(node.text);
      if (tokens.size() == 1 && node.kind == NodeKind::kWord)
        return word(tokens.front(), node, term);
      if (!tokens.empty()) return words_in_a_row(tokens, node, term);
    }
    plan_.notes.push_back(
        fmt::format("'{}' holds no letter or digit: left out", node.text));
    return std::nullopt;
  }

  /// "cairo?" at the end of a question is no pattern if no word that matches
  /// it is commoner than cairo.
  std::optional<Node> without_question_mark(const Node& node) {
    const auto first = node.text.find_first_of("*?");
    if (node.kind != NodeKind::kWildcard || first + 1 != node.text.size() ||
        node.text.back() != '?')
      return std::nullopt;
    const auto word = fold(node.text.substr(0, first));
    for (const auto& [prefix, weight, stems] : targets(node)) {
      std::size_t stories = 0;
      for (const auto& form : matching(database_, prefix, word + "?").found)
        stories = std::max(stories, form.stories);
      if (stories > database_.get_termfreq(prefix + word)) return std::nullopt;
    }
    Node plain = node;
    plain.kind = NodeKind::kWord;
    plain.text.pop_back();
    plan_.notes.push_back(
        fmt::format("'{}' is read as '{}'", node.text, plain.text));
    return plain;
  }

  /// Where no blank parts the words, all that begins so is found anyway.
  static std::optional<Node> without_star(const Node& node) {
    if (node.kind != NodeKind::kWildcard || !node.text.ends_with('*'))
      return std::nullopt;
    Node plain = node;
    plain.kind = NodeKind::kWord;
    plain.text.pop_back();
    const auto tokens = tokens_of(plain.text);
    const bool pattern = plain.text.find_first_of("*?") != plain.text.npos;
    if (pattern || tokens.empty() ||
        !std::ranges::all_of(tokens, &Token::ideograph))
      return std::nullopt;
    return plain;
  }

  static std::vector<Token> tokens_of(const std::string& text) {
    std::vector<Token> tokens;
    Tokenizer tokenizer(text, 1);
    for (Token token; tokenizer.next(token);) tokens.push_back(token);
    return tokens;
  }

  /// Parts of different zones, each with the weight of its field.
  static Query weighed(const std::vector<std::pair<Query, double>>& zones) {
    std::vector<Query> parts;
    for (const auto& [query, weight] : zones)
      parts.push_back(
          weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight));
    return any_of(parts);
  }

  std::optional<Query> pattern(const Node& node, unsigned term) {
    Terms forms;
    std::vector<std::pair<Query, double>> zones;
    for (const auto& target : targets(node)) {
      const auto places = expanded(node, target.prefix);
      if (places.empty()) return std::nullopt;
      for (const auto& terms : places)
        for (const auto& form : terms)
          plan_.wanted.words.emplace(form.substr(target.prefix.size()), term);
      if (places.size() == 1)
        forms.insert(forms.end(), places.front().begin(), places.front().end());
      else
        zones.emplace_back(phrase_of(places), target.weight);
    }
    if (!zones.empty()) return weighed(zones);
    if (forms.empty()) return Query::MatchNothing;
    return any_of(forms, Query::OP_SYNONYM);
  }

  Query words_in_a_row(const std::vector<Token>& tokens, const Node& node,
                       unsigned term) {
    Terms words;
    for (const auto& token : tokens) {
      words.push_back(token.term);
      if (node.kind == NodeKind::kWord && !is_function_word(token.term))
        plan_.boosts.push_back(forms_of(token, node));
    }
    plan_.wanted.phrases.emplace_back(words, term);
    std::vector<std::pair<Query, double>> zones;
    for (const auto& target : targets(node))
      zones.emplace_back(phrase_of(target.prefix, words), target.weight);
    return weighed(zones);
  }

  /// One bare word. Function words find, but do not weigh; what else is said
  /// of a country raises a story that speaks of it.
  Query word(const Token& token, const Node& node, unsigned term) {
    plan_.wanted.words.emplace(token.term, term);
    if (!is_plain(node) && has_stems(node))
      for (const auto& spelling : spellings_of(token))
        for (auto& stemmer : languages_.stemmers)
          plan_.wanted.stems.emplace(stemmer.stem(spelling), term);
    const Query query = forms_of(token, node);
    if (is_function_word(token.term)) return unweighted(query);
    if (!is_plain(node) && node.field == nullptr)
      for (const auto kin : country_words(token.term))
        plan_.boosts.push_back(
            Query(Query::OP_SCALE_WEIGHT,
                  forms_of(tokens_of(std::string(kin)).front(), node),
                  kCountryWeight));
    return query;
  }

  bool is_plain(const Node& node) const {
    return options_.exact || node.literal;
  }
  bool has_stems(const Node& node) const {
    return node.field == nullptr || node.field->kind == FieldKind::kText;
  }

  /// The word and, where stories are in German, its other spelling.
  std::vector<Token> spellings_of(const Token& token) const {
    std::vector<Token> spellings = {token};
    if (!token.stemmable || !languages_.german) return spellings;
    if (const auto other = other_umlauts(token.lower))
      spellings.push_back(tokens_of(*other).front());
    return spellings;
  }

  /// A word or any of its stems in the languages of the archive: one term to
  /// ranking, in whatever zone, so that a mention in the headline counts as one
  /// in the text and rarity is that of the word.
  Query forms_of(const Token& token, const Node& node) {
    std::set<std::string> words, stems;
    const auto spellings = spellings_of(token);
    for (const auto& target : targets(node)) {
      words.insert(target.prefix + token.term);
      for (const auto& spelling : spellings)
        for (auto& stemmer : languages_.stemmers)
          stems.insert("Z" + target.prefix + stemmer.stem(spelling));
    }
    const auto one_of = [](const std::set<std::string>& forms) {
      return any_of(Terms(forms.begin(), forms.end()), Query::OP_SYNONYM);
    };
    if (is_plain(node) || !has_stems(node)) return one_of(words);
    if (languages_.others.empty()) return one_of(stems);
    if (stems.empty()) return one_of(words);
    return Query(Query::OP_OR, one_of(stems),
                 Query(Query::OP_FILTER, one_of(words), languages_.others));
  }

  /// The terms that a pattern or a fuzzy word stands for, by place in it.
  std::vector<Terms> expanded(const Node& node, const std::string& prefix) {
    std::vector<Terms> places;
    Expansion expansion{to_query(node), {}, false};
    for (const auto& part : parts_of(node)) {
      const bool exact = node.kind == NodeKind::kWildcard &&
                         part.find_first_of("*?") == std::string::npos;
      if (exact) {
        places.push_back({prefix + part});
        continue;
      }
      const auto forms = node.kind == NodeKind::kWildcard
                             ? matching(database_, prefix, part)
                             : near(database_, prefix, part, node.distance);
      Terms terms;
      for (const auto& form : forms.found) {
        terms.push_back(prefix + form.text);
        expansion.forms.emplace_back(form.text, form.stories);
      }
      expansion.cut |= forms.cut;
      places.push_back(std::move(terms));
    }
    add_expansion(std::move(expansion));
    return places;
  }

  Terms parts_of(const Node& node) const {
    return node.kind == NodeKind::kWildcard ? pattern_parts(fold(node.text))
                                            : words_of(node.text);
  }

  /// Headline and body expand the same clause: their forms join.
  void add_expansion(Expansion&& expansion) {
    const auto same = std::ranges::find(plan_.expansions, expansion.clause,
                                        &Expansion::clause);
    if (same == plan_.expansions.end()) {
      plan_.expansions.push_back(std::move(expansion));
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

  // Names.

  Query pattern_name(const Node& node) {
    const auto places = expanded(node, std::string(node.field->prefix));
    if (places.empty()) fail("no letter or digit in this name", node);
    return phrase_of(places);
  }

  bool is_pattern(const Node& node) const {
    return node.kind == NodeKind::kWildcard || node.kind == NodeKind::kFuzzy;
  }

  bool widens(const Node& node) const {
    return !options_.exact && !node.literal;
  }

  /// A person clause: what finds it, and what may stand at one place of NEAR.
  struct PersonClause {
    Query whole;
    Terms terms;  ///< none: the last of the words, and the whole besides
  };

  Query person(const Node& node) {
    if (is_pattern(node)) return pattern_name(node);
    return person_clause(node).whole;
  }

  PersonClause person_clause(const Node& node) {
    WantedName wanted{EntityKind::kPerson, {}, {}, {}, next_term_++};
    PersonClause clause;
    if (node.text.starts_with('#')) {
      clause = numbered_person(node, wanted);
    } else {
      const auto words = name_words(node.text);
      if (words.empty()) fail("no letter or digit in this name", node);
      note_name(node);
      const Query phrase = phrase_of("XP:", words);
      const PersonName name(node.text);
      clause = !widens(node) ? PersonClause{phrase, {}}
               : name.full() ? full_name(node, name, phrase, wanted)
                             : single_name(node, name, phrase, wanted);
      // A full name that was found marks what it is taken for, no more.
      if (wanted.forms.empty() || !name.full()) wanted.words = words;
      if (words.size() == 1) clause.terms.push_back("XP:" + words.front());
    }
    plan_.wanted.names.push_back(std::move(wanted));
    return clause;
  }

  /// The row of people that a canonical name is in.
  PersonClause numbered_person(const Node& node, WantedName& wanted) {
    const std::string term = "XPN:" + node.text.substr(1);
    if (!database_.term_exists(term)) return {Query::MatchNothing, {}};
    const PersonName name(entity_of(database_, term).name);
    if (!widens(node)) {
      wanted.forms.insert(name.form);
      return {unweighted(Query(term)), {posted_term(name)}};
    }
    const auto terms = taken(node, people_.family(name), wanted);
    return {any_of(terms, Query::OP_SYNONYM), terms};
  }

  /// A full name: its family, as written first; where the archive has none, its
  /// words.
  PersonClause full_name(const Node& node, const PersonName& name,
                         const Query& phrase, WantedName& wanted) {
    const auto family = people_.family(name);
    const auto terms = taken(node, family, wanted);
    if (terms.empty()) return {phrase, {}};
    if (family.ambiguous)
      plan_.notes.push_back(
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
  PersonClause single_name(const Node& node, const PersonName& name,
                           const Query& phrase, WantedName& wanted) {
    const auto family = people_.bearers(name);
    const auto terms = taken(node, family, wanted);
    Terms others;
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (!holds_words(family.members[i].known->name, name))
        others.push_back(terms[i]);
    if (others.empty()) return {phrase, terms};
    return {Query(Query::OP_OR, phrase,
                  Query(Query::OP_SCALE_WEIGHT,
                        any_of(others, Query::OP_SYNONYM), kOtherwise)),
            terms};
  }

  /// The terms of a family, whose members are marked and told.
  Terms taken(const Node& node, const NameFamily& family, WantedName& wanted) {
    Terms terms;
    Expansion expansion{to_query(node), {}, false};
    for (const auto& [known, match] : family.members) {
      terms.push_back(posted_term(known->name));
      wanted.forms.insert(known->name.form);
      expansion.forms.emplace_back(known->name.form, known->stories);
    }
    add_expansion(std::move(expansion));
    return terms;
  }

  struct PlacePrefixes {
    std::string_view names, ids;
  };
  static PlacePrefixes place_prefixes(const Field& field) {
    return field.name == "dateline" ? PlacePrefixes{"XDN:", "XDI:"}
                                    : PlacePrefixes{"XLN:", "XLI:"};
  }

  Query place(const Node& node) {
    if (is_pattern(node)) return pattern_name(node);
    const auto [names, ids] = place_prefixes(*node.field);
    WantedName wanted{EntityKind::kPlace, {}, {}, {}, next_term_++};
    if (node.text.starts_with('#')) {
      const std::string id = node.text.substr(1);
      wanted.places.insert(place_number(id));
      plan_.wanted.names.push_back(wanted);
      return unweighted(ids, id);
    }
    if (words_of(node.text).empty())
      fail("no letter or digit in this name", node);
    if (node.field->name == "place") note_name(node);
    const auto found = widens(node) ? places_named(database_, names, node.text)
                                    : NamedPlaces{words_of(node.text), {}};
    std::vector<Query> parts;
    if (!found.words.empty())
      parts.push_back(phrase_of(node.field->prefix, found.words));
    Expansion expansion{to_query(node), {}, false};
    for (const auto& named : found.places) {
      parts.push_back(unweighted(ids, named.id));
      wanted.places.insert(place_number(named.id));
      expansion.forms.emplace_back(named.label, named.stories);
    }
    wanted.words = found.words;
    plan_.wanted.names.push_back(std::move(wanted));
    add_expansion(std::move(expansion));
    return parts.empty() ? Query::MatchNothing : any_of(parts);
  }

  void note_name(const Node& node) {
    plan_.names.push_back({to_query(node), node.text});
  }

  // Labels, dates.

  Query label(const Node& node, const std::string& value) {
    const std::string prefix(node.field->prefix);
    if (is_pattern(node)) {
      const bool exact = node.field->kind == FieldKind::kExact;
      const std::string pattern = exact ? node.text : fold(node.text);
      const auto forms = node.kind == NodeKind::kWildcard
                             ? matching(database_, prefix, pattern)
                             : near(database_, prefix, pattern, node.distance);
      Terms terms;
      Expansion expansion{to_query(node), {}, forms.cut};
      for (const auto& form : forms.found) {
        terms.push_back(prefix + form.text);
        expansion.forms.emplace_back(form.text, form.stories);
      }
      add_expansion(std::move(expansion));
      return terms.empty() ? Query::MatchNothing : unweighted(any_of(terms));
    }
    if (value.empty()) fail("no letter or digit in this value", node);
    return unweighted(prefix, value);
  }

  Query date(const Node& node) {
    if (node.field != nullptr && node.field->slot == kSlotAdded)
      return added(node);
    std::vector<Query> parts = {Query("XHAS:date")};
    const unsigned from_slot =
        options_.loose_dates ? kSlotDateEnd : kSlotDateBegin;
    const unsigned to_slot =
        options_.loose_dates ? kSlotDateBegin : kSlotDateEnd;
    if (node.from)
      parts.push_back({Query::OP_VALUE_GE, from_slot, compact(node.from)});
    if (node.to)
      parts.push_back({Query::OP_VALUE_LE, to_slot, compact(node.to)});
    plan_.dated = true;
    return unweighted(Query(Query::OP_AND, parts.begin(), parts.end()));
  }

  static Query added(const Node& node) {
    const std::string from = node.from ? compact(node.from) : "0";
    const std::string to = node.to ? compact(node.to) + "~" : "~";
    return unweighted(Query(Query::OP_VALUE_RANGE, kSlotAdded, from, to));
  }

  // Proximity.

  /// The terms that may stand at one place of NEAR or ADJ, and what must hold
  /// of the story besides.
  struct Operand {
    Terms terms;
    std::vector<Query> besides;
  };

  std::optional<Query> proximity(const Node& node, Query::op op) {
    std::vector<Query> places, besides;
    for (const auto& child : node.children) {
      Operand found = operand(child);
      if (found.terms.empty()) return Query::MatchNothing;
      places.push_back(any_of(found.terms));
      std::ranges::move(found.besides, std::back_inserter(besides));
    }
    const auto window = static_cast<Xapian::termcount>(
        node.distance + static_cast<int>(places.size()) - 1);
    Query query(op, places.begin(), places.end(), window);
    for (const auto& other : besides)
      query = Query(Query::OP_AND, query, other);
    return query;
  }

  Operand operand(const Node& node) {
    if (node.kind == NodeKind::kOr) {
      Operand all;
      for (const auto& child : node.children) {
        Operand one = operand(child);
        if (!one.besides.empty())
          fail("a name of several words cannot stand in an OR beside NEAR",
               child, "write the NEAR once for each name");
        std::ranges::move(one.terms, std::back_inserter(all.terms));
      }
      return all;
    }
    const bool name =
        node.field != nullptr && node.field->kind == FieldKind::kPerson;
    return name ? near_person(node) : near_words(node);
  }

  Operand near_words(const Node& node) {
    Operand found;
    const unsigned term = next_term_++;
    std::vector<Query> whole;
    for (const auto& target : targets(node)) {
      auto places = places_of(node, target.prefix);
      if (places.empty())
        fail(fmt::format("'{}' holds no letter or digit", node.text), node);
      if (places.size() > 1 && !is_pattern(node))
        plan_.wanted.phrases.emplace_back(words_of(node.text), term);
      else
        for (const auto& terms : places)
          for (const auto& form : terms)
            plan_.wanted.words.emplace(form.substr(target.prefix.size()), term);
      if (places.size() > 1) whole.push_back(phrase_of(places));
      std::ranges::move(places.back(), std::back_inserter(found.terms));
    }
    if (!whole.empty()) found.besides.push_back(any_of(whole));
    return found;
  }

  std::vector<Terms> places_of(const Node& node, const std::string& prefix) {
    if (is_pattern(node)) return expanded(node, prefix);
    std::vector<Terms> places;
    for (auto& term : prefixed(prefix, words_of(node.text)))
      places.push_back({std::move(term)});
    return places;
  }

  Operand near_person(const Node& node) {
    if (is_pattern(node)) return near_words(node);
    auto [whole, terms] = person_clause(node);
    if (!terms.empty()) return {std::move(terms), {}};
    return {{"XP:" + name_words(node.text).back()}, {whole}};
  }

  const std::string& typed_;
  const Xapian::Database& database_;
  const PlanOptions& options_;
  Languages languages_;
  PeopleNames people_;
  Plan plan_;
  unsigned next_term_ = 0;
};

}  // namespace

Plan plan(const broadsheet::Query& query, const Xapian::Database& database,
          const PlanOptions& options) {
  return Planner(query.typed, database, options).run(query.root);
}

}  // namespace broadsheet
