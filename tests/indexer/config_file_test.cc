#include "indexer/config_file.h"

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "indexer/roots.h"
#include "tests/catch.h"
#include "tests/directory.h"

using namespace broadsheet;

namespace {

struct Fixture {
  test::Directory disk;

  Config read(const std::string& toml) {
    disk.write("a.toml", toml);
    return read_config(disk.path("a.toml"));
  }
  /// The message behind the directory, and the hint.
  std::string failure(const std::string& toml) {
    try {
      read(toml);
    } catch (const Error& error) {
      const std::string what = error.what();
      return what.substr(what.find("a.toml")) + " / " + error.hint();
    }
    return "none";
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a file says what holds for roots and sources") {
  const Config config = read(R"(
[[root]]
path = "wire"
name = "agency"
source = "Example Wire"
language = "en-GB"
home = "Paris, Texas"
time-zone = "America/Chicago"
include = ["*.xml", "*.pdf"]
exclude = ["drafts/"]
date-path = "%Y/%m/%d"
map = { headline = "content.title" }
filter-seconds = 5
filter-memory = 100
filters = { PDF = "cat -" }

[[source]]
name = "The Paris News"
home = "Paris, Texas"
)");
  REQUIRE(config.roots.size() == 1);
  const auto& [name, path, format, settings] = config.roots.front();
  CHECK(name == "agency");
  CHECK(path == disk.path("wire"));
  CHECK(format.empty());
  CHECK(settings.source == "Example Wire");
  CHECK(settings.language == "en");
  CHECK(settings.home == "Paris, Texas");
  CHECK(settings.time_zone == "America/Chicago");
  CHECK(settings.include == std::vector<std::string>{"*.xml", "*.pdf"});
  CHECK(settings.filters.at("pdf") == "cat -");
  CHECK(settings.limits.seconds == 5);
  CHECK(settings.limits.memory == 100 << 20);
  CHECK(config.homes.at("the paris news") == "Paris, Texas");
  CHECK(root_settings_from_json(to_json(settings)) == settings);
}

TEST_CASE_METHOD(Fixture, "a mistake is named with file, line and key") {
  const std::string root = "[[root]]\npath = \"wire\"\n";
  const std::pair<const char*, const char*> rows[] = {
      {"langauge = \"en\"",
       "a.toml:3: root.langauge: no such key / did you mean language?"},
      {"language = \"Klingonish\"", "a.toml:3: root.language: no language"},
      {"time-zone = \"Mars\"", "a.toml:3: root.time-zone: no time zone 'Mars'"},
      {"language = 7", "a.toml:3: root.language: wants a text in quotes / "},
      {"home = \"Paris, Texs\"",
       "a.toml:3: root.home: no place 'Paris, Texs' is known"},
      {"include = \"*.xml\"", "a.toml:3: root.include: wants a list"},
      {"date-path = \"%m\"", "a.toml:3: root.date-path: %m: no year in it"},
      {"map = { headlin = \"x\" }",
       "a.toml:3: root.map.headlin: no such field / did you mean headline?"},
      {"filters = { pdf = \"no-such-program -\" }",
       "a.toml:3: root.filters.pdf: no program 'no-such-program' to run"},
      {"filters = { pdf = \"cat 'x\" }",
       "a.toml:3: root.filters.pdf: cat 'x: a quote without end"},
      {"as = \"nitff\"", "a.toml:3: root.as: unknown format \"nitff\""},
      {"filter-seconds = 0", "a.toml:3: root.filter-seconds: wants a whole"},
      {"name = \"a/b\"", "a.toml:3: root.name: must be without"},
      {"language = ", "a.toml:3: "},  // not even TOML
      {"[[rot]]", "a.toml:3: rot: no such key / did you mean root?"},
      {"[[root]]\nname = \"b\"", "a.toml:3: root: has no path"},
      {"[[source]]\nname = \"b\"", "a.toml:3: source: wants a name and a home"},
  };
  for (const auto& [line, message] : rows) {
    INFO(line);
    CHECK_THAT(failure(root + line + "\n"), Catch::StartsWith(message));
  }
  CHECK(failure("[root]\npath = \"a\"\n").find("wants [[root]]") !=
        std::string::npos);
  CHECK_THROWS_AS(read_config(disk.path("none.toml")), Error);
}

TEST_CASE_METHOD(Fixture, "the settings meet the roots that are known") {
  const auto named = [&](const char* name, const char* path) {
    return Root{name, disk.path(path), "", {}};
  };
  Root wire = named("agency", "wire");
  wire.settings.language = "de";
  const auto roots = configured({named("agency", "wire")}, {wire});
  CHECK(roots == std::vector<Root>{wire});
  CHECK(configured({wire}, {}).front().settings == RootSettings{});
  CHECK(configured({}, {named("", "wire")}).front().name == "wire");
  CHECK_THROWS_AS(configured({named("wire", "wire")}, {wire}), Error);
  CHECK_THROWS_AS(configured({}, {wire, wire}), Error);
  CHECK_THROWS_AS(configured({}, {wire, named("b", "wire/sub")}), Error);
  CHECK_THROWS_AS(configured({wire}, {named("agency", "other")}), Error);
}
