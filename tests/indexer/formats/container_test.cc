#include "indexer/formats/container.h"

#include <fmt/format.h>

#include "common/cli/error.h"
#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;

namespace {

/// One file of a tar archive, as POSIX lays it out.
std::string tar_file(const std::string& name, const std::string& text) {
  std::string header(512, '\0');
  const auto put = [&](std::size_t at, const std::string& field) {
    header.replace(at, field.size(), field);
  };
  put(0, name);
  put(100, "0000644");
  put(124, fmt::format("{:011o}", text.size()));
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, std::string("ustar\00000", 8));
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put(148, fmt::format("{:06o}", sum) + std::string(1, '\0'));
  return header + text + std::string((512 - text.size() % 512) % 512, '\0');
}

const std::string kTarEnd(1024, '\0');

/// "name=text" of each member, "!" for an Error.
std::vector<std::string> members(const std::string& bytes,
                                 ExpansionLimits limits = {}) {
  std::vector<std::string> found;
  Input input = test::input_of("a.tar", bytes);
  Container container({&input, {}, bytes.size()}, limits);
  for (bool more = true; more;) {
    try {
      auto member = container.next();
      more = member.has_value();
      if (!more) break;
      Input text(member->name, std::move(member->bytes));
      found.push_back(member->path + "=" + text.rest());
    } catch (const Error&) {
      found.push_back("!");
    }
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a container is known by its bytes, a zip by its name, too") {
  const auto is = [](const std::string& name, const std::string& bytes) {
    Input input = test::input_of(name, bytes);
    return is_container(input);
  };
  CHECK(is("a", "\x1f\x8b\x08 and more"));
  CHECK(is("a.tar", tar_file("b", "text")));
  CHECK(is("a.ZIP", "PK\x03\x04 and more"));
  CHECK_FALSE(is("a.docx", "PK\x03\x04 and more"));
  CHECK_FALSE(is("a.gz", "text that is not compressed"));
  CHECK_FALSE(is("a.gz", ""));
}

TEST_CASE("members come in order, their paths as names only") {
  CHECK(members(tar_file("./a", "one") + tar_file("/b", "two") +
                tar_file("../c", "three") + kTarEnd) ==
        Found{"a=one", "b=two", "../c=three"});
}

TEST_CASE("a damaged header is one problem, and the next file is read") {
  std::string damaged = tar_file("b", std::string(3000, 'x'));
  damaged[0] = 'B';  // its sum no longer fits
  CHECK(members(tar_file("a", "one") + damaged + tar_file("c", "three") +
                kTarEnd) == Found{"a=one", "!", "c=three"});
}

TEST_CASE("what only begins like a compressed file is one problem") {
  CHECK(members("\x1f\x8b\x08junk and no more of it") == Found{"!"});
}

TEST_CASE("a cut archive keeps what came before") {
  const std::string all = tar_file("a", "one") + tar_file("b", "two");
  CHECK(members(all.substr(0, 1024 + 513)) == Found{"a=one", "!"});
}

TEST_CASE("what is beyond the limits is one problem") {
  const std::string two = tar_file("a", "one") + tar_file("b", "two") + kTarEnd;
  CHECK(members(two, {.total = 5}) == Found{"a=one", "!"});
  CHECK(members(two, {.total = 6}) == Found{"a=one", "b=two"});
}
