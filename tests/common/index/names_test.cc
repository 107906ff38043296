#include "common/index/names.h"

#include "common/text/digest.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a place stands by its gazetteer id, or else by its name") {
  Entity place;
  place.kind = EntityKind::kPlace;
  place.name = "S\u00E3o Tom\u00E9";
  CHECK(place_term_id(place) == "x" + digest_hex("sao tome"));
  place.place_id = 2410763;
  CHECK(place_term_id(place) == "2410763");
}
