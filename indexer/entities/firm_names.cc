#include "indexer/entities/firm_names.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/entities/form_set.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;
using Keys = std::set<std::uint64_t>;

constexpr std::string_view kCouples[][2] = {
    {"barnes", "noble"},    {"bausch", "lomb"},    {"black", "decker"},
    {"coopers", "lybrand"}, {"duff", "phelps"},    {"ernst", "whinney"},
    {"ernst", "young"},     {"frost", "sullivan"}, {"hambrecht", "quist"},
    {"handy", "harman"},    {"harper", "row"},     {"johnson", "johnson"},
    {"marks", "spencer"},   {"phillips", "drew"},  {"pratt", "whitney"},
    {"procter", "gamble"},  {"rohm", "haas"},      {"simon", "schuster"},
    {"smith", "nephew"},    {"smith", "wesson"},   {"standard", "poor"},
    {"tate", "lyle"},
};

Keys keys_of_couples() {
  Keys keys;
  for (const auto& [first, second] : kCouples)
    keys.insert(combined(hash_of(first), hash_of(second)));
  return keys;
}

/// Is word `i` the first, or the last, of a run of capitals?
bool opens_run(Words words, std::uint32_t i) {
  return i == 0 || words[i].opens_region || !words[i - 1].capital;
}
bool closes_run(Words words, std::uint32_t i) {
  return i + 1 == words.size() || words[i + 1].opens_region ||
         !words[i + 1].capital;
}

/// Do words `at` - 2 to `at` read "Wagner and Brown"?
bool is_couple(Words words, std::uint32_t at) {
  return at >= 2 && words[at].capital && is_and(words[at - 1]) &&
         words[at - 2].capital && !words[at].opens_region &&
         !words[at - 1].opens_region;
}

/// Can it stand in a firm's name? Not if it is a given name or a place.
bool is_family_name(const StoryWord& word) {
  const bool given =
      word.has(WordClass::kGiven) && !word.has(WordClass::kFamily);
  return !given && !word.has(WordClass::kCountry) &&
         !word.has(WordClass::kAdmin) && !word.has(WordClass::kRegion) &&
         !word.has(WordClass::kCityBig);
}

std::uint64_t key_of_couple(Words words, std::uint32_t at) {
  return combined(words[at - 2].form, words[at].form);
}

/// The end of the firm that begins with word `at`: "Read and Co Inc", or, in
/// "Pierce, Fenner and Smith Inc", "Fenner and Smith Inc"; `at` if none does.
std::uint32_t end_of_firm(const TokenText& story, Words words,
                          std::uint32_t at) {
  const auto same_region = [&](std::uint32_t i) {
    return i < words.size() && !words[i].opens_region;
  };
  if (!words[at].capital || !same_region(at + 1) || !is_and(words[at + 1]) ||
      !same_region(at + 2))
    return at;
  std::uint32_t end = at + 2;
  if (!ends_company(words[end])) {
    const std::size_t token = words[at].token;
    const bool partner = token > 1 && story.at(token - 1) == "," &&
                         story.tokens[token - 2].letters > LetterCase::kLower;
    if (!partner || !opens_run(words, at) || !words[end].capital) return at;
    ++end;
  }
  const std::uint32_t suffix = end;
  while (same_region(end) && ends_company(words[end])) ++end;
  return end > suffix ? end : at;
}

}  // namespace

void FirmNames::learn(Words words, const Keys& families) {
  struct Couple {
    std::uint64_t first, second;
    unsigned seen = 0;
  };
  std::map<std::uint64_t, Couple> couples;
  for (std::uint32_t i = 2; i < words.size(); ++i) {
    if (!is_couple(words, i) || !opens_run(words, i - 2) ||
        !closes_run(words, i) || !is_family_name(words[i - 2]) ||
        !is_family_name(words[i]))
      continue;
    Couple& couple = couples[key_of_couple(words, i)];
    couple = {words[i - 2].form, words[i].form, couple.seen + 1};
  }
  std::erase_if(couples, [&](const auto& entry) {
    const Couple& couple = entry.second;
    return couple.seen < 2 || families.contains(couple.first) ||
           families.contains(couple.second);
  });
  couples_.clear();
  if (couples.empty()) return;
  std::map<std::uint64_t, unsigned> seen;
  for (const StoryWord& word : words)
    if (word.capital) ++seen[word.form];
  for (const auto& [key, couple] : couples)
    if (seen[couple.first] == couple.seen && seen[couple.second] == couple.seen)
      couples_.insert(key);
}

