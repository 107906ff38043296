#include "indexer/formats/html.h"

#include <algorithm>

#include "indexer/formats/dom.h"
#include "tests/indexer/formats/html_page.h"

using namespace broadsheet;
using test::kBody;
using test::page;
using test::Reading;
using test::reading;
using test::story;

TEST_CASE("the text is the story's, not the page's") {
  const Article article = story(page("<title>Mole closed at Vik</title>"));
  CHECK(article.headline == "Mole closed at Vik");
  CHECK(article.body.starts_with("The harbour master"));
  CHECK(article.body.ends_with("until the stones are set again."));
  CHECK(std::count(article.body.begin(), article.body.end(), '\n') == 2);
}

TEST_CASE("tables that lay out a page are no paragraphs") {
  std::string text = kBody.substr(kBody.find("<p>"));
  text = text.substr(0, text.find("</article>"));
  const Article article = story(page(
      "<title>Mole closed at Vik</title>",
      "<table><tr><td><ul><li><a href=/a>Africa, Asia, Europe, the Americas, "
      "weather, sport</a></ul><td><p>Page last updated at noon, on Tuesday, by "
      "the desk</p><table class=storycontent><tr><td>" +
          text +
          "</table><p>Bookmark with, among others, Digg, reddit, Delicious</p>"
          "</table>"));
  CHECK(article.body.starts_with("The harbour master"));
  CHECK(article.body.ends_with("until the stones are set again."));
}

