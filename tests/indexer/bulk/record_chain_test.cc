#include "indexer/bulk/record_chain.h"

#include <string>
#include <vector>

#include "indexer/bulk/encoding.h"
#include "tests/catch.h"

using namespace broadsheet::bulk;

namespace {

std::string bytes_of(const RecordChain& chain) {
  std::string all, room;
  chain.for_each_part([&](std::string_view part) { all += part; });
  if (chain.together(room) != all) FAIL("another when together");
  return all;
}

}  // namespace

TEST_CASE("chains grow side by side, each record whole") {
  const std::string text(200'000, 'x');
  RecordMemory memory;
  std::vector<RecordChain> chains(3);
  std::vector<std::string> expected(chains.size());
  for (std::uint64_t n = 1; n < 3'000; ++n) {
    const std::size_t at = n % 5 % chains.size();
    const Record record{n * n, n % 300,
                        std::string_view(text).substr(0, n % 40)};
    append_uint(expected[at], record.id - chains[at].last_id());
    append_uint(expected[at], record.number);
    append_string(expected[at], record.bytes);
    chains[at].add(memory, record);
  }
  append_uint(expected[0], 10'000'000 - chains[0].last_id());
  append_uint(expected[0], 0);
  append_string(expected[0], text);
  chains[0].add(memory, {10'000'000, 0, text});  // of many chunks
  for (std::size_t at = 0; at < chains.size(); ++at)
    CHECK(bytes_of(chains[at]) == expected[at]);
  CHECK(memory.size() >= text.size());
}

TEST_CASE("an empty chain has no parts") {
  CHECK(bytes_of({}).empty());
  CHECK(RecordChain().count() == 0);
}

TEST_CASE("a chunk that is full to the byte is no loss") {
  RecordMemory memory;
  for (std::size_t size = 0; size < 300; ++size) {
    RecordChain chain;
    std::string expected;
    const std::string text(size, 't');
    for (std::uint64_t id = 1; id <= 3; ++id) {
      chain.add(memory, {id, 0, text});
      append_uint(expected, 1);
      append_uint(expected, 0);
      append_string(expected, text);
    }
    if (bytes_of(chain) != expected) FAIL(size);
  }
}
