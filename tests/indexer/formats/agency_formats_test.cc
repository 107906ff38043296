// NITF, NewsML and ninjs: what each of them carries that the
// others do not. The sample archive has whole files.
#include "indexer/formats/publication.h"

#include <fmt/format.h>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using test::Reading;
using test::reading;
using Names = std::vector<std::string>;

TEST_CASE("statuses and moments are understood in all spellings") {
  CHECK(status_of("stat:canceled") == "killed");
  CHECK(status_of("Withheld") == "withheld");
  CHECK(status_of("http://cv.iptc.org/newscodes/pubstatusg2/withheld") ==
        "withheld");
  CHECK(status_of("usable").empty());
  CHECK(utc_stamp("2024-02-08T12:30:00+01:00") == "20240208113000");
  CHECK(utc_stamp("20240208T003000+0100") == "20240207233000");
  CHECK(utc_stamp("2024-02-08T23:30:05-05:00") == "20240209043005");
  CHECK(utc_stamp("2024-02-08") == "20240208000000");
  CHECK(utc_stamp("soon").empty());
  CHECK(is_future("99990101000000"));
  CHECK_FALSE(is_future("19990101000000"));
}

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

TEST_CASE("a NewsML-G2 message holds several items") {
  const Reading result = reading("x", R"(<newsMessage><header><sent>
2024-02-09T00:00:00Z</sent></header><itemSet><packageItem guid="urn:p"/>
<newsItem guid="urn:1"><itemMeta><provider qcode="nprov:HALYARD"/><versionCreated>2024-02-08T10:00:00Z
</versionCreated><pubStatus uri="http://cv.iptc.org/stat/canceled"/>
<edNote role="ednoterole:correction">Inner, not outer.</edNote></itemMeta>
<contentMeta><headline>Mole</headline><subject type="cpnat:geoArea"
qcode="city:vik"/></contentMeta></newsItem><newsItem guid="urn:2"><contentSet>
<inlineXML><nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head>
<body.content><p>One.</p></body.content></body></nitf></inlineXML></contentSet>
</newsItem></itemSet></newsMessage>)");
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].source == "HALYARD");
  CHECK(result.stories[0].places == Names{"city:vik"});
  CHECK(result.stories[0].correction == "Inner, not outer.");
  CHECK(to_string(result.stories[0].date) == "2024-02-08");
  CHECK(result.stories[1].headline == "Ferry");
  CHECK(result.stories[1].body == "One.");
  CHECK(result.stories[1].fragment == "2");
}

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

TEST_CASE("NewsML-G2") {
  const Article article = only("newsml-g2", R"(<newsItem guid="urn:x:1"
 version="3" xml:lang="en-GB"><itemMeta><provider><name>Halyard</name></provider>
<firstCreated>2024-02-08T23:30:00-08:00</firstCreated>
<embargoed>2024-02-09T00:00:00+01:00</embargoed>
<pubStatus qcode="stat:withheld"/></itemMeta><contentMeta>
<headline>Mole closed</headline><by>By Jane Doe</by>
<subject type="cpnat:person"><name>Jane Doe</name></subject>
<subject qcode="medtop:1"><name>harbours</name></subject></contentMeta>
<contentSet><inlineXML><html><body><p>One.</p><p>Two.</p></body></html>
</inlineXML></contentSet></newsItem>)");
  CHECK(article.source_id == "urn:x:1");
  CHECK(article.version == "3");
  CHECK(article.source == "Halyard");
  CHECK(article.status == "withheld");
  CHECK(article.embargo == "20240208230000");
  CHECK(to_string(article.date) == "2024-02-08");
  CHECK(article.byline == "Jane Doe");
  CHECK(article.people == Names{"Jane Doe"});
  CHECK(article.topics == Names{"harbours"});
  CHECK(article.language == "en");
  CHECK(article.body == "One.\nTwo.");
}

TEST_CASE("NewsML 1 and RCV1") {
  const Article article = only("newsml1", R"(<NewsML><NewsEnvelope><SentFrom>
<Party FormalName="Halyard"/></SentFrom></NewsEnvelope><NewsItem><Identification>
<NewsIdentifier><RevisionId>2</RevisionId><PublicIdentifier>urn:1
</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20240208T120000+0000</FirstCreated></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Mole closed</HeadLine></NewsLines><ContentItem><DataContent>
<html><body><p>One.</p></body></html></DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>)");
  CHECK(article.source_id == "urn:1");
  CHECK(article.source == "Halyard");
  CHECK(to_string(article.date) == "2024-02-08");
  CHECK(article.body == "One.");
  const Article rcv1 =
      only("newsml1",
           "<newsitem itemid=\"2286\" date=\"1996-08-20\" xml:lang=\"en\">"
           "<headline>Mole</headline><text><p>One.</p></text></newsitem>");
  CHECK(rcv1.source_id == "2286");
  CHECK(to_string(rcv1.date) == "1996-08-20");
}

