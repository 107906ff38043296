#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
using test::Reading;
using test::reading;

namespace {

std::string story(const std::string& title) {
  return R"({"title": ")" + title + R"(", "text": "Body of )" + title +
         R"(."})";
}

std::vector<std::string> headlines(const Reading& result) {
  std::vector<std::string> found;
  for (const Article& article : result.stories) {
    found.push_back(article.headline);
  }
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("feeds and answers of APIs wrap their stories in a list") {
  const Reading feed = reading("x.json", R"({"version":
"https://jsonfeed.org/version/1.1","title":"The Ledger","items":[
  {"id":"1","title":"Mole closed","content_html":"<p>One.</p><p>Two.</p>",
"date_published":"2024-02-08T11:44:36-05:00","authors":[{"name":"Jane Doe"}]},
  {"id":"2","content_text":"No headline."},{"id":"3"}]})");
  REQUIRE(feed.stories.size() == 2);
  CHECK(feed.stories[0].headline == "Mole closed");
  CHECK(feed.stories[0].byline == "Jane Doe");
  CHECK(feed.stories[0].body == "One.\nTwo.");
  CHECK(feed.stories[0].source == "The Ledger");
  CHECK(to_string(feed.stories[0].date) == "2024-02-08");
  CHECK(feed.stories[1].fragment == "2");
  REQUIRE(feed.skips.size() == 1);
  CHECK(feed.skips[0].record == "record 3");

  const Reading hits = reading("x.json", R"({"hits":{"total":1,"hits":[
{"_id":"7","_source":{"headline":"Mole closed","text":"One."}}]}})");
  REQUIRE(hits.stories.size() == 1);
  CHECK(hits.stories[0].headline == "Mole closed");
}

TEST_CASE("front matter may be TOML, and lists hold commas and names") {
  const Article toml = reading("x.md", R"(+++
title = "Mole closed"
date = 2024-02-08T11:44:36-05:00
authors = ["Jane Doe", "John Roe"]
+++
The mole is closed.
)")
                           .stories.at(0);
  CHECK(toml.headline == "Mole closed");
  CHECK(toml.byline == "Jane Doe; John Roe");
  CHECK(to_string(toml.date) == "2024-02-08");
  CHECK(toml.body == "The mole is closed.");

  const Article yaml = reading("x.md", R"(---
title: "Vik: mole closed"
author:
  - Jane Doe
  - name: John Roe
tags: [coast, "moles, old"]
---
The mole is closed.
)")
                           .stories.at(0);
  CHECK(yaml.headline == "Vik: mole closed");
  CHECK(yaml.byline == "Jane Doe; John Roe");
  CHECK(yaml.topics == std::vector<std::string>{"coast", "moles, old"});
}

TEST_CASE("stories are found in JSON however it is wrapped") {
  const std::string a = story("A");
  const std::string b = story("B");
  struct Case {
    const char* why;
    std::string bytes;
    Names headlines;
  };
  const Case cases[] = {
      {"one object", a, {"A"}},
      {"an array", "[" + a + "," + b + "]", {"A", "B"}},
      {"a byte order mark", "\xEF\xBB\xBF[" + a + "]", {"A"}},
      {"lines", a + "\n" + b + "\n", {"A", "B"}},
      {"lines with blanks", a + "\n\n" + b, {"A", "B"}},
      {"a wrapper",
       R"({"count": 2, "articles": [)" + a + ", " + b + "]}",
       {"A", "B"}},
      {"a wrapper in a wrapper",
       R"({"status": "ok", "response": {"docs": [)" + a + "]}}",
       {"A"}},
      {"a list inside a story is no wrapper",
       R"({"title": "A", "items": [{"title": "no story"}], "text": "x"})",
       {"A"}},
      {"braces and quotes in strings",
       R"([{"title": "A }{ \" ]", "text": "x"}, {"title": "B", "text": ""}])",
       {"A }{ \" ]", "B"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Reading result = reading("x.json", c.bytes);
    CHECK(result.format == "json");
    CHECK(headlines(result) == c.headlines);
    CHECK(result.skips.empty());
  }
}

