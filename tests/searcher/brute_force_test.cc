// Every query of up to three clauses over a small archive finds just what a
// naive reading of the stories finds.
#include <xapian.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/index/analysis.h"
#include "common/index/fields.h"
#include "common/index/names.h"
#include "common/index/stems.h"
#include "common/text/fold.h"
#include "indexer/bulk/reference.h"
#include "indexer/document.h"
#include "searcher/lexicon.h"
#include "searcher/plan.h"
#include "searcher/query/parser.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

// ---- The archive: few words, many combinations.

Entity person(const std::string& name, Mention mention) {
  Entity entity;
  entity.name = name;
  entity.spellings = {name};
  entity.mentions = {mention};
  return entity;
}

Story story(int number, const std::string& headline, const std::string& body,
            Date date) {
  Story made;
  made.id = std::to_string(number);
  made.language = "en";
  made.article.headline = headline;
  made.article.body = body;
  made.article.date = date;
  made.article.source = number % 2 == 0 ? "Even Post" : "Odd Times";
  const std::string name = "Ann Lee";
  if (const auto at = body.find(name); at != std::string::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    made.entities.push_back(person(
        name,
        {Zone::kBody, begin, begin + static_cast<std::uint32_t>(name.size())}));
  }
  return made;
}

std::vector<Story> make_stories() {
  const std::vector<std::string> headlines = {"", "Talks in Cairo", "No talks",
                                              "The U.S. and al-Sissi", "Dams"};
  const std::vector<std::string> bodies = {
      "Talks ended in Cairo.",
      "Ann Lee talked.\nThe dam in Cairo ended.",
      "The dam. The talks.",
      "Lee and Ann ended the talk in the U.S. dam",
      "Cairo, Cairo; dam\ndam talks Ann Lee",
      "Al-Sissi's talks ended 1,750 talks"};
  const std::vector<Date> dates = {Date::of(1987, 2, 26), Date::of(1987, 3),
                                   Date::of(1988), Date{}};
  std::vector<Story> stories;
  for (const auto& headline : headlines)
    for (const auto& body : bodies)
      stories.push_back(story(static_cast<int>(stories.size()), headline, body,
                              dates[stories.size() % dates.size()]));
  return stories;
}

ArchiveSet index_of(const std::vector<Story>& stories) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  DocumentMaker maker("test");
  for (const auto& one : stories) {
    IndexDocument made = maker.make(one);
    made.data = one.id;
    database.add_document(bulk::to_xapian(made));
  }
  ArchiveSet archives;
  archives.database = database;
  archives.lexicon = std::make_shared<Lexicon>(database);
  return archives;
}

// ---- The naive reader.

struct Word {
  Position position;
  std::string term, stem;
};

std::vector<Word> words_at(const std::string& text, Position first) {
  std::vector<Word> words;
  Stemmer stemmer("en");
  Tokenizer tokenizer(text, first);
  for (Token token; tokenizer.next(token);)
    words.push_back({token.position, std::string(token.term()),
                     std::string(stemmer.stem(token))});
  return words;
}

class NaiveReader {
 public:
  explicit NaiveReader(const Story& story)
      : story_(story),
        headline_(words_at(story.article.headline, kHeadlineStart)),
        body_(words_at(story.article.body, kBodyStart)) {}

  bool finds(const Node& node) const {
    switch (node.kind) {
      case NodeKind::kAll:
        return true;
      case NodeKind::kWord:
      case NodeKind::kPhrase:
        return finds_text(node);
      case NodeKind::kWildcard:
        return any_word(node, [&](const Word& word) {
          const auto head = fold(node.text.substr(0, node.text.size() - 1));
          return word.term.starts_with(head);
        });
      case NodeKind::kDate:
        return in_period(node);
      case NodeKind::kUndated:
        return !story_.article.date;
      case NodeKind::kNot:
        return !finds(node.children[0]);
      case NodeKind::kNear:
        return near(node, false);
      case NodeKind::kAdj:
        return near(node, true);
      case NodeKind::kAnd:
        return std::ranges::all_of(
            node.children, [&](const Node& child) { return finds(child); });
      case NodeKind::kOr:
        return std::ranges::any_of(
            node.children, [&](const Node& child) { return finds(child); });
      case NodeKind::kHas:
      case NodeKind::kFuzzy:
        break;
    }
    FAIL("the naive reader was given " << to_string(node));
    return false;
  }

 private:
  bool finds_text(const Node& node) const {
    if (node.field != nullptr && node.field->kind == FieldKind::kPerson)
      return finds_person(node.text);
    if (node.field != nullptr && node.field->kind == FieldKind::kLabel)
      return fold_name(story_.article.source) == fold_name(node.text);
    const auto wanted = words_at(node.text, 1);
    for (const auto* zone : zones(node)) {
      if (wanted.size() == 1 && node.kind == NodeKind::kWord) {
        for (const auto& word : *zone)
          if (word.stem == wanted[0].stem) return true;
      } else if (has_row(*zone, wanted)) {
        return true;
      }
    }
    return false;
  }

  bool finds_person(const std::string& name) const {
    const auto wanted = name_words(name);
    return std::ranges::any_of(story_.entities, [&](const Entity& entity) {
      const auto words = name_words(entity.name);
      return std::ranges::search(words, wanted).begin() != words.end();
    });
  }

