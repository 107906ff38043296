#include "indexer/formats/date_tokens.h"

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/month_names.h"

namespace broadsheet {
namespace {

/// Reads digits of any script into `token`.
void read_number(DateToken& token) {
  for (std::size_t at = 0; at < token.text.size(); ++token.digits) {
    const char32_t c = next_char(token.text, at);
    if (token.digits >= 8) {
      token.number = -1;
      return;
    }
    token.number =
        token.number * 10 + u_charDigitValue(static_cast<UChar32>(c));
  }
}

/// The signs of Chinese, Japanese and Korean dates are marks, not letters.
bool is_date_sign(char32_t c) {
  constexpr std::u32string_view kSigns = U"年月日년월일";
  return kSigns.find(c) != kSigns.npos;
}

/// A digit, or a byte of one that is not ASCII's.
bool may_be_digit(char c) {
  return is_digit(c) || (c & 0x80) != 0;
}

bool is_thai_letter(char32_t c) {
  return c >= 0xE01 && c <= 0xE4E;
}

DateTokenKind kind_of(char32_t c) {
  if (c >= 0x80 && is_date_sign(c)) return DateTokenKind::kMark;
  if (is_thai_letter(c)) return DateTokenKind::kWord;
  switch (char_class(c)) {
    case CharClass::kDigit:
      return DateTokenKind::kNumber;
    case CharClass::kLetter:
    case CharClass::kMark:
      return DateTokenKind::kWord;
    default:
      return DateTokenKind::kMark;
  }
}

}  // namespace

bool is_thai(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_thai_letter(next_char(word, at));
}

/// Moves to the last words before the next digit, or to the end.
void DateTokens::skip_to_digit() {
  const std::string_view rest = text_.substr(at_);
  std::string_view before = rest.substr(
      0, run_size(rest, [](const char* c) { return !may_be_digit(*c); }));
  digit_ = at_ + before.size();
  if (digit_ < text_.size())
    for (int words = 0; words < kReach; ++words) {
      before = before.substr(0, before.find_last_not_of(' ') + 1);
      before = before.substr(0, before.find_last_of(' ') + 1);
    }
  at_ += before.size();
}

bool DateTokens::read() {
  if (without_digit_ >= kReach && at_ >= digit_) skip_to_digit();
  bool space = false;
  char32_t c = 0;
  std::size_t next = at_;
  while (at_ < text_.size()) {
    c = next_char(text_, next);
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0xA0 &&
        c != 0x202F) {
      break;
    }
    space = true;
    at_ = next;
  }
  if (at_ >= text_.size()) return false;
  DateToken token;
  token.begin = at_;
  token.space_before = space;
  token.kind = kind_of(c);
  std::size_t end = next;
  while (token.kind != DateTokenKind::kMark && end < text_.size()) {
    next = end;
    const char32_t follows = next_char(text_, next);
    // Thai shortens its months to letters with dots.
    const bool dot = follows == '.' && is_thai(text_.substr(at_));
    if (kind_of(follows) != token.kind && !dot) break;
    end = next;
  }
  token.text = text_.substr(at_, end - at_);
  if (token.kind == DateTokenKind::kNumber) read_number(token);
  if (token.kind == DateTokenKind::kWord && token.text.size() <= 64) {
    token.number = month_named(token.text, language_);
  }
  at_ = end;
  without_digit_ = may_be_digit(token.text.front()) ? 0 : without_digit_ + 1;
  tokens_.push_back(token);
  return true;
}

}  // namespace broadsheet
