#include "indexer/entities/letter_run.h"

#include <string>

#include "tests/catch.h"

namespace broadsheet {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

LetterRun counted(std::string_view text) {
  LetterRun run;
  for (const char c : text) {
    if (!is_letter(c)) break;
    ++run.size;
    run.uppers += is_upper(c);
  }
  return run;
}

TEST_CASE("letters are counted as they would be one by one") {
  constexpr std::string_view kLetters = "aZbYcXdWeVfUgThSiRzAkPlOmN";
  for (std::size_t size = 0; size < kLetters.size(); ++size) {
    for (int byte = 0; byte < 256; ++byte) {
      for (const std::string_view tail : {"", "A", "Abc dEf", "ABCDEFGHIJKL"}) {
        std::string text(kLetters.substr(0, size));
        text += static_cast<char>(byte);
        text += tail;
        const LetterRun run = letter_run(text);
        const LetterRun wanted = counted(text);
        if (run.size == wanted.size && run.uppers == wanted.uppers) continue;
        CAPTURE(size, byte, tail, run.size, run.uppers);
        FAIL("wanted " << wanted.size << " with " << wanted.uppers);
      }
    }
  }
  CHECK(letter_run("").size == 0);
  CHECK(letter_run("CAIRO, Egypt").uppers == 5);
}

TEST_CASE("long runs are counted to their end") {
  const std::string text(100'001, 'B');
  CHECK(letter_run(text).size == text.size());
  CHECK(letter_run(text).uppers == text.size());
}

}  // namespace
}  // namespace broadsheet
