#include "indexer/entities/word.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entities/hash.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t bit(WordClass c) {
  return std::uint32_t{1} << static_cast<unsigned>(c);
}

struct Rule {
  std::uint32_t all;  ///< every one of these classes
  Coarse coarse;
};

// The first rule that fits decides.
constexpr Rule kCapitalRules[] = {
    {bit(WordClass::kDemonym), Coarse::kDemonym},
    {bit(WordClass::kCountry), Coarse::kCountry},
    {bit(WordClass::kMonth), Coarse::kMonth},
    {bit(WordClass::kDay), Coarse::kDay},
    {bit(WordClass::kTitle), Coarse::kTitle},
    {bit(WordClass::kAcronymOrg), Coarse::kAcronymOrg},
    {bit(WordClass::kOrgSuffix), Coarse::kOrgSuffix},
    {bit(WordClass::kRole), Coarse::kRole},
    {bit(WordClass::kOrgNoun), Coarse::kOrgNoun},
    {bit(WordClass::kPlaceNoun), Coarse::kPlaceNoun},
    {bit(WordClass::kEventNoun), Coarse::kEventNoun},
    {bit(WordClass::kCompass), Coarse::kCompass},
    {bit(WordClass::kFunction), Coarse::kCapitalSmall},
    {bit(WordClass::kRegion), Coarse::kRegion},
    {bit(WordClass::kAdmin), Coarse::kAdmin},
    {bit(WordClass::kCityBig), Coarse::kCityBig},
    {bit(WordClass::kGiven) | bit(WordClass::kCityMiddle), Coarse::kGivenCity},
    {bit(WordClass::kGiven) | bit(WordClass::kFamily), Coarse::kGivenFamily},
    {bit(WordClass::kGiven), Coarse::kGiven},
    {bit(WordClass::kFamily) | bit(WordClass::kCityMiddle),
     Coarse::kFamilyCity},
    {bit(WordClass::kFamily), Coarse::kFamily},
    {bit(WordClass::kCompany), Coarse::kCompany},
    {bit(WordClass::kCityMiddle), Coarse::kCityMiddle},
    {bit(WordClass::kCitySmall), Coarse::kCitySmall},
    {bit(WordClass::kGivenRare), Coarse::kNameRare},
    {bit(WordClass::kFamilyRare), Coarse::kNameRare},
    {bit(WordClass::kParticle), Coarse::kParticle},
};

constexpr Rule kSmallRules[] = {
    {bit(WordClass::kLocative), Coarse::kLocative},
    {bit(WordClass::kSpeech), Coarse::kSpeech},
    {bit(WordClass::kFunction), Coarse::kFunction},
    {bit(WordClass::kParticle), Coarse::kParticle},
    {bit(WordClass::kKin), Coarse::kKin},
    {bit(WordClass::kRole), Coarse::kRoleLower},
    {bit(WordClass::kTitle), Coarse::kRoleLower},
    {bit(WordClass::kPlaceNoun), Coarse::kPlaceNounLower},
    {bit(WordClass::kOrgNoun), Coarse::kOrgNounLower},
    {bit(WordClass::kCompass), Coarse::kCompassLower},
    {bit(WordClass::kSport), Coarse::kSport},
    {bit(WordClass::kEventNoun), Coarse::kLowerEvent},
    {bit(WordClass::kNumberWord), Coarse::kNumberWord},
};

constexpr std::pair<std::string_view, Coarse> kSmallWords[] = {
    {"the", Coarse::kThe}, {"of", Coarse::kOf},     {"and", Coarse::kAnd},
    {"to", Coarse::kTo},   {"'s", Coarse::kClitic},
};

constexpr std::pair<std::string_view, Coarse> kMarks[] = {
    {"(", Coarse::kOpen},   {"[", Coarse::kOpen},   {")", Coarse::kClose},
    {"]", Coarse::kClose},  {",", Coarse::kComma},  {".", Coarse::kPoint},
    {"?", Coarse::kPoint},  {"!", Coarse::kPoint},  {"-", Coarse::kDash},
    {"--", Coarse::kDash},  {"–", Coarse::kDash},   {"—", Coarse::kDash},
    {"_", Coarse::kDash},   {":", Coarse::kColon},  {";", Coarse::kColon},
    {"\"", Coarse::kQuote}, {"``", Coarse::kQuote}, {"''", Coarse::kQuote},
    {"“", Coarse::kQuote},  {"”", Coarse::kQuote},  {"‘", Coarse::kQuote},
    {"’", Coarse::kQuote},  {"'", Coarse::kQuote},  {"`", Coarse::kQuote},
};

template <std::size_t N>
Coarse looked_up(const std::pair<std::string_view, Coarse> (&table)[N],
                 std::string_view key, Coarse otherwise) {
  for (const auto& [word, coarse] : table) {
    if (word == key) return coarse;
  }
  return otherwise;
}

template <std::size_t N>
Coarse first_rule(const Rule (&rules)[N], std::uint32_t classes,
                  Coarse otherwise) {
  for (const Rule& rule : rules) {
    if ((classes & rule.all) == rule.all) return rule.coarse;
  }
  return otherwise;
}

Coarse number_class(std::string_view text) {
  const bool year =
      text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  return year ? Coarse::kYear : Coarse::kNumber;
}

