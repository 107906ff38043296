// Issues of newspapers: METS with pages of ALTO beside it. The sample archive
// has a whole one.
#include "indexer/formats/mets.h"

#include <map>

#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
using test::Reading;
using test::reading;

namespace {

/// A block a paragraph; the block's id, a colon, its words.
std::string page(const std::vector<std::string>& blocks) {
  std::string alto = "<alto><Layout><Page>";
  for (const std::string& block : blocks) {
    const std::size_t colon = block.find(':');
    alto += "<TextBlock ID='" + block.substr(0, colon) + "'><TextLine>" +
            "<String CONTENT='" + block.substr(colon + 1) +
            "'/></TextLine></TextBlock>";
  }
  return alto + "</Page></Layout></alto>";
}

std::string issue(const std::string& logical, const std::string& rest = "") {
  return "<mets LABEL='The Packet, March 9, 1894'><fileSec><fileGrp>"
         "<file ID='A1'><FLocat xlink:href='file://./alto/1.xml'/></file>"
         "<file ID='A2'><FLocat xlink:href='alto\\2.xml'/></file>"
         "</fileGrp></fileSec><structMap TYPE='LOGICAL'><div TYPE='ISSUE'>" +
         logical + "</div></structMap>" + rest + "</mets>";
}

std::string zone(const std::string& file, const std::string& block) {
  return "<fptr><area FILEID='" + file + "' BEGIN='" + block + "'/></fptr>";
}

Reading read(const std::string& mets,
             const std::map<std::string, std::string>& pages) {
  Reading result;
  Input input = test::input_of("a/x-mets.xml", mets);
  const auto reader = open_issue(
      input,
      [&](const std::string& path) -> std::unique_ptr<ByteSource> {
        const auto at = pages.find(path);
        if (at == pages.end()) return nullptr;
        return std::make_unique<test::StringSource>(at->second);
      },
      [&](const Skip& skip) { result.skips.push_back(skip); });
  while (auto story = reader->next()) result.stories.push_back(*story);
  return result;
}

const std::map<std::string, std::string> kPages = {
    {"alto/1.xml", page({"b1:Mole closed", "b2:The mole is shut.", "b3:Tea."})},
    {"alto/2.xml", page({"b1:It fell.", "b2:Printed at Vik."})}};

}  // namespace

TEST_CASE("an article's zones are gathered from its pages") {
  const Reading result =
      read(issue("<div ID='a' TYPE='ARTICLE'><div TYPE='HEADING'>" +
                 zone("A1", "b1") + "</div><div TYPE='BODY'>" +
                 zone("A1", "b2") + zone("A2", "b1") + "</div></div>"),
           kPages);
  CHECK(result.skips.empty());
  REQUIRE(result.stories.size() == 3);
  CHECK(result.stories[0].fragment == "a");
  CHECK(result.stories[0].headline == "Mole closed");
  CHECK(result.stories[0].body == "The mole is shut.\nIt fell.");
  SECTION("what no article holds is a story of its page") {
    CHECK(result.stories[1].fragment == "1");
    CHECK(result.stories[1].body == "Tea.");
    CHECK(result.stories[2].body == "Printed at Vik.");
  }
  for (const Article& story : result.stories) {
    CHECK(to_string(story.date) == "1894-03-09");
    CHECK(story.source == "The Packet");
  }
}

TEST_CASE("an issue without articles is its pages") {
  const Reading result =
      read(issue("<div TYPE='np:page'><fptr FILEID='A1'/></div>"), kPages);
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].body == "Mole closed\nThe mole is shut.\nTea.");
}

TEST_CASE("articles are linked to zones of the physical structure") {
  const std::string physical =
      "<structMap TYPE='PHYSICAL'><div ID='p'><fptr FILEID='A1'/>"
      "<div ID='z1'>" +
      zone("A1", "b2") + "</div><div ID='z2'>" + zone("A2", "b1") +
      "</div></div></structMap>";
  const std::string links[] = {
      "<structLink><smLink xlink:from='a' xlink:to='z1'/>"
      "<smLink xlink:from='a' xlink:to='z2'/></structLink>",
      "<structLink><smLinkGrp><smLocatorLink xlink:href='#a' xlink:label='l'/>"
      "<smLocatorLink xlink:href='#z1' xlink:label='m'/>"
      "<smLocatorLink xlink:href='#z2' xlink:label='n'/>"
      "<smArcLink xlink:from='l' xlink:to='m'/>"
      "<smArcLink xlink:from='l' xlink:to='n'/></smLinkGrp></structLink>"};
  for (const std::string& link : links) {
    CAPTURE(link);
    const Reading result = read(
        issue("<div ID='a' TYPE='ARTICLE' LABEL='A mole'/>", physical + link),
        kPages);
    REQUIRE(!result.stories.empty());
    CHECK(result.stories[0].headline == "A mole");
    CHECK(result.stories[0].body == "The mole is shut.\nIt fell.");
  }
}

