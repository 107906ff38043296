// Texts whose names are known, as the trainer and the quality program read
// them: one JSON object a line, {"text", "spans": [[begin, end, kind]...]} with
// byte offsets and kinds PER, LOC, ORG and MISC; or, in a file named .txt, one
// text a line with its names marked: [PER Kofi Annan] flew to [LOC Accra].
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
