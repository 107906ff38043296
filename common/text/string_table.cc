#include "common/text/string_table.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {
namespace {

/// The first eight bytes, as a number that sorts as they do.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 |
           (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

template <class Number>
std::uint64_t load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

/// Both halves of the product of two numbers, together.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product >> 64) ^
         static_cast<std::uint64_t>(product);
}

/// After wyhash by Wang Yi: most terms are a few bytes, which it takes in one
/// step.
std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t kFirst = 0xa0761d6478bd642f;
  constexpr std::uint64_t kSecond = 0xe7037ed1a0b428db;
  std::uint64_t seed = text.size() * kFirst;
  while (text.size() > 16) {
    seed = mixed(load<std::uint64_t>(text.data()) ^ seed ^ kFirst,
                 load<std::uint64_t>(text.data() + 8) ^ kSecond);
    text.remove_prefix(16);
  }
  const char* const end = text.data() + text.size();
  std::uint64_t head = 0, tail = 0;
  if (text.size() >= 8) {
    head = load<std::uint64_t>(text.data());
    tail = load<std::uint64_t>(end - 8);
  } else if (text.size() >= 4) {
    head = load<std::uint32_t>(text.data());
    tail = load<std::uint32_t>(end - 4);
  } else if (!text.empty()) {
    head = load<std::uint8_t>(text.data());
    tail = load<std::uint8_t>(text.data() + text.size() / 2) << 8 |
           load<std::uint8_t>(end - 1);
  }
  return static_cast<std::uint32_t>(
      mixed(head ^ kSecond ^ seed, tail ^ kFirst));
}

/// As memcmp() would tell, without a call for a few bytes.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  const auto same = [&]<class Number>(Number, std::size_t at) {
    return load<Number>(a + at) == load<Number>(b + at);
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (!same(std::uint64_t{}, at)) return false;
    return same(std::uint64_t{}, size - 8);
  }
  if (size >= 4)
    return same(std::uint32_t{}, 0) && same(std::uint32_t{}, size - 4);
  return std::equal(a, a + size, b);
}

}  // namespace

bool StringTable::holds(const Slot& slot, std::string_view text) const {
  return text.size() == slot.size &&
         same_bytes(bytes_.data() + slot.begin, text.data(), slot.size);
}

std::uint32_t StringTable::announce(std::string_view text) const {
  const std::uint32_t hash = hash_of(text);
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

/// The string's, or the free one where it would go.
const StringTable::Slot& StringTable::slot_of(std::string_view text,
                                              std::uint32_t hash) const {
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
                                           std::uint32_t hash) {
  const Slot& slot = slot_of(text, hash);
  if (slot.number != 0) return slot.number - 1;
  const auto begin = static_cast<std::uint32_t>(bytes_.size());
  bytes_ += text;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  const auto count = static_cast<std::uint32_t>(ends_.size());
  slots_[static_cast<std::size_t>(&slot - slots_.data())] = {
      hash, count, begin, static_cast<std::uint32_t>(text.size())};
  if (2 * ends_.size() > slots_.size()) grow();
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
    order.push_back({head_of((*this)[number]), number});
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
