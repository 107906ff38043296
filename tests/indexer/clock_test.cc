// Times as reports and slots write them, and back.
#include "indexer/clock.h"

#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("times are written and read back to the second") {
  constexpr std::int64_t kTime = 1'763'864'760'987'654'321;
  CHECK(iso_utc(kTime) == "2025-11-23T02:26:00Z");
  CHECK(compact_utc(kTime) == "20251123022600");
  constexpr std::int64_t kSecond = 1'763'864'760'000'000'000;
  CHECK(from_iso_utc("2025-11-23T02:26:00Z") == kSecond);
  CHECK(from_compact_utc("20251123022600") == kSecond);
}

TEST_CASE("what is no such time is nothing") {
  for (const auto* text :
       {"", "x", "2025-11-23", "20251123", "20251123022600Z"}) {
    CAPTURE(text);
    CHECK_FALSE(from_iso_utc(text));
    CHECK_FALSE(from_compact_utc(text));
  }
}

}  // namespace
}  // namespace broadsheet
