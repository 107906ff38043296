#include "tests/searcher/render/fixture.h"

namespace broadsheet::fixture {
namespace {

HitEntity person(std::string name, std::size_t mentions,
                 std::vector<std::string> spellings, std::string role = {}) {
  HitEntity entity;
  entity.name = std::move(name);
  entity.mentions = mentions;
  entity.spellings = std::move(spellings);
  entity.role = std::move(role);
  return entity;
}

HitEntity place(std::string name, std::size_t mentions, std::uint32_t id = 0,
                std::string country = {}, double lat = 0, double lon = 0) {
  auto entity = person(name, mentions, {name});
  entity.id = id;
  entity.country = std::move(country);
  entity.lat = lat;
  entity.lon = lon;
  return entity;
}

}  // namespace

ByteRange range_of(const std::string& text, const std::string& word) {
  const auto begin = text.find(word);
  return {begin, begin + word.size()};
}

Hit gaza_story() {
  Hit hit;
  hit.rank = 1;
  hit.score = 12.25;
  hit.id = "wp:000_edb6514d5ac284d5";
  hit.archive = "wire";
  hit.headline = "Egypt’s Sissi warns of a wider war as talks on Gaza stall";
  hit.headline_marks = {range_of(hit.headline, "Sissi"),
                        range_of(hit.headline, "Gaza")};
  hit.date = "2023-10-15";
  hit.date_precision = "day";
  hit.date_source = "meta";
  hit.source = "The Daily Courier";
  hit.byline = "Ann Lee; José Ortiz";
  hit.section = "World";
  hit.language = "en";
  hit.url = "https://example.org/2023/10/15/gaza?a=1&b=2";
  hit.origin = "courier/2023/10.zip!/gaza.html";
  hit.people = {
      person("Antony Blinken", 7, {"Antony Blinken", "Blinken"},
             "U.S. Secretary of State"),
      person("Abdel Fatah al-Sissi", 12, {"Abdel Fatah al-Sissi", "Sissi"})};
  hit.people[1].matched = true;
  hit.places = {place("Cairo", 9, 360630, "EG", 30.0626, 31.2497),
                place("Gaza", 4, 281133, "PS", 31.50161, 34.46672),
                place("Rafah crossing", 1)};
  hit.snippet.text =
      "… told Blinken that Egypt would not open the crossing to let the "
      "people of Gaza leave for good. Sissi said …";
  hit.snippet.marks = {range_of(hit.snippet.text, "Gaza"),
                       range_of(hit.snippet.text, "Sissi")};
  hit.copies = 3;
  return hit;
}

Hit whole_story() {
  auto hit = gaza_story();
  hit.dateline = "CAIRO, Oct. 15";
  hit.topics = {"diplomacy", "war"};
  hit.orgs = {"State Department"};
  hit.nationalities = {"Egyptian"};
  hit.correction = "An earlier version misstated the day. It was Sunday.";
  hit.crawled = "2023-10-16T04:05:06Z";
  hit.word_confidence = 0.875;
  hit.version = "2";
  hit.versions = {{hit.id, "2", "2023-10-15", "usable", hit.origin},
                  {hit.id + "@1", "1", "", "superseded", "courier/old.html"}};
  hit.body =
      "CAIRO, Oct. 15 — Secretary of State Antony Blinken met the president "
      "of Egypt on Sunday.\nSissi told Blinken that Cairo would not open the "
      "crossing — “not a day”.";
  hit.whole = true;
  hit.people[0].spans = {range_of(hit.body, "Antony Blinken"),
                         range_of(hit.body, "Blinken that")};
  hit.people[0].spans[1].second -= 5;
  hit.people[1].spans = {range_of(hit.body, "Sissi")};
  hit.places[0].spans = {range_of(hit.body, "CAIRO"),
                         range_of(hit.body, "Cairo")};
  hit.places[0].spellings = {"Cairo", "CAIRO"};
  hit.places[0].dateline = true;
  hit.places[2].editors = true;
  return hit;
}

Hit bare_story() {
  Hit hit;
  hit.rank = 2;
  hit.score = 3;
  hit.id = "box 7/scan 12.txt";
  hit.date_precision = "none";
  hit.source = "Evening Star";
  hit.language = "de";
  for (const char* name :
       {"Karl-Theodor Maria Nikolaus Freiherr von und zu Guttenberg",
        "Sri Mulyani Indrawati", "Zoltán Kovács", "Ed Ng"})
    hit.people.push_back(person(name, 2, {name}));
  hit.places = {
      place("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio"
            "gogogoch, Isle of Anglesey, Wales",
            1)};
  hit.snippet.text =
      "A paragraph without any mark, long enough to be wrapped onto a second "
      "line of the page, with "
      "https://example.org/a/very/long/address/that/does/not/fit/on/one/line/"
      "of/this/page in it.";
  return hit;
}

Hit hostile_story() {
  Hit hit;
  hit.rank = 3;
  hit.score = -0.5;
  hit.id = "=cmd|' /C calc'!A0\n9  Q0 forged";
  hit.headline = "\x1b[2J\x1b]0;owned\x07 \u202Egnidaeh\u202C a\u200Bb \xff!";
  hit.headline_marks = {range_of(hit.headline, "gnidaeh"), {9000, 9001}};
  hit.date = "1987-03";
  hit.date_precision = "month";
  hit.source = "@SUM(A1:A9)";
  hit.section = "-2+3";
  hit.byline = "+1 \"Quoted\", Jr.";
  hit.url = "\thttp://example.org/\u2066\x9b";
  hit.status = "killed";
  hit.correction = "\x1b[2J=1+1";
  hit.people = {person("\x1b[31mRed\x1b[0m", 1, {"\u202EdeR"})};
  hit.snippet.text = "=HYPERLINK(\"http://example.org\")\r\n\u2028next line";
  return hit;
}

Hit foreign_story() {
  Hit hit;
  hit.rank = 104;
  hit.score = 0.1;
  hit.id = "xinhua:1";
  hit.headline =
      "新华社北京十月十五日电外交部发言人在例行记者会上表示中方高度关注加沙局势"
      "呼吁有关各方保持冷静";
  hit.headline_marks = {range_of(hit.headline, "加沙")};
  hit.date = "2023";
  hit.date_precision = "year";
  hit.language = "zh";
  hit.people = {person("毛宁", 1, {"毛宁"}),
                person("عبد الفتاح السيسي", 2, {})};
  hit.snippet.text =
      "می‌خواهم 👩‍👩‍👧 ❤️ Bundes\u00ADkanzler "
      "e\u0301tude "
      "नमस्ते "
      "ไทยรัฐ";
  return hit;
}

std::vector<Hit> hits() {
  return {gaza_story(), bare_story(), hostile_story(), foreign_story()};
}

Answer answer() {
  Answer answer;
  answer.typed = "person:sisi gaza";
  answer.understood = "person:sisi gaza --match any";
  answer.match = "any";
  answer.joins_words = true;
  answer.expansions = {{"person:sisi", {{"al-Sissi", 12}, {"el-Sisi", 3}}},
                       {"gaz*", {}, true}};
  for (std::size_t i = 0; i < 14; ++i)
    answer.expansions[1].forms.emplace_back(
        "gaz" + std::string(1, char('a' + i)), 14 - i);
  answer.untagged = {{"person:sisi", 1, "sisi -person:sisi"}};
  answer.notes = {"3 more may be of 1987-03"};
  answer.total = 21578;
  answer.hidden = 2;
  answer.shown = 4;
  answer.took_ms = 1.5;
  answer.generation = {"20231015T120000-1"};
  answer.version = "0.1.0";
  return answer;
}

Answer nothing_found() {
  Answer answer;
  answer.typed = "person:blinkin gaza";
  answer.understood = "person:blinkin gaza";
  answer.match = "all";
  answer.joins_words = true;
  answer.expansions = {{"person:blinkin", {}}};
  answer.hidden = 1;
  answer.suggestion = "person:blinken gaza";
  answer.version = "0.1.0";
  return answer;
}

std::vector<NameRow> people() {
  NameRow sisi{"Abdel Fatah al-Sissi",
               1047,
               "person:\"abdel fatah al-sissi\"",
               {"Abdel Fatah al-Sissi", "al-Sissi", "el-Sisi",
                "Abdel-Fattah al-Sisi", "Sissi"},
               "",
               false,
               "2012-08-13",
               "2023-10-15"};
  NameRow clinton{"Clinton", 12, "person:clinton", {"Clinton"}, "", true,
                  "",        ""};
  NameRow formula{"=2+5\u202E", 1,     "person:\"=2+5\"", {}, "EG", false,
                  "1987",       "1987"};
  formula.inside = {"Cairo", "Egypt"};
  return {sisi, clinton, formula};
}

std::vector<Facet> facets() {
  Facet topics{"topic", {}, 1115};
  for (std::size_t i = 0; i < 20; ++i)
    topics.values.push_back({"subject " + std::to_string(i), 2000 - 37 * i,
                             "topic:\"subject " + std::to_string(i) + "\""});
  return {{"source",
           {{"Reuters", 21500, "source:\"Reuters\""},
            {"=1+1\u202E\x1b", 78, "source:\"=1+1\u202E\x1b\""},
            {"***", 1, ""}},
           3},
          topics,
          {"section", {}, 0}};
}

std::vector<TimelineRow> timeline() {
  return {{"1987", "", 12, 48},          {"1987-02", "", 1047, 10000},
          {"1987-03", "", 13000, 13000}, {"1987-04", "", 0, 0},
          {"1987-05", "", 1, 21578},     {"undated", "", 250, 1000}};
}

std::string render(std::string_view format, const Answer& answer,
                   const std::vector<Hit>& hits, const RenderOptions& options) {
  const auto& renderer = renderer_named(format);
  auto text = renderer.head(answer, options);
  for (const auto& hit : hits)
    text += renderer.hit(hit, &hit == &hits.front(), options);
  return text + renderer.tail(answer, options);
}

std::string render_names(std::string_view format,
                         const std::vector<NameRow>& rows,
                         const RenderOptions& options) {
  auto said = answer();
  said.total = said.shown = rows.size();
  return renderer_named(format).names(said, rows, options);
}

std::string render_timeline(std::string_view format,
                            const std::vector<TimelineRow>& rows,
                            const RenderOptions& options) {
  auto said = answer();
  said.shown = 0;
  return renderer_named(format).timeline(said, rows, options);
}

}  // namespace broadsheet::fixture