TEST_CASE("a page says its date in many ways, and one order settles it") {
  const std::string json_ld =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
      "\"datePublished\":\"2024-02-08T23:30:00-08:00\"}</script>";
  const std::string graph =
      "<script type='application/ld+json'><![CDATA[{\"@graph\":[{\"@type\":"
      "\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":[\"Article\"],"
      "\"datePublished\":\"2024-02-08\"}]}]]></script>";
  const std::string meta =
      "<meta property='article:published_time' content='2024-02-09T01:00Z'>";
  struct Case {
    const char* why;
    std::string html;
    const char* date;
    const char* source;
  };
  const Case cases[] = {
      {"schema.org, before meta", page(meta + json_ld), "2024-02-08",
       "json-ld"},
      {"schema.org in a graph", page(graph), "2024-02-08", "json-ld"},
      {"meta", page(meta), "2024-02-09", "meta"},
      {"Dublin Core", page("<meta name=DC.date.issued content=2024-02-08>"),
       "2024-02-08", "meta"},
      {"a time element",
       page("", "<time datetime='2024-02-08T10:00'>today</time>" + kBody),
       "2024-02-08", "time"},
      {"printed", page("", "<span class=date>8 February 2024</span>" + kBody),
       "2024-02-08", "text"},
      {"in the address",
       page("<link rel=canonical href='https://a.example/2024/02/08/mole'>"),
       "2024-02-08", "path"},
      {"created is less than published",
       page(meta + "<script type=application/ld+json>{\"@type\":\"Article\","
                   "\"dateCreated\":\"2024-02-10\"}</script>"),
       "2024-02-09", "meta"},
      {"a stamp in UTC of an evening elsewhere, and what it prints",
       page("",
            "<time datetime=2024-02-09T02:05:12Z>Feb. 8, 2024 at 9:05 pm "
            "EST</time>" +
                kBody),
       "2024-02-08", "time"},
      {"in digits of Bengal",
       page("",
            "<time datetime=2024-02-07T20:05:12.000Z>০৮ ফেব্রুয়ারি ২০২৪, "
            "০২: ০৫</time>" +
                kBody),
       "2024-02-08", "time"},
      {"read aloud",
       page("",
            "<div class=ar_dt aria-label='Published: 9:05 "
            "p.m. ET February 8, 2024'></div>" +
                kBody),
       "2024-02-08", "text"},
      {"in a cell named for it",
       page("", "<table><tr><td class=dat>8. února 2024 14:05</table>" + kBody),
       "2024-02-08", "text"},
      {"RDFa",
       page("",
            "<span property='dc:date dc:created' "
            "content='2024-02-08T14:05:00+02:00'>by jd</span>" +
                kBody),
       "2024-02-08", "time"},
      {"the printed day before the one in UTC, and an update behind it",
       page(meta,
            "<time>8 February 2024</time><span class=date>Updated 10 "
            "February 2024</span>" +
                kBody),
       "2024-02-08", "time"},
      {"a printed day that no zone explains",
       page("<meta name=date content=2024-02-09T14:00:00Z>",
            "<time>8 February 2024</time>" + kBody),
       "2024-02-09", "meta"},
      {"both days printed",
       page(meta,
            "<time>8 February 2024</time><time>9 February 2024</time>" + kBody),
       "2024-02-09", "meta"},
      {"a site of a country that prints days first",
       page("<link rel=canonical href=https://ledger.example.co.uk/a>",
            "<span class=date>8/2/2024</span>" + kBody),
       "2024-02-08", "text"},
      {"and of one that prints months first",
       page("<link rel=canonical href=https://vik.gov/a>",
            "<span class=date>2/8/2024</span>" + kBody),
       "2024-02-08", "text"},
      {"of either order", page("", "<span class=date>2/8/2024</span>" + kBody),
       "", ""},
      {"nowhere", page(""), "", ""},
      {"impossible", page("<meta name=date content=2999-01-01>"), "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = story(c.html);
    CHECK(to_string(article.date) == c.date);
    CHECK(article.date_source == c.source);
  }
  CHECK(story(page("<meta name=date content=2999-01-01>")).date_rejected ==
        "2999-01-01");
}

TEST_CASE("a page names its author, outlet, section and address") {
  const Article article = story(page(
      "<title>Mole closed at Vik - The Ledger</title>"
      "<meta property=og:site_name content='The Ledger'>"
      "<meta property=og:title content='Mole closed at Vik | The Ledger'>"
      "<meta name=author content='By Jane Doe and John Roe, Staff Writers'>"
      "<meta property=article:section content=Coast>"
      "<meta name=keywords content='harbours, stones'>"
      "<link rel=canonical href='https://www.ledger.example/a/1'>"));
  CHECK(article.headline == "Mole closed at Vik");
  CHECK(article.byline == "Jane Doe; John Roe");
  CHECK(article.source == "The Ledger");
  CHECK(article.section == "Coast");
  CHECK(article.language == "en");
  CHECK(article.url == "https://www.ledger.example/a/1");
  CHECK(article.topics == std::vector<std::string>{"harbours", "stones"});
}

TEST_CASE("a copy of a web archive has the address of its original") {
  const Article article = story(
      page("<link rel=canonical href='https://web.archive.org/web/20040601/"
           "http://www.ledger.example/a/1'>"));
  CHECK(article.url == "http://www.ledger.example/a/1");
  CHECK(article.source == "ledger.example");
}

TEST_CASE("the outlet and the section are marked up in the text too") {
  const Article article = story(
      page("",
           "<div itemprop=publisher itemscope><meta itemprop=name "
           "content='The Ledger'></div><b itemprop=articleSection>Coast</b>" +
               kBody));
  CHECK(article.source == "The Ledger");
  CHECK(article.section == "Coast");
  CHECK(story(page("", kBody + "<a rel='category tag' href=/c>Coast</a>"))
            .section == "Coast");
}

TEST_CASE("lines between the headline and the story are read and left out") {
  const std::string text = kBody.substr(kBody.find("<p>"));
  const Article article = story(page(
      "<title>Mole closed at Vik</title>",
      "<div>Mole closed at Vik<p>By JANE DOE<p>Ledger Staff Writer<p>Thursday, "
      "February 8, 2024" +
          text + "<p>Copyright 2024 The Ledger</div>"));
  CHECK(article.byline == "JANE DOE");
  CHECK(to_string(article.date) == "2024-02-08");
  CHECK(article.body.starts_with("The harbour master"));
  CHECK(article.body.ends_with("until the stones are set again."));
}

TEST_CASE("an update's day is better than none, and worse than any") {
  const std::string text = kBody.substr(kBody.find("<p>"));
  const auto dated = [&](const std::string& line) {
    const Article article = story(page("<title>Mole closed at Vik</title>",
                                       "<div><p>" + line + text + "</div>"));
    CHECK(article.body.starts_with("The harbour master") == bool(article.date));
    return to_string(article.date);
  };
  CHECK(dated("Updated: 9 Feb 2024") == "2024-02-09");
  CHECK(dated("Updated: 9 Feb 2024<p>8 Feb 2024") == "2024-02-08");
  CHECK(
      dated("Published on 8 Feb 2024 at 8:00 - Last modified on 9 Feb 2024 at "
            "9:00") == "2024-02-08");
  CHECK(dated("Updated two hours ago").empty());
}

TEST_CASE("pointers to other stories and pleas are not of the story") {
  for (const char* line :
       {"<p>Read more: <a href=/a>Old mole mended</a></p>",
        "<p>Lire aussi <a href=/a>Le vieux môle réparé</a></p>",
        "<div><b>Related:</b> Old mole mended</div>",
        "<h3>Related topics</h3><ul><li><a href=/a>Moles</a></ul>",
        "<p>इसे भी पढ़ें: <a href=/a>बारिश से नुकसान</a></p>",
        "<p>Follow us on <a href=/f>Facebook</a>.</p>",
        "<p>Sign up for our weekly letter of the coast</p>",
        "<p>© 2024 The Ledger</p>"}) {
    CAPTURE(line);
    const std::size_t end = kBody.find("<figure>");
    const Article article =
        story(page("<title>Mole closed at Vik</title>",
                   kBody.substr(0, end) + line + kBody.substr(end)));
    CHECK(std::count(article.body.begin(), article.body.end(), '\n') == 2);
  }
  for (const char* line :
       {"Related companies had warned of it.",
        "© Provided by The Ledger. The mole of Vik was built when nobody went "
        "to sea in winter, and has been mended with whatever stood near: "
        "stones "
        "of the old church, rails, and a ship's boiler."}) {
    CHECK(story(page("<title>Mole closed at Vik</title>",
                     kBody + "<p>" + line + "</p>"))
              .body.find(line) != std::string::npos);
  }
}

TEST_CASE("authors are found behind references of schema.org") {
  const Article article = story(
      page("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":"
           "\"Article\",\"author\":{\"@id\":\"#jane\"},\"publisher\":{\"name\":"
           "\"The Ledger\"}},{\"@type\":\"Person\",\"@id\":\"#jane\",\"name\":"
           "\"Jane Doe\"}]}</script>"));
  CHECK(article.byline == "Jane Doe");
  CHECK(article.source == "The Ledger");
}

TEST_CASE("the headline is the one that is printed, without the outlet") {
  const std::string site = "<meta property=og:site_name content='The Ledger'>";
  const auto with_h1 = [](const std::string& heading) {
    return "<h1>" + heading + "</h1>" +
           kBody.substr(kBody.find("</h1>") + std::string("</h1>").size());
  };
  struct Case {
    const char* why;
    std::string html;
    const char* headline;
  };
  const Case cases[] = {
      {"the title begins with it, and ends with another heading",
       page("<title>Mole closed at Vik — news of the coast</title>",
            "<h1>news of the coast</h1>" + with_h1("Mole closed at Vik¶")),
       "Mole closed at Vik"},
      {"a kicker over it",
       page("<meta property=og:title content='Harbours: mole closed at Vik'>"
            "<title>Harbours: mole closed at Vik</title>",
            with_h1("Harbours of Vik:")),
       "Harbours: mole closed at Vik"},
      {"spelled as the data has it",
       page("<title>Mole closed at Vik</title><meta property=og:title "
            "content='Mole closed at Vik'>",
            with_h1("MOLE CLOSED AT VIK")),
       "Mole closed at Vik"},
      {"the data, where the title is another one",
       page("<title>Vik harbour latest</title><script type="
            "application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":"
            "\"Mole closed at Vik\"}</script>",
            with_h1("Mole closed")),
       "Mole closed at Vik"},
      {"marked, where there is only another title",
       page("<title>Vik mole: harbour master speaks</title>",
            "<h1>The Ledger of Vik</h1>"
            "<h1 class=entry-title>Harbour master closes Vik mole</h1>"),
       "Harbour master closes Vik mole"},
      {"marked, below a heading with the outlet's name",
       page("<title>Coast Notes of Vik: mole closed at Vik</title>",
            "<h1><a href=/>Coast Notes of Vik</a></h1><h3 class='post-title "
            "entry-title'>Mole closed at Vik</h3>"),
       "Mole closed at Vik"},
      {"a part of the title that is printed by itself",
       page("<title>The Ledger Online | Special reports | Mole of Vik is "
            "closed</title>",
            "<font><b>Mole of Vik is closed</b></font>" +
                kBody.substr(kBody.find("<p>"))),
       "Mole of Vik is closed"},
      {"a title alone",
       page(site + "<title>Mole shut | The Ledger</title>", ""), "Mole shut"},
      {"signs and no spaces",
       page("<title>维克港外防波堤星期二关闭_港口_海岸新闻网</title>", "<p>x"),
       "维克港外防波堤星期二关闭"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(story(c.html).headline == c.headline);
  }
}

TEST_CASE("the story comes before the others that a page lists") {
  const Article article = story(
      page("<script type=\"application/ld+json\">[{\"@type\":\"ItemList\","
           "\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":"
           "\"Another\"}]},{\"@type\":\"NewsArticle\",\"headline\":\"Mole "
           "shut\"},]</script>",
           "<p>x"));
  CHECK(article.headline == "Mole shut");
}

TEST_CASE("a page may be in any charset") {
  CHECK(story(page("<meta charset=windows-1251><title>\xCC\xEE\xF1\xEA\xE2\xE0 "
                   "\xE7\xE4\xE5\xF1\xFC</title>",
                   "<p>x"))
            .headline == "Москва здесь");
  CHECK(story(page("<title>Caf\xE9 closed</title>", "<p>x")).headline ==
        "Café closed");
}

TEST_CASE("depth is what a parser would build") {
  const auto repeated = [](const std::string& piece, int n) {
    std::string all;
    for (int i = 0; i < n; ++i) all += piece;
    return all;
  };
  CHECK(is_shallow(repeated("<div>", 400)));
  CHECK_FALSE(is_shallow(repeated("<div>", 600)));
  CHECK(is_shallow(repeated("<div></div>", 9000)));
  CHECK(is_shallow(repeated("<p>never closed<br>", 9000)));
  CHECK_FALSE(is_shallow(repeated("<div></b>", 9000)));
  CHECK_FALSE(is_shallow("<svg>" + repeated("<td>", 9000)));
  // Each is opened again in the next block.
  CHECK_FALSE(is_shallow(repeated("<div><b></div>", 9000)));
}

TEST_CASE("a page too deep for a tree is read without one") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const Reading result = reading(
      "x.html", page("<title>Deep</title>", deep + "<p>Still here.</p>"));
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].headline == "Deep");
  CHECK(result.stories[0].body.find("Still here.") != std::string::npos);
  REQUIRE(result.skips.size() == 1);
  CHECK_FALSE(result.skips[0].lost);
}
