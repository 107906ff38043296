// What the data file of the gazetteer holds, and that a damaged one is refused.
#include "indexer/entities/gazetteer_data.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer shipped;
  return shipped;
}

TEST_CASE("every entry is sound") {
  std::size_t bad = 0;
  for (const Place& each : gazetteer().places()) {
    const bool sound = gazetteer().place(each.id) == &each &&
                       !each.name.empty() && each.lat >= -90 &&
                       each.lat <= 90 && each.lon >= -180 && each.lon <= 180 &&
                       gazetteer().chain(each).size() < 5;
    if (!sound) ++bad;
  }
  CHECK(bad == 0);
}

// Places are weighed by the logarithms of such numbers.
TEST_CASE("populations have two digits and zeros") {
  std::string others;
  for (const Place& each : gazetteer().places()) {
    std::uint32_t digits = each.population;
    while (digits >= 100 && digits % 10 == 0) digits /= 10;
    if (digits >= 100) others += std::string(each.name) + "; ";
  }
  CHECK(others.empty());
}

TEST_CASE("names in the file are folded as the program folds") {
  std::string unlike;
  for (std::size_t i = 0; i < gazetteer().name_count(); ++i) {
    const std::string_view name = gazetteer().name_at(i);
    if (fold_name(name) != name) unlike += std::string(name) + "; ";
  }
  CHECK(unlike.empty());
}

TEST_CASE("every place is found by the name it shows") {
  std::string lost;
  for (const Place& each : gazetteer().places()) {
    bool found = false;
    for (const auto& sense : gazetteer().find(fold_name(each.name)).senses)
      found = found || (sense.place == &each && sense.primary);
    if (!found) lost += std::string(each.name) + "; ";
  }
  CHECK(lost.empty());
}

TEST_CASE("a damaged file is refused") {
  const auto shipped = gazetteer_data();
  std::vector<std::uint8_t> bytes(shipped.begin(), shipped.end());
  CHECK_THROWS_AS(Gazetteer(std::span(bytes).first(10)), Error);
  CHECK_THROWS_AS(Gazetteer(std::span(bytes).first(bytes.size() / 2)), Error);
  bytes[bytes.size() / 2] ^= 0x55;
  CHECK_THROWS_AS(Gazetteer(bytes), Error);
}

}  // namespace
}  // namespace broadsheet
