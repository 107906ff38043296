#include "indexer/entities/county_lists.h"

#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("a list of counties") {
  CHECK(tagged("Farmers in Anson, Davidson and De Baca counties may apply.") ==
        "Farmers in [LOC Anson], [LOC Davidson] and [LOC De Baca] counties may "
        "apply.");
  CHECK(tagged("Counties that will benefit include Quay, Curry and Polk.") ==
        "Counties that will benefit include [LOC Quay], [LOC Curry] and [LOC "
        "Polk].");
  CHECK(tagged("Counties include: Curry, Do?a Ana, Lea, Luna and Polk.")
            .ends_with("[LOC Lea], [LOC Luna] and [LOC Polk]."));
  CHECK(tagged("Do these counties include Quay, Curry and Polk? Yes, he said.")
            .ends_with("[LOC Quay], [LOC Curry] and [LOC Polk]? Yes, he "
                       "said."));
  CHECK(tagged("Aid goes to counties such as Quay ($23,055), Curry ($9) and "
               "Polk ($12).") ==
        "Aid goes to counties such as [LOC Quay] ($23,055), [LOC Curry] ($9) "
        "and [LOC Polk] ($12).");
  CHECK(tagged("The counties are: Quay, Moore, and Wilkes, said Ann Holm.") ==
        "The counties are: [LOC Quay], [LOC Moore], and [LOC Wilkes], said "
        "[PER Ann Holm].");
  CHECK(tagged("Quay and Eddy Counties and Orleans and Cameron Parishes") ==
        "[LOC Quay] and [LOC Eddy] Counties and [LOC Orleans] and [LOC "
        "Cameron] Parishes");
  CHECK(people("Ann Holm said counties would pay. Many counties, Holm said, "
               "are poor.") == "Ann Holm; Holm");
}

}  // namespace
}  // namespace broadsheet
