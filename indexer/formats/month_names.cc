#include "indexer/formats/month_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include <unicode/dtfmtsym.h>

#include "common/text/fold.h"
#include "common/text/string_table.h"
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

/// What each name stands for: in any language, and in those that say so.
class Months {
 public:
  /// What a language says of a name first holds, and of languages the first.
  void add(std::string_view name, int month, std::string_view language) {
    const auto number = names_.number_of(name);
    if (number == meanings_.size()) meanings_.emplace_back();
    auto& meanings = meanings_[number];
    if (std::ranges::find(meanings, language, &Meaning::language) ==
        meanings.end())
      meanings.push_back({language, month});
  }

  /// In the language, else in any; 0 for no name.
  int find(std::string_view name, std::string_view language) const {
    const auto number = names_.find(name);
    if (!number) return 0;
    const auto& meanings = meanings_[*number];
    const auto its = std::ranges::find(meanings, language, &Meaning::language);
    return its == meanings.end() ? meanings.front().month : its->month;
  }

 private:
  struct Meaning {
    std::string_view language;
    int month;
  };
  StringTable names_;
  std::vector<std::vector<Meaning>> meanings_;  ///< by name
};

void add_weekdays(Months& to, std::string_view language,
                  const icu::DateFormatSymbols& symbols) {
  for (const auto width :
       {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
    for (int32_t i = 1; i < count; ++i) {
      std::string name;
      const std::string folded = fold_name(names[i].toUTF8String(name));
      if (folded.size() > 2) to.add(folded, kWeekday, language);
    }
  }
}

/// `before` is what the first month is counted from.
void add_names(Months& to, const char* language, const char* calendar,
               int before) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language), calendar, status);
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
          to.add(folded, before + i + 1, language);
      }
    }
  }
  add_weekdays(to, language, symbols);
}

Months every_language() {
  Months months;
  for (const char* language : kLanguages) {
    add_names(months, language, "gregorian", 0);
    if (language == std::string_view("fa"))
      add_names(months, language, "persian", kSolar);
  }
  for (const auto& [name, month] : kOtherSpellings)
    if (months.find(name, {}) == 0) months.add(name, month, {});
  return months;
}

}  // namespace

int month_named(std::string_view word, std::string_view language) {
  static const Months months = every_language();
  // Hebrew writes "in" and the month as one word.
  constexpr std::string_view kIn = "ב";
  if (word.starts_with(kIn)) word.remove_prefix(kIn.size());
  return months.find(fold_name(word), language.substr(0, 2));
}

}  // namespace broadsheet
