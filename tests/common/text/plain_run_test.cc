#include "common/text/plain_run.h"

#include <string>

#include "common/text/fold.h"
#include "tests/catch.h"

using broadsheet::kFoldedAscii;
using broadsheet::plain_run;
using broadsheet::PlainRun;

TEST_CASE("a run is the letters and digits that a text begins with") {
  struct Row {
    std::string_view text, folded;
    bool letters, digits;
    std::uint32_t capitals = 0;
  };
  const Row rows[] = {
      {"", "", false, false},
      {" a", "", false, false},
      {"Strike!1", "strike", true, false, 0b1},
      {"1987, January", "1987", false, true},
      {"3rd", "3rd", true, true},
      {"ZaAz09", "zaaz09", true, true, 0b101},
      {"CAIRO, Egypt", "cairo", true, false, 0b11111},
      {"abcdefghijklmnoPQ", "abcdefghijklmnop", true, false, 0x8000},
      {"caf\u00E9", "caf", true, false},
      {"strike\nof the coal miners", "strike", true, false},
      {"abcdefghijklmnop9 9", "abcdefghijklmnop", true, false},
  };
  for (const auto& [text, folded, letters, digits, capitals] : rows) {
    CAPTURE(text);
    const PlainRun run = plain_run(text);
    CHECK(run.view() == folded);
    CHECK(run.letters == letters);
    CHECK(run.digits == digits);
    CHECK(run.capitals == capitals);
    CHECK(run.all_capitals() ==
          (run.size == 0 || capitals == (1U << run.size) - 1));
  }
}

TEST_CASE("every byte ends a run or is folded, wherever it stands") {
  for (int byte = 0; byte < 256; ++byte) {
    const char folded = kFoldedAscii[static_cast<std::size_t>(byte)];
    for (std::size_t at = 0; at < PlainRun::kMost; ++at) {
      std::string text(20, 'b');
      text[at] = static_cast<char>(byte);
      std::string expected(PlainRun::kMost, 'b');
      if (folded == 0)
        expected.resize(at);
      else
        expected[at] = folded;
      const PlainRun run = plain_run(text);
      const PlainRun last = plain_run(text.substr(0, at + 1));
      // Behind it are zeros.
      std::string all(reinterpret_cast<const char*>(&run.folded),
                      PlainRun::kMost);
      all.erase(all.find_last_not_of('\0') + 1);
      const bool capital = byte >= 'A' && byte <= 'Z';
      const bool right = run.view() == expected && all == expected &&
                         last.view() == expected.substr(0, at + 1) &&
                         run.capitals == std::uint32_t{capital} << at;
      if (right) continue;
      CAPTURE(byte, at, all);
      REQUIRE(right);
    }
  }
}
