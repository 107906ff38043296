// The order of the stories that a query finds, and how many they are.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/archive_set.h"
#include "searcher/ranking.h"
#include "searcher/search_options.h"
#include "searcher/telling_words.h"

namespace broadsheet {

/// Puts stories in the order that the options choose: by score, newest or
/// oldest first, then by date and id; of copies that are collapsed one stands
/// for all. Undated stories come last both ways. Both that it is made of must
/// outlive it.
class Ranker {
 public:
  Ranker(const ArchiveSet& archives, const SearchOptions& options)
      : archives_(archives), options_(options) {}

  /// From now on the first stories of an order by score are put in order anew
  /// by the telling words of those that are found first.
  void expand() { expands_ = true; }
  /// Those words, once a page was asked for; none where nothing expands.
  const std::vector<TellingWord>& telling_words() const { return words_; }

  /// The page that the options ask for.
  Ranking page(const Xapian::Query& query) const;

  /// The first `most`.
  Ranking first(const Xapian::Query& query, std::size_t most) const;

  /// How many stories there are, whatever is collapsed.
  std::size_t count(const Xapian::Query& query) const;

 private:
  Sort order() const;
  bool turned() const;
  Xapian::Query sorted(const Xapian::Query& query) const;
  Xapian::Enquire enquire(const Xapian::Query& query) const;
  Xapian::MSet mset_of(const Xapian::Enquire& asked, std::size_t offset,
                       std::size_t limit) const;
  std::size_t total(const Xapian::Query& query) const;
  Ranking ranked(const Xapian::Query& query, std::size_t offset,
                 std::size_t limit) const;
  Ranking run(const Xapian::Query& query, std::size_t offset,
              std::size_t limit) const;
  bool scores_decide() const;
  std::optional<std::size_t> total_apart(const Xapian::Query& query) const;
  Ranking scored(const Xapian::Query& query, std::size_t most,
                 std::optional<std::size_t> total) const;
  std::optional<Ranking> by_score(const Xapian::Query& query,
                                  std::size_t offset, std::size_t limit) const;
  bool add_weightless(const Xapian::Query& query, std::size_t end,
                      Ranking& found) const;
  void order_equals(std::vector<Ranked>& hits, std::size_t end) const;
  void add_turned(const Xapian::Query& query, std::size_t begin,
                  std::size_t end, std::size_t offset, std::size_t limit,
                  std::vector<Ranked>& page) const;

  const ArchiveSet& archives_;
  const SearchOptions& options_;
  bool expands_ = false;
  mutable std::vector<TellingWord> words_;  ///< once the first are known
};

}  // namespace broadsheet
