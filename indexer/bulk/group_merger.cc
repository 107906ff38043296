#include "indexer/bulk/group_merger.h"

#include <algorithm>
#include <tuple>

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMinBuffer = 16 << 10;
constexpr std::size_t kMaxBuffer = 1 << 20;

// The standard heaps have the greatest in front: these say "comes later".
// Cursors lie in one vector, in the order of segments.
constexpr auto kLaterKey = [](const SegmentCursor* a, const SegmentCursor* b) {
  const int order = a->key().compare(b->key());
  return order != 0 ? order > 0 : a > b;
};
constexpr auto kLaterId = [](const SegmentCursor* a, const SegmentCursor* b) {
  return std::tuple(a->record().id, a) > std::tuple(b->record().id, b);
};

template <typename Later>
void push(std::vector<SegmentCursor*>& heap, SegmentCursor* cursor,
          Later later) {
  heap.push_back(cursor);
  std::push_heap(heap.begin(), heap.end(), later);
}

template <typename Later>
SegmentCursor* pop(std::vector<SegmentCursor*>& heap, Later later) {
  std::pop_heap(heap.begin(), heap.end(), later);
  SegmentCursor* const cursor = heap.back();
  heap.pop_back();
  return cursor;
}

}  // namespace

GroupMerger::GroupMerger(std::span<const std::string> segments, Section section,
                         std::size_t memory) {
  const std::size_t buffer =
      std::clamp(memory / std::max<std::size_t>(segments.size(), 1), kMinBuffer,
                 kMaxBuffer);
  cursors_.reserve(segments.size());
  for (const std::string& path : segments)
    cursors_.emplace_back(path, section, buffer);
  for (SegmentCursor& cursor : cursors_) spent_.push_back(&cursor);
}

bool GroupMerger::next_group() {
  for (SegmentCursor* cursor : spent_)
    if (cursor->next_group()) push(groups_, cursor, kLaterKey);
  spent_.clear();
  if (groups_.empty()) return false;
  key_ = groups_.front()->key();
  while (!groups_.empty() && groups_.front()->key() == key_) {
    SegmentCursor* const cursor = pop(groups_, kLaterKey);
    if (cursor->next())
      push(records_, cursor, kLaterId);
    else
      spent_.push_back(cursor);
  }
  current_ = nullptr;
  return true;
}

bool GroupMerger::next() {
  if (current_ != nullptr && current_->next()) {
    if (records_.empty() || kLaterId(records_.front(), current_)) return true;
    push(records_, current_, kLaterId);
  } else if (current_ != nullptr) {
    spent_.push_back(current_);
  }
  current_ = records_.empty() ? nullptr : pop(records_, kLaterId);
  return current_ != nullptr;
}

}  // namespace broadsheet::bulk
