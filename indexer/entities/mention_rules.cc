#include "indexer/entities/mention_rules.h"

#include <algorithm>

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
  return any_of_classes(word, {WordClass::kCountry, WordClass::kRegion,
                               WordClass::kAdmin, WordClass::kCityBig,
                               WordClass::kCityMiddle});
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

// "Gaza" and "West Bank" of "the West Bank and Gaza".
std::uint32_t joint_of_places(Words words, const Mention& mention) {
  if (mention.kind != Label::kLocation) return mention.end;
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i) {
    if (words[i].coarse != Coarse::kAnd) continue;
    if (is_place(words[i + 1]) &&
        (is_place(words[i - 1]) || mention.end - i == 2)) {
      return i;
    }
  }
  return mention.end;
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
  read_mentions(words, seen_);
  for (Mention mention : seen_) {
    const bool longer = mention.end - mention.begin > 1;
    if (is_company(words, mention)) {
      companies_.insert(words[mention.begin].form);
    } else if (longer && mention.kind == Label::kPerson) {
      families_.insert(words[mention.end - 1].form);
    }
  }
}

// A name that ends in Inc, or is followed by it, and then takes it in.
bool MentionRules::is_company(Words words, Mention& mention) const {
  if (mention.kind == Label::kMisc) return false;
  const bool next = mention.end < words.size() &&
                    !words[mention.end].opens_region &&
                    ends_company(words[mention.end]);
  if (next) ++mention.end;
  return next || (mention.end - mention.begin > 1 &&
                  ends_company(words[mention.end - 1]));
}

void MentionRules::correct(Words words, Mention mention,
                           std::vector<Mention>& into) const {
  if (is_company(words, mention)) mention.kind = Label::kOrganisation;
  trim(words, mention);
  if (mention.begin >= mention.end) return;
  const std::uint32_t joint = joint_of_places(words, mention);
  if (joint != mention.end) {
    into.push_back({mention.begin, joint, mention.kind});
    mention.begin = joint + 1;
  }
  const StoryWord& first = words[mention.begin];
  if (mention.end - mention.begin == 1) {
    const bool company = companies_.contains(first.form) &&
                         !families_.contains(first.form);
    if (mention.kind == Label::kPerson && company) {
      mention.kind = Label::kOrganisation;
    }
    if (first.has(WordClass::kDemonym) && !first.has(WordClass::kCountry) &&
        mention.kind == Label::kLocation) {
      mention.kind = Label::kMisc;
    }
    const bool bare = any_of_classes(
        first, {WordClass::kCompass, WordClass::kPlaceNoun});
    if (mention.kind == Label::kLocation && bare && !is_place(first)) return;
  }
  into.push_back(mention);
}

void MentionRules::add_sure_places(Words words,
                                   std::vector<Mention>& mentions) {
  std::vector<Mention> all;
  auto mention = mentions.begin();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    while (mention != mentions.end() && mention->end <= i) {
      all.push_back(*mention++);
    }
    const bool taken = mention != mentions.end() && mention->begin <= i;
    if (!taken && is_sure_place(words[i])) {
      all.push_back({i, i + 1, Label::kLocation});
    }
  }
  all.insert(all.end(), mention, mentions.end());
  mentions.swap(all);
}

void MentionRules::join_nicknames(std::string_view text,
                                  const std::vector<Token>& tokens,
                                  Words words,
                                  std::vector<Mention>& mentions) {
  std::vector<Mention> joined;
  for (const Mention& mention : mentions) {
    // The nickname itself may have been taken for a name.
    for (std::size_t back = 1; back <= 2 && back <= joined.size(); ++back) {
      Mention& before = joined[joined.size() - back];
      const bool people = before.kind == Label::kPerson &&
                          mention.kind == Label::kPerson;
      if (people && only_nickname_between(text, tokens,
                                          words[before.end - 1].token,
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

void MentionRules::apply(std::string_view text,
                         const std::vector<Token>& tokens, Words words,
                         std::vector<Mention>& mentions) {
  std::vector<Mention> corrected;
  for (const Mention& mention : mentions) {
    Mention cut = mention;
    if (!corrected.empty()) {
      cut.begin = std::max(cut.begin, corrected.back().end);
    }
    if (cut.begin < cut.end) correct(words, cut, corrected);
  }
  mentions.swap(corrected);
  add_sure_places(words, mentions);
  join_nicknames(text, tokens, words, mentions);
}

}  // namespace broadsheet
