// A page with a story of three paragraphs and some furniture around it.
#pragma once

#include <string>

#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

namespace broadsheet::test {

inline const std::string kBody =
    "<article><h1>Mole closed at Vik</h1>"
    "<p>The harbour master of Vik closed the outer mole on Tuesday after a "
    "second stone fell, and said that nobody would be let on it.</p>"
    "<figure><img src=a.jpg><figcaption>The mole, before.</figcaption></figure>"
    "<p>\"It is older than the town,\" she said, \"and it has been mended four "
    "times, once with my own hands, in the winter of the flood.\"</p>"
    "<p>Fishermen, who land their cod there, were told to use the inner "
    "basin, where the water is low, until the stones are set again.</p>"
    "</article>";

inline std::string page(const std::string& head,
                        const std::string& body = kBody) {
  return "<!DOCTYPE html><html lang=en><head>" + head +
         "</head><body><nav><ul><li><a href=/>Home</a></li></ul></nav>" + body +
         "<div class=related><a href=/x>More about moles, stones and harbours"
         "</a></div><footer>All rights reserved</footer></body></html>";
}

inline Article story(const std::string& html) {
  const Reading result = reading("x.html", html);
  REQUIRE(result.format == "html");
  REQUIRE(result.stories.size() == 1);
  return result.stories[0];
}

}  // namespace broadsheet::test
