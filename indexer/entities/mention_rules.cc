#include "indexer/entities/mention_rules.h"

#include <algorithm>
#include <numeric>

#include "indexer/entities/hash.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

bool any_of_classes(const StoryWord& word,
                    std::initializer_list<WordClass> classes) {
  return std::any_of(classes.begin(), classes.end(),
                     [&](WordClass c) { return word.has(c); });
}

bool is_place(const StoryWord& word) {
  return any_of_classes(
      word, {WordClass::kCountry, WordClass::kRegion, WordClass::kAdmin,
             WordClass::kCityBig, WordClass::kCityMiddle});
}

// A word that names a place and hardly anything else.
bool is_sure_place(const StoryWord& word) {
  const bool place =
      any_of_classes(word, {WordClass::kCountry, WordClass::kCityBig});
  const bool other = any_of_classes(
      word, {WordClass::kGiven, WordClass::kFamily, WordClass::kDemonym,
             WordClass::kAcronymOrg, WordClass::kOrgNoun});
  return place && !other && word.capital &&
         (word.small == SmallShare::kNever ||
          word.small == SmallShare::kSeldom);
}

bool ends_company(const StoryWord& word) {
  return word.capital && word.has(WordClass::kOrgSuffix);
}

// Is it a title and no name as well, as "Prince" or "Major" may be?
bool is_title(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kTitle, WordClass::kRole}) &&
         !any_of_classes(word, {WordClass::kGiven, WordClass::kFamily});
}

void trim(Words words, Mention& mention) {
  while (mention.begin < mention.end) {
    const StoryWord& first = words[mention.begin];
    const bool particle = first.has(WordClass::kParticle);
    const bool person = mention.kind == Label::kPerson;
    const bool title =
        person && is_title(first) && mention.end - mention.begin > 1;
    if ((first.capital || (person && particle)) && !title) break;
    ++mention.begin;
  }
  while (mention.begin < mention.end && !words[mention.end - 1].capital &&
         words[mention.end - 1].coarse != Coarse::kNumber) {
    --mention.end;
  }
}

// "INC" by itself, as a line in capitals may show it.
bool is_only_suffix(Words words, const Mention& mention) {
  return mention.end - mention.begin == 1 && ends_company(words[mention.begin]);
}

// The "del" of "del Ponte", unless it parts two halves of a name.
void take_in_particles(Words words, Mention& mention, std::uint32_t least) {
  if (mention.kind != Label::kPerson) return;
  std::uint32_t begin = mention.begin;
  while (begin > least && !words[begin].opens_region) {
    const StoryWord& before = words[begin - 1];
    if (before.coarse != Coarse::kParticle || before.capital) break;
    --begin;
  }
  if (begin > least || least == 0) mention.begin = begin;
}

bool is_one_phrase(Words words) {
  return words.front().opens_phrase &&
         std::none_of(
             words.begin() + 1, words.end(), [](const StoryWord& word) {
               return word.opens_phrase || word.phrase == PhraseClass::kNone;
             });
}

bool is_one_phrase(Words words, PhraseClass kind) {
  return words.front().phrase == kind && is_one_phrase(words);
}

bool is_place_name(Words words) {
  const bool phrase =
      words.front().phrase <= PhraseClass::kCitySmall && is_one_phrase(words);
  return phrase || (words.size() == 1 && is_place(words.front()));
}

bool is_and(const StoryWord& word) {
  static const std::uint64_t kForms[] = {hash_of("and"), hash_of("&")};
  return word.form == kForms[0] || word.form == kForms[1];
}

// Firms of two names, each of which would pass for a person's.
struct Firm {
  std::uint64_t first, second;
};

bool is_second_of_firm(Words words, std::uint32_t at) {
  static const Firm kFirms[] = {
      {hash_of("standard"), hash_of("poor")},
      {hash_of("duff"), hash_of("phelps")},
      {hash_of("pratt"), hash_of("whitney")},
      {hash_of("johnson"), hash_of("johnson")},
      {hash_of("procter"), hash_of("gamble")},
      {hash_of("ernst"), hash_of("young")},
      {hash_of("black"), hash_of("decker")},
      {hash_of("harper"), hash_of("row")},
      {hash_of("marks"), hash_of("spencer")},
  };
  return at >= 2 && is_and(words[at - 1]) && !words[at].opens_region &&
         std::any_of(std::begin(kFirms), std::end(kFirms),
                     [&](const Firm& firm) {
                       return words[at - 2].form == firm.first &&
                              words[at].form == firm.second;
                     });
}

