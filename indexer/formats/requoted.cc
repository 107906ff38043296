#include "indexer/formats/requoted.h"

#include "common/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::string_view kLeft = "â";

bool is_word(char c) {
  return is_digit(c) || is_letter(c);
}

bool is_stop(char c) {
  return c == '.' || c == ',' || c == '?' || c == '!';
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
}

/// Goes through a text from mark to mark.
class Requoting {
 public:
  explicit Requoting(std::string_view text) : text_(text) {}

  std::optional<std::string> run() {
    while (at_ < text_.size()) {
      const std::size_t size = ascii_size(text_.substr(at_));
      const std::string_view plain = text_.substr(at_, size);
      made_ += plain;
      at_ += size;
      if (plain.find("\n\n") != plain.npos) open_ = false;
      if (at_ < text_.size() && !take_pair() && !take_mark())
        return std::nullopt;
    }
    if (!sure_) return std::nullopt;
    return std::move(made_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  bool take_mark() {
    if (!text_.substr(at_).starts_with(kLeft)) return false;
    const char before = made_.empty() ? '\0' : made_.back();
    at_ += kLeft.size();
    made_ += mark(before, at(at_));
    return true;
  }

  /// What stood between the two. The last byte of a closing mark is a question
  /// mark in some texts.
  std::string_view mark(char before, char after) {
    if (is_space(before)) {
      if (!is_space(after)) return open();
      sure_ |= before == ' ' && after == ' ';
      return "—";
    }
    if (is_word(before) && is_word(after)) {
      sure_ |= after == 's' && !is_word(at(at_ + 1));
      return "’";
    }
    if (before == '(') return open();
    sure_ |= is_stop(before);
    if (is_word(before) && !open_) return "’";
    if (after == '?' && is_stop(before)) ++at_;
    open_ = false;
    return "”";
  }

  std::string_view open() {
    open_ = true;
    return "“";
  }

  /// Characters that have lost nothing, "Ã©" and "Â£", and those that are known
  /// by their end: an ellipsis and a bullet.
  bool take_pair() {
    std::size_t end = at_;
    const char32_t first = next_char(text_, end);
    const char32_t second = end < text_.size() ? next_char(text_, end) : 0;
    if (second < 0xA0 || second > 0xBF) return false;
    switch (first) {
      case U'Â':
        append_utf8(made_, second);
        break;
      case U'Ã':
        append_utf8(made_, second + 0x40);
        break;
      case U'â':
        if (second != U'¢' && second != U'¦') return false;
        made_ += second == U'¢' ? "•" : "…";
        break;
      default:
        return false;
    }
    at_ = end;
    return true;
  }

  std::string_view text_;
  std::string made_;
  std::size_t at_ = 0;
  bool open_ = false;  ///< a quotation is
  bool sure_ = false;  ///< a mark stood where nothing else can
};

}  // namespace

std::optional<std::string> requoted(std::string_view text) {
  if (text.find(kLeft) == text.npos) return std::nullopt;
  return Requoting(text).run();
}

}  // namespace broadsheet
