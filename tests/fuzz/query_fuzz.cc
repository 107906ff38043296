// Any bytes are a query or a QueryError; a query can be typed back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/query/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace broadsheet;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const ParseOptions options{Match::kAuto, Date::of(1987, 4, 15)};
  try {
    const Query query = parse_query(typed, options);
    const Node copy = query.root;
    // A second error, or another tree, is a bug: it leaves through abort().
    const auto again = [&] {
      try {
        return parse_query(to_query(copy), options).root;
      } catch (const QueryError&) {
        std::abort();
      }
    };
    if (!(again() == query.root)) std::abort();
  } catch (const QueryError& error) {
    if (error.column() > size) std::abort();
  }
  return 0;
}
