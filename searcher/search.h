// A search: a parsed query and its options in, an answer and its hits out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/hits.h"
#include "searcher/plan.h"
#include "searcher/query/tree.h"

namespace broadsheet {

enum class Sort { kRelevance, kNewest, kOldest };

/// Stories that are hidden unless asked for.
struct Include {
  bool killed = false;
  bool embargoed = false;
  bool versions = false;

  bool operator==(const Include&) const = default;
};

struct SearchOptions {
  bool exact = false;
  /// Order by words of the first stories too (pseudo-relevance feedback,
  /// Robertson 1990); not said: where any word of the query will do.
  std::optional<bool> expand;
  Sort sort = Sort::kRelevance;
  std::optional<int> half_life;  ///< days; newer stories are raised
  std::size_t offset = 0;
  std::size_t limit = 10;
  Include include;
  std::optional<unsigned> collapse;  ///< the slot of copy groups
  std::string now;                   ///< YYYYMMDDhhmmss in UTC, for embargoes
  /// --since-last: only stories that came into the archives later than this,
  /// YYYYMMDDhhmmss in UTC by archive; an archive that is not there has none.
  std::optional<std::map<std::string, std::string>> added_after = {};
};

/// Runs a search over one snapshot. `answer.total` is exact, and counts what
/// is not hidden. The snapshot, the
/// readings and the options must outlive the search.
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
  /// The hit at `index` of the page; read from the archive at each call.
  Hit hit(std::size_t index);

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
  struct Ranked {
    Xapian::docid story = 0;
    double score = 0;
  };
  /// Some of what a query finds, in order, and how many it finds.
  struct Ranking {
    explicit Ranking(const Xapian::MSet& found);

    std::vector<Ranked> hits;
    std::size_t total;
  };

  Xapian::Enquire enquire(const Xapian::Query& query) const;
  Sort order() const;
  bool turned() const;
  void add_turned(const Xapian::Query& query, std::size_t begin,
                  std::size_t end, std::size_t offset, std::size_t limit,
                  std::vector<Ranked>& page) const;
  Xapian::MSet mset_of(const Xapian::Enquire& asked, std::size_t offset,
                       std::size_t limit) const;
  Ranking page() const;
  Ranking run(const Xapian::Query& query, std::size_t offset,
              std::size_t limit) const;
  std::optional<Ranking> by_score(const Xapian::Query& query,
                                  std::size_t offset, std::size_t limit) const;
  void order_equals(std::vector<Ranked>& hits, std::size_t end) const;
  /// What is told of a copy group; no stories: there are no copies.
  struct Copies {
    Xapian::docid earliest = 0;
    std::size_t stories = 0;
    std::size_t sources = 0;
  };
  const Copies& copies_of(Xapian::docid story) const;
  Xapian::docid told(Xapian::docid found) const;
  std::size_t count(const Xapian::Query& query) const;
  Xapian::Query sorted(const Xapian::Query& query) const;
  Xapian::Query hiding() const;
  Xapian::Query visible(const Xapian::Query& query) const;
  Xapian::Query recent(const Xapian::Query& query) const;
  const Query& choose(const std::vector<Query>& readings);
  bool expands() const;
  Date newest(const Xapian::Query& query) const;
  Xapian::Query newer_raised(const Xapian::Query& query);
  Xapian::Query expanded(const Xapian::Query& query);
  void account();
  void suggest();

  const ArchiveSet& archives_;
  const SearchOptions& options_;
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