TEST_CASE("a broken record costs itself and no neighbour") {
  const std::string a = story("A");
  const std::string b = story("B");
  struct Case {
    const char* why;
    std::string bytes;
    std::size_t line;  ///< of the problem
  };
  const Case cases[] = {
      {"a bad value", "[" + a + ",\n{\"title\": tru},\n" + b + "]", 2},
      {"a line cut short", a + "\n{\"title\": \"C\", \"te\n" + b + "\n", 2},
      {"a brace missing",
       "[\n " + a + ",\n {\"title\": \"C\", \"x\": {\"y\": 1},\n " + b + "\n]",
       3},
      {"a number too long",
       "[" + a + ",\n{\"n\": 9" + std::string(999, '9') + "},\n" + b + "]", 2},
      {"neither text nor headline", "[" + a + ",\n{\"id\": 7},\n" + b + "]", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Reading result = reading("x.json", c.bytes);
    CHECK(headlines(result) == Names{"A", "B"});
    REQUIRE(result.skips.size() == 1);
    CHECK(result.skips[0].line == c.line);
    CHECK(result.skips[0].record == "record 2");
    CHECK(result.skips[0].lost);
  }
}

TEST_CASE("a file cut off in its last record keeps the others") {
  const Reading result = reading("x.json", "[" + story("A") + ",{\"title\":");
  CHECK(headlines(result) == Names{"A"});
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].why == "unterminated object");
}

TEST_CASE("fields are known under the names that dumps give them") {
  struct Case {
    const char* record;
    std::string Article::*field;
    const char* value;
  };
  const Case cases[] = {
      {R"("maintext": "x")", &Article::body, "x"},
      {R"("articleBody": ["a", "b"])", &Article::body, "a\nb"},
      {R"("content": {"rendered": "<p>a</p><p>b &amp; c</p>"})", &Article::body,
       "a\nb & c"},
      {R"("description": "lead only")", &Article::body, "lead only"},
      {R"("text": "a b\n\nc\td")", &Article::body, "a b\nc d"},
      {R"("authors": ["Jane Doe", "John Roe"])", &Article::byline,
       "Jane Doe; John Roe"},
      {R"("author": {"name": "Jane Doe"})", &Article::byline, "Jane Doe"},
      {R"("byline": {"original": "By Jane Doe"})", &Article::byline,
       "Jane Doe"},
      {R"("source": {"name": "The Ledger"})", &Article::source, "The Ledger"},
      {R"("source_domain": "ledger.example")", &Article::source,
       "ledger.example"},
      {R"("url": "https://www.ledger.example/1")", &Article::source,
       "ledger.example"},
      {R"("meta_lang": "en-US")", &Article::language, "en"},
      {R"("language": "German")", &Article::language, "de"},
      {R"("id": 1234)", &Article::source_id, "1234"},
      {R"("fingerprint": "b4c1d97e")", &Article::source_id, ""},
      {R"("article_id": null, "uuid": "u-1")", &Article::source_id, "u-1"},
      {R"("canonical_link": "https://a.example/x")", &Article::url,
       "https://a.example/x"},
      {R"("text": "CAIRO (AP) -- A wall.")", &Article::dateline, "CAIRO (AP)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.record);
    const Reading result =
        reading("x.json", std::string(R"({"title": "T", )") + c.record + "}");
    REQUIRE(result.stories.size() == 1);
    CHECK(result.stories[0].*c.field == c.value);
  }
}

TEST_CASE("a story in pieces") {
  const Reading post = reading("x.json", R"({"id":"1","title":"Mole closed",
"published_date":1326146400000,"contents":[{"content":"Coast","type":"kicker"},
  {"content":"Mole closed","type":"title"},{"type":"image","fullcaption":"A mole"},
  null,{"content":"It <b>fell</b>.","type":"sanitized_html"},
  {"content":"Nobody was hurt.","type":"sanitized_html"}]})");
  REQUIRE(post.stories.size() == 1);
  CHECK(post.stories[0].section == "Coast");
  CHECK(post.stories[0].body == "It fell.\nNobody was hurt.");
  const Reading other =
      reading("x.json", R"({"headlines":{"basic":"Mole closed"},
"display_date":"2024-02-08T10:00:00Z","credits":{"by":[{"name":"Jane Doe"}]},
"taxonomy":{"primary_section":{"name":"Coast"},"tags":[{"text":"moles"}]},
"content_elements":[{"type":"text","content":"<p>It fell.</p>"},{"type":"image"},
  {"type":"header","content":"Repairs"}]})");
  REQUIRE(other.stories.size() == 1);
  CHECK(other.stories[0].headline == "Mole closed");
  CHECK(other.stories[0].byline == "Jane Doe");
  CHECK(other.stories[0].section == "Coast");
  CHECK(other.stories[0].topics == std::vector<std::string>{"moles"});
  CHECK(to_string(other.stories[0].date) == "2024-02-08");
  CHECK(other.stories[0].body == "It fell.\nRepairs");
}

