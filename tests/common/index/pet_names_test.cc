#include "common/index/pet_names.h"

#include <string>
#include <vector>

#include "tests/catch.h"

namespace broadsheet {
namespace {

std::vector<std::string> full(std::string_view given) {
  const auto names = in_full(given);
  return {names.begin(), names.end()};
}

TEST_CASE("what a given name is short for") {
  using Names = std::vector<std::string>;
  CHECK(full("joe") == Names{"joseph"});
  CHECK(full("ted") == Names{"edward", "theodore"});
  CHECK(full("abe") == Names{"abraham"});   // the first of the table
  CHECK(full("zach") == Names{"zachary"});  // and the last
  CHECK(full("joseph").empty());
  CHECK(full("").empty());
}

TEST_CASE("two names of which one is short for the other") {
  CHECK(is_in_short("joe", "joseph"));
  CHECK(is_in_short("joseph", "joe"));
  CHECK_FALSE(is_in_short("bill", "will"));
  CHECK_FALSE(is_in_short("joseph", "joseph"));
  CHECK_FALSE(is_in_short("", "joseph"));
}

}  // namespace
}  // namespace broadsheet
