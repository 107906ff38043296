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

/// What ASCII ends for sure that no word goes on with, or over.
enum Ends : unsigned char {
  kNone,
  kLetters,  ///< a word of two ASCII letters or more
  kWord,     ///< any word
};
constexpr auto kEnds = [] {
  std::array<Ends, 256> ends{};
  for (std::size_t c = 0; c < 0x80; ++c)
    ends[c] = kFoldedAscii[c] == 0 ? kWord : kNone;
  ends['\''] = ends['&'] = kNone;
  ends['.'] = ends[','] = kLetters;
  return ends;
}();

Ends ends(char c) {
  return kEnds[static_cast<unsigned char>(c)];
}

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
  token.short_.size = 0;
  token.term_.clear();
  token.lower_.clear();
  token.begin = at_;
  token.stemmable = true;
  acronym_ = false;
  digits_ = true;
  cut_ = false;
  letters_ = 0;
}

void Tokenizer::append(Token& token, const Char& c) {
  const std::size_t size = token.term_.size();
  if (!cut_) append_folded(token.term_, c.c);
  cut_ |= token.term_.size() > kMaxWord;
  if (cut_)
    token.term_.resize(size);
  else
    append_lower(token.lower_, turkic_ && c.c == U'I' ? U'ı' : c.c);
  if (c.kind == CharClass::kDigit) token.stemmable = false;
  if (c.kind == CharClass::kLetter) digits_ = false;
  if (c.kind != CharClass::kMark) ++letters_;
  token.end = c.end;
}

/// Takes some ASCII letters and digits that follow, as append() would.
void Tokenizer::append_plain(Token& token) {
  if (turkic_ || cut_) return;
  const PlainRun run = plain_run({text_.begin() + at_, text_.end()});
  if (run.size == 0 || token.term_.size() + run.size > kMaxWord) return;
  token.term_ += run.view();
  token.lower_ += run.view();
  token.stemmable &= !run.digits;
  digits_ &= !run.letters;
  letters_ += run.size;
  at_ = token.end = at_ + run.size;
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
  if (letters_ == 1 || token.term_ == "qu") return false;
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
  if (!digits_ || token.term_.find('.') != std::string::npos) return false;
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
    cut_ |= token.term_.size() == kMaxWord;
    if (!cut_) {
      token.term_ += written;
      token.lower_ += written;
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

/// Moves to the next character that a word is made of; false at the end.
inline bool Tokenizer::skip_gap() {
  bool line_end = false;
  while (at_ < text_.size() && !plain(text_[at_])) {
    if (is_ascii(text_[at_])) {
      line_end |= text_[at_++] == '\n';
      continue;
    }
    const Char c = peek(at_);
    if (c.in_word() || c.kind == CharClass::kIdeograph) break;
    at_ = c.end;
  }
  if (at_ == text_.size()) return false;
  if (line_end && any_) ++next_position_;
  any_ = true;
  return true;
}

/// Takes the word that begins here if it is a short one and surely ends.
inline bool Tokenizer::take_short(Token& token) {
  if (turkic_) return false;
  const PlainRun run = plain_run({text_.begin() + at_, text_.end()});
  const std::size_t end = at_ + run.size;
  if (run.size == 0 || run.size == PlainRun::kMost) return false;
  const bool letters = run.size > 1 && !run.digits;
  if (end < text_.size() && ends(text_[end]) < (letters ? kLetters : kWord))
    return false;
  token.short_ = run;
  token.begin = at_;
  at_ = token.end = end;
  token.stemmable = !run.digits;
  token.ideograph = false;
  return true;
}

/// Takes the word that begins here.
void Tokenizer::take_any(Token& token) {
  start(token);
  Char c = peek(at_);
  token.ideograph = c.kind == CharClass::kIdeograph;
  if (token.ideograph) {
    token.stemmable = false;
    do {
      append(token, c);
      at_ = c.end;
      c = peek(at_);
    } while (c.kind == CharClass::kMark);
    return;
  }
  do {
    append_plain(token);
    if (at_ == text_.size() || ends(text_[at_]) == kWord) break;
  } while (continues(token, peek(at_)));
}

bool Tokenizer::next(Token& token) {
  do {
    if (!skip_gap()) return false;
    if (!take_short(token)) take_any(token);
  } while (token.term().empty());  // tatweel alone folds to nothing
  token.position = next_position_++;
  return true;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  words.reserve(4);  // of a name
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.term());
  return words;
}

}  // namespace broadsheet
