// The order of the stories that a query finds, and how many they are.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/search_options.h"

namespace broadsheet {

struct Ranked {
  Xapian::docid story = 0;
  double score = 0;
};

/// Some of what a query finds, in order, and how many it finds.
struct Ranking {
  std::vector<Ranked> hits;
  std::size_t total = 0;
};

/// Puts stories in the order that the options choose: by score, newest or
/// oldest first, then by date and id; of copies that are collapsed one stands
/// for all. Undated stories come last both ways. Both that it is made of must
/// outlive it.
class Ranker {
 public:
  Ranker(const ArchiveSet& archives, const SearchOptions& options)
      : archives_(archives), options_(options) {}

  /// The page that the options ask for.
  Ranking page(const Xapian::Query& query) const;

  /// The same where any of many words will do. `found` finds the same stories
  /// and is counted apart, so that those that cannot come first need not be
  /// weighed.
  Ranking page_of_any(const Xapian::Query& query,
                      const Xapian::Query& found) const;

  /// The first `most`.
  Ranking first(const Xapian::Query& query, std::size_t most) const;

  /// How many stories there are, whatever is collapsed.
  std::size_t count(const Xapian::Query& query) const;

  /// Asks for the stories in the order that was chosen.
  Xapian::Enquire enquire(const Xapian::Query& query) const;

 private:
  Sort order() const;
  bool turned() const;
  Xapian::Query sorted(const Xapian::Query& query) const;
  Xapian::MSet mset_of(const Xapian::Enquire& asked, std::size_t offset,
                       std::size_t limit) const;
  Ranking run(const Xapian::Query& query, std::size_t offset,
              std::size_t limit) const;
  enum class Total { kExact, kGuessed };
  std::optional<Ranking> by_score(const Xapian::Query& query,
                                  std::size_t offset, std::size_t limit,
                                  Total total) const;
  void order_equals(std::vector<Ranked>& hits, std::size_t end) const;
  void add_turned(const Xapian::Query& query, std::size_t begin,
                  std::size_t end, std::size_t offset, std::size_t limit,
                  std::vector<Ranked>& page) const;

  const ArchiveSet& archives_;
  const SearchOptions& options_;
};

}  // namespace broadsheet
