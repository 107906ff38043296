// Styled text on a page of so many columns.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/hits.h"
#include "searcher/render/renderer.h"

namespace broadsheet {

enum class Style : unsigned char {
  kPlain,
  kBold,
  kDim,
  kMark,
  kPerson,
  kPlace
};

/// Ranges of a text that wear a style; what lies outside the text is left out.
struct StyledRanges {
  Style style = Style::kPlain;
  std::span<const ByteRange> ranges;
};

/// Text that is fit for the output: valid UTF-8, all white space plain blanks
/// and, for eyes, hidden characters visible.
class StyledText {
 public:
  explicit StyledText(const RenderOptions& options) : options_(&options) {}

  /// Adds any bytes. Where ranges overlap, the later wins.
  StyledText& add(std::string_view text, Style style = Style::kPlain,
                  std::span<const StyledRanges> ranges = {});
  StyledText& add(const StyledText& other);
  /// Adds blanks until it is so many columns wide.
  StyledText& pad(std::size_t columns);
  /// If it is longer, cuts it to so many columns with "…" at the end, all in
  /// the style that it begins with.
  StyledText& cut(std::size_t columns);

  bool empty() const { return text_.empty(); }
  /// Columns it takes on one line.
  std::size_t width() const;
  /// One line, uncut and without its end.
  std::string line() const { return painted(0, text_.size()); }
  /// Lines that keep to the width, broken where Unicode allows, each with its
  /// end. The margin stands in front of the first, blanks in front of the rest.
  std::string wrapped(const StyledText& margin) const;
  std::string wrapped(std::size_t margin = 0) const;

 private:
  std::string painted(std::size_t begin, std::size_t end) const;

  const RenderOptions* options_;
  std::string text_;
  std::vector<Style> styles_;  ///< one a byte of text_
};

}  // namespace broadsheet
