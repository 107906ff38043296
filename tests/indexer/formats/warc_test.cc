#include "indexer/formats/http_message.h"
#include "tests/catch.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
using test::Reading;
using test::reading;

namespace {

std::string page(const std::string& title) {
  return "<html><head><title>" + title +
         "</title><meta name=date content=2001-10-09></head><body><p>The ferry "
         "has stood on sand since the last years, and on Tuesday a tractor "
         "dragged it.</p></body></html>";
}

std::string record(const std::string& url, const std::string& content,
                   int wrong_by = 0) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2023-07-19T03:00:00Z\r\nContent-Length: " +
         std::to_string(static_cast<int>(content.size()) + wrong_by) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& header = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n" +
         body;
}

}  // namespace

TEST_CASE("pages are read out of a web archive, dated by themselves") {
  const Reading result = reading(
      "x.warc", record("http://a.example/1", response(page("One"))) +
                    record("http://a.example/2",
                           "HTTP/1.1 404 Gone\r\n\r\n" + page("No")) +
                    record("http://a.example/3",
                           response("5\r\n<html\r\n0\r\n\r\n",
                                    "Transfer-Encoding: chunked\r\n")) +
                    record("http://a.example/4", response(page("Four"))));
  REQUIRE(result.format == "warc");
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].headline == "One");
  CHECK(result.stories[0].url == "http://a.example/1");
  CHECK(result.stories[0].source == "a.example");
  CHECK(to_string(result.stories[0].date) == "2001-10-09");
  CHECK(result.stories[1].fragment == "4");
}

TEST_CASE("a wrong length costs a record, not the archive") {
  const Reading result = reading(
      "x.warc", record("http://a.example/1", response(page("One")), -20) +
                    record("http://a.example/2", response(page("Two"))));
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[1].headline == "Two");
  REQUIRE(result.skips.size() == 1);
  CHECK_FALSE(result.skips[0].lost);
}

TEST_CASE("a cut archive keeps what it has") {
  const std::string whole =
      record("http://a.example/1", response(page("One"))) +
      record("http://a.example/2", response(page("Two")));
  const Reading result = reading("x.warc", whole.substr(0, whole.size() - 60));
  CHECK(result.stories.size() == 2);
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].why == "the file ends inside of it");
}

TEST_CASE("chunks are joined, and left as they are where they are broken") {
  struct Case {
    const char* body;
    const char* plain;
  };
  const Case cases[] = {
      {"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde"},
      {"3;x=1\r\nabc\r\n0\r\n\r\n", "abc"},
      {"not chunked at all", "not chunked at all"},
      {"ffffff\r\nabc", "ffffff\r\nabc"},
  };
  for (const Case& c : cases) {
    std::string_view header = "Transfer-Encoding: chunked\r\n\r\n";
    bool ok = false;
    CHECK(http_body(take_headers(header), c.body, ok) == c.plain);
    CHECK(ok);
  }
}
