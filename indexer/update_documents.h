// The documents of an update: made in several threads, compared with what the
// archive has, held as long as they are few.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "indexer/maker_threads.h"
#include "indexer/memory_budget.h"

namespace broadsheet {

/// By docid.
using Documents = std::map<std::uint32_t, IndexDocument>;

class UpdateDocuments {
 public:
  /// Takes documents of one thread away, in that thread.
  using Spill = std::function<void(Documents&& documents)>;

  /// If there are more than `most`, one thread's are spilt, once; from then on
  /// they are as the memory wants it.
  UpdateDocuments(std::string archive, unsigned jobs, std::size_t memory,
                  std::size_t most, Spill spill);

  /// Docids rise. One that is `again` put is kept even if its record is as it
  /// was before.
  void add(Draft&& draft, bool again);
  /// Waits till all is made.
  void finish() { makers_.finish(); }

  /// Is the record as it was before? finish() comes first.
  bool is_same(std::uint32_t docid) const { return same_.contains(docid); }
  /// Then nobody needs the document.
  bool keeps_old(std::uint32_t docid) const {
    return is_same(docid) && !again_.contains(docid);
  }
  /// Those there are, but for such: one thread's after the other's.
  std::vector<Documents>& held() { return held_; }

 private:
  void make(const MakerThreads::Next& next);
  bool is_kept(std::uint32_t docid, bool same);
  bool too_much(std::size_t bytes);

  const std::string archive_;
  const std::size_t most_;
  const Spill spill_;
  MemoryBudget budget_;
  std::optional<Gazetteer> gazetteer_;  ///< most updates make no story
  std::atomic<std::size_t> count_ = 0;  ///< of documents that are held
  std::atomic<bool> many_ = false;      ///< were there ever more than most_?

  std::mutex mutex_;  ///< guards what follows
  std::vector<Documents> held_;
  std::unordered_set<std::uint32_t> same_;
  std::unordered_set<std::uint32_t> again_;
  MakerThreads makers_;  ///< last: its threads use the others
};

}  // namespace broadsheet
