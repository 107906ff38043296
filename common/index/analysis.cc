#include "common/index/analysis.h"

#include <array>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

char plain(char c) {
  return kFoldedAscii[static_cast<unsigned char>(c)];
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Is it ASCII that no word goes on with, or over?
constexpr auto kEndsWord = [] {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 0x80; ++c) ends[c] = kFoldedAscii[c] == 0;
  for (const char c : {'\'', '.', '&', ','})
    ends[static_cast<std::size_t>(c)] = false;
  return ends;
}();

}  // namespace

struct Tokenizer::Char {
  char32_t c = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  CharClass kind = CharClass::kOther;

  bool in_word() const {
    return kind == CharClass::kLetter || kind == CharClass::kDigit;
  }
};

Tokenizer::Tokenizer(std::string_view text, Position first, bool turkic)
    : text_(text), turkic_(turkic), next_position_(first) {}

/// The character at `at`; at the end one of class kOther and no length.
Tokenizer::Char Tokenizer::peek(std::size_t at) const {
  Char found;
  found.begin = found.end = at;
  if (at >= text_.size()) return found;
  found.c = next_char(text_, found.end);
  found.kind = char_class(found.c);
  return found;
}

void Tokenizer::start(Token& token) {
  token.term.clear();
  token.lower.clear();
  token.stemmable = true;
  acronym_ = false;
  digits_ = true;
  cut_ = false;
  letters_ = 0;
}

void Tokenizer::append(Token& token, const Char& c) {
  const std::size_t size = token.term.size();
  if (!cut_) append_folded(token.term, c.c);
  cut_ |= token.term.size() > kMaxWord;
  if (cut_)
    token.term.resize(size);
  else
    append_lower(token.lower, turkic_ && c.c == U'I' ? U'ı' : c.c);
  if (c.kind == CharClass::kDigit) token.stemmable = false;
  if (c.kind == CharClass::kLetter) digits_ = false;
  if (c.kind != CharClass::kMark) ++letters_;
  token.end = c.end;
}

/// Takes the ASCII letters and digits that follow, as append() would.
void Tokenizer::append_plain(Token& token) {
  const std::size_t before = token.term.size();
  if (turkic_ || cut_ || before >= kMaxWord) return;
  // No further than the word can reach: a run may be as long as the text.
  const auto rest = text_.substr(at_, kMaxWord - before + 1);
  std::array<char, kMaxWord + 1> run;
  std::size_t size = 0, digits = 0;
  for (; size < rest.size(); ++size) {
    const char folded = plain(rest[size]);
    if (folded == 0) break;
    digits += folded <= '9';
    run[size] = folded;
  }
  if (size == 0 || before + size > kMaxWord) return;
  token.term.append(run.data(), size);
  token.lower.append(run.data(), size);
  token.stemmable &= digits == 0;
  digits_ &= digits == size;
  letters_ += size;
  at_ = token.end = at_ + size;
}

/// Moves behind the possessive that begins with `c`, if one does.
bool Tokenizer::passes_possessive(const Char& c) {
  const Char after = peek(c.end);
  if (!is_apostrophe(c.c) || (after.c != U's' && after.c != U'S') ||
      peek(after.end).in_word())
    return false;
  at_ = after.end;
  return true;
}

/// An apostrophe inside a word. A possessive is passed over and ends the word;
/// after one letter, or "qu", a new word begins; otherwise it joins.
bool Tokenizer::joins_apostrophe(const Token& token, const Char& c) {
  if (passes_possessive(c)) return false;
  const Char after = peek(c.end);
  if (after.kind != CharClass::kLetter) return false;
  if (letters_ == 1 || token.term == "qu") return false;
  at_ = c.end;
  return true;
}

/// A dot between digits, or between the single letters of an acronym; the last
/// dot of an acronym may have a possessive behind it.
bool Tokenizer::joins_dot(const Char& c) {
  const Char after = peek(c.end);
  if (digits_) return after.kind == CharClass::kDigit;
  if (letters_ != 1 && !acronym_) return false;
  if (after.kind != CharClass::kLetter) {
    if (acronym_) passes_possessive(after);
    return false;
  }
  if (peek(after.end).in_word()) return false;
  acronym_ = true;
  return true;
}

/// A comma before exactly three digits: 1,750.
bool Tokenizer::joins_comma(const Token& token, const Char& c) {
  if (!digits_ || token.term.find('.') != std::string::npos) return false;
  std::size_t at = c.end;
  for (int i = 0; i < 3; ++i) {
    const Char digit = peek(at);
    if (digit.kind != CharClass::kDigit) return false;
    at = digit.end;
  }
  return !peek(at).in_word();
}

/// Takes `c` into the word, or ends the word before it.
bool Tokenizer::continues(Token& token, const Char& c) {
  if (c.in_word() || c.kind == CharClass::kMark) {
    append(token, c);
    at_ = c.end;
    return true;
  }
  if (is_apostrophe(c.c)) return joins_apostrophe(token, c);
  const auto join_written = [&](char written) {
    cut_ |= token.term.size() == kMaxWord;
    if (!cut_) {
      token.term += written;
      token.lower += written;
    }
    token.stemmable = false;
    at_ = c.end;
    return true;
  };
  switch (c.c) {
    case U'.':
      return joins_dot(c) && join_written('.');
    case U'&':
      return letters_ <= 3 && !digits_ &&
             peek(c.end).kind == CharClass::kLetter && join_written('&');
    case U',':
      if (!joins_comma(token, c)) return false;
      at_ = c.end;
      return true;
    default:
      return false;
  }
}

bool Tokenizer::next(Token& token) {
  do {
    if (!next_run(token)) return false;
  } while (token.term.empty());  // tatweel alone folds to nothing
  token.position = next_position_++;
  return true;
}

/// Moves to the next character that a word is made of; nothing at the end.
Tokenizer::Char Tokenizer::skip_gap(bool& line_end) {
  for (;;) {
    for (; at_ < text_.size() && is_ascii(text_[at_]); ++at_) {
      if (plain(text_[at_])) return peek(at_);
      line_end |= text_[at_] == '\n';
    }
    const Char c = peek(at_);
    if (c.end == c.begin || c.in_word() || c.kind == CharClass::kIdeograph)
      return c;
    at_ = c.end;
  }
}

/// The next run of characters that a word is made of.
bool Tokenizer::next_run(Token& token) {
  bool line_end = false;
  Char c = skip_gap(line_end);
  if (c.end == c.begin) return false;

  if (line_end && any_) ++next_position_;
  any_ = true;
  start(token);
  token.begin = c.begin;
  token.ideograph = c.kind == CharClass::kIdeograph;
  if (token.ideograph) {
    token.stemmable = false;
    do {
      append(token, c);
      at_ = c.end;
      c = peek(at_);
    } while (c.kind == CharClass::kMark);
    return true;
  }
  do {
    append_plain(token);
    if (at_ == text_.size() ||
        kEndsWord[static_cast<unsigned char>(text_[at_])])
      break;
  } while (continues(token, peek(at_)));
  return true;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) words.push_back(token.term);
  return words;
}

}  // namespace broadsheet
