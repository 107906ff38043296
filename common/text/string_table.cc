#include "common/text/string_table.h"

#include <algorithm>

#include "common/text/digest.h"
#include "common/text/leading_bytes.h"

namespace broadsheet {

std::uint64_t StringTable::announce(std::string_view text) const {
  const std::uint64_t digest = digest64(text);
  __builtin_prefetch(&slots_[digest & (slots_.size() - 1)]);
  return digest;
}

/// The string's, or the free one where it would go.
const StringTable::Slot& StringTable::slot_of(std::string_view text,
                                              std::uint64_t digest) const {
  const auto hash = static_cast<std::uint32_t>(digest);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != 0 &&
         (slots_[at].hash != hash || !holds(slots_[at], text)))
    at = (at + 1) & mask;
  return slots_[at];
}

std::optional<StringTable::Number> StringTable::find(
    std::string_view text) const {
  const Slot& slot = slot_of(text, announce(text));
  if (slot.number == 0) return std::nullopt;
  return slot.number - 1;
}

StringTable::Number StringTable::number_of(std::string_view text,
                                           std::uint64_t digest) {
  const Slot& slot = slot_of(text, digest);
  if (slot.number != 0) return slot.number - 1;
  const auto begin = static_cast<std::uint32_t>(bytes_.size());
  bytes_ += text;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  const auto count = static_cast<std::uint32_t>(ends_.size());
  slots_[static_cast<std::size_t>(&slot - slots_.data())] = {
      static_cast<std::uint32_t>(digest), count, begin,
      static_cast<std::uint32_t>(text.size())};
  if (ends_.size() > room()) grow();
  return count - 1;
}

void StringTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

/// The first bytes of strings tell most apart without a look at the strings.
void StringTable::sort(std::span<Number> numbers) const {
  struct Ordered {
    std::uint64_t head;
    Number number;
  };
  std::vector<Ordered> order;
  order.reserve(numbers.size());
  for (const Number number : numbers)
    order.push_back({leading_bytes((*this)[number]), number});
  std::ranges::sort(order, [this](const Ordered& a, const Ordered& b) {
    return a.head != b.head ? a.head < b.head
                            : (*this)[a.number] < (*this)[b.number];
  });
  std::ranges::transform(order, numbers.begin(), &Ordered::number);
}

std::size_t StringTable::memory() const {
  return slots_.size() * sizeof(Slot) +
         ends_.capacity() * sizeof(std::uint32_t) + bytes_.capacity();
}

void StringTable::clear() {
  slots_.assign(slots_.size(), {});
  ends_.clear();
  bytes_.clear();
}

}  // namespace broadsheet
