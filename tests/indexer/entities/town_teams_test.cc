#include "indexer/entities/town_teams.h"

#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("a town that plays is a team, one that is played in is none") {
  CHECK(
      tagged("The Orioles beat Seattle 5-2 in Baltimore on Friday. Boston "
             "edged Detroit and California held on against Chicago. Texas "
             "shut out Philadelphia to close within four games of New York.") ==
      "The [ORG Orioles] beat [ORG Seattle] 5-2 in [LOC Baltimore] on Friday. "
      "[ORG Boston] edged [ORG Detroit] and [ORG California] held on against "
      "[ORG Chicago]. [ORG Texas] shut out [ORG Philadelphia] to close within "
      "four games of [ORG New York].");
}

TEST_CASE("rows of a table") {
  CHECK(tagged("W L PCT GB\n\nMIAMI 14 4 .778 -\n\nNEW YORK 10 6 .625 3\n\n"
               "BOSTON 4 12 .250 9\n") ==
        "W L PCT GB\n\n[ORG MIAMI] 14 4 .778 -\n\n[ORG NEW YORK] 10 6 .625 3"
        "\n\n[ORG BOSTON] 4 12 .250 9\n");
}

TEST_CASE("results and fixtures, a line each") {
  CHECK(tagged("ST. LOUIS 4 CHICAGO 3\n\nNEW ENGLAND 34 NEW YORK JETS 10\n\n"
               "TORONTO AT DALLAS\n\nNEW YORK AT GREEN BAY\n") ==
        "[ORG ST. LOUIS] 4 [ORG CHICAGO] 3\n\n[ORG NEW ENGLAND] 34 "
        "[ORG NEW YORK JETS] 10\n\n[ORG TORONTO] AT [ORG DALLAS]\n\n"
        "[ORG NEW YORK] AT [ORG GREEN BAY]\n");
}

TEST_CASE("brackets behind players: clubs or countries, as most are") {
  CHECK(tagged("Forwards - Raul Gonzalvo (Barcelona), Julen Guerra "
               "(Athletic Bilbao), Pizzi Ortego (Tenerife)") ==
        "Forwards - [PER Raul Gonzalvo] ([ORG Barcelona]), [PER Julen Guerra] "
        "([ORG Athletic Bilbao]), [PER Pizzi Ortego] ([ORG Tenerife])");
  CHECK(tagged("1. Minna Karhula (Finland) 23.65\n2. Tatjana Maier (Germany) "
               "23.51\n3. Anita Gilg (France) 23.01\n4. Liu Min (Hong Kong) "
               "22.9\n") ==
        "1. [PER Minna Karhula] ([LOC Finland]) 23.65\n2. [PER Tatjana Maier] "
        "([LOC Germany]) 23.51\n3. [PER Anita Gilg] ([LOC France]) 23.01\n"
        "4. [PER Liu Min] ([LOC Hong Kong]) 22.9\n");
}

TEST_CASE("where nobody plays a capital is a place") {
  CHECK(tagged("Students marched in Belgrade. The opposition asked Washington "
               "and London to help.") ==
        "Students marched in [LOC Belgrade]. The opposition asked "
        "[LOC Washington] and [LOC London] to help.");
}

}  // namespace
}  // namespace broadsheet
