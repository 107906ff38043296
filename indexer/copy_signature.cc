#include "indexer/copy_signature.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <numeric>
#include <span>
#include <string>

#include "common/cli/error.h"
#include "common/index/coding.h"

namespace broadsheet {
namespace {

constexpr std::size_t kRunLength = 5;     // words
constexpr std::size_t kFewestWords = 40;  // that a sketch can judge
constexpr std::size_t kSketchSize = 64;

std::uint32_t run_digest(const std::uint64_t* words) {
  std::uint64_t digest = 0;
  for (std::size_t i = 0; i < kRunLength; ++i) {
    digest = (digest ^ words[i]) * 0x9e3779b97f4a7c15;
    digest ^= digest >> 29;
  }
  return static_cast<std::uint32_t>((digest * 0xbf58476d1ce4e5b9) >> 32);
}

/// Digests below a bound, nearly in order: by the first bits that differ. They
/// are spread evenly.
std::vector<std::uint32_t> shelved(std::span<const std::uint32_t> runs,
                                   std::uint64_t bound) {
  constexpr int kShelfBits = 8;
  const int shift =
      std::max(static_cast<int>(std::bit_width(bound - 1)) - kShelfBits, 0);
  std::array<std::size_t, (1 << kShelfBits) + 1> places{};
  for (const auto run : runs) ++places[(run >> shift) + 1];
  std::partial_sum(places.begin(), places.end(), places.begin());
  std::vector<std::uint32_t> shelves(runs.size());
  for (const auto run : runs) shelves[places[run >> shift]++] = run;
  return shelves;
}

/// In order, each once, and no more than a sketch holds.
std::vector<std::uint32_t> in_order(std::span<const std::uint32_t> runs,
                                    std::uint64_t bound) {
  auto least = shelved(runs, bound);
  std::ranges::sort(least);
  least.erase(std::ranges::unique(least).begin(), least.end());
  if (least.size() > kSketchSize) least.resize(kSketchSize);
  return least;
}

/// Takes a number off the front.
template <std::unsigned_integral Number>
Number taken(std::string_view& bytes) {
  Number number = 0;
  for (const char c : bytes.substr(0, sizeof number))
    number = static_cast<Number>(number << 8 | static_cast<unsigned char>(c));
  bytes.remove_prefix(sizeof number);
  return number;
}

}  // namespace

CopySignature CopySigner::take() {
  CopySignature signature;
  if (!words_.empty())
    signature = {digest64({letters_.data(), size_}), sketch()};
  size_ = 0;
  words_.clear();
  return signature;
}

/// Digests are spread evenly: most that cannot be among the least are told by
/// a bound, if runs differ.
std::vector<std::uint32_t> CopySigner::sketch() const {
  if (words_.size() < kFewestWords) return {};
  const std::size_t count = words_.size() - kRunLength + 1;
  constexpr std::uint64_t kAll = std::uint64_t{1} << 32;
  const std::uint64_t bound =
      std::min(kAll, (kAll + kAll / 2) * kSketchSize / count);
  std::vector<std::uint32_t> runs(count);
  std::size_t low = 0;  // in front: below the bound
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t run = run_digest(&words_[i]);
    runs[low] = run;
    low += run < bound;
  }
  auto least = in_order(std::span(runs).first(low), bound);
  if (least.size() == kSketchSize || low == count) return least;
  for (std::size_t i = 0; i < count; ++i) runs[i] = run_digest(&words_[i]);
  return in_order(runs, kAll);
}

std::string encode(const CopySignature& signature) {
  std::string bytes;
  if (signature.content == 0) return bytes;
  bytes.reserve(sizeof signature.content +
                signature.sketch.size() * sizeof(std::uint32_t));
  append_big_endian(bytes, signature.content);
  for (const std::uint32_t run : signature.sketch)
    append_big_endian(bytes, run);
  return bytes;
}

CopySignature decode_signature(std::string_view bytes) {
  if (bytes.size() % 4 != 0 || (!bytes.empty() && bytes.size() < 8))
    throw Error("damaged value: a signature");
  CopySignature signature;
  if (bytes.empty()) return signature;
  signature.content = taken<std::uint64_t>(bytes);
  signature.sketch.reserve(bytes.size() / sizeof(std::uint32_t));
  while (!bytes.empty())
    signature.sketch.push_back(taken<std::uint32_t>(bytes));
  return signature;
}

double similarity(const CopySignature& a, const CopySignature& b,
                  double least) {
  if (a.content == b.content) return a.content == 0 ? 0 : 1;
  if (a.sketch.empty() || b.sketch.empty()) return 0;
  const auto most_unshared = static_cast<std::size_t>(
      std::ceil((1 - least) * static_cast<double>(kSketchSize)));
  std::size_t all = 0, shared = 0;
  auto x = a.sketch.begin(), y = b.sketch.begin();
  const auto x_end = a.sketch.end(), y_end = b.sketch.end();
  while (all < kSketchSize && (x != x_end || y != y_end)) {
    const bool from_x = y == y_end || (x != x_end && *x <= *y);
    const bool from_y = x == x_end || (y != y_end && *y <= *x);
    x += from_x;
    y += from_y;
    shared += from_x && from_y;
    ++all;
    if (all - shared > most_unshared) return 0;
  }
  return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace broadsheet