  std::vector<const std::vector<Word>*> zones(const Node& node) const {
    if (node.field == nullptr) return {&headline_, &body_};
    if (node.field->name == "headline") return {&headline_};
    return {&body_};
  }

  static bool has_row(const std::vector<Word>& zone,
                      const std::vector<Word>& wanted) {
    for (std::size_t at = 0; at + wanted.size() <= zone.size(); ++at) {
      bool row = true;
      for (std::size_t i = 0; i < wanted.size(); ++i)
        row &= zone[at + i].term == wanted[i].term &&
               zone[at + i].position == zone[at].position + i;
      if (row) return true;
    }
    return false;
  }

  bool any_word(const Node& node, auto&& accept) const {
    return std::ranges::any_of(zones(node), [&](const auto* zone) {
      return std::ranges::any_of(*zone, accept);
    });
  }

  std::vector<Position> places(const Node& node) const {
    std::vector<Position> found;
    for (const auto* zone : zones(node))
      for (const auto& word : *zone)
        if (word.term == fold(node.text)) found.push_back(word.position);
    return found;
  }

  bool near(const Node& node, bool ordered) const {
    for (const auto a : places(node.children[0]))
      for (const auto b : places(node.children[1])) {
        const auto distance = static_cast<int>(b) - static_cast<int>(a);
        if (ordered ? distance > 0 && distance <= node.distance
                    : distance != 0 && std::abs(distance) <= node.distance)
          return true;
      }
    return false;
  }

  bool in_period(const Node& node) const {
    const Date& date = story_.article.date;
    if (!date) return false;
    const bool from =
        !node.from || compact(date.first_day()) >= compact(node.from);
    const bool to = !node.to || compact(date.last_day()) <= compact(node.to);
    return from && to;
  }

  const Story& story_;
  std::vector<Word> headline_, body_;
};

std::set<std::string> found_by(const ArchiveSet& archives, const Query& query) {
  Xapian::Enquire enquire(archives.database);
  enquire.set_query(plan(query, archives, {}).query);
  const auto all = archives.database.get_doccount();
  const auto page = enquire.get_mset(0, all, all);
  CHECK(page.get_matches_estimated() == page.size());
  std::set<std::string> ids;
  for (auto at = page.begin(); at != page.end(); ++at)
    ids.insert(at.get_document().get_data());
  return ids;
}

const std::vector<std::string> kClauses = {"talks",
                                           "talk",
                                           "cairo",
                                           "dam",
                                           "the",
                                           "ended",
                                           "lee",
                                           "absent",
                                           "al-Sissi",
                                           "U.S.",
                                           "1750",
                                           "\"the dam\"",
                                           "\"dam in cairo\"",
                                           "headline:talks",
                                           "body:dams",
                                           "headline:\"no talks\"",
                                           "body:\"ann lee\"",
                                           "person:lee",
                                           "person:\"ann lee\"",
                                           "source:\"odd times\"",
                                           "date:1987",
                                           "date:1987-03",
                                           "date:none",
                                           "dam*",
                                           "after:1987-02",
                                           "before:1988",
                                           "cairo NEAR/3 dam",
                                           "talks ADJ/2 ended",
                                           "lee NEAR/1 ann",
                                           "*"};

}  // namespace

TEST_CASE("every query of up to three clauses agrees with a naive reader") {
  const auto stories = make_stories();
  const auto archives = index_of(stories);
  std::vector<NaiveReader> readers(stories.begin(), stories.end());

  const auto check = [&](const std::string& typed) {
    const Query query = parse_query(typed, {});
    std::set<std::string> expected;
    for (std::size_t i = 0; i < stories.size(); ++i)
      if (readers[i].finds(query.root)) expected.insert(stories[i].id);
    if (const auto actual = found_by(archives, query); actual != expected) {
      CAPTURE(typed, to_string(query.root), expected, actual);
      FAIL_CHECK("found other stories than a naive reader");
    }
  };

  for (const auto& a : kClauses) {
    check(a);
    check("NOT (" + a + ")");
    for (const auto& b : kClauses) {
      for (const auto* join : {" AND ", " OR ", " NOT "})
        check("(" + a + ")" + join + "(" + b + ")");
      for (const auto& c : kClauses) {
        if (&c < &b) continue;  // AND and OR do not mind the order
        check("(" + a + ") AND ((" + b + ") OR (" + c + "))");
        check("(" + a + ") NOT ((" + b + ") AND (" + c + "))");
      }
    }
  }
}

TEST_CASE("bare words agree with a naive reader under both rules") {
  const auto stories = make_stories();
  const auto archives = index_of(stories);
  for (const auto* typed :
       {"talks cairo", "talks cairo dam ended", "talks cairo dam ended lee",
        "absent talks", "talks cairo dam ended absent", "person:lee talks dam",
        "a b c d e source:\"odd times\""}) {
    const Query query = parse_query(typed, {});
    std::set<std::string> expected;
    for (const auto& one : stories)
      if (NaiveReader(one).finds(query.root)) expected.insert(one.id);
    CAPTURE(typed, to_string(query.root));
    CHECK(found_by(archives, query) == expected);
  }
}

}  // namespace broadsheet