TEST_CASE("NewsML 1: revisions of one story, its parts and its embargo") {
  const Article article = only("newsml1", R"(<NewsML><NewsItem>
<Identification><NewsIdentifier><ProviderId>hal.example</ProviderId>
<RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:hal.example:20240208:M:2N
</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><Status FormalName="Embargoed"/><StatusWillChange>
<DateAndTime>20990208T120000Z</DateAndTime></StatusWillChange></NewsManagement>
<NewsComponent><Role FormalName="Main"/>
<AdministrativeMetadata><Provider><Party FormalName="HAL"/></Provider>
</AdministrativeMetadata>
<NewsComponent><ContentItem><DataContent><p>The mole is closed.</p>
</DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Sidebar"/><ContentItem><DataContent>
<p>It was built in 1911 and has been mended four times since then.</p>
</DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>
<p>The mole, before the second stone fell, from the inner basin of Vik.</p>
</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
)");
  CHECK(article.source_id == "urn:newsml:hal.example:20240208:M");
  CHECK(article.version == "2");
  CHECK(article.source == "HAL");
  CHECK(article.embargo == "20990208120000");
  CHECK(article.body ==
        "The mole is closed.\nIt was built in 1911 and has been mended four "
        "times since then.");
}

TEST_CASE("ninjs, old and new") {
  const Article one = only("ninjs", R"({"uri": "urn:1", "version": "2",
"pubstatus": "usable", "embargoed": "2024-02-08T12:00:00Z", "headline": "Mole",
"body_html": "<p>One.</p><p>Two.</p>", "versioncreated": "2024-02-08T10:00:00Z",
"person": [{"name": "Jane Doe"}], "located": "Vik"})");
  CHECK(one.version == "2");
  CHECK(one.embargo == "20240208120000");
  CHECK(one.body == "One.\nTwo.");
  CHECK(one.people == Names{"Jane Doe"});
  CHECK(one.dateline == "Vik");
  const Article three = only("ninjs", R"({"uri": "urn:2", "pubStatus":
"canceled", "versionCreated": "2024-02-08T10:00:00Z", "headlines": [{"role":
"main", "value": "Mole"}], "bodies": [{"contentType": "text/plain", "value":
"One."}]})");
  CHECK(three.status == "killed");
  CHECK(three.headline == "Mole");
  CHECK(three.body == "One.");
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

TEST_CASE("NewsML-G2: of several headlines and names the item's own") {
  const Article article = only("newsml-g2", R"(<newsItem guid="a" xml:lang="fr">
<itemMeta><provider literal="wire.example"/><pubStatus
uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/></itemMeta>
<contentMeta><headline role="hld:short">Môle fermé</headline><headline
role="hld:main">Le vieux môle est fermé</headline><by>Jane Doe</by><creditline>
Wire</creditline><subject type="cptype:city"><name>Vik</name></subject><subject>
<name xml:lang="de">Verkehr</name><name xml:lang="fr">Transports</name>
</subject></contentMeta><contentSet><inlineXML><html><body><h1>Le vieux môle
est fermé</h1><p>By Jane Doe</p><p>Il est tombé.</p></body></html></inlineXML>
</contentSet></newsItem>)");
  CHECK(article.headline == "Le vieux môle est fermé");
  CHECK(article.topics == std::vector<std::string>{"Transports"});
  CHECK(article.places == std::vector<std::string>{"Vik"});
  CHECK(article.status == "withheld");
  CHECK(article.source == "Wire");
  CHECK(article.body == "Il est tombé.");
}

TEST_CASE("ninjs: an agency's interface wraps the item") {
  const Article article = only("ninjs", R"({"data":{"item":{"uri":"a",
"versioncreated":"2024-02-08T22:00:00Z","pubstatus":"usable","headline":"Mole",
"bylines":[{"by":"By JANE DOE"}],"body_text":"It fell."}}})");
  CHECK(article.headline == "Mole");
  CHECK(article.byline == "JANE DOE");
  CHECK(article.body == "It fell.");
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

TEST_CASE("a correction that stands in an instruction") {
  const Article article = only("newsml1", R"(<NewsML><NewsItem><NewsManagement>
<Instruction FormalName="Correction">corrects year in paragraph 2</Instruction>
</NewsManagement><NewsComponent><NewsLines><HeadLine>Mole closed</HeadLine>
</NewsLines></NewsComponent></NewsItem></NewsML>)");
  CHECK(article.correction == "corrects year in paragraph 2");
}

TEST_CASE("notes to editors are not of the story") {
  const Article article = only("newsml-g2", R"(<newsItem><contentSet>
<inlineXML><html><body><section class="main"><p>Die Mole ist zu.</p></section>
<section class="notepad"><h2>Notizblock</h2><p>Sperrfrist 18 Uhr</p></section>
</body></html></inlineXML></contentSet></newsItem>)");
  CHECK(article.body == "Die Mole ist zu.");
}

TEST_CASE("ninjs: a service is a section, a profile is none") {
  const Article article = only("ninjs", R"({"uri":"u:1","pubstatus":"usable",
"headline":"Mole closed","profile":"text-only","service":[{"name":"World"}]})");
  CHECK(article.section == "World");
}

