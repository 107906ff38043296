// The bytes of every format, against goldens, and what must hold for any.
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "tests/golden.h"
#include "tests/searcher/render/fixture.h"

namespace broadsheet {
namespace {

using namespace fixture;

RenderOptions terminal() {
  RenderOptions options;
  options.terminal = true;
  options.color = true;
  return options;
}

RenderOptions fields(std::vector<std::string> names) {
  RenderOptions options;
  options.fields = std::move(names);
  return options;
}

/// What a text may hold on a terminal: letters, line ends and our own colours.
bool is_harmless(std::string text) {
  for (const char* code : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m",
                           "\x1b[36m", "\x1b[32m", "\r\n", "\n"}) {
    const std::string_view found = code;
    for (auto at = text.find(code); at != text.npos; at = text.find(code))
      text.erase(at, found.size());
  }
  return shown(text, Hidden::kVisible) == text;
}

TEST_CASE("find, format by format") {
  for (const std::string format :
       {"text", "json", "jsonl", "csv", "trec", "ids", "rss"}) {
    const auto output = render(format, answer(), hits());
    check_golden("render/find_" + format + ".txt", output);
    CHECK(valid_utf8(output));
  }
}

TEST_CASE("find on a terminal") {
  check_golden("render/find_terminal.txt",
               render("text", answer(), hits(), terminal()));
}

TEST_CASE("find in a narrow window") {
  RenderOptions narrow;
  narrow.width = 44;
  check_golden("render/find_narrow.txt",
               render("text", answer(), hits(), narrow));
}

TEST_CASE("a headline that shows nothing is none") {
  Hit hit;
  hit.headline = "\u00AD";
  const auto output = render("text", answer(), {hit}, terminal());
  CHECK(output.find("(no headline)") != output.npos);
}

TEST_CASE("pages say where they are") {
  struct Case {
    std::size_t total, offset, shown;
    std::string summary;
  };
  const Case cases[] = {
      {1, 0, 1, "1 story\n"},
      {21, 0, 10, "21 stories, showing 1-10\n"},
      {21, 20, 1, "21 stories, showing 21-21\n"},
      {1234567, 30, 0, "1,234,567 stories\n"},  // --limit 0
      {21, 30, 0, "21 stories, none after the first 30\n"},
      {0, 30, 0, "No stories found.\n"},
  };
  for (const auto& c : cases) {
    Answer said;
    said.understood = "x";
    said.total = c.total;
    said.offset = c.offset;
    said.shown = c.shown;
    CHECK(render("text", said, {}).rfind(c.summary, 0) == 0);
  }
}

TEST_CASE("nothing found says what was understood") {
  check_golden("render/nothing_text.txt", render("text", nothing_found(), {}));
  check_golden("render/nothing_json.txt", render("json", nothing_found(), {}));
}

TEST_CASE("show writes the whole story") {
  for (const std::string format : {"text", "json", "csv"})
    check_golden("render/show_" + format + ".txt",
                 render(format, Answer{}, {whole_story()}));
  check_golden(
      "render/show_terminal.txt",
      render("text", Answer{}, {whole_story(), hostile_story()}, terminal()));
}

TEST_CASE("people and places, format by format") {
  for (const std::string format : {"text", "json", "jsonl", "csv", "ids"})
    check_golden("render/names_" + format + ".txt",
                 render_names(format, people()));
  check_golden("render/names_none.txt", render_names("text", {}));
  CHECK_THROWS_AS(render_names("trec", people()), Error);
}

TEST_CASE("facets stand below the hits") {
  auto said = answer();
  said.facets = facets();
  for (const std::string format : {"text", "json"})
    check_golden("render/facets_" + format + ".txt",
                 render(format, said, {bare_story()}));
}

TEST_CASE("a timeline, format by format") {
  for (const std::string format : {"text", "json", "jsonl", "csv"})
    check_golden("render/timeline_" + format + ".txt",
                 render_timeline(format, timeline()));
  RenderOptions narrow;
  narrow.width = 30;
  check_golden("render/timeline_narrow.txt",
               render_timeline("text", timeline(), narrow));
  for (const auto* format : {"trec", "ids", "rss"})
    CHECK_THROWS_AS(render_timeline(format, timeline()), Error);
  CHECK(render_timeline("csv", {timeline()[1]}, fields({"all", "period"})) ==
        "all,period\r\n10000,1987-02\r\n");
}

TEST_CASE("a split timeline is one chart a value") {
  auto rows = timeline();
  for (auto& row : rows) row.value = "Antony Blinken";
  rows.push_back({"1987", "=1+1", 3, 48});
  for (const std::string format : {"text", "csv"})
    check_golden("render/split_" + format + ".txt",
                 render_timeline(format, rows));
}

TEST_CASE("a batch, format by format") {
  const std::vector<BatchRow> rows = {
      {"q1", "person:sisi", 21578, "1987-02-26", "1987-10"},
      {"an id that is longer than the table has room", "=2+5", 0, "", ""}};
  for (const std::string format : {"text", "json", "jsonl", "csv"})
    check_golden("render/batch_" + format + ".txt",
                 renderer_named(format).batch(answer(), rows, {}));
  for (const auto* format : {"trec", "ids", "rss"})
    CHECK_THROWS_AS(renderer_named(format).batch(answer(), rows, {}), Error);
  RenderOptions topic;
  topic.topic = "q1";
  topic.fields = {"id"};
  CHECK(render("csv", answer(), {bare_story()}, topic)
            .rfind("topic,id\r\nq1,", 0) == 0);
}

TEST_CASE("no format gives a terminal anything that steers it") {
  auto said = answer();
  for (auto* text : {&said.typed, &said.understood, &said.suggestion})
    *text = "\x1b[5m\u202E";
  said.notes = {"\x07"};
  said.generation = {"\xc2\x9b"};
  said.expansions = {{"\u200F", {{"\x1b", 1}}}};
  said.untagged = {{"\u2066", 1, "\u061C"}};
  said.facets = facets();
  said.facets[1].name = "\x1b\u2066";
  auto story = whole_story();
  story.body = story.body + "\n\x1b[2J\u202E \x80";
  story.dateline = story.topics[0] = story.people[0].role = "\u2067\x1b";
  auto rows = people();
  rows[0].query = rows[0].country = rows[0].spellings[1] = "\x1b\u200E";
  auto options = terminal();
  options.terminal = GENERATE(true, false);  // --color always into a pager
  options.run = options.topic = "\x1b";
  for (const auto& renderer : renderers()) {
    CAPTURE(renderer.name);
    CHECK(is_harmless(render(renderer.name, said, hits(), options)));
    CHECK(is_harmless(render(renderer.name, said, {story}, options)));
    if (renderer.name == "trec" || renderer.name == "rss") continue;
    CHECK(is_harmless(renderer.names(said, rows, options)));
    if (renderer.name == "ids") continue;
    CHECK(is_harmless(renderer.timeline(said, timeline(), options)));
    CHECK(is_harmless(
        renderer.batch(said, {{"\x1b", "\u202E", 1, {}, {}}}, options)));
  }
}

TEST_CASE("JSON reads back the same from a terminal as from a pipe") {
  const auto read = [](const RenderOptions& options) {
    return nlohmann::json::parse(render("json", answer(), hits(), options));
  };
  const auto json = read({});
  CHECK(json == read(terminal()));
  const auto& hit = json["hits"][0];
  const auto text = hit["snippet"]["text"].get<std::string>();
  const auto mark = hit["snippet"]["marks"][1].get<ByteRange>();
  CHECK(text.substr(mark.first, mark.second - mark.first) == "Sissi");
  CHECK(hit["places"][2]["lat"].is_null());
  CHECK(json["hits"][1]["date"].is_null());
}

TEST_CASE("the option --fields chooses and orders") {
  const auto csv =
      render("csv", answer(), {whole_story()}, fields({"date", "body", "id"}));
  CHECK(csv.rfind("date,body,id\r\n2023-10-15,\"CAIRO, Oct. 15", 0) == 0);
  CHECK(render("jsonl", answer(), {bare_story()}, fields({"rank", "date"})) ==
        "{\"rank\":2,\"date\":null}\n");
  CHECK(render_names("jsonl", {people()[1]}, fields({"stories", "name"})) ==
        "{\"stories\":12,\"name\":\"Clinton\"}\n");
}

TEST_CASE("values of --fields that cannot be heeded are errors") {
  const auto check = [](std::string_view format, const char* field,
                        std::span<const std::string_view> known) {
    check_fields(renderer_named(format), fields({field}), known);
  };
  CHECK_NOTHROW(check("csv", "headline", hit_fields()));
  CHECK_NOTHROW(check("json", "stories", name_fields()));
  CHECK_THROWS_AS(check("csv", "datum", hit_fields()), Error);
  CHECK_THROWS_AS(check("csv", "headline", name_fields()), Error);
  CHECK_THROWS_AS(check("text", "headline", hit_fields()), Error);
  CHECK_THROWS_AS(render("csv", answer(), {}, fields({"datum"})), Error);
}

TEST_CASE("an unknown format names the nearest, or those there are") {
  const auto hint = [](std::string_view name) {
    try {
      renderer_named(name);
    } catch (const Error& error) {
      return error.hint();
    }
    return std::string("no error");
  };
  CHECK(hint("jsnl") == "did you mean jsonl?");
  CHECK(hint("spreadsheet") ==
        "formats: text, json, jsonl, csv, trec, ids, rss");
}

}  // namespace
}  // namespace broadsheet
