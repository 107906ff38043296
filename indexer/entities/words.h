// The words of one text as the rules see them: where they stand, how they are
// written, and what lies between one and the next.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

enum class Shape : std::uint8_t {
  kLower,    ///< begins with a small letter or has no case
  kCapital,  ///< "Blinken", "O'Neill", "d'Estaing", "McCain"
  kUpper,    ///< two letters or more and none small: "NATO", "U.S."
  kInitial,  ///< one capital, with or without a stop: "J."
  kNumber,   ///< begins with a digit
};

/// What parts a word from the one before it.
enum class Join : std::uint8_t {
  kSpace,       ///< a space, or an abbreviation's stop and a space
  kHyphen,      ///< "al-Sissi"
  kAmpersand,   ///< "Procter & Gamble"
  kPossessive,  ///< "Egypt's President"
  kComma,
  kOther,     ///< brackets, quotes, dashes, slashes ...
  kSentence,  ///< a stop, a new line, several spaces, or the text begins
};

/// Half-open bytes [begin, end) without a possessive ending.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Shape shape = Shape::kLower;
  Join join = Join::kSentence;
  char opener = 0;          ///< '"', '(' or '<' if one stands right before it
  std::string_view folded;  ///< "u.s." keeps its stops

  bool capital() const {
    return shape == Shape::kCapital || shape == Shape::kUpper ||
           shape == Shape::kInitial;
  }
};

/// How many bytes at the head of a word are an article or a preposition that
/// has run into it: the "l'" of "l'Italie", in letters of either case.
std::size_t elision_size(std::string_view word);

/// Holds what words are folded to that does not stand in their text so.
class FoldedForms {
 public:
  /// Room for a form, valid as long as these are, wherever they are moved.
  char* room(std::size_t size) {
    if (size > left_) {
      left_ = std::max(size, kBlock);
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      next_ = blocks_.back().get();
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }
  std::string_view keep(std::string_view form) {
    char* kept = room(form.size());
    std::ranges::copy(form, kept);
    return {kept, form.size()};
  }

 private:
  static constexpr std::size_t kBlock = 1024;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;  ///< in the last of them
  std::size_t left_ = 0;
};

/// Any bytes; linear. The words refer to the text and to `forms`. Stops inside
/// "U.S." and behind an initial belong to the word, those of abbreviations that
/// stand before names ("Gen.") do not.
std::vector<Word> split_words(std::string_view text, FoldedForms& forms);

/// Are most of the words with letters in capitals only?
bool mostly_upper(const std::vector<Word>& words);

/// Do most of the longer words begin with capitals, as in a headline set so?
bool mostly_capital(const std::vector<Word>& words);

}  // namespace broadsheet