// The "and" of "the West Bank and Gaza", the "for" of "left Paris for Rome",
// or the mention's end.
std::uint32_t joint_of_places(Words words, const Mention& mention) {
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i) {
    if (words[i].capital || words[i].coarse == Coarse::kOf) continue;
    if (is_place_name(words.subspan(mention.begin, i - mention.begin)) &&
        is_place_name(words.subspan(i + 1, mention.end - i - 1))) {
      return i;
    }
  }
  return mention.end;
}

bool names_body(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kOrgNoun, WordClass::kOrgSuffix,
                               WordClass::kCompany, WordClass::kAcronymOrg});
}

// "Arantxa Sanchez Vicario" of "Spain's Arantxa Sanchez Vicario", which looks
// like a place of Spain's.
bool is_persons_name(Words words) {
  const bool given =
      any_of_classes(words.front(), {WordClass::kGiven, WordClass::kGivenRare});
  const bool family = any_of_classes(
      words.back(), {WordClass::kFamily, WordClass::kFamilyRare});
  return words.size() > 1 && given && family &&
         std::none_of(words.begin(), words.end(), [](const StoryWord& word) {
           return word.phrase != PhraseClass::kNone || !word.capital ||
                  word.has(WordClass::kPlaceNoun) ||
                  word.has(WordClass::kCompass) || is_place(word);
         });
}

// The end of the sure place that begins at `i`, a country of several words or
// a word that is hardly anything else; `i` itself if there is none.
std::uint32_t end_of_sure_place(Words words, std::uint32_t i) {
  if (!words[i].opens_phrase || words[i].phrase != PhraseClass::kCountry) {
    return i + is_sure_place(words[i]);
  }
  std::uint32_t end = i + 1;
  while (end < words.size() && !words[end].opens_phrase &&
         !words[end].opens_region &&
         words[end].phrase == PhraseClass::kCountry) {
    ++end;
  }
  return end;
}

// Does the word before this token speak? Then it is no place.
bool speaks(std::string_view text, const std::vector<Token>& tokens,
            std::size_t at) {
  constexpr std::string_view kSpeech[] = {"added", "asked", "said",
                                          "says",  "told",  "wrote"};
  return at < tokens.size() &&
         std::find(std::begin(kSpeech), std::end(kSpeech),
                   tokens[at].in(text)) != std::end(kSpeech);
}

// Does "in" stand before this token? Then a town's name means no team of it.
bool is_inside(std::string_view text, const std::vector<Token>& tokens,
               std::size_t at) {
  if (at == 0) return false;
  const std::string_view before = tokens[at - 1].in(text);
  return before == "in" || before == "IN" || before == "In";
}

bool is_quote(std::string_view mark) {
  return mark == "\"" || mark == "“" || mark == "”" || mark == "``" ||
         mark == "''" || mark == "‘" || mark == "’" || mark == "'";
}

// Do only a quoted word or two stand between these tokens?
bool only_nickname_between(std::string_view text,
                           const std::vector<Token>& tokens, std::size_t left,
                           std::size_t right) {
  constexpr std::size_t kMostWords = 2;
  if (right < left + 4 || right > left + 3 + kMostWords) return false;
  for (std::size_t i = left + 1; i < right; ++i) {
    const bool edge = i == left + 1 || i == right - 1;
    if (edge != is_quote(tokens[i].in(text))) return false;
    if (!edge && tokens[i].letters < LetterCase::kCapital) return false;
  }
  return !tokens[right].opens_sentence;
}

}  // namespace

void MentionRules::learn(Words words) {
  companies_.clear();
  families_.clear();
  alone_.clear();
  read_mentions(words, seen_);
  for (Mention mention : seen_) {
    const bool longer = mention.end - mention.begin > 1;
    if (is_company(words, mention)) {
      companies_.insert(words[mention.begin].form);
    } else if (longer && mention.kind == Label::kPerson) {
      families_.insert(words[mention.end - 1].form);
    }
    if (!longer) {
      ++alone_[words[mention.begin].form]
              [static_cast<std::size_t>(mention.kind)];
    }
  }
}

// A name that ends in Inc, or is followed by it or by "and Co", and then takes
// it in; or one that the lexicon has as a company's.
bool MentionRules::is_company(Words words, Mention& mention) const {
  if (mention.kind == Label::kMisc) return false;
  std::uint32_t next = mention.end;
  if (next < words.size() && is_and(words[next])) ++next;
  if (next < words.size() && !words[next].opens_region &&
      ends_company(words[next])) {
    mention.end = next + 1;
    return true;
  }
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  return name.size() > 1 && (ends_company(name.back()) ||
                             is_one_phrase(name, PhraseClass::kOrganisation));
}

