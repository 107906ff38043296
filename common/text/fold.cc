#include "common/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <optional>

#include "common/cli/error.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

constexpr char32_t kTableSize = 0x250;  // ASCII to Latin Extended-B

/// Letters that do not decompose but are written as others in plain text.
struct Respelling {
  char32_t from;
  std::string_view to;
};
constexpr Respelling kRespellings[] = {
    {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ø', "o"}, {U'đ', "d"},
    {U'ð', "d"},  {U'þ', "th"}, {U'ł', "l"},  {U'ħ', "h"}, {U'ı', "i"},
    {U'ŧ', "t"},  {U'ŋ', "n"},  {U'ə', "e"},  {U'ĸ', "k"},
};

const icu::Normalizer2& nfkd() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw Error("ICU has no normalization data");
    return *found;
  }();
  return instance;
}

/// Scripts whose marks are diacritics that readers leave out.
bool drops_marks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_COMMON:  // a spacing accent is a space and a mark
    case USCRIPT_INHERITED:
      return true;
    default:
      return false;
  }
}

/// Arabic letters that spelling varies: alef forms, final ya, ta marbuta.
char32_t plain_arabic(char32_t c) {
  switch (c) {
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x0629:
      return 0x0647;
    case 0x06A9:
      return 0x0643;
    default:
      return c;
  }
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

void append_base(std::string& to, char32_t c) {
  for (const auto& [from, respelled] : kRespellings) {
    if (c == from) {
      to += respelled;
      return;
    }
  }
  append_utf8(to, plain_arabic(c));
}

/// Tatweel, soft hyphen and joiners.
bool changes_only_the_look(char32_t c) {
  return c == 0x0640 || c == 0xAD || c == 0x200C || c == 0x200D;
}

std::string compute_folded(char32_t c) {
  if (const auto digit = u_charDigitValue(static_cast<UChar32>(c));
      digit >= 0 && u_isdigit(static_cast<UChar32>(c)))
    return std::string(1, static_cast<char>('0' + digit));
  const auto lower = [](UChar32 x) {
    return static_cast<char32_t>(u_foldCase(x, U_FOLD_CASE_DEFAULT));
  };
  std::string folded;
  if (is_hangul(c)) {
    append_utf8(folded, c);
    return folded;
  }
  icu::UnicodeString parts;
  if (!nfkd().getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  char32_t base = 0;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (changes_only_the_look(static_cast<char32_t>(part))) continue;
    const bool mark = u_charType(part) == U_NON_SPACING_MARK;
    const bool voiced = part == 0x3099 || part == 0x309A;  // ga is not ka
    if (mark && !voiced &&
        drops_marks(base != 0 ? base : static_cast<char32_t>(part)))
      continue;
    base = lower(part);
    append_base(folded, base);
  }
  return folded;
}

CharClass compute_class(char32_t c) {
  if (is_apostrophe(c)) return CharClass::kOther;
  const auto u = static_cast<UChar32>(c);
  const bool long_mark = c == 0x30FC || c == 0xFF70;  // of no script, says ICU
  if (long_mark || u_hasBinaryProperty(u, UCHAR_IDEOGRAPHIC))
    return CharClass::kIdeograph;
  if (u_isdigit(u)) return CharClass::kDigit;
  if (u_isalpha(u)) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(u, &status)) {
      case USCRIPT_HAN:
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
      case USCRIPT_HANGUL:
      case USCRIPT_THAI:
      case USCRIPT_LAO:
      case USCRIPT_KHMER:
      case USCRIPT_MYANMAR:
        return CharClass::kIdeograph;
      default:
        return CharClass::kLetter;
    }
  }
  switch (u_charType(u)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharClass::kMark;
    case U_FORMAT_CHAR:  // joiners and soft hyphens inside words
      return c == 0xAD || c == 0x200C || c == 0x200D ? CharClass::kMark
                                                     : CharClass::kOther;
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::kDigit;
    default:
      return CharClass::kOther;
  }
}

/// What is asked of nearly every character of nearly every text, made once.
struct LatinTable {
  std::array<std::string, kTableSize> folded;
  std::array<CharClass, kTableSize> classes;

  LatinTable() {
    for (char32_t c = 0; c < kTableSize; ++c) {
      folded[c] = compute_folded(c);
      classes[c] = compute_class(c);
    }
  }
};

const LatinTable& latin() {
  static const LatinTable table;
  return table;
}

/// What fold_name() makes of ASCII: a small letter or a digit, or one of these.
constexpr char kGap = 0, kNothing = 1;
constexpr auto kAsciiNames = [] {
  auto made = kFoldedAscii;
  made['\''] = made['`'] = kNothing;
  return made;
}();

/// `gap`: is a space wanted before the next letter, if there is one before it?
void append_ascii_name(std::string& to, std::string_view ascii, bool& gap) {
  const std::size_t before = to.size();
  to.resize(before + 1 + ascii.size());  // 1: a gap from before
  char* out = to.data() + before;
  for (const char c : ascii) {
    const char kept = kAsciiNames[static_cast<unsigned char>(c)];
    if (kept == kGap) {
      gap = true;
    } else if (kept != kNothing) {
      if (gap && out != to.data()) *out++ = ' ';
      gap = false;
      *out++ = kept;
    }
  }
  to.resize(static_cast<std::size_t>(out - to.data()));
}

}  // namespace

void append_folded(std::string& to, char32_t c) {
  if (c < 0x80)
    append_lower(to, c);
  else if (c < kTableSize)
    to += latin().folded[c];
  else
    to += compute_folded(c);
}

std::string fold(std::string_view text) {
  const std::size_t ascii = ascii_size(text);
  std::string folded(text.substr(0, ascii));
  for (char& c : folded) c = ascii_lower(c);
  for (std::size_t at = ascii; at < text.size();)
    append_folded(folded, next_char(text, at));
  return folded;
}

std::string fold_name(std::string_view text) {
  std::string folded, character;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto ascii = text.substr(at, ascii_size(text.substr(at)));
    append_ascii_name(folded, ascii, gap);
    at += ascii.size();
    if (at == text.size()) break;
    const char32_t c = next_char(text, at);
    if (is_apostrophe(c)) continue;
    if (char_class(c) == CharClass::kOther) {
      gap = true;
      continue;
    }
    character.clear();
    append_folded(character, c);
    if (character.empty()) continue;  // a mark leaves no space
    if (gap && !folded.empty()) folded += ' ';
    gap = false;
    folded += character;
  }
  return folded;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'ʻ';
}

void append_lower(std::string& to, char32_t c) {
  if (c < 0x80)
    to += ascii_lower(static_cast<char>(c));
  else
    append_utf8(to, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
}

CharClass class_beyond_ascii(char32_t c) {
  return c < kTableSize ? latin().classes[c] : compute_class(c);
}

}  // namespace broadsheet
