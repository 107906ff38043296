// A text as the numbers, words and marks that dates are made of.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string_view>

namespace broadsheet {

enum class DateTokenKind : char { kNumber, kWord, kMark };

struct DateToken {
  DateTokenKind kind = DateTokenKind::kMark;
  std::string_view text;
  std::size_t begin = 0;
  bool space_before = false;
  std::size_t digits = 0;  ///< how many, in any script
  int number = 0;          ///< of up to 8 digits, else -1; the month of a word
  mutable std::optional<bool> filler = {};  ///< once it was asked whether it is
  std::size_t end() const { return begin + text.size(); }
};

/// Does it begin with a letter of Thai, which is one word from dot to dot?
bool is_thai(std::string_view word);

/// Takes tokens one by one, so that a long text is read only as far as needed.
/// Words that are so far from any digit that they are of no date are left out.
class DateTokens {
 public:
  DateTokens(std::string_view text, std::string_view language)
      : text_(text), language_(language) {}

  /// The i-th token, valid as long as this object, or null behind the last.
  const DateToken* at(std::size_t i) {
    while (tokens_.size() <= i) {
      if (!read()) return nullptr;
    }
    return &tokens_[i];
  }

 private:
  static constexpr int kReach = 12;  ///< of a date, in tokens from a digit

  void skip_to_digit();
  bool read();

  std::string_view text_;
  std::string_view language_;
  std::size_t at_ = 0;
  std::size_t digit_ = 0;         ///< that was skipped to last
  int without_digit_ = kReach;    ///< tokens since the last digit
  std::deque<DateToken> tokens_;  // addresses must hold
};

}  // namespace broadsheet