// "State Antony Blinken" where the story has Blinken as a person.
bool MentionRules::ends_in_person(Words words, const Mention& mention) const {
  if (mention.kind != Label::kOrganisation || mention.end - mention.begin < 3 ||
      !words[mention.end - 2].has(WordClass::kGiven)) {
    return false;
  }
  const auto known = alone_.find(words[mention.end - 1].form);
  if (known == alone_.end()) return false;
  const auto& votes = known->second;
  const unsigned people = votes[static_cast<std::size_t>(Label::kPerson)];
  return people > 0 &&
         people == std::accumulate(votes.begin(), votes.end(), 0U);
}

void MentionRules::correct(Words words, Mention mention,
                           std::vector<Mention>& into) const {
  if (ends_in_person(words, mention)) {
    mention.begin = mention.end - 2;
    mention.kind = Label::kPerson;
  }
  if (is_second_of_firm(words, mention.begin)) {
    mention.begin -= 2;
    mention.kind = Label::kOrganisation;
    while (!into.empty() && into.back().end > mention.begin) into.pop_back();
  }
  if (is_company(words, mention)) mention.kind = Label::kOrganisation;
  trim(words, mention);
  if (mention.begin >= mention.end || is_only_suffix(words, mention)) return;
  take_in_particles(words, mention, into.empty() ? 0 : into.back().end);
  const std::uint32_t joint = joint_of_places(words, mention);
  if (joint != mention.end) {
    mention.kind = Label::kLocation;
    into.push_back({mention.begin, joint, mention.kind});
    mention.begin = joint + 1;
  }
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  if (mention.kind == Label::kLocation && is_persons_name(name)) {
    mention.kind = Label::kPerson;
  }
  if (mention.kind == Label::kOrganisation && is_persons_name(name) &&
      name.front().has(WordClass::kGiven) &&
      std::none_of(name.begin(), name.end(), names_body)) {
    mention.kind = Label::kPerson;
  }
  const StoryWord& first = words[mention.begin];
  if (mention.end - mention.begin == 1) {
    const bool company =
        companies_.contains(first.form) && !families_.contains(first.form);
    const bool known = first.has(WordClass::kCompany) &&
                       !families_.contains(first.form) &&
                       !first.has(WordClass::kGiven);
    if (mention.kind == Label::kPerson && (company || known)) {
      mention.kind = Label::kOrganisation;
    }
    if (first.has(WordClass::kDemonym) && !first.has(WordClass::kCountry) &&
        mention.kind == Label::kLocation) {
      mention.kind = Label::kMisc;
    }
    const bool bare =
        any_of_classes(first, {WordClass::kCompass, WordClass::kPlaceNoun});
    if (mention.kind == Label::kLocation && bare && !is_place(first)) return;
  }
  into.push_back(mention);
}

void MentionRules::add_sure_places(Words words,
                                   std::vector<Mention>& mentions) {
  std::vector<Mention> all;
  auto mention = mentions.begin();
  for (std::uint32_t i = 0; i < words.size();) {
    const std::uint32_t end = end_of_sure_place(words, i);
    // Places within the country's name give way: "Trinidad" and "Tobago".
    auto last = mention;
    while (last != mentions.end() && last->begin >= i && last->end <= end &&
           last->kind == Label::kLocation) {
      ++last;
    }
    if (end > i && (last == mentions.end() || last->begin >= end)) {
      all.push_back({i, end, Label::kLocation});
      mention = last;
      i = end;
    } else if (mention != mentions.end() && mention->begin == i) {
      all.push_back(*mention);
      i = mention++->end;
    } else {
      ++i;
    }
  }
  mentions.swap(all);
}

