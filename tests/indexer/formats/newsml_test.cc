// NewsML, old and new. The sample archive has whole files.
#include <vector>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using test::Reading;
using test::reading;
using Names = std::vector<std::string>;

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