TEST_CASE("an editors' note may be a correction") {
  const std::pair<std::string_view, bool> notes[] = {
      {"CORRECTS the name in the second paragraph", true},
      {"Correction: it was the inner mole", true},
      {"(Berichtigung) Der Name ist Voss", true},
      {"Rectificatif : bien lire 12", true},
      {"ednoterole:correction", true},
      {"sig:update", false},
      {"Text 250 words", false},
      {"Updates: a correction will follow", false},
      {"", false},
  };
  for (const auto& [note, is_one] : notes) {
    CAPTURE(note);
    CHECK(tells_correction(note) == is_one);
  }
  const auto item = [](std::string_view meta) {
    return only("newsml-g2",
                fmt::format("<newsItem guid=\"urn:1\"><itemMeta>{}</itemMeta>"
                            "<contentMeta><headline>Mole</headline>"
                            "</contentMeta></newsItem>",
                            meta))
        .correction;
  };
  CHECK(item("<edNote>CORRECTS name</edNote>") == "CORRECTS name");
  CHECK(item("<signal qcode=\"sig:correction\"/><edNote>Name</edNote>") ==
        "Name");
  CHECK(item("<signal qcode=\"sig:update\"/><edNote>Name</edNote>").empty());
  CHECK(only("ninjs", R"({"uri":"urn:1","headline":"Mole","pubstatus":"usable",
"ednote":"CORRECTS name"})")
            .correction == "CORRECTS name");
  CHECK(only("nitf", R"(<nitf><head><docdata><ed-msg info="CORRECTS name"/>
</docdata></head><body><body.content><p>One.</p></body.content></body></nitf>)")
            .correction == "CORRECTS name");
}

TEST_CASE("NewsML-G2: of several languages the item's own") {
  const Article article = only("newsml-g2", R"(<newsItem guid="a" xml:lang="fr">
<contentMeta><headline xml:lang="nl">Kade dicht</headline><headline
xml:lang="fr">Quai fermé</headline><creator role="crol:author"><name>Jane Doe
</name></creator><creator><name>John Roe</name></creator><creator>
<name>Halyard Fernsehen</name><organisationDetails/></creator></contentMeta>
<contentSet><remoteContent href="a.jpg"/><inlineXML xml:lang="nl"><html><body>
<p>De kade is dicht.</p></body></html></inlineXML><inlineXML xml:lang="fr"><html>
<body><p>Le quai est fermé.</p></body></html></inlineXML>
</contentSet></newsItem>)");
  CHECK(article.headline == "Quai fermé");
  CHECK(article.byline == "Jane Doe; John Roe");
  CHECK(article.body == "Le quai est fermé.");
}

TEST_CASE("NewsML-G2: names may stand apart, by their codes") {
  const Reading result = reading("x", R"(<newsMessage><itemSet><conceptItem>
<concept><conceptId qcode="p:doe"/><name>Jane Doe</name></concept></conceptItem>
<newsItem guid="a"><assert qcode="g:vik"><name>Vik</name></assert><contentMeta>
<headline>Mole</headline><subject type="cpnat:person" qcode="p:doe"/><subject
type="cpnat:geoArea" qcode="g:vik"/><subject type="cpnat:geoArea" qcode="g:no"/>
</contentMeta></newsItem></itemSet></newsMessage>)");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].people == Names{"Jane Doe"});
  CHECK(result.stories[0].places == Names{"Vik", "g:no"});
}

TEST_CASE("a text's first line may be its byline without a word before it") {
  CHECK(
      only("newsml-g2",
           "<newsItem><contentMeta><by>Jane Doe/NTX</by></contentMeta>"
           "<contentSet><inlineXML><html><body><p>Jane Doe/NTX</p>"
           "<p>It fell.</p></body></html></inlineXML></contentSet></newsItem>")
          .body == "It fell.");
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

TEST_CASE("NewsML 1: places and keywords are properties") {
  const Article article = only("newsml1", R"(<NewsML><NewsItem><NewsComponent>
<NewsLines><HeadLine>Mole</HeadLine></NewsLines><DescriptiveMetadata>
<Location><Property FormalName="City" Value="Vik"/><Property
FormalName="CountryName" Value="Iceland"/></Location><Property
FormalName="Keyword" Value="ports"/><Property FormalName="City" Value="No"/>
</DescriptiveMetadata></NewsComponent></NewsItem></NewsML>)");
  CHECK(article.places == Names{"Vik", "Iceland"});
  CHECK(article.topics == Names{"ports"});
}

TEST_CASE("ninjs: of several bodies the main one") {
  const auto body = [](const std::string& bodies) {
    return only("ninjs",
                "{\"uri\":\"u:1\",\"pubStatus\":\"usable\",\"bodies\":[" +
                    bodies + "]}")
        .body;
  };
  const std::string teaser =
      R"({"role":"teaser","contentType":"text/html","value":"<p>Short.</p>"},)";
  CHECK(body(teaser + R"({"role":"main","value":"Long."})") == "Long.");
  CHECK(body(teaser + R"({"value":"Long."})") == "Long.");
  CHECK(body(R"({"contentType":"text/plain","value":"Plain."},)"
             R"({"contentType":"text/html","value":"<p>Marked.</p>"})") ==
        "Marked.");
}
