#include "searcher/versions.h"

#include <algorithm>

#include "common/index/fields.h"
#include "common/news/version.h"

namespace broadsheet {

std::vector<StoryVersion> versions_of(const Xapian::Database& database,
                                      const Story& story) {
  const std::string& id = story.newest.empty() ? story.id : story.newest;
  std::vector<StoryVersion> versions;
  for (const auto& term : {label_term("Q", id), label_term("XNEWEST:", id)})
    for (auto at = database.postlist_begin(term);
         at != database.postlist_end(term); ++at) {
      const Story one = decode_head(database.get_document(*at).get_data());
      versions.push_back({one.id, one.article.version,
                          to_string(one.article.date), one.status(),
                          one.article.origin});
    }
  std::ranges::stable_sort(versions, [](const auto& a, const auto& b) {
    return compare_versions(a.version, b.version) > 0;
  });
  return versions;
}

}  // namespace broadsheet
