#include "indexer/entities/words.h"

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/plain_run.h"
#include "common/text/utf8.h"
#include "indexer/entities/titles.h"

namespace broadsheet {
namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'„' || c == U'«' || c == U'‘';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑';
}

bool is_ascii_upper(char32_t c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word(char32_t c) {
  return char_class(c) != CharClass::kOther;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c);
  const auto u = static_cast<UChar32>(c);
  return u_isupper(u) || u_istitle(u);
}

/// What the characters between two words add up to.
class Gap {
 public:
  void add(char32_t c) {
    if (c == U'\n') {
      sentence_ = true;
      ++spaces_;
    } else if (c == U' ' || c == U'\t' || c == 0xA0)
      ++spaces_;
    else
      add_mark(c);
  }

  Join join() const {
    if (glued_stop()) return Join::kOther;
    if (sentence_ || (spaces_ > 1 && marks_ == 0)) return Join::kSentence;
    if (marks_ == 0) return Join::kSpace;
    if (marks_ == 1 && mark_ == Join::kHyphen && spaces_ > 0)
      return Join::kOther;  // a dash
    return marks_ == 1 ? mark_ : Join::kOther;
  }
  bool blank() const { return marks_ == 0 && !sentence_; }
  char opener() const { return glued_stop() ? '.' : opener_; }

 private:
  void add_mark(char32_t c) {
    ++marks_;
    stop_ = c == U'.';
    sentence_ |= c == U'.' || c == U'!' || c == U'?' || c == U'•';
    if (is_quote(c)) opener_ = '"';
    if (c == U'(' || c == U'<') opener_ = static_cast<char>(c);
    mark_ = c == U','          ? Join::kComma
            : is_hyphen(c)     ? Join::kHyphen
            : c == U'&'        ? Join::kAmpersand
            : is_apostrophe(c) ? Join::kPossessive
                               : Join::kOther;
  }

  /// "PEUP.PA"
  bool glued_stop() const { return stop_ && marks_ == 1 && spaces_ == 0; }

  int spaces_ = 0;
  bool stop_ = false;
  int marks_ = 0;
  Join mark_ = Join::kOther;
  bool sentence_ = false;
  char opener_ = 0;
};

class Splitter {
 public:
  Splitter(std::string_view text, FoldedForms& forms)
      : text_(text), forms_(forms) {}

  std::vector<Word> run() {
    words_.reserve(text_.size() / 5);
    while (skip_gap()) take_word();
    return std::move(words_);
  }

 private:
  unsigned char byte(std::size_t at) const {
    return static_cast<unsigned char>(text_[at]);
  }

