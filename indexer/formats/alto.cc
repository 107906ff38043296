#include "indexer/formats/alto.h"

#include <utility>

#include "indexer/formats/alto_page.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

std::vector<Article> read(const pugi::xml_node& root, const OnSkip&) {
  const AltoPage page(root);
  OcrText text;
  for (const OcrWord& word : page.words()) text.add(word);
  Article article;
  article.body = text.text();
  article.word_confidence = text.confidence().mean();
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
