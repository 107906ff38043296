#include "common/index/record_compression.h"

#include <zstd.h>

#include <random>
#include <string>

#include "common/cli/error.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

std::string frame_of(std::string_view bytes, int level) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(),
                             bytes.size(), level));
  return frame;
}

std::string random_bytes(std::size_t size, unsigned most) {
  std::mt19937 random(static_cast<unsigned>(size));
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() % most);
  return bytes;
}

}  // namespace

TEST_CASE("what was compressed comes back, of any size") {
  for (const std::size_t size : {0, 1, 7, 300, 4'000, 100'000, 17'000'000})
    for (const unsigned most : {1u, 20u, 256u}) {
      CAPTURE(size, most);
      const std::string bytes = random_bytes(size, most);
      const std::string frame = compressed(bytes);
      CHECK(frame.size() < size + size / 100 + 50);
      CHECK((decompressed(frame) == bytes));
    }
}

TEST_CASE("a short record is the shorter for the dictionary") {
  const std::string_view record =
      "WASHINGTON - The president said on Monday that the government would "
      "not agree, the Associated Press reported. Western Hemisphere. North "
      "America. United States.";
  CHECK(compressed(record).size() < frame_of(record, 19).size() * 9 / 10);
}

TEST_CASE("a frame of another compressor is read, too") {
  const std::string bytes = random_bytes(5'000, 9);
  for (const int level : {1, 19})
    CHECK(decompressed(frame_of(bytes, level)) == bytes);
}

TEST_CASE("no flipped byte and no cut goes unseen") {
  const std::string bytes = random_bytes(200, 90);
  const std::string good = compressed(bytes);
  const auto is_error = [&](const std::string& frame) {
    try {
      return decompressed(frame) == bytes;  // some bits say nothing
    } catch (const Error&) {
      return true;
    }
  };
  for (std::size_t at = 0; at < good.size(); ++at) {
    CAPTURE(at);
    CHECK_THROWS_AS(decompressed(good.substr(0, at)), Error);
    for (int bit = 0; bit < 8; ++bit) {
      std::string frame = good;
      frame[at] = static_cast<char>(frame[at] ^ 1 << bit);
      CHECK(is_error(frame));
    }
  }
  CHECK_THROWS_AS(decompressed(good + "x"), Error);
  CHECK_THROWS_AS(decompressed("a record of another version"), Error);
}

TEST_CASE("a size beyond all records is not believed") {
  std::string frame = frame_of(std::string(70'000, 'x'), 1);
  // magic:4, descriptor with a size of four bytes, window or that size
  REQUIRE((static_cast<unsigned char>(frame[4]) >> 6) == 2);
  frame.replace(5, 4, "\xFF\xFF\xFF\xFF");
  CHECK_THROWS_WITH(decompressed(frame), Catch::Contains("no size"));
}
