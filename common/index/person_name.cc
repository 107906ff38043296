#include "common/index/person_name.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestForm = 160;

constexpr auto kTitles = std::to_array<std::string_view>(
    {"dame",      "doktor",    "dr",   "frau", "gen",       "herr",
     "ingenieur", "kanzler",   "lady", "lord", "minister",  "miss",
     "mme",       "mr",        "mrs",  "ms",   "prasident", "president",
     "prof",      "professor", "rep",  "rev",  "sen",       "senator",
     "sheik",     "sheikh",    "sir"});
constexpr auto kMarks = std::to_array<std::string_view>(
    {"ii", "iii", "iv", "jnr", "jr", "junior", "snr", "sr"});
/// Small words that are no core of a name unless they end it.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"abu", "af",   "al",  "ap",  "av",  "bat",   "ben", "bin", "bint",
     "da",  "dal",  "das", "de",  "del", "della", "den", "der", "di",
     "do",  "dos",  "du",  "el",  "ibn", "la",    "las", "le",  "los",
     "of",  "ould", "st",  "ten", "ter", "the",   "ul",  "van", "ver",
     "vom", "von",  "wa",  "y",   "zu",  "zum",   "zur"});
/// Small words that are first names too: Al Gore.
constexpr auto kGivenParticles =
    std::to_array<std::string_view>({"al", "ben", "van"});
/// Before a hyphen also the Arabic article as it sounds.
constexpr auto kArticles = std::to_array<std::string_view>(
    {"ad", "an", "ar", "as", "ash", "at", "az", "er", "es", "esh", "ez"});
/// The beginnings of names that go on in the next word: Abdel Fattah.
constexpr auto kBeginnings = std::to_array<std::string_view>(
    {"abd", "abdal", "abdel", "abdul", "mac", "mc"});
static_assert(std::ranges::is_sorted(kTitles));
static_assert(std::ranges::is_sorted(kMarks));
static_assert(std::ranges::is_sorted(kParticles));
static_assert(std::ranges::is_sorted(kArticles));
static_assert(std::ranges::is_sorted(kBeginnings));

