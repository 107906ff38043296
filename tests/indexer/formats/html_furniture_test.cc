// What pages print in and around a story that is none of it, and what looks
// like that and is.
#include "indexer/formats/html.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;

namespace {

const std::string kFirst =
    "<p>The harbour master of Vik closed the outer mole on Tuesday after a "
    "second stone fell, and said that nobody would be let on it.</p>";
const std::string kSecond =
    "<p>\"It is older than the town,\" she said, \"and it has been mended four "
    "times, once with my own hands, in the winter of the flood.\"</p>";
const std::string kThird =
    "<p>Fishermen, who land their cod there, were told to use the inner "
    "basin, where the water is low, until the stones are set again.</p>";

Article story(const std::string& article, const std::string& before = "") {
  const test::Reading result = test::reading(
      "x.html",
      "<!DOCTYPE html><html lang=en><head><title>Mole closed at Vik "
      "- The Ledger</title></head><body>" +
          before + article +
          "<footer>All rights reserved</footer></body></html>");
  REQUIRE(result.stories.size() == 1);
  return result.stories[0];
}

Article story_with(const std::string& inside) {
  return story("<article><h1>Mole closed at Vik</h1>" + kFirst + inside +
               kSecond + kThird + "</article>");
}

std::ptrdiff_t paragraphs(const Article& article) {
  return 1 + std::count(article.body.begin(), article.body.end(), '\n');
}

}  // namespace

TEST_CASE("furniture inside of a story") {
  for (const char* line :
       {"<p>___</p>",
        "<p>* * *</p>",
        "<div>3/12</div>",
        "<time>16:42</time>",
        "<p>4.42 p.m. CET</p>",
        "<p>3 hours ago</p>",
        "<div class=image__caption>The mole in 2020.</div>",
        "<p class='photo-caption'>The mole. Picture: Jo Bloggs</p>",
        "<blockquote class=pullquote>It is older than the town</blockquote>",
        "<p>Close window | Print this page</p>",
        "<ul class=legends><li>The mole in 1911, a picture from the archive of "
        "the town</li></ul>",
        "<p>16h42</p>",
        "<table><tr><td><a href=/h>HOME</a></td><td><a href=/w>WORLD</a></td>"
        "</tr></table>",
        "<p>News: <a href=/1>Front Page</a> | <a href=/2>National</a> | "
        "<a href=/3>Sport</a></p>",
        "<div><div class=card><h3>Ferry fares rise</h3><p>From May on.</p>"
        "</div><div class=card><h3>Fog</h3><p>On the coast.</p></div></div>",
        "<figure><img src=a><p>The mole in 1911, from the town</p></figure>",
        "<div id=comments><p>It was about time, all of us said so.</p></div>",
        "<div class=related-content><h3>Elsewhere</h3><p>Ferry fares rise</p>"
        "</div>",
        "<section aria-labelledby=related><h2>Elsewhere</h2><p>Fares</p>"
        "</section>",
        "<p>5m ago</p>",
        "<p><a href=/a>Home</a> | <a href=/b>Search</a></p>",
        "<p><a href=/a>Print it</a> · <a href=/b>Send it</a></p>",
        "<a class=bookmark href=/a><div>Who owns the shore?</div><div>A "
        "history, told in maps</div></a>",
        "<a href=/a><h4>Night ferry returns</h4>Two years after</a>",
        "<table align=right><tr><td><img src=a><br>The mole in 1911</table>",
        "<p><b>Lue lisää:</b></p><p><a href=/a>How Vik was built</a></p>",
        "<p><b>More:</b> <a href=/a>How Vik was built</a></p>",
        "<p>Подписывайтесь на нас в Дзене.</p>",
        "<p>Advertisement 2</p><p>This advertisement has not loaded yet, but "
        "your article continues below.</p>",
        "<dl class=article-info><dt>Details</dt><dd>Hits: 12</dd></dl>",
        "<span class=img_desc>The mole in 1911</span>",
        "<p>Our Standards: The Thomson Reuters Trust Principles.</p>",
        "<div class=newsletter-box><h3>The Vik letter</h3><p>All news of the "
        "coast, each morning, in your box, free of charge.</p></div>"}) {
    CAPTURE(line);
    CHECK(paragraphs(story_with(line)) == 3);
  }
}

