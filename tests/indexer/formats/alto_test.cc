// ALTO: words, torn ones and how sure they are.
#include <string>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;

TEST_CASE("ALTO: torn words are whole") {
  CHECK(only("alto", R"(<alto><Layout><Page><PrintSpace><TextBlock><TextLine>
<String CONTENT="The"/><String CONTENT="har" SUBS_TYPE="HypPart1"
SUBS_CONTENT="harbour"/></TextLine><TextLine><String CONTENT="bour"
SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/></TextLine></TextBlock><TextBlock>
<TextLine><String CONTENT="POLICE."/></TextLine></TextBlock></PrintSpace></Page>
</Layout></alto>)")
            .body == "The harbour\nPOLICE.");
}

TEST_CASE("ALTO: a hyphen joins where nothing else tells") {
  const Article article = only("alto", R"(<alto><Layout><Page><TextBlock>
<TextLine><String CONTENT="The"/><SP/><String CONTENT="har"/><HYP CONTENT="-"/>
</TextLine><TextLine><String CONTENT="bour"/><SP/><String CONTENT="closed."/>
</TextLine></TextBlock></Page></Layout></alto>)");
  CHECK(article.body == "The harbour closed.");
}

TEST_CASE("ALTO: confidence is the mean of the words, or the page's") {
  const auto confidence = [](const std::string& page,
                             const std::string& words) {
    return only("alto", "<alto><Page" + page + "><TextLine>" + words +
                            "</TextLine></Page></alto>")
        .word_confidence;
  };
  CHECK(confidence("", "<String CONTENT='a'/>") == 0);
  CHECK(confidence(" PC='0.8'", "<String CONTENT='a'/>") == 0.8);
  CHECK(confidence(" PC='0.8'",
                   "<String CONTENT='a' WC='0.4'/>"
                   "<String CONTENT='b'/>") == 0.6);
  CHECK(confidence("",
                   "<String CONTENT='a' WC='0,25'/>"
                   "<String CONTENT='b' WC='87'/>") == 0.25);
  CHECK(confidence("",
                   "<String CONTENT='a' WC='1'/><String CONTENT='b' "
                   "WC='1'/><String CONTENT='c' WC='0'/>") == 0.667);
}

TEST_CASE("ALTO: signs of a torn word inside of it") {
  for (const std::string sign : {"¬", "&#xAD;"}) {
    CAPTURE(sign);
    CHECK(only("alto",
               "<alto><Page><TextBlock><TextLine><String CONTENT='har" + sign +
                   "'/></TextLine><TextLine><String CONTENT='bour'/><String "
                   "CONTENT='¬'/></TextLine></TextBlock></Page></alto>")
              .body == "harbour ¬");
  }
}
