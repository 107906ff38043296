#include "searcher/query/lexer.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

bool is_space(char32_t c) {
  struct Span {
    char32_t first, last;
  };
  constexpr Span kSpans[] = {
      {0x00, 0x20},     {0x7F, 0xA0},     {0x61C, 0x61C},   {0x1680, 0x1680},
      {0x2000, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x2069},
      {0x3000, 0x3000}, {0xFEFF, 0xFEFF},
  };
  return std::ranges::any_of(kSpans, [c](const Span& span) {
    return c >= span.first && c <= span.last;
  });
}

bool is_quote(char32_t c) {
  return std::u32string_view(U"\"“”„‟«»＂").find(c) !=
         std::u32string_view::npos;
}

bool is_bracket(char32_t c) {
  return c == U'(' || c == U')';
}

bool is_letter(char32_t c) {
  const auto kind = char_class(c);
  return kind == CharClass::kLetter || kind == CharClass::kIdeograph;
}

char32_t lower(char32_t c) {
  std::string text;
  append_lower(text, c);
  std::size_t at = 0;
  return next_char(text, at);
}

/// An operator as it must be typed; `with_distance` ones may have /n.
struct Operator {
  std::string_view text;
  LexemeKind kind;
  bool with_distance;
};
constexpr Operator kOperators[] = {
    {"AND", LexemeKind::kAnd, false}, {"OR", LexemeKind::kOr, false},
    {"NOT", LexemeKind::kNot, false}, {"NEAR", LexemeKind::kNear, true},
    {"ADJ", LexemeKind::kAdj, true},
};

bool is_operator(LexemeKind kind) {
  return kind >= LexemeKind::kNot;
}

int distance_in(std::string_view digits) {
  int n = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, n);
  const bool fits = error == std::errc() && stop == end && n <= kMaxDistance;
  return fits && n > 0 ? n : 0;
}

