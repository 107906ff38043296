#include "indexer/copy_signature.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <string>
#include <utility>

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

constexpr std::size_t kRunLength = 5;     // words
constexpr std::size_t kFewestWords = 40;  // that a sketch can judge
constexpr std::size_t kSketchSize = 64;

// Splits a body into the digests of its words and one of all its letters.
class BodyReader {
 public:
  void read(std::string_view body) {
    const std::string folded = fold_name(body);
    if (folded.empty()) return;
    Digest word;
    for (const char c : folded) {
      if (c != ' ') {
        content_.add(c);
        word.add(c);
        continue;
      }
      words_.push_back(word.value());
      word = {};
    }
    words_.push_back(word.value());
  }
  std::uint64_t content() const {
    return words_.empty() ? 0 : content_.value();
  }
  const std::vector<std::uint64_t>& words() const { return words_; }

 private:
  Digest content_;
  std::vector<std::uint64_t> words_;
};

std::uint32_t run_digest(const std::uint64_t* words) {
  std::uint64_t digest = 0;
  for (std::size_t i = 0; i < kRunLength; ++i) {
    digest = (digest ^ words[i]) * 0x9e3779b97f4a7c15;
    digest ^= digest >> 29;
  }
  return static_cast<std::uint32_t>((digest * 0xbf58476d1ce4e5b9) >> 32);
}

/// The least of `runs`, each once, in order; all of them if they are fewer.
/// Looks among the `most` least.
std::vector<std::uint32_t> least_of(std::vector<std::uint32_t> runs,
                                    std::size_t most) {
  if (runs.size() > most) {
    std::ranges::nth_element(runs, runs.begin() + most);
    runs.resize(most);
  }
  std::ranges::sort(runs);
  runs.erase(std::ranges::unique(runs).begin(), runs.end());
  if (runs.size() > kSketchSize) runs.resize(kSketchSize);
  return runs;
}

std::vector<std::uint32_t> sketch(const std::vector<std::uint64_t>& words) {
  if (words.size() < kFewestWords) return {};
  std::vector<std::uint32_t> runs(words.size() - kRunLength + 1);
  for (std::size_t i = 0; i < runs.size(); ++i) runs[i] = run_digest(&words[i]);
  auto least = least_of(runs, 2 * kSketchSize);
  // Too few if most come more than once.
  if (least.size() < kSketchSize) least = least_of(std::move(runs), SIZE_MAX);
  return least;
}

void append(std::string& bytes, std::unsigned_integral auto number) {
  for (std::size_t i = sizeof number; i-- > 0;)
    bytes += static_cast<char>(number >> (8 * i));
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

CopySignature copy_signature(std::string_view body) {
  BodyReader reader;
  reader.read(body);
  return {reader.content(), sketch(reader.words())};
}

std::string encode(const CopySignature& signature) {
  std::string bytes;
  if (signature.content == 0) return bytes;
  append(bytes, signature.content);
  for (const std::uint32_t run : signature.sketch) append(bytes, run);
  return bytes;
}

CopySignature decode_signature(std::string_view bytes) {
  if (bytes.size() % 4 != 0 || (!bytes.empty() && bytes.size() < 8))
    throw Error("damaged value: a signature");
  CopySignature signature;
  if (bytes.empty()) return signature;
  signature.content = taken<std::uint64_t>(bytes);
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