TEST_CASE("sections name their articles, advertisements are told") {
  const Reading result =
      read(issue("<div TYPE='SECTION' LABEL='Ports'><div TYPE='ARTICLE'>" +
                 zone("A1", "b2") + "</div></div><div TYPE='ADVERTISEMENT'>" +
                 zone("A1", "b3") +
                 "</div><div TYPE='TITLE_SECTION'><div "
                 "TYPE='HEADLINE'>" +
                 zone("A1", "b1") + "</div></div>"),
           kPages);
  REQUIRE(result.stories.size() == 3);
  CHECK(result.stories[0].section == "Ports");
  CHECK(result.stories[0].topics.empty());
  CHECK(result.stories[1].section.empty());
  CHECK(result.stories[1].topics == std::vector<std::string>{"advertisement"});
  CHECK(result.stories[2].body == "It fell.\nPrinted at Vik.");
}

TEST_CASE("a zone belongs to one story, however often it is pointed to") {
  const std::string article =
      "<div TYPE='ARTICLE'>" + zone("A1", "b2") + zone("A1", "b2") + "</div>";
  const Reading result = read(issue(article + article), kPages);
  CHECK(result.stories[0].body == "The mole is shut.");
  REQUIRE(result.stories.size() == 3);  // the second has nothing to say
}

TEST_CASE("a word torn at the end of a page is whole in its article") {
  const std::string first =
      "<alto><TextBlock ID='b'><TextLine><String CONTENT='The'/>"
      "<String CONTENT='har' SUBS_TYPE='HypPart1' SUBS_CONTENT='harbour'/>"
      "<HYP CONTENT='-'/></TextLine></TextBlock></alto>";
  const std::string second =
      "<alto><TextBlock ID='b'><TextLine><String CONTENT='bour' "
      "SUBS_TYPE='HypPart2' SUBS_CONTENT='harbour'/><String CONTENT='is'/>"
      "<String CONTENT='clo-'/></TextLine><TextLine><String CONTENT='sed.'/>"
      "</TextLine></TextBlock></alto>";
  const Reading result = read(issue("<div TYPE='ARTICLE'>" + zone("A1", "b") +
                                    zone("A2", "b") + "</div>"),
                              {{"alto/1.xml", first}, {"alto/2.xml", second}});
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].body == "The harbour is closed.");
  SECTION("and if its first half is lost, the second tells it") {
    const Reading half =
        read(issue("<div TYPE='ARTICLE'>" + zone("A2", "b") + "</div>"),
             {{"alto/1.xml", page({"c:Vik"})}, {"alto/2.xml", second}});
    CHECK(half.stories[0].body == "harbour is closed.");
  }
}

TEST_CASE("pages that are missing or damaged cost themselves") {
  const std::string mets =
      issue("<div TYPE='ARTICLE'>" + zone("A1", "b2") + "</div>");
  const Reading missing = read(mets, {{"alto/2.xml", kPages.at("alto/2.xml")}});
  REQUIRE(missing.skips.size() == 1);
  CHECK(missing.skips[0].record == "alto/1.xml");
  CHECK(missing.skips[0].why == "the page is not there");
  CHECK(missing.stories.size() == 1);
  const std::string whole = kPages.at("alto/1.xml");
  const Reading cut = read(mets, {{"alto/1.xml", whole.substr(0, 150)},
                                  {"alto/2.xml", kPages.at("alto/2.xml")}});
  REQUIRE(cut.skips.size() == 1);
  CHECK(cut.skips[0].record == "alto/1.xml:1");
  CHECK(cut.stories.size() == 3);
}

TEST_CASE("pages that cannot be reached are told once") {
  const Reading result = reading("x", issue("<div TYPE='ARTICLE' LABEL='A'/>"));
  REQUIRE(result.format == "mets");
  REQUIRE(result.skips.size() == 1);
  CHECK_FALSE(result.skips[0].lost);
  CHECK(result.stories.size() == 1);
}

TEST_CASE("a story's confidence is that of its own words") {
  const auto sure = [](const std::string& text, const std::string& wc) {
    return "<TextBlock ID='" + text + "'><TextLine><String CONTENT='" + text +
           "' WC='" + wc + "'/></TextLine></TextBlock>";
  };
  const Reading result =
      read(issue("<div ID='a' TYPE='ARTICLE'><div TYPE='HEADING'>" +
                 zone("A1", "Mole") + "</div>" + zone("A2", "shut") + "</div>"),
           {{"alto/1.xml", "<alto>" + sure("Mole", "1") + "</alto>"},
            {"alto/2.xml", "<alto>" + sure("shut", "0.5") +
                               sure("Tea", "0.25") + "</alto>"}});
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].word_confidence == 0.75);
  CHECK(result.stories[1].word_confidence == 0.25);
}

TEST_CASE("the pages of an issue are told without reading it") {
  Input input = test::input_of("x", issue(""));
  CHECK(pages_named_by(input) ==
        std::vector<std::string>{"alto/1.xml", "alto/2.xml"});
}
