// What is known of one word by itself, before its context is looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/token.h"

namespace broadsheet {

/// One coarse class a word, for the features over several words.
enum class Coarse : std::uint8_t {
  kNothing,  ///< before the first and after the last word of a sentence
  kLowerOther,
  kLowerMostly,
  kFunction,
  kThe,
  kOf,
  kAnd,
  kTo,
  kClitic,
  kLocative,
  kSpeech,
  kRoleLower,
  kKin,
  kSport,
  kPlaceNounLower,
  kOrgNounLower,
  kCompassLower,
  kParticle,
  kLowerEvent,
  kOpen,
  kClose,
  kComma,
  kPoint,
  kDash,
  kColon,
  kQuote,
  kMark,
  kNumber,
  kYear,
  kNumberWord,
  kTitle,
  kRole,
  kMonth,
  kDay,
  kDemonym,
  kCountry,
  kAdmin,
  kRegion,
  kOrgSuffix,
  kOrgNoun,
  kCompany,
  kAcronymOrg,
  kPlaceNoun,
  kEventNoun,
  kCompass,
  kGivenFamily,
  kGiven,
  kFamily,
  kGivenCity,
  kFamilyCity,
  kCityBig,
  kCityMiddle,
  kCitySmall,
  kNameRare,
  kInitial,
  kAcronym,
  kCapitalSmall,
  kCapitalMixed,
  kCapitalUnknown,
  kCount
};

struct WordTraits {
  std::uint64_t form = 0;   ///< hash of the folded form
  std::uint64_t cased = 0;  ///< hash of the word as it is judged
  std::uint64_t shape = 0;
  std::uint32_t classes = 0;
  std::uint32_t first_part = 0;  ///< classes of the parts of "Abdel-Fattah"
  std::uint32_t last_part = 0;
  SmallShare small = SmallShare::kUnknown;
  Coarse coarse = Coarse::kNothing;
  bool capital = false;

  bool has(WordClass c) const {
    return (classes >> static_cast<unsigned>(c) & 1) != 0;
  }
};

/// A word and the strings its affix features are taken from.
struct SpelledWord {
  WordTraits word;
  std::string form;
};

/// Words beyond this many bytes are judged by their beginning.
inline constexpr std::size_t kLongestWord = 48;

SpelledWord describe(std::string_view text, TokenKind kind,
                     const Lexicon& lexicon);

/// "CAIRO" as "Cairo", "AL-SISSI" as "Al-Sissi".
std::string capitalised(std::string_view word);

/// The word in small letters, diacritics kept.
std::string lowered(std::string_view word);

}  // namespace broadsheet
