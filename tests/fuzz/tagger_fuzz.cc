// Any bytes through the tagger: no crash, and spans that keep their contract.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"

namespace {

void check(std::string_view text,
           const std::vector<broadsheet::TaggedSpan>& spans) {
  std::vector<bool> border(text.size() + 1);
  border[0] = true;
  for (std::size_t at = 0; at < text.size(); border[at] = true) {
    broadsheet::next_char(text, at);
  }
  std::uint32_t end = 0;
  for (const broadsheet::TaggedSpan& span : spans) {
    const bool ordered = span.begin >= end && span.begin < span.end;
    if (!ordered || span.end > text.size()) std::abort();
    if (!border[span.begin] || !border[span.end]) std::abort();
    end = span.end;
  }
}

}  // namespace

// The first byte says how much of the rest is the headline.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static broadsheet::Tagger tagger(broadsheet::TaggerModel::embedded());
  if (size == 0) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t cut = all.size() * data[0] / 1024;
  const std::string_view headline = all.substr(0, cut);
  const std::string_view body = all.substr(cut);
  const broadsheet::TaggedStory story = tagger.tag(headline, body);
  check(headline, story.headline);
  check(body, story.body);
  return 0;
}
