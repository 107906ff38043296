#include "common/index/names.h"

#include "common/text/digest.h"
#include "common/text/fold.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a place stands by its gazetteer id, or else by its name") {
  Entity place;
  place.kind = EntityKind::kPlace;
  place.name = "S\u00E3o Tom\u00E9";
  CHECK(entity_id(place) == "x" + digest_hex("sao tome"));
  place.place_id = 2410763;
  CHECK(entity_id(place) == "2410763");
}

TEST_CASE("a person stands by the form of the name, others by what is folded") {
  Entity entity;
  entity.name = "D\u00FCrr & Co's";
  entity.kind = EntityKind::kPerson;
  CHECK(entity_id(entity) == digest_hex("durr cos"));
  entity.kind = EntityKind::kOrg;
  CHECK(entity_id(entity) == digest_hex(fold_name(entity.name)));
  CHECK(name_number(entity.kind, entity.name) ==
        digest64(fold_name(entity.name)));
}
