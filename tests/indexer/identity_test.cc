#include "indexer/identity.h"

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a story's id is its source's own, or where it lies") {
  struct Row {
    std::string_view own, source, url, fragment;
    std::string_view id;
  };
  const Row rows[] = {
      // Qualified by the outlet, so that "1234" of two outlets stay two.
      {"1234", "Demo Wire", "", "1", "demo_wire:1234"},
      {"1234", "D\u00C9MO-wire!", "", "", "demo_wire:1234"},
      {"1234", "", "https://www.demo.example/a", "", "demo.example:1234"},
      {"1234", "", "", "1", "news:1234"},
      {"sports:1234", "Demo", "", "", "demo:sports:1234"},
      {"2024:15", "Demo", "", "", "demo:2024:15"},
      {"12 34\t5", "Demo", "", "", "demo:12_34_5"},
      // Unique by themselves, whoever gave them.
      {"urn:newsml:demo.example:1987:1", "Demo", "", "",
       "urn:newsml:demo.example:1987:1"},
      {"tag:demo.example,1987:1", "Demo", "", "", "tag:demo.example,1987:1"},
      {"https://demo.example/?p=1", "Demo", "", "",
       "https://demo.example/?p=1"},
      {"nyt://article/12", "NYT", "", "", "nyt://article/12"},
      {"6f1c9d3e-0000-4000-8000-123456789abc", "Demo", "", "",
       "6f1c9d3e-0000-4000-8000-123456789abc"},
      {"6f1c9d3e", "Demo", "", "", "demo:6f1c9d3e"},  // too short for a GUID
      // None that could be another's version.
      {"x@2", "Demo", "", "", "demo:x%402"},
      {"x@1.10", "Demo", "", "", "demo:x%401.10"},
      {"x@final", "Demo", "", "", "demo:x%40final"},
      {"x@mail.example", "Demo", "", "", "demo:x@mail.example"},
      {"", "", "https://demo.example/@ann/12", "",
       "https://demo.example/@ann/12"},
      // Without an id of its own: the address, or else the origin.
      {"", "Demo", "https://demo.example/a b", "1", "https://demo.example/a_b"},
      {"", "Demo", "", "17", "news/a.jsonl#17"},
      {"", "", "", "", "news/a.jsonl"},
  };
  for (const auto& [own, source, url, fragment, id] : rows) {
    CAPTURE(own, source, url);
    Article article;
    article.source_id = own;
    article.source = source;
    article.url = url;
    article.fragment = fragment;
    article.body = "never looked at";
    CHECK(story_id(article, "News", "news/a.jsonl") == id);
  }
}

TEST_CASE("an id never hangs on the text") {
  Article a, b;
  a.source_id = b.source_id = "7";
  b.headline = "Other";
  b.body = "Other";
  b.date = Date::of(1987);
  CHECK(story_id(a, "r", "f") == story_id(b, "r", "f"));
}
