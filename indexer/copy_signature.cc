#include "indexer/copy_signature.h"

#include <algorithm>
#include <string>

#include "common/text/digest.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

constexpr std::size_t kRunLength = 5;     // words
constexpr std::size_t kFewestWords = 40;  // that a sketch can judge
constexpr std::size_t kSketchSize = 128;

// Splits a body into the digests of its words and one of all its letters.
class BodyReader {
 public:
  void read(std::string_view body) {
    const std::string folded = fold_name(body);
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      const auto word = std::string_view(folded).substr(begin, end - begin);
      content_.add(word);
      words_.push_back(digest64(word));
      begin = end + 1;
    }
  }
  std::uint64_t content() const {
    return words_.empty() ? 0 : content_.value();
  }
  const std::vector<std::uint64_t>& words() const { return words_; }

 private:
  Digest content_;
  std::vector<std::uint64_t> words_;
};

std::uint64_t run_digest(const std::uint64_t* words) {
  std::uint64_t digest = 0;
  for (std::size_t i = 0; i < kRunLength; ++i) {
    digest = (digest ^ words[i]) * 0x9e3779b97f4a7c15;
    digest ^= digest >> 29;
  }
  return digest * 0xbf58476d1ce4e5b9;
}

std::vector<std::uint64_t> sketch(const std::vector<std::uint64_t>& words) {
  if (words.size() < kFewestWords) return {};
  std::vector<std::uint64_t> runs(words.size() - kRunLength + 1);
  for (std::size_t i = 0; i < runs.size(); ++i) runs[i] = run_digest(&words[i]);
  std::ranges::sort(runs);
  runs.erase(std::ranges::unique(runs).begin(), runs.end());
  if (runs.size() > kSketchSize) runs.resize(kSketchSize);
  return runs;
}

}  // namespace

CopySignature copy_signature(std::string_view body) {
  BodyReader reader;
  reader.read(body);
  return {reader.content(), sketch(reader.words())};
}

double similarity(const CopySignature& a, const CopySignature& b) {
  if (a.content == b.content) return a.content == 0 ? 0 : 1;
  if (a.sketch.empty() || b.sketch.empty()) return 0;
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
  }
  return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace broadsheet
