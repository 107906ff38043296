#include "indexer/formats/month_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include <unicode/dtfmtsym.h>

#include "common/text/fold.h"
#include "indexer/formats/date_tokens.h"

namespace broadsheet {
namespace {

/// Whose month names are known; where two languages disagree about a word the
/// first one has it, unless the hint names the other.
constexpr const char* kLanguages[] = {
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl",
    "ru", "uk", "tr", "ro", "hu", "el", "ca", "id", "cs", "sk", "hr", "sl",
    "bg", "lv", "lt", "et", "ar", "he", "hi", "bn", "ta", "te", "mr", "ml",
    "gu", "pa", "kn", "ne", "ur", "fa", "sw", "sr", "mk", "hy", "ka", "kk",
    "is", "th", "ms", "fil", "sq", "eu", "gl", "ga", "cy", "af", "be", "bs",
    "az", "uz", "ky", "si", "ps", "or", "as", "so", "ha", "mt", "lb", "am",
    // The months of the Levant and of the Maghreb.
    "ar_LB", "ar_DZ"};

struct MonthSpelling {
  std::string_view name;
  int month;
};

/// Spellings in print that ICU does not list.
constexpr MonthSpelling kOtherSpellings[] = {
    {"sept", 9},    {"febr", 2},    {"maerz", 3},     {"mrz", 3},
    {"jaenner", 1}, {"janner", 1},  {"setiembre", 9}, {"set", 9},
    {"dicbre", 12}, {"juil", 7},    {"fev", 2},       {"aout", 8},
    {"avr", 4},     {"okt", 10},    {"dez", 12},      {"ago", 8},
    {"फरवरी", 2},   {"জানুয়ারি", 1}, {"ফেব্রুয়ারি", 2},
};

using Months = std::unordered_map<std::string, int>;

void add_weekdays(Months& to, const icu::DateFormatSymbols& symbols) {
  for (const auto width :
       {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
    for (int32_t i = 1; i < count; ++i) {
      std::string name;
      const std::string folded = fold_name(names[i].toUTF8String(name));
      if (folded.size() > 2) to.try_emplace(folded, kWeekday);
    }
  }
}

/// `before` is what the first month is counted from.
void add_names(Months& to, const icu::Locale& locale, const char* calendar,
               int before) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, calendar, status);
  if (U_FAILURE(status)) return;
  for (const auto context :
       {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width :
         {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names =
          symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min<int32_t>(count, 12); ++i) {
        std::string name;
        names[i].toUTF8String(name);
        const std::string folded = fold_name(name);
        // Of those that are written with dots only Thai's are one token.
        const bool letters =
            std::none_of(folded.begin(), folded.end(), [&](char c) {
              return (c >= '0' && c <= '9') || (c == ' ' && !is_thai(name));
            });
        if (letters && folded.size() > 2)
          to.try_emplace(folded, before + i + 1);
      }
    }
  }
  add_weekdays(to, symbols);
}

/// By language, and under "" all of them.
std::unordered_map<std::string, Months> every_language() {
  std::unordered_map<std::string, Months> names;
  for (const char* language : kLanguages) {
    add_names(names[language], language, "gregorian", 0);
    if (language == std::string_view("fa"))
      add_names(names[language], language, "persian", kSolar);
    for (const auto& [name, month] : names[language]) {
      names[""].try_emplace(name, month);
    }
  }
  for (const MonthSpelling& other : kOtherSpellings) {
    names[""].try_emplace(std::string(other.name), other.month);
  }
  return names;
}

}  // namespace

int month_named(std::string_view word, std::string_view language) {
  static const auto names = every_language();
  // Hebrew writes "in" and the month as one word.
  constexpr std::string_view kIn = "ב";
  if (word.starts_with(kIn)) word.remove_prefix(kIn.size());
  const std::string folded = fold_name(word);
  static const Months& every = names.at("");
  const auto any = every.find(folded);
  if (any == every.end()) return 0;
  const auto months = names.find(std::string(language.substr(0, 2)));
  if (months == names.end()) return any->second;
  const auto found = months->second.find(folded);
  return found == months->second.end() ? any->second : found->second;
}

}  // namespace broadsheet
