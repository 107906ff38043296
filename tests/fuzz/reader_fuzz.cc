// Any bytes through the reader of one format, FUZZED_FORMAT. A reader must not
// crash, nor hand out text that breaks the promises of Article.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "common/text/utf8.h"
#include "indexer/formats/mets.h"
#include "tests/indexer/formats/reading.h"

namespace {

using namespace broadsheet;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_clean(const std::string& text, bool one_line) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && (one_line || c != '\n')) {
      return false;
    }
  }
  return valid_utf8(text);
}

void check(const Article& story) {
  require(is_clean(story.headline, true));
  require(is_clean(story.byline, true));
  require(is_clean(story.dateline, true));
  require(is_clean(story.source_id, true));
  require(is_clean(story.body, false));
  require(story.body.size() <= Input::kMaxText);
  require(story.body.find("\n\n") == std::string::npos);
  require(!story.date || valid(story.date));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const Format& format = format_named(FUZZED_FORMAT);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Input input = test::input_of("fuzz/08Feb2005x.dat", bytes);
  detect(input);
  // What lies beside an issue is what it holds of ALTO.
  const auto beside = [&](const std::string&) {
    return std::make_unique<test::StringSource>(
        bytes.substr(std::min(bytes.find("<alto"), size)));
  };
  const OnSkip pass = [](const Skip&) {};
  const auto reader = format.open == open_mets ? open_issue(input, beside, pass)
                                               : format.open(input, {}, pass);
  while (const auto story = reader->next()) check(*story);
  return 0;
}
