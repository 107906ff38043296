#include "indexer/entities/train/lexicon_builder.h"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/token.h"

namespace broadsheet {
namespace {

struct List {
  std::string_view name;
  WordClass word;      ///< for names of one word; kCount for none
  PhraseClass phrase;  ///< for longer names; kNone for none
};

constexpr List kLists[] = {
    {"given", WordClass::kGiven, PhraseClass::kPerson},
    {"given_rare", WordClass::kGivenRare, PhraseClass::kNone},
    {"family", WordClass::kFamily, PhraseClass::kNone},
    {"family_rare", WordClass::kFamilyRare, PhraseClass::kNone},
    {"person", WordClass::kCount, PhraseClass::kPerson},
    {"country", WordClass::kCountry, PhraseClass::kCountry},
    {"demonym", WordClass::kDemonym, PhraseClass::kDemonym},
    {"admin", WordClass::kAdmin, PhraseClass::kAdmin},
    {"region", WordClass::kRegion, PhraseClass::kRegion},
    {"city_big", WordClass::kCityBig, PhraseClass::kCityBig},
    {"city_middle", WordClass::kCityMiddle, PhraseClass::kCityMiddle},
    {"city_small", WordClass::kCitySmall, PhraseClass::kCitySmall},
    {"city_tiny", WordClass::kCityTiny, PhraseClass::kNone},
    {"org_suffix", WordClass::kOrgSuffix, PhraseClass::kOther},
    {"org_noun", WordClass::kOrgNoun, PhraseClass::kOther},
    {"company", WordClass::kCompany, PhraseClass::kOrganisation},
    {"org", WordClass::kAcronymOrg, PhraseClass::kOrganisation},
    {"title", WordClass::kTitle, PhraseClass::kOther},
    {"address", WordClass::kTitle, PhraseClass::kOther},
    {"role", WordClass::kRole, PhraseClass::kOther},
    {"month", WordClass::kMonth, PhraseClass::kOther},
    {"day", WordClass::kDay, PhraseClass::kOther},
    {"speech", WordClass::kSpeech, PhraseClass::kNone},
    {"place_noun", WordClass::kPlaceNoun, PhraseClass::kOther},
    {"event_noun", WordClass::kEventNoun, PhraseClass::kOther},
    {"particle", WordClass::kParticle, PhraseClass::kNone},
    {"locative", WordClass::kLocative, PhraseClass::kNone},
    {"function", WordClass::kFunction, PhraseClass::kNone},
    {"kin", WordClass::kKin, PhraseClass::kNone},
    {"sport", WordClass::kSport, PhraseClass::kNone},
    {"compass", WordClass::kCompass, PhraseClass::kNone},
    {"number", WordClass::kNumberWord, PhraseClass::kNone},
};

bool all_upper(std::string_view word) {
  const auto letters = static_cast<std::size_t>(std::count_if(
      word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
  const auto points =
      static_cast<std::size_t>(std::count(word.begin(), word.end(), '.'));
  return letters > 1 && letters + points == word.size();
}

std::string form_of(std::string_view word) {
  return all_upper(word) ? acronym_form(word) : lexicon_form(word);
}

std::uint32_t bit(WordClass c) {
  return std::uint32_t{1} << static_cast<unsigned>(c);
}

}  // namespace

void LexiconBuilder::add_lists(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error{"cannot read " + path, ""};
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw Error{path + ": no tab: " + line, ""};
    const std::string_view all = line;
    add(all.substr(0, tab), all.substr(tab + 1));
  }
}

void LexiconBuilder::add(std::string_view list, std::string_view name) {
  const auto* it = std::find_if(std::begin(kLists), std::end(kLists),
                                [&](const List& l) { return l.name == list; });
  if (it == std::end(kLists)) {
    throw Error{fmt::format("no such list: {}", list), ""};
  }
  std::vector<TaggerToken> tokens;
  tokenize(name, tokens);
  std::vector<std::string_view> words;
  for (const TaggerToken& token : tokens) words.push_back(token.in(name));
  if (words.size() == 1 && it->word != WordClass::kCount) {
    add_word(it->word, words[0]);
  } else if (words.size() > 1 && words.size() <= Lexicon::kLongestPhrase &&
             it->phrase != PhraseClass::kNone) {
    add_phrase(it->phrase, words);
  }
}

void LexiconBuilder::add_word(WordClass c, std::string_view word) {
  classes_[form_of(word)] |= bit(c);
}

// Of two classes the earlier in the enumeration is kept: countries first.
void LexiconBuilder::add_phrase(PhraseClass c,
                                const std::vector<std::string_view>& words) {
  std::uint64_t key = 0;
  for (const std::string_view word : words) {
    key = phrase_key(key, lexicon_form(word));
  }
  const auto [it, added] = phrases_.try_emplace(key, c);
  if (!added) it->second = std::min(it->second, c);
  classes_[form_of(words[0])] |= bit(WordClass::kPhraseStart);
}

void LexiconBuilder::add_text(std::string_view text) {
  std::vector<TaggerToken> tokens;
  tokenize(text, tokens);
  std::size_t small = 0;
  for (const TaggerToken& token : tokens)
    small += token.letters == LetterCase::kLower;
  if (small * 2 < tokens.size()) return;
  for (const TaggerToken& token : tokens) {
    if (token.kind != TokenKind::kWord || token.opens_sentence ||
        token.opens_clause || token.size() > 30) {
      continue;
    }
    Seen& seen = seen_[form_of(token.in(text))];
    seen.small += token.letters == LetterCase::kLower;
    seen.upper += token.letters == LetterCase::kUpper;
    seen.capital += token.letters == LetterCase::kCapital ||
                    token.letters == LetterCase::kMixed;
  }
}

SmallShare LexiconBuilder::share_of(const Seen& seen) {
  const std::uint32_t all = seen.all();
  if (all < 3) return SmallShare::kUnknown;
  const auto at_least = [&](std::uint32_t percent) {
    return seen.small * 100ULL >= std::uint64_t{all} * percent;
  };
  if (at_least(95)) return SmallShare::kAlways;
  if (at_least(60)) return SmallShare::kMostly;
  if (at_least(20)) return SmallShare::kSometimes;
  if (at_least(3)) return SmallShare::kSeldom;
  return all < 10 ? SmallShare::kRarelySeen : SmallShare::kNever;
}

// Is it no acronym, but a word that is now and then put in capitals?
bool LexiconBuilder::emphasised(const std::string& form,
                                const Seen& seen) const {
  if (!form.ends_with('^')) return false;
  const auto plain = seen_.find(form.substr(0, form.size() - 1));
  return plain != seen_.end() && plain->second.all() * 2 > seen.all();
}

// Ordinary words are worth a place if they are common; the rest only if some
// list names them.
void LexiconBuilder::take_counts() {
  constexpr std::uint32_t kCommon = 8;
  for (const auto& [form, classes] : classes_) {
    entries_[form].classes = classes;
  }
  for (const auto& [form, seen] : seen_) {
    const bool listed = classes_.contains(form);
    const bool common = seen.all() >= kCommon && !emphasised(form, seen);
    if (listed || common) entries_[form].small = share_of(seen);
  }
}

Lexicon LexiconBuilder::build() {
  take_counts();
  std::map<std::uint32_t, WordEntry> words;
  for (const auto& [form, entry] : entries_) {
    words.emplace(static_cast<std::uint32_t>(hash_of(form) >> 32), entry);
  }
  std::map<std::pair<std::uint32_t, SmallShare>, std::uint16_t> kinds;
  for (const auto& [key, entry] : words) {
    const auto [it, added] =
        kinds.try_emplace({entry.classes, entry.small},
                          static_cast<std::uint16_t>(kinds_.size()));
    if (added) kinds_.push_back(entry);
    word_keys_.push_back(key);
    word_kinds_.push_back(it->second);
  }
  if (kinds_.size() > UINT16_MAX) throw Error{"too many kinds of words", ""};
  std::map<std::uint32_t, PhraseClass> phrases;
  for (const auto& [key, c] : phrases_) {
    phrases.emplace(static_cast<std::uint32_t>(key >> 32), c);
  }
  for (const auto& [key, c] : phrases) {
    phrase_keys_.push_back(key);
    phrase_classes_.push_back(static_cast<std::uint8_t>(c));
  }
  tables_ = {word_keys_, word_kinds_, kinds_, phrase_keys_, phrase_classes_};
  return Lexicon(tables_);
}

}  // namespace broadsheet
