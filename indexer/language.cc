#include "indexer/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/stems.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

/// Fewer letters than this say little about a language.
constexpr std::size_t kLeastText = 100;
/// More adds nothing: of 12,107 press releases one was told otherwise by its
/// first 16 KB.
constexpr std::size_t kMostText = 2'048;

/// Codes that were given up, and that CLD2 and old files still use.
constexpr std::pair<std::string_view, std::string_view> kRenamed[] = {
    {"iw", "he"}, {"in", "id"}, {"ji", "yi"}, {"jw", "jv"}};

/// "eng", "en_GB" and "EN" are "en"; empty for what is no language code.
std::string two_letters(const std::string& declared) {
  std::string code = declared.substr(0, declared.find_first_of("-_"));
  std::ranges::transform(code, code.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const bool letters =
      std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || code.size() < 2 || code.size() > 3) return {};
  for (const auto& [old, today] : kRenamed)
    if (code == old) return std::string(today);
  char canonical[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(code.c_str(), canonical, sizeof canonical, &status);
  return U_SUCCESS(status) ? canonical : code;
}

/// Letters of ASCII, and the bytes of all beyond it.
constexpr auto kLetters = [] {
  std::array<bool, 256> made{};
  for (std::size_t c = 0; c < made.size(); ++c)
    made[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  return made;
}();

/// The fewest slots that keep the words below apart.
constexpr std::size_t kSlots = 43;

/// A word as the number that its last eight bytes make.
class PackedWord {
 public:
  constexpr PackedWord() = default;
  constexpr explicit PackedWord(std::string_view word) {
    for (const char c : word) add(static_cast<unsigned char>(c));
  }
  constexpr void add(unsigned char c) { number_ = number_ << 8 | c; }
  constexpr bool empty() const { return number_ == 0; }
  constexpr std::size_t slot() const { return number_ % kSlots; }
  constexpr bool operator==(const PackedWord&) const = default;

 private:
  std::uint64_t number_ = 0;
};

constexpr PackedWord kEnglishWords[] = {
    PackedWord("and"),  PackedWord("the"),   PackedWord("been"),
    PackedWord("from"), PackedWord("have"),  PackedWord("that"),
    PackedWord("they"), PackedWord("this"),  PackedWord("will"),
    PackedWord("with"), PackedWord("their"), PackedWord("which"),
    PackedWord("would")};

/// Those that English alone has so many of, by their slots.
constexpr auto kEnglish = [] {
  std::array<PackedWord, kSlots> slots;
  for (const PackedWord word : kEnglishWords) slots[word.slot()] = word;
  return slots;
}();
static_assert(std::ranges::all_of(kEnglishWords, [](PackedWord word) {
  return kEnglish[word.slot()] == word;
}));

/// Is a tenth of the words English beyond doubt? CLD2 takes far longer to say
/// so: it did of each of 24,000 press releases in which they were even a
/// sixteenth.
bool plainly_english(std::string_view text) {
  std::size_t words = 0, english = 0;
  PackedWord word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    english += kEnglish[word.slot()] == word;
    word = {};
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kLetters[byte])
      word.add(byte);
    else
      end_word();
  }
  end_word();
  return english > 0 && 10 * english >= words;
}

/// Languages that are written in Latin letters and in others as well.
constexpr std::string_view kTwoScripts[] = {"az", "bs", "kk", "ku", "ky", "mn",
                                            "ms", "pa", "sd", "sh", "sr", "tg",
                                            "tk", "tt", "ug", "uz"};
static_assert(std::ranges::is_sorted(kTwoScripts));

using Scripts = std::vector<UScriptCode>;

/// Those that a language is written in; none if that is not known.
const Scripts& scripts_of(const std::string& language) {
  thread_local std::unordered_map<std::string, Scripts> known;
  const auto [at, added] = known.try_emplace(language);
  if (added) {
    Scripts scripts(8);
    UErrorCode status = U_ZERO_ERROR;
    // the hyphen makes it a language: "Yi" is a script's name too
    const int count = uscript_getCode((language + "-").c_str(), scripts.data(),
                                      int(scripts.size()), &status);
    scripts.resize(U_SUCCESS(status) ? std::size_t(count) : 0);
    at->second = std::move(scripts);
  }
  return at->second;
}

/// Are nine of ten letters of a script that the language is not written in?
/// Templates call pages what only some of a site are.
bool contradicts(std::string_view text, const std::string& language) {
  if (std::ranges::binary_search(kTwoScripts, language)) return false;
  const Scripts& scripts = scripts_of(language);
  text = head_of(text, kMostText / 4);
  if (scripts.empty() || text.size() < kLeastText) return false;
  std::size_t letters = 0, own = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (!u_isalpha(static_cast<UChar32>(c))) continue;
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(c), &status);
    ++letters;
    own += script <= USCRIPT_INHERITED ||
           std::ranges::find(scripts, script) != scripts.end();
    if (10 * own >= text.size()) return false;  // there are no more letters
  }
  return 10 * own < letters;
}

std::string detected(std::string_view text) {
  text = head_of(text, kMostText);
  if (text.size() < kLeastText) return {};
  if (plainly_english(text)) return "en";
  // CLD2's own choice passes over English beside another language, as a page's
  // frame; beside a foreign name it is the story's.
  CLD2::Language most_first[3];
  int percents[3], bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                              most_first, percents, &bytes, &reliable);
  const auto language = most_first[0];
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return two_letters(CLD2::LanguageCode(language));
}

}  // namespace

std::string language_of(const Article& article) {
  const auto& text = article.body.empty() ? article.headline : article.body;
  auto declared = two_letters(article.language);
  if (!declared.empty() && !contradicts(text, declared)) return declared;
  if (auto found = detected(text); !found.empty()) return found;
  return declared.empty() ? std::string(kUndetermined) : declared;
}

}  // namespace broadsheet
