// What the word lists know of a word or a phrase: a compact read-only table.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The classes a word may belong to; bits of WordEntry::classes. The order is
/// part of the model file.
enum class WordClass : std::uint8_t {
  kGiven,  ///< a common given name
  kGivenRare,
  kFamily,  ///< a common family name
  kFamilyRare,
  kCountry,
  kDemonym,  ///< nationalities, peoples, religions and languages
  kAdmin,    ///< states and provinces
  kRegion,   ///< Balkans, Midwest, Gaza
  kCityBig,
  kCityMiddle,
  kCitySmall,
  kCityTiny,
  kOrgSuffix,  ///< Inc, Ltd, SpA
  kOrgNoun,    ///< Ministry, University, Bank
  kCompany,    ///< Boeing, Reuters
  kTitle,      ///< Mr, Gen, Sheikh: never part of a name
  kRole,       ///< president, minister, striker
  kMonth,
  kDay,
  kSpeech,       ///< said, told, added
  kPlaceNoun,    ///< River, Mount, province
  kEventNoun,    ///< Cup, Olympics, Treaty
  kParticle,     ///< bin, de, van: inside a person's name
  kLocative,     ///< in, near, from
  kFunction,     ///< the, and, he
  kKin,          ///< wife, son, brother
  kSport,        ///< beat, goals, innings
  kAcronymOrg,   ///< NATO, FBI, U.N.
  kPhraseStart,  ///< some phrase of the lexicon begins so
  kCompass,      ///< north, southern, central
  kNumberWord,
  kCount
};

enum class PhraseClass : std::uint8_t {
  kNone,
  kCountry,
  kAdmin,
  kRegion,
  kCityBig,
  kCityMiddle,
  kCitySmall,
  kPerson,
  kOrganisation,
  kDemonym,
  kOther,
  kCount
};

/// How often the word is written small inside sentences of plain text.
enum class SmallShare : std::uint8_t {
  kUnknown,
  kAlways,     ///< 95 % and more
  kMostly,     ///< 60 % and more
  kSometimes,  ///< 20 % and more
  kSeldom,     ///< 3 % and more
  kNever,
  kRarelySeen,  ///< written with a capital, but seen a few times only
  kCount
};

struct WordEntry {
  std::uint32_t classes = 0;
  SmallShare small = SmallShare::kUnknown;
  std::uint8_t unused[3] = {};

  bool has(WordClass c) const {
    return (classes >> static_cast<unsigned>(c) & 1) != 0;
  }
  bool operator==(const WordEntry&) const = default;
};
static_assert(sizeof(WordEntry) == 8);

/// Some classes, as the bits of WordEntry::classes.
struct WordClasses {
  std::uint32_t bits = 0;

  consteval WordClasses(std::initializer_list<WordClass> classes) {
    for (const WordClass c : classes)
      bits |= std::uint32_t{1} << static_cast<unsigned>(c);
  }
};

/// Is a word, or its entry, in any of the classes?
bool any_of_classes(const auto& word, WordClasses classes) {
  return (word.classes & classes.bits) != 0;
}

/// The form of a word that the lexicon is asked for: folded, points dropped,
/// apostrophes alike. An acronym in capitals ("US", "U.S.") has a form of its
/// own, so that it is not the pronoun.
std::string lexicon_form(std::string_view word);
std::string acronym_form(std::string_view word);

/// The key of a phrase is made of its words' forms in order.
std::uint64_t phrase_key(std::uint64_t so_far, std::string_view form);

/// A view over tables sorted by key. The bytes must outlive it.
class Lexicon {
 public:
  static constexpr int kLongestPhrase = 5;

  struct Tables {
    std::span<const std::uint32_t> word_keys;
    std::span<const std::uint16_t> word_kinds;
    std::span<const WordEntry> kinds;
    std::span<const std::uint32_t> phrase_keys;
    std::span<const std::uint8_t> phrase_classes;
  };

  explicit Lexicon(const Tables& tables)
      : tables_(tables),
        words_(tables.word_keys),
        phrases_(tables.phrase_keys) {}
  Lexicon() = default;

  /// Nothing is known of a word that is absent: an empty entry.
  WordEntry word(std::string_view form) const;
  PhraseClass phrase(std::uint64_t key) const;

 private:
  /// Where sorted keys begin, by their highest bits.
  class SortedKeys {
   public:
    static constexpr std::size_t kNone = SIZE_MAX;

    SortedKeys() : SortedKeys(std::span<const std::uint32_t>()) {}
    explicit SortedKeys(std::span<const std::uint32_t> keys);
    /// The key's place or kNone.
    std::size_t find(std::uint32_t key) const;

   private:
    static constexpr int kShift = 17;
    std::span<const std::uint32_t> keys_;
    std::vector<std::uint32_t> begins_;
  };

  Tables tables_;
  SortedKeys words_;
  SortedKeys phrases_;
};

}  // namespace broadsheet