// A word by itself that is otherwise always a place, a body or a person's
// family name in this story is one here too.
void MentionRules::add_known(Words words,
                             std::vector<Mention>& mentions) const {
  std::vector<Mention> all;
  auto mention = mentions.begin();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    while (mention != mentions.end() && mention->end <= i) {
      all.push_back(*mention++);
    }
    const bool taken = mention != mentions.end() && mention->begin <= i;
    const bool in_run = (!words[i].opens_region && words[i - 1].capital) ||
                        (i + 1 < words.size() && !words[i + 1].opens_region &&
                         words[i + 1].capital);
    const auto known = alone_.find(words[i].form);
    if (taken || in_run || !words[i].capital || known == alone_.end()) {
      continue;
    }
    for (const Label kind :
         {Label::kPerson, Label::kLocation, Label::kOrganisation}) {
      const unsigned votes = known->second[static_cast<std::size_t>(kind)];
      const unsigned all_votes =
          std::accumulate(known->second.begin(), known->second.end(), 0U);
      const bool sure = kind == Label::kPerson
                            ? families_.contains(words[i].form)
                            : votes > 1;
      if (sure && votes == all_votes) all.push_back({i, i + 1, kind});
    }
  }
  all.insert(all.end(), mention, mentions.end());
  mentions.swap(all);
}

void MentionRules::join_nicknames(std::string_view text,
                                  const std::vector<Token>& tokens, Words words,
                                  std::vector<Mention>& mentions) {
  std::vector<Mention> joined;
  for (const Mention& mention : mentions) {
    // The nickname itself may have been taken for a name.
    for (std::size_t back = 1; back <= 2 && back <= joined.size(); ++back) {
      Mention& before = joined[joined.size() - back];
      const bool people =
          before.kind == Label::kPerson && mention.kind == Label::kPerson;
      if (people &&
          only_nickname_between(text, tokens, words[before.end - 1].token,
                                words[mention.begin].token)) {
        before.end = mention.end;
        joined.resize(joined.size() - back + 1);
        break;
      }
    }
    if (joined.empty() || joined.back().end != mention.end) {
      joined.push_back(mention);
    }
  }
  mentions.swap(joined);
}

// "Daniel" and "Moi" of "Daniel arap Moi".
bool MentionRules::parted_by_particle(Words words, const Mention& before,
                                      const Mention& after) {
  constexpr std::uint32_t kMost = 2;
  if (before.kind != Label::kPerson || after.kind != Label::kPerson ||
      after.begin == before.end || after.begin > before.end + kMost ||
      words[after.begin].opens_region) {
    return false;
  }
  const Words between = words.subspan(before.end, after.begin - before.end);
  return std::all_of(between.begin(), between.end(), [](const auto& word) {
    return !word.capital && !word.opens_region &&
           word.has(WordClass::kParticle) && !word.has(WordClass::kFunction);
  });
}

// "George" and "Washington" of "George Washington".
bool MentionRules::is_split_name(Words words, const Mention& before,
                                 const Mention& after) {
  const StoryWord& given = words[before.begin];
  const StoryWord& family = words[after.begin];
  return before.kind == Label::kPerson && after.kind != Label::kMisc &&
         before.end - before.begin == 1 && after.end - after.begin == 1 &&
         after.begin == before.end && !family.opens_region &&
         given.has(WordClass::kGiven) && !given.has(WordClass::kCountry) &&
         !family.has(WordClass::kCountry) && !family.has(WordClass::kDemonym) &&
         family.capital;
}

void MentionRules::apply(std::string_view text,
                         const std::vector<Token>& tokens, Words words,
                         std::vector<Mention>& mentions) {
  std::vector<Mention> corrected;
  for (const Mention& mention : mentions) {
    Mention cut = mention;
    if (!corrected.empty()) {
      cut.begin = std::max(cut.begin, corrected.back().end);
    }
    if (cut.begin >= cut.end) continue;
    const StoryWord& last = words[cut.end - 1];
    if (cut.kind == Label::kLocation && cut.end - cut.begin == 1 &&
        families_.contains(last.form) && speaks(text, tokens, last.token + 1)) {
      cut.kind = Label::kPerson;
    }
    if (cut.kind == Label::kOrganisation &&
        is_place_name(words.subspan(cut.begin, cut.end - cut.begin)) &&
        is_inside(text, tokens, words[cut.begin].token)) {
      cut.kind = Label::kLocation;
    }
    correct(words, cut, corrected);
    const std::size_t n = corrected.size();
    if (n > 1 &&
        (parted_by_particle(words, corrected[n - 2], corrected[n - 1]) ||
         is_split_name(words, corrected[n - 2], corrected[n - 1]))) {
      corrected[n - 2].end = corrected[n - 1].end;
      corrected.pop_back();
    }
  }
  mentions.swap(corrected);
  add_sure_places(words, mentions);
  add_known(words, mentions);
  join_nicknames(text, tokens, words, mentions);
}

}  // namespace broadsheet
