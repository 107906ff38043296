#include "indexer/entities/token.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/plain_run.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

enum class Mark : std::uint8_t {
  kOther,
  kSpace,
  kNewline,
  kLower,
  kUpper,
  kUncased,  ///< a letter or mark of a script without case
  kDigit,
  kApostrophe,
  kHyphen,
  kPoint,
  kHigh,  ///< the first byte of a longer character: decode it
};

constexpr std::array<Mark, 256> make_marks() {
  std::array<Mark, 256> marks{};
  for (int c = 0; c <= ' '; ++c)
    marks[static_cast<std::size_t>(c)] = Mark::kSpace;
  for (int c = 'a'; c <= 'z'; ++c)
    marks[static_cast<std::size_t>(c)] = Mark::kLower;
  for (int c = 'A'; c <= 'Z'; ++c)
    marks[static_cast<std::size_t>(c)] = Mark::kUpper;
  for (int c = '0'; c <= '9'; ++c)
    marks[static_cast<std::size_t>(c)] = Mark::kDigit;
  for (int c = 0x80; c <= 0xFF; ++c)
    marks[static_cast<std::size_t>(c)] = Mark::kHigh;
  marks['\n'] = Mark::kNewline;
  marks['\''] = marks['`'] = Mark::kApostrophe;
  marks['-'] = Mark::kHyphen;
  marks['.'] = Mark::kPoint;
  return marks;
}
constexpr auto kMarks = make_marks();

Mark mark_of_char(char32_t c) {
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return Mark::kApostrophe;
  if (c == 0x2010 || c == 0x2011) return Mark::kHyphen;
  if (c == kReplacement) return Mark::kOther;
  const auto point = static_cast<UChar32>(c);
  if (u_isUUppercase(point)) return Mark::kUpper;
  if (u_isULowercase(point)) return Mark::kLower;
  if (u_isUWhiteSpace(point) || c == 0x200B || c == 0xFEFF) return Mark::kSpace;
  if (u_isalpha(point)) return Mark::kUncased;
  const auto type = u_getIntPropertyValue(point, UCHAR_GENERAL_CATEGORY_MASK);
  if ((type & U_GC_M_MASK) != 0) return Mark::kUncased;
  return (type & U_GC_ND_MASK) != 0 ? Mark::kDigit : Mark::kOther;
}

bool is_letter(Mark mark) {
  return mark == Mark::kLower || mark == Mark::kUpper || mark == Mark::kUncased;
}
bool is_inside(Mark mark) {
  return is_letter(mark) || mark == Mark::kDigit;
}

// Abbreviations that keep their point. After the first group no sentence can
// end; after the second one may.
constexpr std::string_view kTitles[] = {
    "Adm",  "Amb",  "Arq", "Atty", "Barr", "Brig", "Capt",   "Cde",  "Cmdr",
    "Col",  "Cpl",  "Dr",  "Dra",  "Engr", "Fr",   "Ft",     "Gen",  "Gov",
    "Hon",  "Ing",  "Lic", "Lt",   "MT",   "Maj",  "Messrs", "Mgr",  "Mlle",
    "Mme",  "Mr",   "Mrs", "Ms",   "Msgr", "Mt",   "No",     "Owek", "Pfc",
    "Pres", "Prof", "Pvt", "Rep",  "Reps", "Rev",  "ST",     "Sen",  "Sens",
    "Sgt",  "Smt",  "Sra", "Srta", "St",   "Ste",  "Supt",   "Ven",  "vs",
};
constexpr std::string_view kShortened[] = {
    "Ala",  "Apr",  "Ariz", "Ark",  "Assn", "Aug",  "Ave",  "Bros", "Calif",
    "Co",   "Colo", "Conn", "Corp", "Cos",  "Dec",  "Del",  "Dept", "Esq",
    "Feb",  "Fla",  "Fri",  "Ga",   "Ill",  "Inc",  "Ind",  "Jan",  "Jr",
    "Kan",  "Ky",   "La",   "Ltd",  "Mass", "Md",   "Mich", "Minn", "Miss",
    "Mo",   "Mon",  "Mont", "N.C",  "Neb",  "Nev",  "Nov",  "Oct",  "Okla",
    "Ont",  "Ore",  "Pa",   "Ph",   "Plc",  "Que",  "Sat",  "Sept", "Sr",
    "Tenn", "Tex",  "Va",   "Vt",   "W.Va", "Wash", "Wis",  "Wyo",  "a.m",
    "dept", "etc",  "p.m",
};
constexpr std::size_t kLongestShort = 6;
constexpr bool is_short(std::string_view word) {
  return word.size() <= kLongestShort;
}
static_assert(std::ranges::all_of(kTitles, is_short) &&
              std::ranges::all_of(kShortened, is_short));

