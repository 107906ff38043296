#include "indexer/formats/alto.h"

#include <cstring>
#include <utility>

#include "indexer/formats/dating.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

/// The words of a block; one torn at a line's end is whole in its first part,
/// or where a hyphen is all that tells of it, joined again.
std::string words_in(const pugi::xml_node& block) {
  std::string text;
  bool torn = false;
  for (const auto& line : descendants(block, "TextLine")) {
    for (const auto& word : line.children()) {
      if (local_name(word) == "HYP") {
        torn = true;
        continue;
      }
      if (local_name(word) != "String") continue;
      const char* part = word.attribute("SUBS_TYPE").value();
      const bool second = std::strcmp(part, "HypPart2") == 0;
      const char* whole = word.attribute("SUBS_CONTENT").value();
      if (!text.empty() && !torn && !second) text += ' ';
      torn = false;
      if (second) continue;
      text += *whole != 0 ? whole : word.attribute("CONTENT").value();
    }
  }
  return text;
}

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  Article article;
  for (const auto& block : descendants(root, "TextBlock")) {
    add_paragraph(article.body, words_in(block));
  }
  return {article};
}

}  // namespace

bool is_alto(std::string_view head) {
  return root_name(head) == "alto";
}

std::unique_ptr<Reader> open_alto(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return open_xml(input, std::move(on_skip), read);
}

}  // namespace broadsheet
