// What of a story's body is kept to recognise its copies: a digest of the
// letters of its words, and a bottom-k sketch of its runs of five words, from
// which the Jaccard similarity of two bodies is estimated. Numbers count as
// words do, so that tables in one form differ by what stands in them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/digest.h"
#include "common/text/plain_run.h"

namespace broadsheet {

struct CopySignature {
  std::uint64_t content = 0;  ///< 0: a body without words
  /// The least digests of runs, rising; empty for a body too short to judge.
  std::vector<std::uint32_t> sketch;

  bool operator==(const CopySignature&) const = default;
};

/// Makes signatures; keeps its memory from one to the next.
class CopySigner {
 public:
  /// A body's words one by one, as the analysis has them. How letters are
  /// parted into words makes no difference to the content.
  void add(std::string_view word) { add(word, digest64(word)); }
  /// `digest`: the word's digest64(), if known.
  void add(std::string_view word, std::uint64_t digest) {
    make_room(word.size());
    std::ranges::copy(word, letters_.begin() + size_);
    size_ += word.size();
    words_.push_back(digest);
  }
  void add(const PlainRun& word, std::uint64_t digest) {
    make_room(sizeof word.folded);
    std::memcpy(letters_.data() + size_, &word.folded, sizeof word.folded);
    size_ += word.size;
    words_.push_back(digest);
  }

  /// Of the words so far. The next body begins.
  CopySignature take();

 private:
  std::vector<std::uint32_t> sketch() const;

  void make_room(std::size_t size) {
    if (letters_.size() - size_ < size) letters_.resize(2 * (size_ + size));
  }

  std::vector<char> letters_;  ///< of all words, and room for more
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

/// As a value of the index: the content's 8 bytes, then 4 of each run, all most
/// significant first. Empty for a body without words.
std::string encode(const CopySignature& signature);
/// Throws Error for bytes that are none.
CopySignature decode_signature(std::string_view bytes);

/// The estimated share of runs that two bodies have in common, 0 to 1; the
/// share itself where both have fewer runs than a sketch holds. Without a
/// sketch only equal content is similar. 0 instead, if it sees early on that
/// they share less than `least`.
double similarity(const CopySignature& a, const CopySignature& b,
                  double least = 0);

}  // namespace broadsheet
