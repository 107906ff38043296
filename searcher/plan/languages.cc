#include "searcher/plan/languages.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "searcher/plan/query_parts.h"

namespace broadsheet {
namespace {

/// A language spoken by fewer of the stories is searched without its stems.
constexpr double kLeastShare = 0.01;

/// Stories of the languages that one stemmer serves.
struct Stemmed {
  Terms terms;
  double stories = 0;
};

std::map<std::string, Stemmed> stemmed_alike(const Xapian::Database& database) {
  std::map<std::string, Stemmed> languages;
  const auto end = database.allterms_end("L");
  for (auto term = database.allterms_begin("L"); term != end; ++term) {
    const auto language = (*term).substr(1);
    auto& stemmed = languages[std::string(stem_language(language))];
    stemmed.terms.push_back(*term);
    stemmed.stories += term.get_termfreq();
  }
  return languages;
}

}  // namespace

Languages languages_of(const Xapian::Database& database) {
  Languages languages;
  Terms others;
  const double all = database.get_doccount();
  for (auto& [language, stemmed] : stemmed_alike(database)) {
    if (stemmed.stories < kLeastShare * all) {
      std::ranges::move(stemmed.terms, std::back_inserter(others));
      continue;
    }
    languages.stemmers.emplace_back(language);
    languages.german |= language == "de";
  }
  if (!others.empty()) languages.others = any_of(others);
  return languages;
}

}  // namespace broadsheet
