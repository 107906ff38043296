#include "searcher/render/layout.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "common/text/terminal.h"

namespace broadsheet {
namespace {

/// What is left for a text beside the widest margin.
constexpr std::size_t kLeastColumns = 20;

constexpr std::string_view kCodes[] = {"",           "\x1b[1m",  "\x1b[2m",
                                       "\x1b[1;31m", "\x1b[36m", "\x1b[32m"};
constexpr std::string_view kReset = "\x1b[0m";

std::string with_blanks(std::string_view text) {
  std::string out(text);
  constexpr std::string_view kSpaces = "\t\n\v\f\r";
  for (char& c : out)
    if (kSpaces.find(c) != kSpaces.npos) c = ' ';
  return out;
}

std::vector<Style> styles_of(std::size_t size, Style style,
                             std::span<const StyledRanges> all) {
  std::vector<Style> styles(size, style);
  for (const auto& [range_style, ranges] : all) {
    for (const auto& [begin, end] : ranges)
      for (auto at = begin; at < std::min(end, size); ++at)
        styles[at] = range_style;
  }
  return styles;
}

/// Where a line may end (Unicode's line breaking), the end of the text last.
std::vector<std::size_t> line_breaks(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> utf8(
      utext_openUTF8(nullptr, text.data(),
                     static_cast<std::int64_t>(text.size()), &status),
      &utext_close);
  if (U_SUCCESS(status)) breaks->setText(utf8.get(), status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  std::vector<std::size_t> ends;
  breaks->first();
  for (auto at = breaks->next(); at != icu::BreakIterator::DONE;
       at = breaks->next())
    ends.push_back(static_cast<std::size_t>(at));
  return ends;
}

std::size_t without_blanks(std::string_view text, std::size_t begin,
                           std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  return end;
}

/// Begin and end of each line; blanks at a line's end belong to none.
std::vector<ByteRange> lines_of(const std::string& text, std::size_t columns) {
  const auto part = [&](std::size_t from, std::size_t to) {
    return std::string_view(text).substr(from, to - from);
  };
  std::vector<ByteRange> lines;
  std::size_t begin = 0, end = 0;
  std::size_t used = 0;  // columns of [begin, end)
  const auto close = [&] {
    lines.emplace_back(begin, without_blanks(text, begin, end));
    begin = end;
    used = 0;
  };
  for (const auto next : line_breaks(text)) {
    auto word = part(end, without_blanks(text, end, next));
    if (used + display_width(word) > columns && end > begin) close();
    // A word longer than a line is broken anywhere.
    for (auto fits = fitting_bytes(word, columns); fits < word.size();
         fits = fitting_bytes(word, columns)) {
      end += fits;
      word.remove_prefix(fits);
      close();
    }
    used += display_width(part(end, next));
    end = next;
  }
  if (end > begin) close();
  return lines;
}

}  // namespace

StyledText& StyledText::add(std::string_view text, Style style,
                            std::span<const StyledRanges> ranges) {
  const auto styles = styles_of(text.size(), style, ranges);
  const auto how = options_->for_eyes() ? Hidden::kVisible : Hidden::kKeep;
  each_shown(with_blanks(text), how,
             [&](std::size_t at, std::string_view character) {
               text_ += character;
               styles_.insert(styles_.end(), character.size(), styles[at]);
             });
  return *this;
}

StyledText& StyledText::add(const StyledText& other) {
  text_ += other.text_;
  styles_.insert(styles_.end(), other.styles_.begin(), other.styles_.end());
  return *this;
}

std::size_t StyledText::width() const {
  return display_width(text_);
}

StyledText& StyledText::pad(std::size_t columns) {
  const auto used = width();
  return add(std::string(std::max(columns, used) - used, ' '));
}

StyledText& StyledText::cut(std::size_t columns) {
  auto shorter = cut_to_width(text_, columns);
  if (shorter == text_) return *this;
  styles_.assign(shorter.size(), styles_.front());
  text_ = std::move(shorter);
  return *this;
}

std::string StyledText::wrapped(const StyledText& margin) const {
  const std::string blanks(margin.width(), ' ');
  const auto columns = std::max(options_->width, blanks.size() + kLeastColumns);
  std::string out;
  for (const auto& [begin, end] : lines_of(text_, columns - blanks.size())) {
    out += out.empty() ? margin.line() : blanks;
    out += painted(begin, end) + "\n";
  }
  return out;
}

std::string StyledText::wrapped(std::size_t margin) const {
  return wrapped(StyledText(*options_).pad(margin));
}

std::string StyledText::painted(std::size_t begin, std::size_t end) const {
  if (!options_->color) return text_.substr(begin, end - begin);
  std::string out;
  while (begin < end) {
    const auto from = styles_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = styles_.begin() + static_cast<std::ptrdiff_t>(end);
    const Style style = *from;
    const auto run = static_cast<std::size_t>(
        std::find_if(from, to, [&](Style s) { return s != style; }) - from);
    const auto code = kCodes[static_cast<std::size_t>(style)];
    out += std::string(code) + text_.substr(begin, run);
    if (!code.empty()) out += kReset;
    begin += run;
  }
  return out;
}

}  // namespace broadsheet
