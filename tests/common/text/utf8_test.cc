#include "common/text/utf8.h"

#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("characters are decoded one by one") {
  const std::string_view text = "a\u00E9\u5317\U0001F600";
  std::size_t at = 0;
  std::u32string decoded;
  while (at < text.size()) decoded += next_char(text, at);
  CHECK(decoded == U"a\u00E9\u5317\U0001F600");
  CHECK(at == text.size());
}

TEST_CASE("broken UTF-8 costs one byte at a time") {
  struct Row {
    std::string_view text;
    std::string_view made_valid;
  };
  const Row rows[] = {
      {"caf\xE9 au", "caf\uFFFD au"},  // Latin-1
      {"\x80", "\uFFFD"},              // a continuation that continues nothing
      {"a\xE5\x8C", "a\uFFFD\uFFFD"},  // cut inside a character
      {"\xE5z", "\uFFFDz"},            // the byte behind is not swallowed
      {"\xC0\xAF", "\uFFFD\uFFFD"},    // overlong '/'
      {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
      {"\xFF\xFE", "\uFFFD\uFFFD"},
  };
  for (const auto& [text, made_valid] : rows) {
    CAPTURE(made_valid);
    CHECK_FALSE(valid_utf8(text));
    CHECK(to_valid_utf8(text) == made_valid);
  }
}

TEST_CASE("a run ends at the first byte that is none of it") {
  for (std::size_t size = 0; size < 100; ++size) {
    CHECK(ascii_size(std::string(size, 'a')) == size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '\xC3';
      CAPTURE(size, at);
      CHECK(ascii_size(text) == at);
      text.replace(at, size, std::string(size - at, '\xC3'));
      CHECK(ascii_size(text) == at);
    }
  }
}

TEST_CASE("valid text is left as it is") {
  for (const std::string_view text :
       {"", "plain", "caf\u00E9", "\uFFFD", "\U0010FFFF", "\uD7FF\uE000"}) {
    CAPTURE(text);
    CHECK(valid_utf8(text));
    CHECK(to_valid_utf8(text) == text);
  }
}

TEST_CASE("every scalar value is written as it is read") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    std::size_t at = 0;
    const char32_t back = next_char(bytes, at);
    if (back == c && at == bytes.size()) continue;
    CAPTURE(static_cast<unsigned>(c));
    REQUIRE(back == c);
    REQUIRE(at == bytes.size());
  }
}

TEST_CASE("what is no scalar value is written as U+FFFD") {
  for (const char32_t c : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string bytes;
    append_utf8(bytes, c);
    CHECK(bytes == "\uFFFD");
  }
}

TEST_CASE("a text is cut on the border of a character") {
  struct Row {
    std::string_view text;
    std::size_t at;
    std::size_t border;
  };
  const Row rows[] = {
      {"abc", 0, 0},
      {"abc", 2, 2},
      {"abc", 9, 3},
      {"", 4, 0},
      {"\u5317\u4EAC", 1, 0},
      {"\u5317\u4EAC", 3, 3},
      {"\u5317\u4EAC", 5, 3},
      {"\U0001F600", 3, 0},
      // In broken text each byte that is no character stands by itself.
      {"\x80\x80\x80\x80\x80\x80", 5, 5},
      {"\xE5z\x80", 2, 2},
      {"\u00E9\x80\x80", 3, 3},
      {"\xE5\x8C", 1, 1},
  };
  for (const auto& [text, at, border] : rows) {
    CAPTURE(to_valid_utf8(text), at);
    CHECK(floor_char(text, at) == border);
    CHECK(head_of(text, at) == text.substr(0, border));
  }
}
