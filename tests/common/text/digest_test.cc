#include "common/text/digest.h"

#include <set>

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("digests are on disk and never change") {
  // FNV-1a of the text, mixed by MurmurHash3's fmix64; worked out apart.
  CHECK(digest_hex("") == "efd01f60ba992926");
  CHECK(digest_hex("a") == "82a2a958a9bece5b");
  CHECK(digest_hex("foobar") == "2c22194922d1672b");
}

TEST_CASE("bytes in parts have the digest of the whole") {
  Digest digest;
  digest.add("foo");
  digest.add("");
  digest.add("bar");
  CHECK(digest.value() == digest64("foobar"));
  CHECK(digest.hex() == digest_hex("foobar"));
}

TEST_CASE("digests tell near texts apart") {
  std::set<std::uint64_t> seen;
  for (int n = 0; n < 10'000; ++n) seen.insert(digest64(std::to_string(n)));
  seen.insert(digest64(std::string_view("\0", 1)));
  seen.insert(digest64(std::string_view("\0\0", 2)));
  CHECK(seen.size() == 10'002);
}