  char32_t peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return byte(at) < 0x80 ? byte(at) : next_char(text_, at);
  }

  /// As next_char(), which is slow where most of a text is ASCII.
  char32_t next(std::size_t& at) const {
    return byte(at) < 0x80 ? byte(at++) : next_char(text_, at);
  }

  /// Moves to the next word; false at the end.
  bool skip_gap() {
    if (skip_space()) return true;
    gap_ = Gap();
    while (at_ < text_.size()) {
      std::size_t after = at_;
      const char32_t c = next(after);
      if (is_word(c)) {
        join_ = join();
        opener_ = gap_.opener();
        return true;
      }
      gap_.add(c);
      at_ = after;
    }
    return false;
  }

  /// Passes the one space that lies between most words.
  bool skip_space() {
    if (at_ + 1 >= text_.size() || text_[at_] != ' ' ||
        kFoldedAscii[byte(at_ + 1)] == 0 || words_.empty())
      return false;
    ++at_;
    join_ = possessive_ ? Join::kPossessive : Join::kSpace;
    opener_ = 0;
    return true;
  }

  void take_word() {
    Word& word = words_.emplace_back();
    word.begin = static_cast<std::uint32_t>(at_);
    word.opener = opener_;
    word.join = join_;
    if (!take_plain(word)) take_any(word);
    at_ = word.end;
    skip_endings(word);
  }

  /// Most words: two ASCII letters or more and nothing that could go on.
  bool take_plain(Word& word) {
    const PlainRun run = plain_run(text_.substr(at_));
    const std::size_t end = at_ + run.size;
    if (run.size < 2 || run.size == PlainRun::kMost || run.digits) return false;
    if (end < text_.size() && (is_apostrophe(byte(end)) || byte(end) >= 0x80))
      return false;
    word.end = static_cast<std::uint32_t>(end);
    word.folded = run.capitals == 0 ? text_.substr(at_, run.size)
                                    : forms_.keep(run.view());
    if ((run.capitals & 1) != 0)
      word.shape = run.all_capitals() ? Shape::kUpper : Shape::kCapital;
    return true;
  }

  void take_any(Word& word) {
    std::size_t end = acronym_end();
    if (end == at_) end = letters_end();
    word.end = static_cast<std::uint32_t>(end);
    const std::string_view bytes = text_.substr(at_, end - at_);
    word.folded = forms_.keep(fold(bytes));
    word.shape = shape_of(bytes);
  }

  Join join() const {
    if (words_.empty()) return Join::kSentence;
    if (possessive_) return Join::kPossessive;
    // Texts that have lost their stops have spaces instead: "Frank R  Smith".
    if (words_.back().shape == Shape::kInitial && gap_.blank())
      return Join::kSpace;
    return gap_.join();
  }

  /// End of "U.S.", "J.", "e.g." at at_; at_ where there is none.
  std::size_t acronym_end() const {
    std::size_t end = at_;
    std::size_t letters = 0;
    while (true) {
      std::size_t next = end;
      if (end >= text_.size()) break;
      const char32_t c = next_char(text_, next);
      if (char_class(c) != CharClass::kLetter || peek(next) != U'.') break;
      if (letters == 0 && !is_upper(c) && !is_word(peek(next + 1))) break;
      end = next + 1;
      ++letters;
    }
    // "U.S.-led" and "U.S." but not the "p" of "p.stop".
    return is_word(peek(end)) && letters < 2 ? at_ : end;
  }

  /// End of a run of letters and digits with apostrophes inside.
  std::size_t letters_end() const {
    std::size_t end = at_;
    bool first = true;
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = next_char(text_, next);
      const bool ideograph = char_class(c) == CharClass::kIdeograph;
      if (ideograph && !first) break;
      if (!is_word(c) && !inner_apostrophe(c, next)) break;
      end = next;
      first = false;
      if (ideograph) break;
    }
    return end;
  }

  bool inner_apostrophe(char32_t c, std::size_t after) const {
    return is_apostrophe(c) && is_word(peek(after)) && !ends_in_s(after);
  }

  /// Is there a lone "s" at `at`?
  bool ends_in_s(std::size_t at) const {
    const char32_t c = peek(at);
    return (c == U's' || c == U'S') && !is_word(peek(at + 1)) &&
           !is_apostrophe(peek(at + 1));
  }

  /// Passes a possessive "'s" and an abbreviation's stop.
  void skip_endings(const Word& word) {
    possessive_ = false;
    std::size_t next = at_;
    if (at_ >= text_.size() || text_[at_] == ' ') return;
    const char32_t c = next_char(text_, next);
    if (is_apostrophe(c) && ends_in_s(next)) {
      at_ = next + 1;
      possessive_ = true;
    } else if (c == U'.' && stop_belongs(word, next)) {
      at_ = next;
    }
  }

  bool stop_belongs(const Word& word, std::size_t after) const {
    if (is_title_abbreviation(word.folded)) return true;
    // "Inc. said" goes on, "Inc. The" does not; a comma follows "Jr.,".
    if (!is_tail_abbreviation(word.folded)) return false;
    const char32_t c = peek(after);
    return c == U',' || (c == U' ' && !is_upper(peek(after + 1)) &&
                         !is_quote(peek(after + 1)));
  }

  static Shape shape_of(std::string_view bytes) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool capital = false;
    bool starts = true;
    for (std::size_t at = 0; at < bytes.size();) {
      const char32_t c = next_char(bytes, at);
      if (at <= 4 && upper + lower == 0 && char_class(c) == CharClass::kDigit)
        return Shape::kNumber;
      const bool is_up = is_upper(c);
      capital |= starts && is_up;
      starts = is_apostrophe(c);
      upper += is_up;
      lower += u_islower(static_cast<UChar32>(c)) != 0;
    }
    if (upper == 1 && lower == 0) return Shape::kInitial;
    if (!capital) return Shape::kLower;
    return lower == 0 ? Shape::kUpper : Shape::kCapital;
  }

  std::string_view text_;
  FoldedForms& forms_;
  std::size_t at_ = 0;
  Gap gap_;
  Join join_ = Join::kSentence;  // of the next word, as is its
  char opener_ = 0;
  bool possessive_ = false;
  std::vector<Word> words_;
};

}  // namespace

std::size_t elision_size(std::string_view word) {
  constexpr std::string_view kElided = "dlDL";
  constexpr std::string_view kApostrophes[] = {"'", "’"};
  if (word.empty() || kElided.find(word[0]) == std::string_view::npos) return 0;
  for (const std::string_view mark : kApostrophes) {
    if (word.substr(1).starts_with(mark)) return 1 + mark.size();
  }
  return 0;
}

std::vector<Word> split_words(std::string_view text, FoldedForms& forms) {
  return Splitter(text, forms).run();
}

bool mostly_upper(const std::vector<Word>& words) {
  std::size_t upper = 0;
  std::size_t other = 0;
  for (const Word& word : words) {
    upper += word.shape == Shape::kUpper;
    other += word.shape == Shape::kCapital || word.shape == Shape::kLower;
  }
  return upper > 3 * other;
}

bool mostly_capital(const std::vector<Word>& words) {
  std::size_t capital = 0;
  std::size_t lower = 0;
  for (const Word& word : words) {
    if (word.folded.size() < 4) continue;
    capital += word.capital();
    lower += word.shape == Shape::kLower;
  }
  return capital > 4 && capital > 5 * lower;
}

}  // namespace broadsheet