TEST_CASE("what looks like furniture and is of the story") {
  for (const char* line :
       {"<p>1911</p>", "<p>Vik 2, Ring 1</p>", "<p>At 16:42 it fell.</p>",
        "<h2 class=subheader>A letter and a map</h2>",
        "<p>It has <a href=/a>a light</a> - <a href=/b>two of them</a>, by "
        "night.</p>",
        "<p>12 minutes later</p>",
        "<div class='item no_caption'><p>The town is older still.</p></div>",
        "<blockquote class=pullquote>Nobody else said this</blockquote>",
        "<p><span class=legendSpanClass>VIK</span>, March 4</p>"}) {
    CAPTURE(line);
    CHECK(paragraphs(story_with(line)) == 4);
  }
}

TEST_CASE("what stands over the headline is no part of the story") {
  const Article article = story(
      "<article><a class=tag href=/t>Harbours</a><p>Home &gt; Coast &gt; Vik"
      "</p><h1>Mole closed at Vik</h1>" +
      kFirst + kSecond + kThird + "</article>");
  CHECK(article.body.starts_with("The harbour master"));
}

TEST_CASE("a short story does not fill up with what is around it") {
  const Article article =
      story("<div><h1>Mole closed at Vik</h1><div class=story>" + kFirst +
            "</div><div class=paywall-barrier><p>Try unlimited access, for one "
            "krone, four weeks long.</p></div><div class=related-news><h3>More "
            "of it</h3><ul><li><a href=/a>Ferry runs aground</a></ul></div>"
            "</div>");
  CHECK(paragraphs(article) == 1);
}

TEST_CASE("a site may call its main column whatever it likes") {
  const Article article = story(
      "<section class=sidebar-1><h1>Mole closed at Vik</h1><p "
      "class=author_mail><b>Jane Doe</b></p><div class=text>" +
      kFirst + kSecond + kThird + "</div></section>");
  CHECK(paragraphs(article) == 3);
  CHECK(article.byline == "Jane Doe");
}

TEST_CASE("a consent that is longer than the story") {
  std::string consent = "<div id=onetrust-banner class=ot-sdk-container>";
  for (int i = 0; i < 9; ++i)
    consent +=
        "<p>We and our partners store, and access, information on a "
        "device, such as cookies, and process personal data.</p>";
  const Article article =
      story("<article><h1>Mole closed at Vik</h1>" + kFirst + "</article>",
            consent + "</div>");
  CHECK(article.body.starts_with("The harbour master"));
}

TEST_CASE("a name beside its post is a byline") {
  CHECK(story("<article><h1>Mole closed at Vik</h1><p class=author-line>By "
              "<b>Jane Doe</b> <span>Coast correspondent</span></p>" +
              kFirst + kSecond + kThird + "</article>")
            .byline == "Jane Doe");
}

TEST_CASE("the outlet stands behind the headline in the title") {
  CHECK(story_with("").source == "The Ledger");
}

TEST_CASE("RDFa says what microdata does") {
  const Article article = story(
      "<div typeof=NewsArticle><b property='schema:articleSection'>Coast"
      "</b><h1 property=headline>Mole closed at Vik</h1><span "
      "property=author>By <i property=name>Jane Doe</i></span><i "
      "property=datePublished content=2024-02-08></i>" +
      kFirst + kSecond + kThird + "</div>");
  CHECK(article.section == "Coast");
  CHECK(article.byline == "Jane Doe");
  CHECK(to_string(article.date) == "2024-02-08");
}

TEST_CASE("data that is no JSON still tells the day") {
  for (const char* data :
       {"{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-02-08\",}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"The \"mole\" "
        "closed\",\"datePublished\" : \"2024-02-08T10:00\"}"}) {
    CAPTURE(data);
    const Article article = story_with("<script type='application/ld+json'>" +
                                       std::string(data) + "</script>");
    CHECK(to_string(article.date) == "2024-02-08");
    CHECK(article.date_source == "json-ld");
  }
}

