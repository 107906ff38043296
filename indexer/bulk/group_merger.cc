#include "indexer/bulk/group_merger.h"

#include <algorithm>
#include <tuple>

#include "indexer/bulk/database_cursor.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMinBuffer = 16 << 10;
constexpr std::size_t kMaxBuffer = 1 << 20;

// The standard heaps have the greatest in front: these say "comes later".
// Sources lie in one vector, in the order of segments.
using Source = std::unique_ptr<GroupCursor>;

constexpr auto kLaterKey = [](const Source* a, const Source* b) {
  const int order = (*a)->key().compare((*b)->key());
  return order != 0 ? order > 0 : a > b;
};
constexpr auto kLaterId = [](const Source* a, const Source* b) {
  return std::tuple((*a)->record().id, a) > std::tuple((*b)->record().id, b);
};

template <typename Later>
void push(std::vector<Source*>& heap, Source* source, Later later) {
  heap.push_back(source);
  std::push_heap(heap.begin(), heap.end(), later);
}

template <typename Later>
Source* pop(std::vector<Source*>& heap, Later later) {
  std::pop_heap(heap.begin(), heap.end(), later);
  Source* const source = heap.back();
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
    if ((*source)->next_group()) push(groups_, source, kLaterKey);
  spent_.clear();
  if (groups_.empty()) return false;
  key_ = (*groups_.front())->key();
  while (!groups_.empty() && (*groups_.front())->key() == key_) {
    Source* const source = pop(groups_, kLaterKey);
    if ((*source)->next())
      push(records_, source, kLaterId);
    else
      spent_.push_back(source);
  }
  current_ = nullptr;
  return true;
}

bool GroupMerger::next() {
  if (current_ != nullptr && (*current_)->next()) {
    if (records_.empty() || kLaterId(records_.front(), current_)) return true;
    push(records_, current_, kLaterId);
  } else if (current_ != nullptr) {
    spent_.push_back(current_);
  }
  current_ = records_.empty() ? nullptr : pop(records_, kLaterId);
  return current_ != nullptr;
}

}  // namespace broadsheet::bulk
