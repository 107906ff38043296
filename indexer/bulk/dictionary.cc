#include "indexer/bulk/dictionary.h"

#include <algorithm>
#include <functional>

namespace broadsheet::bulk {

Dictionary::Dictionary() : slots_(1 << 12) {}

std::uint32_t Dictionary::announce(std::string_view key) const {
  const auto hash =
      static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

void Dictionary::add(std::string_view key, std::uint32_t hash,
                     const Record& record) {
  RecordBuffer& records = find_or_add(key, hash).records;
  const std::size_t before = records.bytes().capacity();
  records.add(record);
  memory_ += records.bytes().capacity() - before;
}

Dictionary::Entry& Dictionary::find_or_add(std::string_view key,
                                           std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    Entry& entry = entries_[slots_[at].entry - 1];
    if (entry.key == key) return entry;
  }
  entries_.push_back({std::string(key), {}});
  slots_[at] = {hash, static_cast<std::uint32_t>(entries_.size())};
  memory_ += sizeof(Entry) + 2 * sizeof(Slot) + key.size();
  if (entries_.size() * 2 > slots_.size()) grow();
  return entries_.back();
}

void Dictionary::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::vector<const Dictionary::Entry*> Dictionary::sorted() const {
  std::vector<const Entry*> all;
  all.reserve(entries_.size());
  for (const Entry& entry : entries_) all.push_back(&entry);
  std::sort(all.begin(), all.end(),
            [](const Entry* a, const Entry* b) { return a->key < b->key; });
  return all;
}

}  // namespace broadsheet::bulk
