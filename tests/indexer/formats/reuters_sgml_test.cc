#include "indexer/formats/reuters_sgml.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using test::Reading;
using test::reading;

namespace {

std::string story(const std::string& id, const std::string& text) {
  return "<REUTERS TOPICS=\"YES\" NEWID=\"" + id +
         "\">\n<DATE> 9-APR-1990 04:58:41.12</DATE>\n"
         "<TOPICS><D>fish</D><D>ship</D></TOPICS>\n"
         "<PLACES><D>iceland</D></PLACES>\n<PEOPLE></PEOPLE>\n" +
         text + "\n</REUTERS>\n";
}

const std::string kFull =
    "<TEXT>&#2;\n<TITLE>COD &lt;COD> CATCH UP</TITLE>\n"
    "<AUTHOR>    By Jane Doe, Reuters</AUTHOR>\n"
    "<DATELINE>    REYKJAVIK, April 9 - </DATELINE><BODY>The fleet landed more "
    "cod &amp; haddock\nin March than in any month since the harbours were "
    "rebuilt.\n    \"We have no ice left,\" a skipper said.\n    Cod   12\n"
    "    Hake   3\n REUTER\n&#3;</BODY></TEXT>";

}  // namespace

TEST_CASE("a story of the wire is read with all its parts") {
  const Article article = only(reading("x.sgm", story("17", kFull)));
  CHECK(article.fragment == "17");
  CHECK(article.source_id == "17");
  CHECK(article.headline == "COD <COD> CATCH UP");
  CHECK(article.byline == "Jane Doe");
  CHECK(article.dateline == "REYKJAVIK, April 9");
  CHECK(to_string(article.date) == "1990-04-09");
  CHECK(article.date_source == "meta");
  CHECK(article.topics == std::vector<std::string>{"fish", "ship"});
  CHECK(article.places == std::vector<std::string>{"iceland"});
  CHECK(article.body ==
        "The fleet landed more cod & haddock in March than in any month since "
        "the harbours were rebuilt.\n\"We have no ice left,\" a skipper "
        "said.\nCod   12\nHake   3");
}

TEST_CASE("what the wire left out stays empty") {
  struct Case {
    const char* why;
    std::string text;
    std::string headline;
    std::string body;
  };
  const Case cases[] = {
      {"a brief's filler is no text",
       "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>COD UP\n</TITLE>Blah blah "
       "blah.\n&#3;\n\n</TEXT>",
       "COD UP", ""},
      {"unprocessed, with a headline in capitals",
       "<TEXT TYPE=\"UNPROC\">&#2;\nCORRECTION - COD CATCH\n    In the item "
       "read April.\n REUTER\n&#3;\n\n</TEXT>",
       "CORRECTION - COD CATCH", "In the item read April."},
      {"unprocessed, without one",
       "<TEXT TYPE=\"UNPROC\">&#2;\n    The ice is gone.\n&#3;\n</TEXT>", "",
       "The ice is gone."},
      {"nothing at all", "<TEXT TYPE=\"UNPROC\">&#2;\n&#3;\n\n</TEXT>", "", ""},
      {"the makers cut the dateline at a later dash",
       "<TEXT><TITLE>T</TITLE><DATELINE>    OSLO, April 9 - A "
       "37-</DATELINE><BODY>knot wind blew.\n Reuter\n</BODY></TEXT>",
       "T", "A 37-knot wind blew."},
      {"one byte of latin-1", "<TEXT><TITLE>\xC6SIR</TITLE></TEXT>", "ÆSIR",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = only(reading("x.sgm", story("1", c.text)));
    CHECK(article.headline == c.headline);
    CHECK(article.body == c.body);
  }
}

TEST_CASE("a damaged story is told with its line, and the next one is read") {
  const std::string good = story("2", kFull);
  const std::string cut = story("1", kFull).substr(0, 330) + "\n";
  const Reading result = reading("x.sgm", cut + good);
  CHECK(only(result).fragment == "2");
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].line == 1);
  CHECK(result.skips[0].record == "story 1");
  CHECK(result.skips[0].why == "unterminated <BODY>");

  const Reading end =
      reading("x.sgm", good + story("3", "<TEXT>").substr(0, 90));
  CHECK(only(end).fragment == "2");
  REQUIRE(end.skips.size() == 1);
  CHECK(end.skips[0].why == "unterminated <REUTERS>");
}

TEST_CASE("Reuters-21578 is read whole") {
  const std::filesystem::path directory =
      std::getenv("BROADSHEET_REUTERS") ? std::getenv("BROADSHEET_REUTERS")
                                        : "";
  if (directory.empty() || !std::filesystem::exists(directory)) {
    WARN("skipped: BROADSHEET_REUTERS does not name the collection");
    return;
  }
  std::size_t stories = 0;
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    if (file.path().extension() != ".sgm") continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    const Reading result = reading(file.path().filename().string(), bytes);
    CHECK(result.skips.empty());
    stories += result.stories.size();
    for (const Article& article : result.stories) {
      CHECK(article.date.year == 1987);
    }
  }
  CHECK(stories == 21578);
}