bool is_in(const auto& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

using Words = std::vector<std::string>;

Words split(std::string_view text, std::string_view at) {
  Words parts;
  while (true) {
    const auto begin = text.find_first_not_of(at);
    if (begin == text.npos) return parts;
    const auto end = text.find_first_of(at, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    text.remove_prefix(std::min(end, text.size()));
  }
}

// ---- Other scripts.

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Transliterator& transliterator() {
  // Slow to make, and not to be shared between threads.
  thread_local const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> one(
        icu::Transliterator::createInstance(
            // A filter in front would be one of the whole.
            "Any-Null; [:Cyrillic:] Russian-Latin/BGN; Any-Latin; "
            "Latin-ASCII; Lower",
            UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error("ICU has no transliteration data");
    return one;
  }();
  return *made;
}

std::string to_latin(std::string_view word) {
  auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  transliterator().transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  std::erase_if(latin, [](char c) { return c < 'a' || c > 'z'; });
  return latin;
}

/// Ideographs are words by themselves, the family's first; the rest is one
/// given name, as in Liang Jinhe.
Words join_ideographs(const Words& words) {
  Words joined;
  for (const auto& word : words)
    for (std::size_t at = 0; at < word.size();) {
      const auto begin = at;
      if (char_class(next_char(word, at)) != CharClass::kIdeograph)
        return words;
      if (joined.size() < 2) joined.emplace_back();
      joined.back() += word.substr(begin, at - begin);
    }
  return joined;
}

// ---- From words to cores.

/// What stands between two spaces of a name.
struct Group {
  Words parts;  ///< at hyphens, in Latin letters
  bool vowels = true;

  bool is(const auto& sorted) const {
    return parts.size() == 1 && is_in(sorted, parts.front());
  }
};

Group group_of(const std::string& word) {
  Group group{split(word, "-"), true};
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    if (is_ascii(group.parts[i])) continue;
    std::size_t at = 0;
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(
        static_cast<UChar32>(next_char(group.parts[i], at)), &status);
    group.vowels = script != USCRIPT_ARABIC && script != USCRIPT_HEBREW;
    auto latin = to_latin(group.parts[i]);
    const bool article =
        script == USCRIPT_ARABIC && latin.starts_with("al") && latin.size() > 4;
    group.parts[i] = article ? latin.substr(2) : latin;
    if (article) group.parts.insert(group.parts.begin() + int(i++), "al");
  }
  std::erase(group.parts, "");
  return group;
}

/// Takes the small words that a hyphen ties to the front of a group.
std::string take_articles(Group& group) {
  std::string taken;
  while (group.parts.size() > 1 && (is_in(kParticles, group.parts.front()) ||
                                    is_in(kArticles, group.parts.front()))) {
    taken += group.parts.front();
    group.parts.erase(group.parts.begin());
  }
  return taken;
}

/// "abdulrahman" and "abdel rahman" begin alike.
void shorten_beginning(std::string& text) {
  for (const std::string_view head : {"abdal", "abdel", "abdul"})
    if (text.starts_with(head) && text.size() > head.size() + 2)
      text.erase(3, 2);
}

/// Where vowels are not written, w and y may stand for long ones and h parts
/// what would run together: mhmwd is Mahmud.
std::vector<Reading> vowelless_readings(std::string word) {
  for (std::size_t i = 1; i < word.size(); ++i)
    if (word[i] == 'h' &&
        std::string_view("cdgkstz").find(word[i - 1]) == std::string_view::npos)
      word[i] = 'a';
  auto readings = readings_of(word);
  std::ranges::replace(word, 'w', 'u');
  std::ranges::move(readings_of(word), std::back_inserter(readings));
  return readings;
}

NameToken token_of(Group group) {
  NameToken token;
  for (const auto& part : group.parts) token.text += part;
  shorten_beginning(token.text);
  token.parts = std::move(group.parts);
  token.readings =
      group.vowels ? readings_of(token.text) : vowelless_readings(token.text);
  token.vowels = group.vowels;
  return token;
}

/// The groups of a form without titles before and "Jr" behind them.
Words core_groups(std::string_view form) {
  auto words = join_ideographs(split(form, " "));
  while (words.size() > 1 && is_in(kMarks, words.back())) words.pop_back();
  const auto is_title = [](const auto& word) { return is_in(kTitles, word); };
  while (words.size() > 1 && is_title(words.front()))
    words.erase(words.begin());
  return words;
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}

}  // namespace

std::string name_form(std::string_view name) {
  std::string form;
  char gap = '\0';
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_char(name, at);
    if (is_apostrophe(c) || c == U'`') continue;
    if (char_class(c) == CharClass::kOther) {
      gap = gap == '\0' && is_hyphen(c) ? '-' : ' ';
      continue;
    }
    if (gap != '\0' && !form.empty()) form += gap;
    gap = '\0';
    append_folded(form, c);
  }
  form = head_of(form, kLongestForm);
  form.erase(form.find_last_not_of(" -") + 1);  // where it was cut
  return form;
}

std::string unturned_name(std::string_view name) {
  const auto comma = name.find(',');
  if (comma == name.npos) return std::string(name);
  std::string_view given = name.substr(comma + 1);
  given = given.substr(0, given.find(','));
  const auto form = name_form(given);
  if (form.empty() || is_in(kMarks, form)) return std::string(name);
  given.remove_prefix(given.find_first_not_of(' '));
  given = given.substr(0, given.find_last_not_of(' ') + 1);
  return std::string(given) + " " + std::string(name.substr(0, comma));
}

PersonName::PersonName(std::string_view name) : form(name_form(name)) {
  const Words groups = core_groups(form);
  for (const auto& group : groups)
    std::ranges::move(split(group, "-"), std::back_inserter(words));
  Words begun;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool last = i + 1 == groups.size();
    Group group = group_of(groups[i]);
    if (!last && group.is(kBeginnings)) {
      begun = group.parts;
    } else if (!last && group.is(kParticles) &&
               (i > 0 || !group.is(kGivenParticles) ||
                group_of(groups[i + 1]).is(kParticles))) {
      if (begun.empty()) particles += group.parts.front();
    } else {
      const auto taken = take_articles(group);
      if (begun.empty()) particles += taken;
      group.parts.insert(group.parts.begin(), begun.begin(), begun.end());
      begun.clear();
      if (group.parts.empty()) continue;
      cores.push_back(token_of(std::move(group)));
      if (!last) particles.clear();
    }
  }
}

}  // namespace broadsheet