TEST_CASE("a title that is less than what is printed") {
  const auto headline = [](const std::string& title, const std::string& page) {
    return test::reading("x.html", "<html><head><title>" + title +
                                       "</title></head><body>" + page + kFirst +
                                       kSecond + kThird + "</body></html>")
        .stories.at(0)
        .headline;
  };
  CHECK(headline("The Vik Ledger - Print version",
                 "<h2>Mole closed at Vik by a stone</h2>") ==
        "Mole closed at Vik by a stone");
  CHECK(headline("Mole closed", "<h1>Mole closed: \"It fell\"</h1>") ==
        "Mole closed: \"It fell\"");
  CHECK(headline("Mole closed at Vik",
                 "<h1><a href=/>The Ledger of Vik and "
                 "of the whole coast</a></h1>") == "Mole closed at Vik");
}

TEST_CASE("old pages set their headline large and list others below") {
  const auto read = [](const std::string& title, const std::string& page) {
    return test::reading("x.html", "<html><head><title>" + title +
                                       "</title></head><body>" + page +
                                       "</body></html>")
        .stories.at(0);
  };
  const std::string font = "<p><font size=5>Mole closed at Vik</font></p>";
  CHECK(read("The Coast", font + kFirst + kSecond).headline ==
        "Mole closed at Vik");
  CHECK(read("The Coast", "<font size=+2>Mole closed at Vik</font>" + kFirst)
            .headline == "Mole closed at Vik");
  CHECK(read("The Coast: Iceland: Mole closed at Vik",
             "<b>Mole closed at Vik</b>" + kFirst + kSecond)
            .headline == "Mole closed at Vik");
  CHECK(read("Vik: Mole closed at last",
             "<b>Vik: Mole closed at last</b><p>Mole closed at last</p>" +
                 kFirst + kSecond)
            .headline == "Vik: Mole closed at last");
  const Article cable =
      read("Mole closed at Vik", "<td><h2>Mole closed at Vik</h2>" + kFirst +
                                     kSecond +
                                     "<b>RELATED STORIES:</b><br><a href=/1>"
                                     "Ferry fares to rise</a><br>May 2</td>");
  CHECK(paragraphs(cable) == 2);
}

TEST_CASE("a day around the headline is better than none") {
  const auto date = [](const std::string& above, const std::string& below) {
    return to_string(story("<div class=header>" + above +
                           "<h1>Mole closed at Vik</h1>" + below +
                           "</div><article>" + kFirst + kSecond + kThird +
                           "</article>")
                         .date);
  };
  CHECK(date("<p>The Coast<br>Saturday, Mar 05, 2005</p>", "") == "2005-03-05");
  CHECK(date("<p>The Coast, founded 5 March 1911</p>", "").empty());
  CHECK(date("<p>Saturday, Mar 05, 2005</p>",
             "<p>The Coast / 11:30 PM March 02, 2005</p>") == "2005-03-02");
  CHECK(date("", "<p>Updated March 02, 2005</p>").empty());
}

TEST_CASE("a reporter in brackets opens a story") {
  const test::Reading result = test::reading(
      "x.html",
      "<html lang=zh><title>最老碼頭關閉</title><body><article><h1>最老碼頭關閉"
      "</h1><p>〔記者王小明／台北報導〕港務局今天宣布，港內最老的碼頭將關閉。</"
      "p>"
      "<p>〔記者王小明／台北報導〕是第二段。</p></article></body></html>");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].byline == "王小明");
  CHECK(result.stories[0].body ==
        "港務局今天宣布，港內最老的碼頭將關閉。\n"
        "〔記者王小明／台北報導〕是第二段。");
}

TEST_CASE("the bar of a web archive tells the address") {
  const Article article = story_with(
      "<div id=wm-ipp><input id=wmtbURL name=url "
      "value='http://ledger.example/a'></div>");
  CHECK(article.url == "http://ledger.example/a");
}

TEST_CASE("Japanese lines are as long as they look") {
  const std::string lead =
      "県は２０日、老朽化が進む港町大橋について、来年４月から全面通行止めにして"
      "架"
      "け替え工事を始めると発表した。工期はおよそ三年を見込んでいる。";
  const test::Reading result = test::reading(
      "x.html",
      "<html lang=ja><title>港町大橋、全面通行止め</title><body>"
      "<article><h1>港町大橋、全面通行止め</h1><p>2024年3月4日 "
      "14時05分</p><p>" +
          lead + "</p><p>" + lead + "</p></article></body></html>");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].body == lead + "\n" + lead);
  CHECK(to_string(result.stories[0].date) == "2024-03-04");
}
