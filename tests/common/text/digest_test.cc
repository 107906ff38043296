#include "common/text/digest.h"

#include <set>

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("digests are on disk and never change") {
  // XXH3 with 64 bits, without a seed; worked out apart.
  CHECK(digest_hex("") == "2d06800538d394c2");
  CHECK(digest_hex("a") == "e6c632b61e964e1f");
  CHECK(digest_hex("foobar") == "d78fda63144c5c84");
  CHECK(digest_hex(std::string(1000, 'x')) == "c0a4877b962cba82");
}

TEST_CASE("a number has sixteen hex digits") {
  CHECK(hex64(0) == "0000000000000000");
  CHECK(hex64(0xA1) == "00000000000000a1");
  CHECK(hex64(0xFEDCBA9876543210) == "fedcba9876543210");
}

TEST_CASE("bytes in parts have the digest of the whole") {
  const std::string whole(1000, 'x');
  for (const std::size_t part : {1, 7, 256, 999, 1000}) {
    CAPTURE(part);
    Digest digest;
    for (std::size_t at = 0; at < whole.size(); at += part)
      digest.add(whole.substr(at, part));
    digest.add("");
    CHECK(digest.value() == digest64(whole));
    CHECK(digest.hex() == digest_hex(whole));
    Digest copy = digest;
    copy.add("y");
    CHECK(copy.value() == digest64(whole + 'y'));
    CHECK(digest.value() == digest64(whole));
  }
}

TEST_CASE("digests tell near texts apart") {
  std::set<std::uint64_t> seen;
  for (int n = 0; n < 10'000; ++n) seen.insert(digest64(std::to_string(n)));
  seen.insert(digest64(std::string_view("\0", 1)));
  seen.insert(digest64(std::string_view("\0\0", 2)));
  CHECK(seen.size() == 10'002);
}
