#include "indexer/term_table.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace broadsheet {
namespace {

/// The first eight bytes, as a number that sorts as they do.
std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 |
           (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return head;
}

/// Sorts positions and takes out what comes twice; what is left.
std::span<const Position> set_in_order(std::span<Position> positions) {
  if (std::ranges::adjacent_find(positions, std::greater_equal<>()) ==
      positions.end())
    return positions;
  std::ranges::sort(positions);
  const auto more = std::ranges::unique(positions);
  return positions.first(positions.size() - more.size());
}

}  // namespace

TermTable::Number TermTable::number_of(std::string_view term) {
  const auto hash =
      static_cast<std::uint32_t>(std::hash<std::string_view>{}(term));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && bytes_of(entry) == term) return slots_[at] - 1;
  }
  const auto number = static_cast<Number>(entries_.size());
  entries_.push_back({static_cast<std::uint32_t>(bytes_.size()),
                      static_cast<std::uint32_t>(term.size()), hash});
  bytes_ += term;
  if (entries_.size() * 2 > slots_.size())
    grow();
  else
    seat(number);
  return number;
}

void TermTable::seat(Number number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = entries_[number].hash & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = number + 1;
  entries_[number].slot = static_cast<std::uint32_t>(at);
}

void TermTable::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (Number number = 0; number < entries_.size(); ++number) seat(number);
}

TermList TermTable::take() {
  gather_positions();
  order_terms();
  TermList list;
  list.reserve(entries_.size(), bytes_.size(), positions_.size());
  for (const auto& [head, number] : order_) {
    const Entry& entry = entries_[number];
    const auto begin = number == 0 ? 0 : entries_[number - 1].positions;
    list.add(
        bytes_of(entry), entry.wdf,
        set_in_order(
            std::span(positions_).subspan(begin, entry.positions - begin)));
  }
  clear();
  return list;
}

/// Lays each term's positions side by side; an entry's then end where the next
/// one's begin.
void TermTable::gather_positions() {
  for (const Posting& posting : postings_) ++entries_[posting.term].positions;
  std::uint32_t begin = 0;
  for (Entry& entry : entries_) begin += std::exchange(entry.positions, begin);
  positions_.resize(postings_.size());
  for (const auto& [term, position] : postings_)
    positions_[entries_[term].positions++] = position;
}

/// By byte order; the first bytes of terms tell most apart without a look at
/// the terms.
void TermTable::order_terms() {
  order_.clear();
  for (Number number = 0; number < entries_.size(); ++number)
    order_.push_back({head_of(bytes_of(entries_[number])), number});
  std::ranges::sort(order_, [this](const Ordered& a, const Ordered& b) {
    return a.head != b.head
               ? a.head < b.head
               : bytes_of(entries_[a.number]) < bytes_of(entries_[b.number]);
  });
}

void TermTable::clear() {
  for (const Entry& entry : entries_) slots_[entry.slot] = 0;
  entries_.clear();
  bytes_.clear();
  postings_.clear();
}

}  // namespace broadsheet
