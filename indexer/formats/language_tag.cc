#include "indexer/formats/language_tag.h"

#include <unicode/locid.h>

#include "common/text/fold.h"

namespace broadsheet {

std::string language_code(std::string_view declared) {
  const std::string name = fold_name(declared.substr(0, 32));
  const std::string tag = name.substr(0, name.find(' '));
  if (tag.size() < 2) return {};
  if (tag.size() <= 3) {
    // ICU makes the two-letter code of a three-letter one where there is one.
    const std::string code =
        icu::Locale::createCanonical(tag.c_str()).getLanguage();
    return code.size() == 2 ? code : std::string();
  }
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    icu::UnicodeString english;
    std::string text;
    locales[i].getDisplayLanguage(icu::Locale::getEnglish(), english);
    if (fold_name(english.toUTF8String(text)) == name) {
      const std::string code = locales[i].getLanguage();
      return code.size() == 2 ? code : std::string();
    }
  }
  return {};
}

}  // namespace broadsheet