TEST_CASE("dates in JSON are of all kinds") {
  struct Case {
    const char* record;
    const char* date;
    const char* rejected;
  };
  const Case cases[] = {
      {R"("date_publish": "2024-02-08 18:20:00")", "2024-02-08", ""},
      {R"("published": 1707350400)", "2024-02-08", ""},
      {R"("timestamp": 1707350400000)", "2024-02-08", ""},
      {R"("publish_date": {"$date": 1707350400000}, "date": "July 1, 2012")",
       "2024-02-08", ""},
      {R"("date_download": "2025-01-14", "crawled_at": "2025-01-14")", "", ""},
      {R"("date": "2999-01-01")", "", "2999-01-01"},
      {R"("date": "n/a")", "", "n/a"},
      {R"("date": null)", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.record);
    const Reading result =
        reading("x.json", std::string(R"({"title": "T", )") + c.record + "}");
    REQUIRE(result.stories.size() == 1);
    CHECK(to_string(result.stories[0].date) == c.date);
    CHECK(result.stories[0].date_rejected == c.rejected);
  }
}

TEST_CASE("a map names the fields of any other JSON") {
  ReadOptions options;
  options.field_map = {{"headline", "inhalt.kopf"},
                       {"body", "inhalt.absaetze"},
                       {"date", "wann"}};
  const Reading result = reading(
      "x.json",
      R"({"title": "no", "inhalt": {"kopf": "Ja", "absaetze": ["a", "b"]},
          "wann": "8. Februar 2024"})",
      options);
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].headline == "Ja");
  CHECK(result.stories[0].body == "a\nb");
  CHECK(to_string(result.stories[0].date) == "2024-02-08");
}

TEST_CASE("a fragment is the record's own id if it is a clean one") {
  const Reading result =
      reading("x.jsonl",
              "{\"id\": \"abc-1\", \"title\": \"A\"}\n"
              "{\"id\": \"https://a.example/?x=1#y\", \"title\": \"B\"}\n"
              "{\"title\": \"C\"}\n");
  REQUIRE(result.stories.size() == 3);
  CHECK(result.stories[0].fragment == "abc-1");
  CHECK(result.stories[1].fragment == "2");
  CHECK(result.stories[2].fragment == "3");
  CHECK(reading("x.json", R"({"id": "a", "title": "A"})")
            .stories.at(0)
            .fragment.empty());
}

TEST_CASE("Python's NaN is no reason to lose a story") {
  const Reading result = reading(
      "x.json", R"({"title": "NaN said", "score": NaN, "y": -Infinity})");
  CHECK(headlines(result) == Names{"NaN said"});
}

TEST_CASE("a schema is told apart from stories") {
  const Reading result = reading(
      "x.json", R"({"$schema": "https://json-schema.org/draft", "title": )"
                R"("News", "properties": {"uri": {"type": "string"}}})");
  CHECK(result.stories.empty());
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].why == "a JSON schema, no story");
}

TEST_CASE("ninjs 2 and 3 is known by its standard") {
  const Reading result = reading(
      "x.json", R"({"standard": {"name": "ninjs", "version": "2.1"}, "uri": )"
                R"("urn:x:1", "headlines": [{"role": "sub", "value": "Later"},)"
                R"({"role": "main", "value": "Mole closed"}], )"
                R"("contentcreated": "2022-04-21T12:00:00+00:00"})");
  CHECK(result.format == "ninjs");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].headline == "Mole closed");
  CHECK(to_string(result.stories[0].date) == "2022-04-21");
}
