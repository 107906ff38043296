// Who wrote the story on a page.
#include "indexer/formats/html_byline.h"

#include <string>

#include "tests/indexer/formats/html_page.h"

using namespace broadsheet;
using test::kBody;
using test::page;
using test::story;

TEST_CASE("a byline is read where it is printed") {
  struct Case {
    const char* why;
    std::string html;
    const char* byline;
  };
  const auto above = [](const std::string& line) {
    return page("<title>Mole closed at Vik</title>",
                kBody.substr(0, kBody.find("<p>")) + line +
                    kBody.substr(kBody.find("<p>")));
  };
  const auto story_page = [](const std::string& lines) {
    return page("<title>Mole closed at Vik</title>",
                "<div>" + lines + kBody.substr(kBody.find("<p>")) + "</div>");
  };
  const Case cases[] = {
      {"a line", above("<p class=byline>By Jane Doe, 8 February 2024</p>"),
       "Jane Doe"},
      {"a marked name beside a desk",
       above("<div class=author_fmt>By <a rel=author>Jane Doe</a> Health "
             "News</div>"),
       "Jane Doe"},
      {"two marked names",
       above("<div class=byline><span class=author-name>Jane Doe</span>, "
             "<span class=author-name>John Roe</span></div>"),
       "Jane Doe; John Roe"},
      {"not another story's",
       above("<div class=related-stories><a rel=author>Ann Poe</a></div>"
             "<a rel=author>Jane Doe</a>"),
       "Jane Doe"},
      {"not one before the headline",
       page("<title>Mole closed at Vik</title>",
            "<a rel=author>Ann Poe</a>" + kBody +
                "<span itemprop=author><b itemprop=name>Jane Doe</b></span>"),
       "Jane Doe"},
      {"several elements of one name",
       page("<meta name=author content='Jane Doe'>"
            "<meta name=author content='John Roe'>"),
       "Jane Doe; John Roe"},
      {"turned around by a library",
       page("<meta name=DC.creator content='Doe, Jane van'>"), "Jane van Doe"},
      {"in a word of the page's language, and not the photographer",
       above("<figure><i class=foto-firma>J. G.</i></figure>"
             "<div class=firma><b class=lugar>Vik</b> "
             "<b class=autor-nombre>Marta Solís</b></div>"),
       "Marta Solís"},
      {"below the story",
       page("<title>Mole closed at Vik</title>",
            kBody + "<div class=post-footer><span class='post-author vcard'>"
                    "Posted by <span class=fn>Jane Doe</span></span></div>"),
       "Jane Doe"},
      {"a person before the outlet",
       page("<meta property=og:site_name content='The Ledger'><meta "
            "name=author content='The Ledger'>",
            "<p class=byline>By Jane Doe</p>" + kBody),
       "Jane Doe"},
      {"the outlet for want of a person",
       page("<meta property=og:site_name content='Mac &amp; i'><meta "
            "name=author content='Mac &amp; i'>"),
       "Mac & i"},
      {"names in a list",
       page("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
            "\"author\":{\"@type\":\"Person\",\"name\":[\"Jane Doe\","
            "\"John Roe\"]}}</script>"),
       "Jane Doe; John Roe"},
      {"links to pages of authors",
       above("<h4 class=author-name>by <a href=/author/jd/>Jane Doe</a>, "
             "<a href=/author/jr/>John Roe</a></h4>"),
       "Jane Doe; John Roe"},
      {"a label and a name in blocks of their own",
       above("<div class=field-byline><div>By:&nbsp;</div><div>Jane Doe</div>"
             "</div>"),
       "Jane Doe"},
      {"a name and a post, both marked",
       above("<ul class=authors><li class=author><a class=author__name>Jane "
             "Doe</a><div class=author__role>Journalist</div></ul>"),
       "Jane Doe"},
      {"the outlet above the name",
       page("<meta property=og:site_name content='The Ledger of Vik'>",
            "<p class=auteur>The Ledger of Vik<br>Jane Doe</p>" + kBody),
       "Jane Doe"},
      {"the word for by in an element of its own",
       above("<div class=post-author-name><div class=author-by>By</div> "
             "<a href=/x>Jane Doe</a><div class=author-line> - </div></div>"),
       "Jane Doe"},
      {"who submitted it, on which day",
       page("<title>Mole closed at Vik</title>",
            "<article><footer><div class=node__submitted>By Jane Doe on Thu, "
            "02/08/2024 - 10:05</div></footer>" +
                kBody.substr(std::string("<article>").size())),
       "Jane Doe"},
      {"a label behind the story",
       page("<title>Mole closed at Vik</title>",
            kBody + "<table><tr><td>Autor: Jana Nová</table>"),
       "Jana Nová"},
      {"a name above the day",
       story_page(
           "<b>Mole closed at Vik</b><br><br>Jane Doe in Vik<br>Thursday "
           "February 8, 2024<br>"),
       "Jane Doe"},
      {"not the publisher, nor who logged in, nor a number",
       page("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
            "\"author\":{\"name\":\"Coast Media\"},\"publisher\":{"
            "\"name\":\"Coast Media\"}}</script><meta name=byl "
            "content=jd77><meta name=author content=104861>",
            "<p class=byline>By Jane Doe</p>" + kBody),
       "Jane Doe"},
      {"a line that says so behind the headline, of no class",
       page("<title>Mole closed at Vik</title>",
            "<h1>Mole closed at Vik</h1><div>By: <a href=/j>Jane Doe</a> - "
            "Correspondent / @jdoe</div>" +
                kBody.substr(kBody.find("<p>"))),
       "Jane Doe"},
      {"a sentence behind the headline is none",
       page("<title>Mole closed at Vik</title>",
            "<h1>Mole closed at Vik</h1><div>From Vik to Holm: how a stone "
            "fell</div>" +
                kBody.substr(kBody.find("<p>"))),
       ""},
      {"a name that signs the story, set to the right",
       page("<title>Mole closed at Vik</title>",
            kBody + "<p style='text-align: right'><b>Jane Doe</b></p>"),
       "Jane Doe"},
      {"not a label that is only read aloud",
       page("<title>Mole closed at Vik</title>",
            "<b class=visually-hidden id=article-byline>About Vik</b>" + kBody),
       ""},
      {"a list that has such a label",
       page(
           "<title>Mole closed at Vik</title>",
           "<section aria-labelledby=article-byline><b id=article-byline>Kuhusu"
           "</b><ul><li>Author, Jane Doe</li><li>Nafasi, Vik</li></ul>"
           "</section>" +
               kBody),
       "Jane Doe"},
      {"May is a name too", above("<p class=byline>By Theresa May</p>"),
       "Theresa May"},
      {"an address is no name",
       page("<meta property=article:author content='https://a.example/jane'>"),
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(story(c.html).byline == c.byline);
  }
}