Coarse small_class(const WordTraits& word, std::string_view form) {
  const Coarse exact = looked_up(kSmallWords, form, Coarse::kCount);
  if (exact != Coarse::kCount) return exact;
  const bool usual = word.small == SmallShare::kAlways;
  return first_rule(kSmallRules, word.classes,
                    usual ? Coarse::kLowerOther : Coarse::kLowerMostly);
}

Coarse capital_class(const WordTraits& word, LetterCase letters,
                     std::size_t letter_count) {
  if (letters == LetterCase::kUpper && letter_count == 1) {
    return Coarse::kInitial;
  }
  const bool acronym = letters == LetterCase::kUpper;
  const bool small =
      word.small == SmallShare::kAlways || word.small == SmallShare::kMostly;
  const Coarse otherwise = acronym ? Coarse::kAcronym
                           : small ? Coarse::kCapitalSmall
                           : word.small == SmallShare::kUnknown
                               ? Coarse::kCapitalUnknown
                               : Coarse::kCapitalMixed;
  return first_rule(kCapitalRules, word.classes, otherwise);
}

// One letter for each kind of character, runs cut to two: "McCain" is XxXxx.
struct Shape {
  std::string pattern;
  std::size_t letters = 0;
  std::size_t uppers = 0;
  std::size_t lowers = 0;

  LetterCase letter_case() const {
    if (uppers == 0)
      return lowers == 0 ? LetterCase::kNone : LetterCase::kLower;
    return lowers == 0 ? LetterCase::kUpper : LetterCase::kCapital;
  }
};

constexpr auto kAsciiShapes = [] {
  std::array<char, 0x80> made{};
  for (std::size_t c = 0; c < made.size(); ++c)
    made[c] = c >= '0' && c <= '9'   ? 'd'
              : c >= 'A' && c <= 'Z' ? 'X'
              : c >= 'a' && c <= 'z' ? 'x'
                                     : static_cast<char>(c);
  return made;
}();

char shape_beyond_ascii(char32_t c) {
  std::string low;
  append_lower(low, c);
  std::size_t start = 0;
  if (next_char(low, start) != c) return 'X';
  return char_class(c) == CharClass::kLetter ? 'x' : '\'';
}

Shape shape_of(std::string_view text) {
  Shape shape;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char kind = byte < 0x80 ? (++at, kAsciiShapes[byte])
                                  : shape_beyond_ascii(next_char(text, at));
    shape.uppers += kind == 'X';
    shape.lowers += kind == 'x';
    const std::size_t n = shape.pattern.size();
    if (n >= 2 && shape.pattern[n - 1] == kind &&
        shape.pattern[n - 2] == kind) {
      continue;
    }
    shape.pattern += kind;
  }
  shape.letters = shape.uppers + shape.lowers;
  return shape;
}

WordEntry look_up(std::string_view text, const std::string& form,
                  const Shape& shape, const Lexicon& lexicon) {
  if (shape.letters > 1 && shape.letter_case() == LetterCase::kUpper) {
    const WordEntry acronym = lexicon.word(acronym_form(text));
    if (acronym != WordEntry{}) return acronym;
  }
  return lexicon.word(form);
}

void look_at_parts(WordTraits& word, std::string_view form,
                   const Lexicon& lexicon) {
  const std::size_t first = form.find('-');
  if (first == std::string_view::npos) return;
  word.first_part = lexicon.word(form.substr(0, first)).classes;
  word.last_part = lexicon.word(form.substr(form.rfind('-') + 1)).classes;
}

}  // namespace

SpelledWord describe(std::string_view text, TokenKind kind,
                     const Lexicon& lexicon) {
  text = head_of(text, kLongestWord);
  SpelledWord spelled{{}, lexicon_form(text)};
  WordTraits& word = spelled.word;
  const Shape shape = shape_of(text);
  const LetterCase letters = shape.letter_case();
  word.form = hash_of(spelled.form);
  word.cased = hash_of(text);
  word.shape = hash_of(shape.pattern);
  word.capital = kind == TokenKind::kWord && shape.uppers > 0;
  if (kind == TokenKind::kPunctuation) {
    word.coarse = looked_up(kMarks, text, Coarse::kMark);
    return spelled;
  }
  const WordEntry entry = look_up(text, spelled.form, shape, lexicon);
  word.classes = entry.classes;
  word.small = entry.small;
  look_at_parts(word, spelled.form, lexicon);
  if (kind == TokenKind::kNumber) {
    word.coarse = number_class(text);
  } else if (word.capital) {
    word.coarse = capital_class(word, letters, shape.letters);
  } else {
    word.coarse = small_class(word, spelled.form);
  }
  return spelled;
}

std::string lowered(std::string_view word) {
  std::string low;
  if (ascii_size(word) == word.size()) {
    low = word;
    for (char& c : low) c = ascii_lower(c);
    return low;
  }
  for (std::size_t at = 0; at < word.size();) {
    append_lower(low, next_char(word, at));
  }
  return low;
}

std::string capitalised(std::string_view word) {
  std::string result;
  bool first = true;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(word, at);
    if (first) {
      result += word.substr(begin, at - begin);
    } else {
      append_lower(result, c);
    }
    first = c == '-' || c == '.' || (c == '\'' && at == 2);
  }
  return result;
}

}  // namespace broadsheet
