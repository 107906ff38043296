// NITF: agencies and annotated archives. The sample archive has whole files.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using Names = std::vector<std::string>;

TEST_CASE("NITF") {
  const Article article = only("nitf", R"(<?xml version="1.0"?>
<nitf><head><docdata management-status="canceled"><doc-id id-string="a-1"/>
<date.issue norm="20240208T101500Z"/><identified-content><person>Jane Doe
</person><location>Vik</location></identified-content></docdata>
<pubdata name="The Ledger" date.publication="20240209T000000"/></head>
<body><body.head><hedline><hl1>Mole closed</hl1></hedline>
<byline>By <person>Jane Doe</person><byttl>Staff</byttl></byline>
<dateline><location>VIK, Iceland</location></dateline></body.head>
<body.content><block class="lead_paragraph"><p>First.</p></block>
<block class="full_text"><p>First.</p><p>Second.</p><media><media-caption>No.
</media-caption></media></block></body.content></body></nitf>)");
  CHECK(article.source_id == "a-1");
  CHECK(article.headline == "Mole closed");
  CHECK(article.byline == "Jane Doe");
  CHECK(article.dateline == "VIK, Iceland");
  CHECK(to_string(article.date) == "2024-02-09");
  CHECK(article.status == "killed");
  CHECK(article.people == Names{"Jane Doe"});
  CHECK(article.places == Names{"Vik"});
  CHECK(article.body == "First.\nSecond.");
}

TEST_CASE("NITF of a newspaper's annotated archive") {
  const Article article = only("nitf", R"(<nitf><head><title>Mole Closed</title>
<meta name="online_sections" content="Coast"/><docdata><doc-id id-string="42"/>
<identified-content><classifier class="indexing_service" type="descriptor">
HARBOURS</classifier><org class="indexing_service">PORT OF VIK</org>
<person class="indexing_service">DOE, JANE</person><location
class="indexing_service">VIK (ICELAND)</location></identified-content></docdata>
<pubdata date.publication="19870208T000000" ex-ref="http://a.example/42"
name="The Ledger"/></head><body><body.head><hedline><hl1>Mole Closed</hl1>
</hedline><byline class="print_byline">By JANE DOE and JOHN VAN ROE</byline>
<byline class="normalized_byline">Doe, Jane; van Roe, John</byline></body.head>
<body.content><block class="lead_paragraph"><p>One.</p></block>
<block class="full_text"><p>One.</p><p>Two.</p></block>
<block class="correction_text"><p>The mole is the inner one.</p></block>
</body.content></body></nitf>)");
  CHECK(article.byline == "Jane Doe; John van Roe");
  CHECK(article.body == "One.\nTwo.");
  CHECK(article.correction == "The mole is the inner one.");
  CHECK(article.people == Names{"DOE, JANE"});
  CHECK(article.places == Names{"VIK (ICELAND)"});
  CHECK(article.orgs == Names{"PORT OF VIK"});
  CHECK(article.topics == Names{"HARBOURS"});
  CHECK(article.section == "Coast");
  CHECK(article.url == "http://a.example/42");
  CHECK(to_string(article.date) == "1987-02-08");
}

TEST_CASE("NITF: the release is told, with or without a zone") {
  const auto release = [](std::string_view norm) {
    return only("nitf",
                fmt::format("<nitf><head><docdata><date.release norm='{}'/>"
                            "</docdata></head><body><body.content><p>It fell."
                            "</p></body.content></body></nitf>",
                            norm));
  };
  const Article local = release("20240208T120000");
  CHECK(local.embargo == "20240208120000");
  CHECK(local.embargo_is_local);
  const Article universal = release("20240208T120000+0100");
  CHECK(universal.embargo == "20240208110000");
  CHECK_FALSE(universal.embargo_is_local);
}

TEST_CASE("NITF: notes are no text, a place and a day are two words") {
  const Article article = only("nitf", R"(<nitf><body><body.head><hedline>
<hl1>Mole closed</hl1></hedline><note><body.content><p>Photo available</p>
</body.content></note><byline><person>Jane Doe</person></byline><byline>and
John Roe</byline><dateline><location>VIK</location><story.date norm="20240208"
>Feb. 8</story.date></dateline></body.head><body.content><p>It fell.</p>
</body.content></body></nitf>)");
  CHECK(article.body == "It fell.");
  CHECK(article.byline == "Jane Doe; John Roe");
  CHECK(article.dateline == "VIK Feb. 8");
}

TEST_CASE("a first paragraph that is printed twice is read once") {
  const auto body = [](const std::string& text) {
    return only("nitf", "<nitf><body><body.content><block class='full_text'>" +
                            text + "</block></body.content></body></nitf>")
        .body;
  };
  CHECK(body("<p>LEAD: The mole is shut.</p><p>The mole is shut. It fell.</p>"
             "<p>End.</p>") == "The mole is shut. It fell.\nEnd.");
  CHECK(body("<p>LEAD: The mole is shut.</p><p>The mole is shut.</p>") ==
        "The mole is shut.");
  CHECK(body("<p>LEAD: The mole is shut.</p><p>It fell.</p>") ==
        "The mole is shut.\nIt fell.");
}

TEST_CASE("NITF: an annotated archive's desks and turned names") {
  const auto story = [](const std::string& metas, const std::string& byline) {
    return only("nitf",
                fmt::format("<nitf><head>{}</head><body><body.head><byline "
                            "class='normalized_byline'>{}</byline></body.head>"
                            "<body.content><p>One.</p></body.content></body>"
                            "</nitf>",
                            metas, byline));
  };
  const std::string desk = "<meta name='dsk' content='Foreign Desk'/>";
  const Article online =
      story(desk + "<meta name='online_sections' content='World; Front Page'/>",
            "Doe, Jane; Van Roe, John");
  CHECK(online.section == "World");
  CHECK(online.byline == "Jane Doe; John Van Roe");
  const Article printed = story(desk, "DOE, JANE, SPECIAL TO THE LEDGER");
  CHECK(printed.section == "Foreign Desk");
  CHECK(printed.byline == "JANE DOE");
}
