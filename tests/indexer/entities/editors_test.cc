// What editors' codes and names become.
#include "indexer/entities/editors.h"

#include <string>
#include <vector>

#include "indexer/entities/zone_text.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("a code or an inverted name becomes readable") {
  struct Row {
    std::string value, name;
  };
  const Row rows[] = {
      {"james-baker", "James Baker"},
      {"reagan", "Reagan"},
      {"de-la-madrid", "De la Madrid"},
      {"zia-ul-haq", "Zia ul Haq"},
      {"Blinken, Antony J.", "Antony J. Blinken"},
      {"King, Martin Luther", "Martin Luther King"},
      {"Antony Blinken", "Antony Blinken"},
      {"Martin Luther King, Jr.", "Martin Luther King, Jr."},
      {"BLINKEN, ANTONY", "Antony Blinken"},
      {"  reagan ", "Reagan"},
      {"", ""},
      {",", ","},
  };
  for (const Row& row : rows) CHECK(readable_name(row.value) == row.name);
  CHECK(readable_place("west-germany") == "West Germany");
  CHECK(readable_place("Cairo, Egypt") == "Cairo, Egypt");
}

Entity person(std::string name, std::size_t mentions) {
  Entity made;
  made.name = std::move(name);
  made.mentions.resize(mentions);
  return made;
}

/// The persons after joining, "*" before those that the editors named.
std::string joined(std::vector<std::string> values, Entities people) {
  join_editors_people(values, people);
  std::string names;
  for (const Entity& entity : people) {
    names += names.empty() ? "" : "; ";
    names += (entity.editors ? "*" : "") + entity.name;
  }
  return names;
}

TEST_CASE("editors' persons are joined with the text's") {
  CHECK(joined({"reagan"}, {person("Ronald Reagan", 3)}) == "*Ronald Reagan");
  CHECK(joined({"Blinken, Antony J."}, {person("Antony Blinken", 1)}) ==
        "*Antony Blinken");
  // The text has the surname only: the editors complete it.
  CHECK(joined({"james-baker"}, {person("Baker", 2)}) == "*James Baker");
  CHECK(joined({"ian-macgregor"}, {person("MacGregor", 2)}) ==
        "*Ian MacGregor");
  // The one that fits better, then the one named more often.
  CHECK(joined({"howard-baker"},
               {person("James Baker", 9), person("Howard Baker", 1)}) ==
        "James Baker; *Howard Baker");
  CHECK(joined({"baker"},
               {person("James Baker", 2), person("Howard Baker", 1)}) ==
        "*James Baker; Howard Baker");
  CHECK(joined({"king-fahd"}, {person("Fahd", 1)}) == "*Fahd");
  CHECK(joined({"o-cofaigh"}, {person("O'Cofaigh", 1)}) == "*O'Cofaigh");
  CHECK(joined({"thatcher"}, {person("Ronald Reagan", 1)}) ==
        "Ronald Reagan; *Thatcher");
  // One value twice is one person.
  CHECK(joined({"thatcher", "thatcher"}, {}) == "*Thatcher");
}

std::string org(std::string value, Entities orgs) {
  join_editors_orgs({value}, orgs);
  return (orgs.back().editors ? "*" : "") + orgs.back().name;
}

TEST_CASE("editors' organisations") {
  CHECK(org("opec", {}) == "*OPEC");
  CHECK(org("worldbank", {}) == "*Worldbank");
  Entity opec;
  opec.name = "OPEC";
  CHECK(org("opec", {opec}) == "*OPEC");
  CHECK(org("", {opec}) == "OPEC");
}

/// The zone with what claim_people() makes persons of in brackets.
std::string claimed(std::vector<std::string> values, std::string text,
                    std::vector<TaggedSpan> spans = {}) {
  ZoneText zone{Zone::kBody, text, std::move(spans)};
  claim_people(values, {&zone, 1});
  std::string marked;
  std::size_t at = 0;
  for (const TaggedSpan& span : zone.spans) {
    if (span.label != Label::kPerson) continue;
    marked += text.substr(at, span.begin - at) + "[" +
              text.substr(span.begin, span.end - span.begin) + "]";
    at = span.end;
  }
  return marked + text.substr(at);
}

TEST_CASE("words of editors' persons become persons") {
  CHECK(claimed({"bangemann"}, "Contacted, Bangemann denied") ==
        "Contacted, [Bangemann] denied");
  CHECK(claimed({"james-baker"}, "BAKER SAYS James Baker's plan") ==
        "[BAKER] SAYS [James Baker]'s plan");
  // Small letters are other words.
  CHECK(claimed({"rich"}, "rich nations and Rich") ==
        "rich nations and [Rich]");
  // A label of the tagger gives way, a longer name does not.
  const TaggedSpan place{0, 5, Label::kLocation};
  CHECK(claimed({"baker"}, "Baker said", {place}) == "[Baker] said");
  const TaggedSpan firm{0, 12, Label::kOrganisation};
  CHECK(claimed({"baker"}, "Baker Hughes said", {firm}) == "Baker Hughes said");
  // Found by the tagger already: nothing is claimed besides.
  const TaggedSpan baker{0, 11, Label::kPerson};
  CHECK(claimed({"james-baker"}, "James Baker of Baker Street", {baker}) ==
        "[James Baker] of Baker Street");
}

}  // namespace
}  // namespace broadsheet
