// Any bytes as a container: its members are read to the end, an Error passes
// over one, and the whole comes to an end.
#include <cstdint>
#include <string>

#include "common/cli/error.h"
#include "indexer/formats/container.h"
#include "tests/indexer/formats/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace broadsheet;
  Input input = test::input_of(
      "fuzz.zip", std::string(reinterpret_cast<const char*>(data), size));
  if (!is_container(input)) return 0;
  ExpansionLimits limits{.total = std::uint64_t{1} << 24};
  Container container({&input, {}, size}, limits);
  for (bool more = true; more;) {
    try {
      auto member = container.next();
      more = member.has_value();
      if (!more) break;
      Input text(member->name, std::move(member->bytes));
      detect(text);
      while (!text.take(std::size_t{1} << 16).empty()) {
      }
    } catch (const Error&) {
    }
  }
  return 0;
}
