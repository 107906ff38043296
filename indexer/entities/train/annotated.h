// Texts whose names are known, as the trainer and the quality program read
// them: one JSON object a line, {"text", "spans": [[begin, end, kind]...]} with
// byte offsets and kinds PER, LOC, ORG and MISC.
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/tagger.h"

namespace broadsheet {

struct AnnotatedText {
  std::string headline;
  std::string text;
  std::vector<TaggedSpan> spans;  ///< of the text
};

/// Throws Error where a line cannot be read.
std::vector<AnnotatedText> read_annotated(const std::string& path);

}  // namespace broadsheet
