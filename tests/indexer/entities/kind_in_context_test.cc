#include "indexer/entities/kind_in_context.h"

#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("people where places are expected") {
  CHECK(people("He carried a letter of Abbas Araghchian to Steve Witkopf.") ==
        "Abbas Araghchian; Steve Witkopf");
  CHECK(people("He was 1:18.9 ahead of Hjelmeseth after the third leg.") ==
        "Hjelmeseth");
  CHECK(people("Roberto Duran fights Mexico's Ariel Cruzado on Saturday.") ==
        "Roberto Duran; Ariel Cruzado");
  CHECK(people("He named U.N. Ambassador Madeleine Albrighton secretary of "
               "state. Albrighton was born in Prague.") ==
        "Madeleine Albrighton; Albrighton");
}

TEST_CASE("places where people are expected") {
  CHECK(tagged("Refugees returned to Jajce and Gornji Vakuf, he said.") ==
        "Refugees returned to [LOC Jajce] and [LOC Gornji Vakuf], he said.");
  CHECK(tagged("The pope rested in Castel Gandolfo on Monday.") ==
        "The pope rested in [LOC Castel Gandolfo] on Monday.");
  CHECK(tagged("She was born in Newcastle upon Tyne.") ==
        "She was born in [LOC Newcastle upon Tyne].");
}

TEST_CASE("bodies that a place's name ends, firms that a comma parts") {
  CHECK(tagged("The Council of Europe sent a team to Albania.") ==
        "The [ORG Council of Europe] sent a team to [LOC Albania].");
  CHECK(people("He sold his shares of Frank Hartford, Inc. to his son.") == "");
}

TEST_CASE("a nickname in quotation marks stands inside a name") {
  CHECK(
      people("Charalambos \"Bambos\" Xanthos beat Jorge \"Tuto\" Quirogal.") ==
      "Charalambos \"Bambos\" Xanthos; Jorge \"Tuto\" Quirogal");
  CHECK(people("John Ford made \"Stagecoach\" Tuesday.") == "John Ford");
}

TEST_CASE("headlines and markets name nobody") {
  CHECK(people("CARVER CORP PRESIDENT RESIGNS") == "");
  CHECK(people("Traders said WTI fell. Platinum rose.") == "");
}

}  // namespace
}  // namespace broadsheet
