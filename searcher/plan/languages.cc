#include "searcher/plan/languages.h"

#include "searcher/plan/query_parts.h"

namespace broadsheet {
namespace {

/// A language spoken by fewer of the stories is searched without its stems.
constexpr double kLeastShare = 0.01;

}  // namespace

Languages languages_of(const Xapian::Database& database) {
  Languages languages;
  Terms others;
  const double all = database.get_doccount();
  const auto end = database.allterms_end("L");
  for (auto term = database.allterms_begin("L"); term != end; ++term) {
    if (term.get_termfreq() < kLeastShare * all) {
      others.push_back(*term);
      continue;
    }
    languages.stemmers.emplace_back((*term).substr(1));
    languages.german |= *term == "Lde";
  }
  if (!others.empty()) languages.others = any_of(others);
  return languages;
}

}  // namespace broadsheet
