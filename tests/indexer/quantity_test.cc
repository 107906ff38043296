#include "indexer/quantity.h"

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace std::chrono_literals;

TEST_CASE("sizes have K, M or G behind them, or nothing") {
  CHECK(size_of("memory", "0") == 0);
  CHECK(size_of("memory", "1000") == 1000);
  CHECK(size_of("memory", "16K") == 16'384);
  CHECK(size_of("memory", "512M") == 536'870'912);
  CHECK(size_of("memory", "2G") == 2'147'483'648);
  for (const char* wrong :
       {"", "M", "1.5M", "-1", "+1", " 1", "1 M", "1MB", "1m", "1T",
        "99999999999G", "99999999999999999999"}) {
    CAPTURE(wrong);
    CHECK_THROWS_WITH(
        size_of("memory", wrong),
        Catch::StartsWith("--memory ") && Catch::EndsWith(": not a size"));
  }
}

TEST_CASE("times have s, m, h or d behind them") {
  CHECK(duration_of("max-age", "0") == 0s);
  CHECK(duration_of("max-age", "90s") == 90s);
  CHECK(duration_of("max-age", "30m") == 30min);
  CHECK(duration_of("max-age", "26h") == 26h);
  CHECK(duration_of("max-age", "7d") == 168h);
  for (const char* wrong : {"", "h", "26", "1.5h", "-1h", "26 h", "26hours",
                            "1w", "99999999999999999d"}) {
    CAPTURE(wrong);
    CHECK_THROWS_WITH(
        duration_of("max-age", wrong),
        Catch::StartsWith("--max-age ") && Catch::EndsWith(": not a time"));
  }
}