bool FirmNames::is_second(Words words, std::uint32_t at) const {
  static const Keys known = keys_of_couples();
  if (!is_couple(words, at)) return false;
  const std::uint64_t key = key_of_couple(words, at);
  return known.contains(key) || couples_.contains(key);
}

bool is_and(const StoryWord& word) {
  static const std::uint64_t kForms[] = {hash_of("and"), hash_of("&")};
  return word.form == kForms[0] || word.form == kForms[1];
}

bool opens_firm(const StoryWord& word) {
  static const FormSet openers(
      "banca banco banque caisse cie compagnie companhia credit ente groupe "
      "grupo gruppo nv petroleos regie societa societe svenska usines");
  return word.capital && !word.has(WordClass::kGiven) &&
         (ends_company(word) || openers.has(word));
}

bool is_possessive_firm(const StoryWord& word) {
  static const FormSet known(
      "bloomingdale christie denny domino hardee harrod kellogg levi lloyd "
      "macy moody mcdonald poor sotheby sainsbury wendy");
  return known.has(word);
}

void part_companies(Words words, std::vector<StoryName>& mentions) {
  std::vector<StoryName> parted;
  parted.reserve(mentions.size());
  for (StoryName mention : mentions) {
    for (std::uint32_t i = mention.begin + 1;
         mention.kind == Label::kPerson && i + 1 < mention.end; ++i)
      if (ends_company(words[i])) {
        parted.push_back({mention.begin, i + 1, Label::kOrganisation});
        mention.begin = i + 1;
        break;
      }
    parted.push_back(mention);
  }
  mentions.swap(parted);
}

void add_firms(const TokenText& story, Words words,
               std::vector<StoryName>& mentions) {
  std::vector<StoryName> firms;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t end = end_of_firm(story, words, i);
    if (end == i) continue;
    // From the beginning of "Thomas Read", a person so far.
    const StoryName* taken = mention_at(mentions, i);
    const std::uint32_t begin = taken == nullptr ? i : taken->begin;
    const std::uint32_t least = firms.empty() ? 0 : firms.back().end;
    firms.push_back({std::max(begin, least), end, Label::kOrganisation});
    i = end - 1;
  }
  overlay(firms, mentions);
}

void mark_incorporated(const TokenText& story, Words words,
                       std::vector<StoryName>& mentions) {
  for (StoryName& mention : mentions)
    if (mention.kind != Label::kMisc &&
        is_incorporated(story, words[mention.end - 1].token + std::size_t{1}))
      mention.kind = Label::kOrganisation;
}

void mark_partners(const TokenText& story, Words words,
                   const std::set<std::uint64_t>& families,
                   std::vector<StoryName>& mentions) {
  bool firm = false;
  for (std::size_t i = mentions.size(); i-- > 1;) {
    const StoryName& after = mentions[i];
    StoryName& partner = mentions[i - 1];
    firm = after.kind == Label::kOrganisation &&
           (firm || ends_company(words[after.end - 1]));
    const std::size_t comma = words[partner.end - 1].token + std::size_t{1};
    firm = firm && story.at(comma) == "," &&
           words[after.begin].token == comma + 1 &&
           partner.end - partner.begin == 1 &&
           !families.contains(words[partner.begin].form);
    if (firm && partner.kind == Label::kPerson)
      partner.kind = Label::kOrganisation;
  }
}

}  // namespace broadsheet
