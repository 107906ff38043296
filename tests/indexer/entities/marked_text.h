// What the tagger finds in a text, written into it, for tests to compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"

namespace broadsheet {

inline constexpr const char* kMarks[] = {"PER", "LOC", "ORG", "MISC"};

/// The text with its names marked: [PER Kofi Annan] flew to [LOC Accra].
inline std::string marked(std::string_view text,
                          const std::vector<TaggedSpan>& spans) {
  std::string result;
  std::size_t at = 0;
  for (const TaggedSpan& span : spans) {
    result += text.substr(at, span.begin - at);
    result += '[';
    result += kMarks[static_cast<std::size_t>(span.label)];
    result += ' ';
    result += text.substr(span.begin, span.end - span.begin);
    result += ']';
    at = span.end;
  }
  result += text.substr(at);
  return result;
}

inline std::string tagged(std::string_view body,
                          std::string_view headline = "") {
  Tagger tagger(TaggerModel::embedded());
  return marked(body, tagger.tag(headline, body).body);
}

/// The people in it, one after the other.
inline std::string people(std::string_view body) {
  Tagger tagger(TaggerModel::embedded());
  std::string all;
  for (const TaggedSpan& span : tagger.tag("", body).body) {
    if (span.label != Label::kPerson) continue;
    all += all.empty() ? "" : "; ";
    all += body.substr(span.begin, span.end - span.begin);
  }
  return all;
}

}  // namespace broadsheet
