#include "indexer/bulk/termlist.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

void merge_into(IndexTerm& one, IndexTerm&& same) {
  one.wdf += same.wdf;
  one.positions.insert(one.positions.end(), same.positions.begin(),
                       same.positions.end());
}

void normalize_positions(std::vector<std::uint32_t>& list) {
  const auto falls =
      std::adjacent_find(list.begin(), list.end(), std::greater_equal<>());
  if (falls == list.end()) return;
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

void append_gaps(std::string& to, std::span<const std::uint64_t> rising) {
  std::uint64_t least = 0;
  for (const std::uint64_t n : rising) {
    append_uint(to, n - least);
    least = n + 1;
  }
}

std::vector<std::uint64_t> read_gaps(std::string_view from) {
  std::vector<std::uint64_t> all;
  std::uint64_t least = 0;
  for (std::uint64_t gap; take_uint(from, gap); least = all.back() + 1)
    all.push_back(least + gap);
  return all;
}

void append_byte(std::string& to, std::size_t n) {
  to += static_cast<char>(n);
}

}  // namespace

void normalize(std::vector<IndexTerm>& terms) {
  const auto before = [](const IndexTerm& a, const IndexTerm& b) {
    return a.term < b.term;
  };
  if (!std::is_sorted(terms.begin(), terms.end(), before))
    std::stable_sort(terms.begin(), terms.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    if (terms[i].term == terms[kept].term)
      merge_into(terms[kept], std::move(terms[i]));
    else if (++kept != i)
      terms[kept] = std::move(terms[i]);
  }
  if (!terms.empty()) terms.resize(kept + 1);
  for (IndexTerm& term : terms) normalize_positions(term.positions);
}

void normalize(std::vector<IndexValue>& values) {
  std::stable_sort(
      values.begin(), values.end(),
      [](const IndexValue& a, const IndexValue& b) { return a.slot < b.slot; });
  std::vector<IndexValue> kept;
  for (IndexValue& value : values) {
    if (!kept.empty() && kept.back().slot == value.slot) kept.pop_back();
    kept.push_back(std::move(value));
  }
  std::erase_if(kept, [](const IndexValue& v) { return v.value.empty(); });
  values = std::move(kept);
}

// A term that follows another is written as the bytes it shares with that one
// and the rest. A small wdf is packed into the byte that says how many.
void append_termlist(std::string& to, std::span<const IndexTerm> terms,
                     std::uint64_t length) {
  if (terms.empty()) return;
  append_uint(to, length);
  append_uint(to, terms.size());
  std::string_view before;
  for (const auto& [term, wdf, positions] : terms) {
    const std::size_t shared = shared_prefix(before, term);
    const std::uint64_t packed =
        (std::uint64_t{wdf} + 1) * (before.size() + 1) + shared;
    const bool first = before.empty();
    const bool fits = !first && packed <= 0xff && wdf < 127;
    if (!first) append_byte(to, fits ? packed : shared);
    append_byte(to, term.size() - shared);
    to.append(term, shared);
    if (!fits) append_uint(to, wdf);
    before = term;
  }
}

void append_slots(std::string& to, std::span<const IndexValue> values) {
  std::vector<std::uint64_t> slots;
  for (const IndexValue& value : values) slots.push_back(value.slot);
  append_gaps(to, slots);
}

std::string unite_slots(std::string_view a, std::string_view b) {
  const auto left = read_gaps(a), right = read_gaps(b);
  std::vector<std::uint64_t> both;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(),
                 std::back_inserter(both));
  std::string list;
  append_gaps(list, both);
  return list;
}

}  // namespace broadsheet::bulk
