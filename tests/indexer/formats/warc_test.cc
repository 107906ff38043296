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
  CHECK(result.stories[0].crawled == "2023-07-19T03:00:00Z");
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

TEST_CASE("the text that was taken out of pages is stories, too") {
  const std::string text = "Muelle cerrado\nEl puerto de Vik\nRead more\nfin";
  const Reading result = reading(
      "x.warc.wet",
      "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: "
      "http://a.example/2024/02/08/muelle\r\nContent-Type: text/plain\r\n"
      "WARC-Date: 2024-05-18T01:58:10Z\r\n"
      "WARC-Identified-Content-Language: spa,eng\r\nContent-Length: " +
          std::to_string(text.size()) + "\r\n\r\n" + text + "\r\n\r\n");
  REQUIRE(result.stories.size() == 1);
  const Article& story = result.stories[0];
  CHECK(story.headline == "Muelle cerrado");
  CHECK(story.body == "El puerto de Vik\nfin");
  CHECK(story.language == "es");
  CHECK(story.url == "http://a.example/2024/02/08/muelle");
  // Of the address, never of the crawl.
  CHECK(to_string(story.date) == "2024-02-08");
  CHECK(story.date_source == "path");
  CHECK(story.crawled == "2024-05-18T01:58:10Z");
}

TEST_CASE(
    "records without a page are passed over, and an archive of them told") {
  const auto of_type = [](const std::string& type) {
    return "WARC/1.0\r\nWARC-Type: " + type +
           "\r\nWARC-Target-URI: http://a.example/1\r\nContent-Length: "
           "3\r\n\r\nabc\r\n\r\n";
  };
  const std::string others =
      of_type("request") + of_type("revisit") + of_type("metadata");
  CHECK(reading("x.warc",
                others + record("http://a.example/1", response(page("One"))))
            .skips.empty());
  const Reading none = reading("x.warc", others);
  REQUIRE(none.skips.size() == 1);
  CHECK(none.skips[0].why == "no saved page among its 3 records");
}

TEST_CASE("what a crawler cut is read, and told") {
  std::string cut = record("http://a.example/1", response(page("One")));
  cut.insert(cut.find("WARC-Date"), "WARC-Truncated: length\r\n");
  const Reading result = reading("x.warc", cut);
  CHECK(result.stories.size() == 1);
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].why == "cut when it was saved");
  CHECK_FALSE(result.skips[0].lost);
}

TEST_CASE("a coding that was undone before is no harm, another one is told") {
  const auto coded = [](const std::string& body) {
    return reading("x.warc",
                   record("http://a.example/1",
                          response(body, "Content-Encoding: br\r\n")));
  };
  CHECK(coded(page("One")).stories.size() == 1);
  const Reading lost = coded(std::string("\x8b\0\x12\xff\0", 5));
  CHECK(lost.stories.empty());
  REQUIRE_FALSE(lost.skips.empty());
  CHECK(lost.skips[0].why == "a content coding that cannot be undone");
}

TEST_CASE("the older web archives are read alike") {
  const std::string body = response(page("One"));
  const Reading result =
      reading("x.arc",
              "filedesc://x.arc 0.0.0.0 19970101120000 text/plain 2\n1\n\n"
              "http://a.example/1 192.0.2.1 19970101120000 text/html " +
                  std::to_string(body.size()) + "\n" + body + "\n");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].headline == "One");
  CHECK(to_string(result.stories[0].date) == "2001-10-09");
  CHECK(result.stories[0].crawled == "1997-01-01T12:00:00Z");
  const Reading spaced =
      reading("x.arc",
              "filedesc://x.arc 0.0.0.0 19970101120000 text/plain 2\n1\n\n"
              "http://a.example/a page 192.0.2.1 19970101120000 text/html " +
                  std::to_string(body.size()) + "\n" + body + "\n");
  REQUIRE(spaced.stories.size() == 1);
  CHECK(spaced.stories[0].url == "http://a.example/a page");
  CHECK(spaced.stories[0].crawled == "1997-01-01T12:00:00Z");
}