/// A word becomes an operator if it is spelled as one.
void recognize_operator(Lexeme& lexeme) {
  for (const auto& [text, kind, with_distance] : kOperators) {
    if (!lexeme.text.starts_with(text)) continue;
    const auto rest = lexeme.text.substr(text.size());
    if (!rest.empty() && (!with_distance || rest.front() != '/')) continue;
    lexeme.kind = kind;
    if (with_distance)
      lexeme.distance =
          rest.empty() ? kDefaultDistance : distance_in(rest.substr(1));
    return;
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view typed) : typed_(typed) {}

  std::vector<Lexeme> run() {
    while (at_ < typed_.size()) step();
    return std::move(lexemes_);
  }

 private:
  char32_t char_at(std::size_t at) const { return next_char(typed_, at); }

  void step() {
    const char32_t c = char_at(at_);
    if (is_space(c)) {
      next_char(typed_, at_);
      glued_ = false;
    } else if (is_quote(c)) {
      quotation();
    } else if (is_bracket(c)) {
      add(c == U'(' ? LexemeKind::kOpen : LexemeKind::kClose, at_ + 1);
    } else {
      word();
    }
  }

  /// The text up to `end` becomes a lexeme.
  Lexeme& add(LexemeKind kind, std::size_t end) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.text = typed_.substr(at_, end - at_);
    lexeme.column = at_;
    lexeme.glued = glued_;
    at_ = end;
    glued_ = true;
    return lexemes_.emplace_back(lexeme);
  }

  template <class Is>
  std::size_t find(std::size_t at, const Is& is) const {
    while (at < typed_.size()) {
      const std::size_t begin = at;
      if (is(next_char(typed_, at))) return begin;
    }
    return typed_.size();
  }

  void quotation() {
    std::size_t begin = at_;
    next_char(typed_, begin);
    std::size_t close = find(begin, is_quote);
    if (close == typed_.size()) {
      add(LexemeKind::kUnclosed, close);
      return;
    }
    std::size_t end = close;
    next_char(typed_, end);
    add(LexemeKind::kQuoted, end).text = typed_.substr(begin, close - begin);
  }

  bool after(LexemeKind kind) const {
    return glued_ && !lexemes_.empty() && lexemes_.back().kind == kind;
  }

  void word() {
    const auto end = find(at_, [](char32_t c) {
      return is_space(c) || is_quote(c) || is_bracket(c);
    });
    if (after(LexemeKind::kField)) {
      add(LexemeKind::kWord, end);
      return;
    }
    if (typed_[at_] == '-' && dash(end)) return;
    const auto text = typed_.substr(at_, end - at_);
    if (!has_word(text) && text.find('*') == text.npos && text != "||") {
      at_ = end;
      return;
    }
    if (!field(end)) recognize_operator(add(LexemeKind::kWord, end));
  }

  /// A dash excludes at the start of a word; behind a quotation or a bracket
  /// it is a hyphen, and left out.
  bool dash(std::size_t end) {
    if (after(LexemeKind::kQuoted) || after(LexemeKind::kClose)) {
      at_ = find(at_, [](char32_t c) { return c != U'-'; });
      return true;
    }
    if (!excludes(typed_.substr(at_ + 1, end - at_ - 1), end)) return false;
    add(LexemeKind::kExclude, at_ + 1);
    return true;
  }

  /// Does a dash before `rest` of a word, which ends at `end`, exclude?
  bool excludes(std::string_view rest, std::size_t end) const {
    if (rest.empty())
      return end < typed_.size() &&
             (typed_[end] == '(' || is_quote(char_at(end)));
    return rest.front() != '-' &&
           (has_word(rest) || rest.find('*') != rest.npos);
  }

  /// A name (letters and _, two at least), a colon, and something behind it
  /// that is not "//".
  bool field(std::size_t end) {
    const auto colon =
        find(at_, [](char32_t c) { return !is_letter(c) && c != U'_'; });
    if (colon >= end || typed_[colon] != ':') return false;
    std::size_t second = at_;
    if (!is_letter(next_char(typed_, second)) || second == colon) return false;
    const auto behind = typed_.substr(colon + 1);
    if (behind.starts_with("//")) return false;
    if (behind.empty() || behind.front() == ')' || is_space(char_at(colon + 1)))
      return false;
    Lexeme& lexeme = add(LexemeKind::kField, colon + 1);
    lexeme.text.remove_suffix(1);
    lexeme.literal = behind.front() == '=';
    if (lexeme.literal) ++at_;
    return true;
  }

  std::string_view typed_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::vector<Lexeme> lexemes_;
};

/// Is there a letter outside operators, and is every one a capital?
bool all_capitals(const std::vector<Lexeme>& lexemes) {
  bool any = false;
  for (const Lexeme& lexeme : lexemes) {
    if (is_operator(lexeme.kind)) continue;
    for (std::size_t at = 0; at < lexeme.text.size();) {
      const char32_t c = next_char(lexeme.text, at);
      if (!is_letter(c)) continue;
      if (lower(c) == c) return false;
      any = true;
    }
  }
  return any;
}

}  // namespace

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_letter(c) || char_class(c) == CharClass::kDigit) return true;
  }
  return false;
}

std::string_view operator_name(const Lexeme& lexeme) {
  return lexeme.text.substr(0, lexeme.text.find('/'));
}

Lexemes lex(std::string_view typed) {
  Lexemes lexemes;
  lexemes.list = Lexer(typed).run();
  lexemes.capitals = lexemes.list.size() > 1 && all_capitals(lexemes.list);
  if (!lexemes.capitals) return lexemes;
  for (Lexeme& lexeme : lexemes.list) {
    if (!is_operator(lexeme.kind)) continue;
    lexeme.kind = LexemeKind::kWord;
    lexeme.distance = 0;
    lexemes.words_in_capitals = true;
  }
  return lexemes;
}

}  // namespace broadsheet
