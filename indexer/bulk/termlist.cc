#include "indexer/bulk/termlist.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

std::vector<std::uint64_t> read_slots(std::string_view from) {
  std::vector<std::uint64_t> all;
  std::uint64_t least = 0;
  for (std::uint64_t gap; take_uint(from, gap); least = all.back() + 1)
    all.push_back(least + gap);
  return all;
}

/// The most that a list of `terms` takes.
std::size_t most_bytes(std::span<const ListedTerm> terms) {
  std::size_t most = 2 * kLongestUint;
  for (const ListedTerm& each : terms)
    most += 2 + each.term.size() + kLongestUint;
  return most;
}

}  // namespace

// A term that follows another is written as the bytes it shares with that one
// and the rest. A small wdf is packed into the byte that says how many.
void append_termlist(std::string& to, std::span<const ListedTerm> terms,
                     std::uint64_t length) {
  if (terms.empty()) return;
  const std::size_t begin = to.size();
  to.resize(begin + most_bytes(terms));
  char* at = put_uint(to.data() + begin, length);
  at = put_uint(at, terms.size());
  std::string_view before;
  for (const auto& [term, wdf] : terms) {
    const std::size_t shared = shared_prefix(before, term);
    const std::uint64_t packed =
        (std::uint64_t{wdf} + 1) * (before.size() + 1) + shared;
    const bool first = before.empty();
    const bool fits = !first && packed <= 0xff && wdf < 127;
    if (!first) *at++ = static_cast<char>(fits ? packed : shared);
    *at++ = static_cast<char>(term.size() - shared);
    at = std::ranges::copy(term.substr(shared), at).out;
    if (!fits) at = put_uint(at, wdf);
    before = term;
  }
  to.resize(static_cast<std::size_t>(at - to.data()));
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