// A capital here shows that a new sentence begins, even after "U.S.".
constexpr std::string_view kOpeners[] = {
    "A",     "After",   "An",   "And",   "At",    "But",   "For",  "He",
    "His",   "However", "If",   "In",    "It",    "Its",   "On",   "She",
    "Since", "That",    "The",  "Their", "There", "These", "They", "This",
    "Those", "We",      "When", "While", "With",  "You",
};

template <std::size_t N>
bool among(const std::string_view (&sorted)[N], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

// Endings that are words of their own: Egypt's, he'll, they've.
bool is_clitic(std::string_view rest) {
  constexpr std::string_view kClitics[] = {"D", "LL", "M", "RE", "S", "VE",
                                           "d", "ll", "m", "re", "s", "ve"};
  return among(kClitics, rest);
}

// What may follow a place and a hyphen: Cairo-based, U.S.-led.
constexpr std::string_view kTails[] = {
    "administered", "area",     "backed",    "based",      "born",
    "bound",        "brokered", "built",     "controlled", "dominated",
    "educated",     "funded",   "held",      "led",        "listed",
    "made",         "occupied", "owned",     "run",        "sponsored",
    "style",        "supplied", "supported", "trained",
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<TaggerToken>& tokens)
      : text_(text), tokens_(tokens), wrap_(longest_line(text)) {}

  void run() {
    while (at_ < text_.size()) step();
  }

 private:
  struct Peek {
    Mark mark = Mark::kOther;
    std::size_t next = 0;
  };

  static std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      longest = std::max(longest, end - at);
      at = end + 1;
    }
    return longest;
  }

  Peek peek(std::size_t at) const {
    if (at >= text_.size()) return {Mark::kOther, at};
    const Mark mark = kMarks[static_cast<unsigned char>(text_[at])];
    if (mark != Mark::kHigh) return {mark, at + 1};
    const char32_t c = next_char(text_, at);
    return {mark_of_char(c), at};
  }

  void step() {
    const Peek here = peek(at_);
    if (here.mark == Mark::kSpace || here.mark == Mark::kNewline) {
      skip_space(here);
    } else if (is_inside(here.mark)) {
      word();
    } else {
      punctuation(here);
    }
  }

  void skip_space(Peek here) {
    if (here.mark == Mark::kNewline) {
      if (newlines_++ == 0) line_length_ = at_ - line_begin_;
      line_begin_ = here.next;
    }
    glued_ = false;
    at_ = here.next;
  }

  // Is the single line end before this token the end of a sentence? Where lines
  // are wrapped, only an indented next line says so, or one that could well
  // have taken the word.
  bool line_ends_sentence(const TaggerToken& token) const {
    constexpr std::size_t kWrapped = 120;
    constexpr std::size_t kNarrow = 50;
    constexpr std::size_t kRagged = 12;
    if (newlines_ == 0) return false;
    if (newlines_ > 1 || wrap_ > kWrapped || wrap_ < kNarrow) return true;
    const bool room = line_length_ + token.size() + kRagged < wrap_;
    return at_ > line_begin_ + 1 ||
           (room && token.letters != LetterCase::kLower);
  }

  // Apart from add(), which nearly always knows without.
  [[gnu::noinline]] bool opens_sentence(const TaggerToken& token) const {
    return line_ends_sentence(token) ||
           (ended_ && !glued_ && starts_anew(token));
  }

  // The token is filled where it stays: it would be copied as a whole while its
  // parts are still on their way to memory.
  void add(std::size_t end, TokenKind kind, LetterCase letters) {
    const bool first = tokens_.empty();
    TaggerToken& token = tokens_.emplace_back();
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.letters = letters;
    const bool inside = newlines_ == 0 && !ended_;
    token.opens_sentence = first || (!inside && opens_sentence(token));
    token.opens_clause = clause_;
    token.glued = glued_;
    glued_ = true;
    newlines_ = 0;
    at_ = end;
  }

  bool starts_anew(const TaggerToken& token) const {
    if (token.letters == LetterCase::kLower) return false;
    return !unsure_ || among(kOpeners, token.in(text_));
  }

  void word() {
    if (plain_word()) return;
    const Run run = read_word();
    const bool number = run.digit_first && !run.letter;
    add(run.end, number ? TokenKind::kNumber : TokenKind::kWord, case_of(run));
    ended_ = run.point && !among(kTitles, run.stem) && run.stem.size() > 1;
    unsure_ = ended_;
    clause_ = false;
  }

  // Most words: ASCII letters and nothing behind them that could go on.
  bool plain_word() {
    const PlainRun run = plain_run(text_.substr(at_));
    const std::size_t end = at_ + run.size;
    if (run.size == 0 || run.size == PlainRun::kMost || run.digits ||
        (end < text_.size() && !parts(text_[end])))
      return false;
    add(end, TokenKind::kWord, case_of(run));
    ended_ = unsure_ = clause_ = false;
    if (at_ < text_.size() && text_[at_] == ' ') {
      glued_ = false;
      ++at_;
    }
    return true;
  }

  static LetterCase case_of(const PlainRun& run) {
    if (run.capitals == 0) return LetterCase::kLower;
    if (run.all_capitals()) return LetterCase::kUpper;
    return run.capitals == 1 ? LetterCase::kCapital : LetterCase::kMixed;
  }

  // May the byte never stand inside or at the end of a word with letters?
  static bool parts(char byte) {
    return kMarks[static_cast<unsigned char>(byte)] <= Mark::kNewline;
  }

  struct Run {
    std::size_t end = 0;
    std::size_t uppers = 0;
    std::size_t lowers = 0;
    bool upper_first = false;
    bool digit_first = false;
    bool letter = false;
    bool point = false;  ///< ends in the point of an abbreviation
    std::string_view stem;
  };

  static LetterCase case_of(const Run& run) {
    if (run.uppers == 0) {
      return run.lowers == 0 ? LetterCase::kNone : LetterCase::kLower;
    }
    if (run.lowers == 0) return LetterCase::kUpper;
    if (run.upper_first && run.uppers == 1) return LetterCase::kCapital;
    return LetterCase::kMixed;
  }

  Run read_word() const {
    Run run;
    std::size_t at = at_;
    bool dotted = false;  // "U.S" so far: every part one letter
    std::size_t part = 0;
    while (at < text_.size()) {
      const Peek here = peek(at);
      if (is_inside(here.mark)) {
        count(run, here.mark, at == at_);
        const std::size_t smalls = small_letters(here.next);
        run.lowers += smalls;
        run.letter |= smalls > 0;
        part += 1 + smalls;
        at = here.next + smalls;
        continue;
      }
      const Peek after = peek(here.next);
      if (!joins(run, here.mark, after, here.next, part)) break;
      if (here.mark == Mark::kPoint && run.letter) dotted = true;
      part = 0;
      at = here.next;
    }
    run.end = at;
    run.stem = text_.substr(at_, at - at_);
    take_point(run, dotted && part == 1);
    return run;
  }

  // Most of a word is small letters: how many follow here?
  std::size_t small_letters(std::size_t at) const {
    const std::size_t begin = at;
    while (at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z') ++at;
    return at - begin;
  }

  static void count(Run& run, Mark mark, bool first) {
    run.uppers += mark == Mark::kUpper;
    run.lowers += mark == Mark::kLower;
    run.letter |= is_letter(mark);
    if (!first) return;
    run.upper_first = mark == Mark::kUpper;
    run.digit_first = mark == Mark::kDigit;
  }

  // May the character before `after` stand inside a word?
  bool joins(const Run& run, Mark mark, Peek after, std::size_t at,
             std::size_t part) const {
    if (!is_inside(after.mark)) return false;
    switch (mark) {
      case Mark::kHyphen:
        if (is_back(run, after, part)) return false;
        return !(run.upper_first && (tail_at(at) || is_party(run, after)));
      case Mark::kApostrophe:
        return is_letter(after.mark) && !clitic_at(at);
      case Mark::kPoint:
        return run.letter
                   ? part == 1 && is_letter(after.mark) && single_letter(after)
                   : after.mark == Mark::kDigit;
      case Mark::kOther:
        return !run.letter && after.mark == Mark::kDigit && comma_before(at);
      default:
        return false;
    }
  }

  // The D of "D-Mass.", before a capital.
  bool is_party(const Run& run, Peek after) const {
    constexpr std::string_view kParties = "DIR";
    return run.uppers == 1 && run.lowers == 0 && after.mark == Mark::kUpper &&
           kParties.find(text_[at_]) != std::string_view::npos;
  }

  // The "14" of a lineup's "14-James Toplin", but not that of "3-D".
  bool is_back(const Run& run, Peek after, std::size_t part) const {
    return run.digit_first && !run.letter && part < 3 &&
           after.mark == Mark::kUpper && is_letter(peek(after.next).mark);
  }

  bool comma_before(std::size_t at) const {
    const char c = text_[at - 1];
    return c == ',' || c == ':' || c == '/';
  }

  // Is the letter at `after` alone, as the S of "U.S." is?
  bool single_letter(Peek after) const {
    return !is_inside(peek(after.next).mark);
  }

  bool clitic_at(std::size_t at) const {
    std::size_t end = at;
    while (end < at + 3 && end < text_.size() &&
           is_letter(kMarks[static_cast<unsigned char>(text_[end])])) {
      ++end;
    }
    return is_clitic(text_.substr(at, end - at)) && !is_inside(peek(end).mark);
  }

  bool tail_at(std::size_t at) const {
    std::size_t end = at;
    while (end < at + 12 && end < text_.size() && text_[end] >= 'a' &&
           text_[end] <= 'z') {
      ++end;
    }
    return among(kTails, text_.substr(at, end - at)) &&
           !is_inside(peek(end).mark);
  }

  void take_point(Run& run, bool acronym) const {
    if (run.end >= text_.size() || text_[run.end] != '.' || !run.letter) return;
    const bool initial = run.uppers == 1 && run.lowers == 0 && !run.digit_first;
    const bool ellipsis = text_.substr(run.end, 2) == "..";
    if (ellipsis || !(acronym || initial || abbreviated(run))) return;
    run.point = true;
    ++run.end;
  }

  bool abbreviated(const Run& run) const {
    if (run.stem.size() > kLongestShort) return false;
    if (run.stem == "No" || run.stem == "no") return digit_follows(run.end + 1);
    if (run.stem == "Miss") return text_.substr(run.end + 1, 1) == ",";
    return among(kTitles, run.stem) || among(kShortened, run.stem);
  }

  bool digit_follows(std::size_t at) const {
    if (at < text_.size() && text_[at] == ' ') ++at;
    return peek(at).mark == Mark::kDigit;
  }

  void punctuation(Peek here) {
    if (here.mark == Mark::kApostrophe && glued_ && clitic_at(here.next)) {
      return clitic(here);
    }
    const char c = text_[at_];
    std::size_t end = here.next;
    while (end < text_.size() && text_[end] == c &&
           static_cast<unsigned char>(c) < 0x80) {
      ++end;
    }
    const std::string_view mark = text_.substr(at_, end - at_);
    add(end, TokenKind::kPunctuation, LetterCase::kNone);
    after_mark(mark);
  }

  void clitic(Peek here) {
    std::size_t end = here.next;
    while (is_letter(peek(end).mark)) end = peek(end).next;
    add(end, TokenKind::kWord, LetterCase::kLower);
    ended_ = clause_ = false;
  }

  void after_mark(std::string_view mark) {
    if (mark == ",") {  // half of all marks
      ended_ = clause_ = false;
      return;
    }
    constexpr std::string_view kClosing[] = {"\"", "'", "''", ")",
                                             "]",  "’", "”"};
    constexpr std::string_view kClause[] = {"\"", "'", "-", "--", ":", "_",
                                            "``", "–", "—", "‘",  "“"};
    clause_ = std::find(std::begin(kClause), std::end(kClause), mark) !=
              std::end(kClause);
    if (mark == "." || mark == "?" || mark == "!" || mark.starts_with("..")) {
      ended_ = true;
      unsure_ = mark.size() > 1;
    } else if (!among(kClosing, mark)) {
      ended_ = false;
    }
  }

  std::string_view text_;
  std::vector<TaggerToken>& tokens_;
  std::size_t wrap_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t line_length_ = 0;
  int newlines_ = 0;
  bool glued_ = false;
  bool ended_ = false;   // the last token may have ended a sentence
  bool unsure_ = false;  // ... but only if a usual opener follows
  bool clause_ = false;
};

}  // namespace

void tokenize(std::string_view text, std::vector<TaggerToken>& tokens) {
  tokens.clear();
  Tokenizer(text, tokens).run();
}

}  // namespace broadsheet
