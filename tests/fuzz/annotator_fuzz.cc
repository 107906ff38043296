// Any bytes through the annotator: no crash, and entities that keep their
// contract.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/entities/annotator.h"
#include "indexer/entities/gazetteer.h"

namespace {

using broadsheet::Article;
using broadsheet::Entity;
using broadsheet::Mention;

/// Whether an offset stands before a character of the text or at its end.
std::vector<bool> borders(std::string_view text) {
  std::vector<bool> border(text.size() + 1);
  border[0] = true;
  for (std::size_t at = 0; at < text.size(); border[at] = true)
    broadsheet::next_char(text, at);
  return border;
}

void check(const Article& article, const broadsheet::Entities& entities) {
  const std::array border{borders(article.headline), borders(article.body)};
  for (const Entity& entity : entities) {
    if (entity.name.empty()) std::abort();
    for (const Mention& mention : entity.mentions) {
      const auto& zone = border[static_cast<std::size_t>(mention.zone)];
      if (mention.begin >= mention.end || mention.end >= zone.size())
        std::abort();
      if (!zone[mention.begin] || !zone[mention.end]) std::abort();
    }
  }
}

/// The first byte names the language; a line is a field, the rest the body.
Article article_of(std::string_view text) {
  Article article;
  const auto line = [&] {
    const auto end = text.find('\n');
    const auto field = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return std::string(field);
  };
  article.headline = line();
  article.dateline = line();
  article.byline = line();
  article.people = {line()};
  article.places = {line()};
  article.orgs = {line()};
  article.body = text;
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const broadsheet::Gazetteer gazetteer;
  static broadsheet::Annotator annotator(gazetteer);
  constexpr std::string_view kLanguages[] = {"en", "und", "es", "fr", "de",
                                             "ar", "fa",  "he", "ru", "zh"};
  if (size == 0) return 0;
  const auto language = kLanguages[data[0] % std::size(kLanguages)];
  const Article article =
      article_of({reinterpret_cast<const char*>(data) + 1, size - 1});
  check(article, annotator.annotate(article, language));
  return 0;
}
