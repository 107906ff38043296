#include "common/cli/suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/fold.h"

namespace broadsheet {
namespace {

/// How many slips a word of that length may hold and still be meant.
std::size_t slips_in(std::size_t length) {
  return length < 2 ? 0 : length < 4 ? 1 : length < 8 ? 2 : 3;
}

std::size_t apart(std::size_t a, std::size_t b) {
  return a < b ? b - a : a - b;
}

/// Damerau-Levenshtein distance in bytes, where no part is edited twice
/// (optimal string alignment): three rows of the table suffice.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(before), row(before);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string suggest(std::string_view typed,
                    std::span<const std::string_view> candidates) {
  constexpr std::size_t kNever = 64;  // longer than any name with its slips
  if (typed.size() > kNever) return {};
  const std::string folded = fold(typed);
  std::string_view nearest;
  std::size_t least = slips_in(folded.size()) + 1;
  for (const auto candidate : candidates) {
    if (apart(folded.size(), candidate.size()) >= least) continue;
    const auto slips = distance(folded, fold(candidate));
    if (slips >= least || slips >= candidate.size()) continue;
    least = slips;
    nearest = candidate;
  }
  return std::string(nearest);
}

}  // namespace broadsheet
