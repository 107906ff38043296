// XML that is damaged, hostile or both.
#include <string>

#include "indexer/formats/markup.h"
#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::Reading;
using test::reading;

TEST_CASE("XML that is not well-formed is read as far as it makes sense") {
  const Reading result =
      reading("x",
              "<nitf><body><body.head><hedline><hl1>A & B</hl1></hedline>\n"
              "</body.head><body.content><p>One.<p>Two <b>bold</p></b> end.");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].headline == "A & B");
  CHECK(result.stories[0].body == "One.\nTwo bold\nend.");
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].line == 2);
  CHECK_FALSE(result.skips[0].lost);
}

TEST_CASE("entities of XML are not expanded, and depth has an end") {
  std::string laughs = "<!DOCTYPE nitf [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int n = 0; n < 10; ++n) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  const Reading bomb =
      reading("x", laughs +
                       "]><nitf><body><body.head><hedline><hl1>Mole &a29;</hl1>"
                       "</hedline></body.head></body></nitf>");
  REQUIRE(bomb.stories.size() == 1);
  CHECK(bomb.stories[0].headline == "Mole &a29;");
  REQUIRE_FALSE(bomb.skips.empty());
  CHECK(bomb.skips[0].why == "declares entities, which are not expanded");

  std::string deep = "<nitf>";
  for (int i = 0; i < 1000000; ++i) deep += "<p>";
  const Reading pit = reading("x", deep);
  CHECK(pit.stories.empty());
  REQUIRE(pit.skips.size() == 1);
  CHECK(pit.skips[0].why == "nested more than 512 deep");
}

TEST_CASE("markup opens with its first sign") {
  for (const char* text : {"<a>", " \r\n\t<a>", "<"}) CHECK(opens_markup(text));
  for (const char* text : {"", " ", "a <b>"}) CHECK_FALSE(opens_markup(text));
}

TEST_CASE("a name has an ending in letters of either case, behind something") {
  CHECK(has_ending("a.XML", ".xml"));
  CHECK_FALSE(has_ending("a.xml.gz", ".xml"));
  CHECK_FALSE(has_ending(".xml", ".xml"));
  CHECK_FALSE(has_ending("xml", ".xml"));
}
