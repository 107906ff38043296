// Feeds, sound and in the wild.
#include <string>
#include <vector>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using test::Reading;
using test::reading;
using Names = std::vector<std::string>;

TEST_CASE("feeds") {
  const Reading rss = reading("x", R"(<rss version="2.0"><channel>
<title>The Ledger</title><language>en-us</language><item><title>Mole &amp;amp; co
</title><guid>g1</guid><pubDate>Thu, 08 Feb 2024 23:00:00 -0800</pubDate>
<author>j@ledger.example (Jane Doe)</author><description>Teaser</description>
<content:encoded><![CDATA[<p>One.</p><p>Two &ouml;.</p>]]></content:encoded>
</item><item><title>B</title></item></channel></rss>)");
  REQUIRE(rss.stories.size() == 2);
  CHECK(rss.stories[0].headline == "Mole & co");
  CHECK(rss.stories[0].byline == "Jane Doe");
  CHECK(rss.stories[0].source == "The Ledger");
  CHECK(to_string(rss.stories[0].date) == "2024-02-08");
  CHECK(rss.stories[0].date_source == "feed");
  CHECK(rss.stories[0].body == "One.\nTwo ö.");
  CHECK(rss.stories[1].fragment == "2");
  const Article atom = only("feed", R"(<feed xmlns="http://www.w3.org/2005/Atom"
xml:lang="fr"><title>Le Fanal</title><entry><id>urn:1</id><title>Digue</title>
<link rel="self" href="/no"/><link href="https://a.example/1"/>
<published>2024-02-08T00:30:00+01:00</published><author><name>Jane Doe</name>
</author><content type="xhtml"><div><p>Un.</p><p>Deux.</p></div></content>
</entry></feed>)");
  CHECK(atom.language == "fr");
  CHECK(atom.url == "https://a.example/1");
  CHECK(to_string(atom.date) == "2024-02-08");
  CHECK(atom.body == "Un.\nDeux.");
}

TEST_CASE("a blog's trailer is none of its stories") {
  const Article article = only("feed", R"(<rss><channel><title>The Wire</title>
<item><title>Mole closed</title><description>&lt;p>It fell.&lt;/p>&lt;p>The post
Mole closed appeared first on The Wire.&lt;/p>&lt;p>Continue reading...&lt;/p>
</description><category>Ports, Moles</category></item></channel></rss>)");
  CHECK(article.body == "It fell.");
  CHECK(article.topics == Names{"Ports", "Moles"});
}

TEST_CASE("what a feed says of pictures is not of the story") {
  const Article article = only("feed", R"(<rss><channel><item>
<media:title>The mole in 1911</media:title><media:description>A caption that is
longer than what the story's teaser says.</media:description>
<title>Mole closed</title><description>It fell.</description></item></channel>
</rss>)");
  CHECK(article.headline == "Mole closed");
  CHECK(article.body == "It fell.");
}

TEST_CASE("an entry may be of another outlet than its feed") {
  CHECK(
      only("feed", R"(<rss><channel><title>All</title><item><title>Mole</title>
<source url="http://a.example">The Ledger</source></item></channel></rss>)")
          .source == "The Ledger");
  CHECK(
      only("feed", R"(<feed><title>All</title><entry><title>Mole</title><source>
<id>urn:1</id><title>The Ledger</title></source></entry></feed>)")
          .source == "The Ledger");
}

TEST_CASE("addresses of entries may be relative to the feed's") {
  struct Case {
    std::string base, link, url;
  };
  const Case cases[] = {
      {"https://a.example/x/feed", "2024/mole",
       "https://a.example/x/2024/mole"},
      {"https://a.example/x/feed", "/mole", "https://a.example/mole"},
      {"https://a.example", "mole", "https://a.example/mole"},
      {"https://a.example/", "//b.example/m", "https://b.example/m"},
      {"https://a.example/", "http://b.example/m", "http://b.example/m"},
      {"", "mole", "mole"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.base);
    CAPTURE(c.link);
    CHECK(only("feed", "<feed xml:base='" + c.base +
                           "'><entry><title>Mole</title><link href='" + c.link +
                           "'/></entry></feed>")
              .url == c.url);
  }
}

TEST_CASE("a feed's dates may be English in any language") {
  CHECK(to_string(only("feed",
                       "<rss><channel><language>fr</language><item><title>M"
                       "</title><pubDate>Mon, 04 Mar 2024 10:00 +0100</pubDate>"
                       "</item></channel></rss>")
                      .date) == "2024-03-04");
}
