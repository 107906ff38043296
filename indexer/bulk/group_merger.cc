#include "indexer/bulk/group_merger.h"

#include <algorithm>

#include "common/text/leading_bytes.h"
#include "indexer/bulk/database_cursor.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMinBuffer = 16 << 10;
constexpr std::size_t kMaxBuffer = 1 << 20;

// The standard heaps have the greatest in front: these say "comes later".
// Sources lie in one vector, in the order of segments.
constexpr auto kLaterKey = [](const auto& a, const auto& b) {
  if (a.rank != b.rank) return a.rank > b.rank;
  const int order = (*a.source)->key().compare((*b.source)->key());
  return order != 0 ? order > 0 : a.source > b.source;
};
constexpr auto kLaterId = [](const auto& a, const auto& b) {
  return a.rank != b.rank ? a.rank > b.rank : a.source > b.source;
};

void push(auto& heap, const auto& next, auto later) {
  heap.push_back(next);
  std::push_heap(heap.begin(), heap.end(), later);
}

auto* pop(auto& heap, auto later) {
  std::pop_heap(heap.begin(), heap.end(), later);
  auto* const source = heap.back().source;
  heap.pop_back();
  return source;
}

}  // namespace

GroupMerger::GroupMerger(const std::string& database,
                         std::span<const std::string> segments, Section section,
                         std::size_t memory) {
  const std::size_t buffer =
      std::clamp(memory / std::max<std::size_t>(segments.size(), 1), kMinBuffer,
                 kMaxBuffer);
  if (!database.empty()) sources_.push_back(open_section(database, section));
  for (const std::string& path : segments)
    sources_.push_back(std::make_unique<SegmentCursor>(path, section, buffer));
  for (Source& source : sources_) spent_.push_back(&source);
}

bool GroupMerger::next_group() {
  for (Source* source : spent_)
    if ((*source)->next_group())
      push(groups_, Next{leading_bytes((*source)->key()), source}, kLaterKey);
  spent_.clear();
  if (groups_.empty()) return false;
  const std::uint64_t head = groups_.front().rank;
  key_ = (*groups_.front().source)->key();
  while (!groups_.empty() && groups_.front().rank == head &&
         (*groups_.front().source)->key() == key_) {
    Source* const source = pop(groups_, kLaterKey);
    if ((*source)->next())
      push(records_, Next{(*source)->record().id, source}, kLaterId);
    else
      spent_.push_back(source);
  }
  current_ = nullptr;
  return true;
}

bool GroupMerger::next() {
  if (current_ != nullptr && (*current_)->next()) {
    const Next next{(*current_)->record().id, current_};
    if (records_.empty() || kLaterId(records_.front(), next)) return true;
    push(records_, next, kLaterId);
  } else if (current_ != nullptr) {
    spent_.push_back(current_);
  }
  current_ = records_.empty() ? nullptr : pop(records_, kLaterId);
  return current_ != nullptr;
}

}  // namespace broadsheet::bulk
