// A search: a parsed query and its options in, an answer and its hits out.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/hits.h"
#include "searcher/plan.h"
#include "searcher/query/tree.h"
#include "searcher/ranker.h"
#include "searcher/search_options.h"

namespace broadsheet {

/// Runs a search over one snapshot. `answer.total` is exact, and counts what
/// is not hidden. The snapshot, the readings and the options must outlive the
/// search.
class Search {
 public:
  /// Of several readings of a query the first that finds anything is taken,
  /// else the first; a note says so.
  Search(const ArchiveSet& archives, const std::vector<Query>& readings,
         const SearchOptions& options);

  /// The reading that was taken.
  const Query& query() const { return query_; }

  /// Everything but the hits.
  const Answer& answer() const { return answer_; }
  /// Hits on the page asked for.
  std::size_t size() const { return page_.hits.size(); }
  /// The hit at `index` of the page, as far as asked; read from the archive at
  /// each call.
  Hit hit(std::size_t index, HitDepth depth = HitDepth::kFound);

  /// The place of a document among all hits, from 1, and its score; rank 0 if
  /// it is none.
  struct Standing {
    std::size_t rank = 0;
    double score = 0;
  };
  Standing standing(Xapian::docid story) const;

  /// The ids of all that is found, sorted.
  std::vector<std::string> ids() const;

  /// What raises new stories; finds nothing where that was not asked.
  const Xapian::Query& raises_new() const { return recency_; }

  /// What finds and hides, for counts over the same stories.
  const Xapian::Query& visible_query() const { return visible_; }

  /// The same with all that bears on the order.
  const Xapian::Query& ordered_query() const { return ordered_; }

 private:
  /// What is told of a copy group; no stories: there are no copies.
  struct Copies {
    Xapian::docid earliest = 0;
    std::size_t stories = 0;
    std::size_t sources = 0;
  };
  const Copies& copies_of(Xapian::docid story) const;
  Xapian::docid told(Xapian::docid found) const;
  std::size_t count(const broadsheet::Query& query, bool loose_dates) const;
  Xapian::Query hiding() const;
  Xapian::Query visible(const Xapian::Query& query) const;
  Xapian::Query recent(const Xapian::Query& query) const;
  const Query& choose();
  bool scores() const;
  bool expands() const;
  Date newest(const Xapian::Query& query) const;
  Xapian::Query newer_raised(const Xapian::Query& query);
  void show_found(Hit& hit, const Story& story);
  void describe();
  void remark();
  void suggest();
  void tell_of_loose_dates();

  const ArchiveSet& archives_;
  const std::vector<Query>& readings_;
  const SearchOptions& options_;
  Ranker ranker_;
  Answer answer_;  // before query_: choosing writes a note
  const Query& query_;
  Plan plan_;
  Xapian::Query hidden_;
  Xapian::Query found_;  ///< hidden or not
  Xapian::Query visible_;
  Xapian::Query ordered_;
  Xapian::Query recency_;
  Ranking page_;
  Marker marker_;
  mutable std::unordered_map<std::string, Copies> copies_;  ///< by group
};

}  // namespace broadsheet
