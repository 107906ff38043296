#include "indexer/formats/formats.h"

#include <set>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace std::string_literals;
using namespace broadsheet;

namespace {

std::string detected(const std::string& name, const std::string& bytes) {
  Input input = test::input_of(name, bytes);
  const Format* format = detect(input);
  return format ? std::string(format->name) : "-";
}

}  // namespace

TEST_CASE("content decides, then the extension, then text is text") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* format;
  };
  const Case cases[] = {
      {"a.txt", "A story.\n", "text"},
      {"a", "A story.\n", "text"},
      {"a.txt", "{\"title\": \"A\"}", "json"},
      {"a.json", "[]", "json"},
      {"a.JSONL", "", "json"},
      {"a.txt", "[Photo] A caption\n", "text"},
      {"a.dat", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", "reuters-sgml"},
      {"a.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s, "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name, c.bytes);
    CHECK(detected(c.name, c.bytes) == c.format);
  }
}

TEST_CASE("no two formats claim a name or an extension") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CHECK(names.insert(format.name).second);
    CHECK(&format_named(format.name) == &format);
    CHECK_FALSE(format.help.empty());
  }
  CHECK_THROWS_AS(format_named("no-such"), Error);
}
