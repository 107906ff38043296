#include "indexer/bulk/termlist.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

std::vector<std::uint64_t> read_slots(std::string_view from) {
  std::vector<std::uint64_t> all;
  std::uint64_t least = 0;
  for (std::uint64_t gap; take_uint(from, gap); least = all.back() + 1)
    all.push_back(least + gap);
  return all;
}

}  // namespace

Termlist::Termlist(std::size_t terms, std::uint64_t length) {
  if (terms == 0) return;
  grow(2 * kLongestUint + terms * kTermBytes);
  char* const end = put_uint(put_uint(bytes_.get(), length), terms);
  size_ = static_cast<std::uint32_t>(end - bytes_.get());
}

void Termlist::grow(std::size_t least) {
  auto larger = std::make_unique_for_overwrite<char[]>(least);
  std::copy_n(bytes_.get(), size_, larger.get());
  bytes_ = std::move(larger);
  room_ = static_cast<std::uint32_t>(least);
}

// A term that follows another is written as the bytes it shares with that one
// and the rest. A small wdf is packed into the byte that says how many.
void Termlist::add(std::string_view term, std::uint64_t wdf) {
  const std::size_t most = size_ + 2 + term.size() + kLongestUint;
  if (room_ < most) grow(2 * most);
  char* at = bytes_.get() + size_;
  const std::size_t shared = shared_prefix(last_, term);
  const std::uint64_t packed = (wdf + 1) * (last_.size() + 1) + shared;
  const bool first = last_.empty();
  const bool fits = !first && packed <= 0xff && wdf < 127;
  if (!first) *at++ = static_cast<char>(fits ? packed : shared);
  *at++ = static_cast<char>(term.size() - shared);
  at = put_bytes(at, term.substr(shared));
  if (!fits) at = put_uint(at, wdf);
  size_ = static_cast<std::uint32_t>(at - bytes_.get());
  last_ = term;
}

// Each slot as what it is above the least that it can be.
void append_slots(std::string& to, std::span<const std::uint64_t> slots) {
  std::uint64_t least = 0;
  for (const std::uint64_t slot : slots) {
    append_uint(to, slot - least);
    least = slot + 1;
  }
}

std::string unite_slots(std::string_view a, std::string_view b) {
  const auto left = read_slots(a), right = read_slots(b);
  std::vector<std::uint64_t> both;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(),
                 std::back_inserter(both));
  std::string list;
  append_slots(list, both);
  return list;
}

}  // namespace broadsheet::bulk
