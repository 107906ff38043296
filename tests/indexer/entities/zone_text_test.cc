#include "indexer/entities/zone_text.h"

#include <algorithm>
#include <string>

#include "tests/catch.h"

namespace broadsheet {
namespace {

TEST_CASE("a word is found by every byte up to where it begins") {
  std::string many;
  for (int i = 0; i < 100; ++i) many += std::string(i % 7, 'a') + " Cairo, ";
  const std::string texts[] = {
      "",
      "Cairo",
      std::string(200, ' '),
      std::string(64, 'a') + " Cairo",
      std::string(300, 'a'),
      "Cairo " + std::string(300, '\0') + " Giza \xFF\xC3",
      many,
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    const ZoneText zone{Zone::kBody, text, {}};
    for (std::uint32_t offset = 0; offset <= text.size(); ++offset) {
      const auto found =
          std::ranges::lower_bound(zone.words, offset, {}, &Word::begin);
      const auto at = static_cast<std::size_t>(found - zone.words.begin());
      if (zone.word_at(offset) != at) CHECK(zone.word_at(offset) == at);
    }
    CHECK(zone.word_at(0) == 0);
  }
}

}  // namespace
}  // namespace broadsheet
