// The words of a page of ALTO, and how they become text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

namespace broadsheet {

/// The mean of what the recognition says of its words.
class WordConfidence {
 public:
  /// Of one word, 0 to 1; a word of unknown confidence does not count.
  void add(std::optional<double> confidence);
  void add(const WordConfidence& others);
  /// To a thousandth; 0 of no words.
  double mean() const;

 private:
  double sum_ = 0;
  std::size_t words_ = 0;
};

/// A word as it was recognised.
struct OcrWord {
  enum Part : unsigned char { kWhole, kFirst, kSecond };

  std::string text;
  std::string whole;  ///< of a word torn at a line's end, if known
  std::optional<double> confidence;
  Part part = kWhole;
  bool torn = false;  ///< a hyphen behind it parts it from its second half
  bool opens_line = false;
  bool opens_block = false;
};

/// A run of words: half-open.
struct OcrRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The words in their order, found by the ids of the elements around them.
class AltoPage {
 public:
  explicit AltoPage(const pugi::xml_node& alto);

  const std::vector<OcrWord>& words() const { return words_; }
  /// From one element (a block, a line, a word) to the end of another, or of
  /// the same if there is none; empty where the page has no such id.
  OcrRange range(const std::string& first, const std::string& last) const;

 private:
  void read(const pugi::xml_node& node);
  /// What a page says for its words that say nothing themselves.
  void be_sure_from(std::size_t first, std::optional<double> confidence);

  std::vector<OcrWord> words_;
  std::unordered_map<std::string, OcrRange> by_id_;
};

/// Words joined to paragraphs, one a block. A word torn at the end of a line,
/// a column or a page is whole again.
class OcrText {
 public:
  void add(const OcrWord& word);
  /// The next word opens a paragraph, unless it ends a torn one.
  void end_paragraph();

  const std::string& text() const { return text_; }
  const WordConfidence& confidence() const { return confidence_; }

 private:
  std::string text_;
  WordConfidence confidence_;
  bool torn_ = false;   ///< the next word goes on without a space
  bool whole_ = false;  ///< what was torn stands there whole
  bool ended_ = false;
};

}  // namespace broadsheet
