#include "indexer/entities/mention_rules.h"

#include <algorithm>
#include <numeric>

#include "indexer/entities/county_lists.h"
#include "indexer/entities/form_set.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/joined_people.h"
#include "indexer/entities/joined_places.h"
#include "indexer/entities/kind_in_context.h"
#include "indexer/entities/name_context.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/paired_places.h"
#include "indexer/entities/split_names.h"
#include "indexer/entities/sure_places.h"
#include "indexer/entities/table_columns.h"
#include "indexer/entities/titled_people.h"
#include "indexer/entities/town_teams.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

// "Housing and Urban Affairs", "Dirksen Senate Office Building", "Farm Bill"
bool ends_in_body(Words name) {
  static const FormSet tails(
      "act affairs bill building committee senate subcommittee");
  return tails.has(name.back());
}

// A small word, or the "This" of a next sentence behind a place.
bool ends_behind(Words words, const StoryName& mention) {
  static const FormSet pronouns("i it");  // the "IT" of firms
  const StoryWord& last = words[mention.end - 1];
  if (!last.capital) return last.coarse != Coarse::kNumber;
  const bool behind = mention.end > mention.begin + 1 && pronouns.has(last);
  return mention.kind == Label::kLocation &&
         last.phrase == PhraseClass::kNone &&
         (behind || (last.has(WordClass::kFunction) &&
                     last.small == SmallShare::kAlways));
}

// The "INC" of "MINISTERS, INC STOLTENBERG", the "Sincerely" of a letter.
bool is_stray(Words name, Label kind) {
  static const FormSet strays(
      "co contact corp dear inc ltd plc respectfully sincerely");
  return kind == Label::kPerson && name.size() > 1 && strays.has(name.front());
}

// The "General" of "Attorney General Holm".
bool is_attorneys_rank(Words words, std::uint32_t i) {
  static const FormSet offices("adjutant attorney inspector solicitor surgeon"),
      rank("general");
  return i > 0 && rank.has(words[i]) && !words[i].opens_region &&
         offices.has(words[i - 1]);
}

void trim(Words words, StoryName& mention) {
  const bool person = mention.kind == Label::kPerson;
  if (person && mention.end > mention.begin + 1 &&
      is_attorneys_rank(words, mention.begin))
    ++mention.begin;
  while (mention.begin < mention.end) {
    const Words name =
        words.subspan(mention.begin, mention.end - mention.begin);
    const std::uint32_t titles = person ? count_titles(name) : 0;
    const bool opens = name.front().capital ||
                       (person && name.front().has(WordClass::kParticle));
    if (opens && titles == 0 && !is_stray(name, mention.kind)) break;
    mention.begin += std::max(titles, 1U);
  }
  while (mention.begin < mention.end && ends_behind(words, mention))
    --mention.end;
}

// "INC" by itself, as a line in capitals may show it.
bool is_only_suffix(Words words, const StoryName& mention) {
  return mention.end - mention.begin == 1 && ends_company(words[mention.begin]);
}

// The "del" of "del Ponte", unless it parts two halves of a name.
void take_in_particles(Words words, StoryName& mention, std::uint32_t least) {
  if (mention.kind != Label::kPerson) return;
  static const FormSet inner("bt bte e na und y");     // "Ortega y Gasset"
  static const FormSet articles("la las le les los");  // "a la O'Hara"
  std::uint32_t begin = mention.begin;
  while (begin > least && !words[begin].opens_region) {
    const StoryWord& before = words[begin - 1];
    if (before.coarse != Coarse::kParticle || before.capital ||
        inner.has(before))
      break;
    --begin;
  }
  while (begin < mention.begin && articles.has(words[begin])) ++begin;
  if (begin > least || words[begin].opens_region) mention.begin = begin;
}

// Two names of a kind, of which the second is the mention from now on.
void part_at(Words words, Joint joint, Label kind, StoryName& mention,
             std::vector<StoryName>& into) {
  if (joint.begin == mention.end) return;
  mention.kind = kind;
  StoryName first{mention.begin, joint.begin, kind};
  trim(words, first);
  if (first.begin < first.end) into.push_back(first);
  mention.begin = joint.end;
}

// The end of the owner in "India's Gowda" or "Ivan Boesky's Seemala Corp",
// taken for a body; the mention's begin if it has none.
std::uint32_t end_of_owner(Words words, const StoryName& mention) {
  if (mention.kind != Label::kOrganisation) return mention.begin;
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i) {
    if (words[i].coarse != Coarse::kClitic) continue;
    const Words owner = words.subspan(mention.begin, i - mention.begin);
    const bool owns = owner.size() == 1 ? owner.front().has(WordClass::kCountry)
                                        : follows_given_name(owner);
    return owns ? i : mention.begin;
  }
  return mention.begin;
}

// "East", "Lake".
bool is_bare(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kCompass, WordClass::kPlaceNoun}) &&
         !is_place(word);
}

// The end of "Tom Vance" in "Tom Vance of Donaldson".
std::uint32_t end_of_person(Words words, const StoryName& mention) {
  for (std::uint32_t i = mention.begin + 2; i < mention.end; ++i)
    if (words[i].coarse == Coarse::kOf) return i;
  return mention.end;
}

bool is_city(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kCityBig, WordClass::kCityMiddle}) &&
         !word.has(WordClass::kCompass);
}

// Of "U.N. Ambassador Antony Blinken", taken for a body or for all of a name,
// the person.
void without_office(Words words, StoryName& mention) {
  const bool person = mention.kind == Label::kPerson;
  if (!person && mention.kind != Label::kOrganisation) return;
  for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i) {
    const StoryWord& office = words[i - 1];
    const bool role = person ? is_title(office) : office.has(WordClass::kRole);
    if (role && words[i].has(WordClass::kGiven) &&
        may_be_person(words.subspan(i + 1, mention.end - i - 1))) {
      mention = {i, mention.end, Label::kPerson};
      return;
    }
    if (person && office.has(WordClass::kGiven)) return;  // all of one name
  }
}

// "Kurdistan" in "Patriotic Union of Kurdistan".
bool ends_body(Words words, const StoryName& mention) {
  static const FormSet bodies("bank council front union university");
  const std::uint32_t at = mention.begin;
  return mention.kind == Label::kLocation && at >= 2 &&
         !words[at].opens_region && !words[at - 1].opens_region &&
         words[at - 1].coarse == Coarse::kOf && words[at - 2].capital &&
         bodies.has(words[at - 2]);
}

bool holds_given_name(Words words) {
  return words.size() > 1 && std::ranges::any_of(words, [](const auto& word) {
           return word.has(WordClass::kGiven);
         });
}

bool follows_title(Words words, std::uint32_t i) {
  return i > 0 && !words[i].opens_region && words[i - 1].has(WordClass::kTitle);
}

// The "Dayton Hudson" of "Dayton Hudson Corp".
Words without_suffix(Words name) {
  while (name.size() > 1 && (ends_company(name.back()) || is_and(name.back())))
    name = name.first(name.size() - 1);
  return name;
}

std::uint64_t key_of(Words name) {
  std::uint64_t key = 0;
  for (const StoryWord& word : name) key = combined(key, word.form);
  return key;
}

}  // namespace

void MentionRules::learn(Words words, bool bare) {
  bare_ = bare;
  companies_.clear();
  families_.clear();
  given_.clear();
  alone_.clear();
  tallies_.clear();
  short_names_.clear();
  storms_ = storms_in(words);
  read_mentions(words, seen_);
  part_companies(words, seen_);
  part_people(words, {families_, bare_}, seen_);
  std::vector<StoryName> doubtful;
  for (StoryName mention : seen_) {
    without_office(words, mention);
    const bool longer = mention.end - mention.begin > 1;
    if (is_company(words, mention)) {
      const Words name = without_suffix(
          words.subspan(mention.begin, mention.end - mention.begin));
      companies_.insert(name.front().form);
      if (opens_firm(name.front())) companies_.insert(name.back().form);
      short_names_.insert(key_of(name));
    } else if (longer && mention.kind == Label::kPerson &&
               !opens_account(words[mention.begin]) &&
               !is_bill(words, mention.begin) &&
               words[mention.begin].form != words[mention.end - 1].form) {
      if (is_ordinary(words[mention.end - 1]))
        doubtful.push_back(mention);
      else
        families_.insert(words[mention.end - 1].form);
      given_.insert(words[mention.begin].form);
    }
    if (!longer) {
      const std::uint32_t number = alone_.add(words[mention.begin].form);
      if (number == tallies_.size()) tallies_.emplace_back();
      ++tallies_[number][static_cast<std::size_t>(mention.kind)];
    }
  }
  for (const StoryName& mention : doubtful)
    if (!families_.contains(words[mention.end - 2].form))
      families_.insert(words[mention.end - 1].form);
  firms_.learn(words, families_);
}

// Firms of two words and more, whose signs at the exchange the text gives.
void MentionRules::learn_listed(const TokenText& story, Words words,
                                std::span<const StoryName> mentions) {
  for (const StoryName& mention : mentions) {
    const Words name =
        words.subspan(mention.begin, mention.end - mention.begin);
    if (name.size() < 2 || mention.kind == Label::kMisc ||
        !is_listed(story, name.front().token,
                   name.back().token + std::size_t{1}))
      continue;
    families_.erase(name.back().form);
    short_names_.insert(key_of(name));
  }
}

// A name that ends in Inc, or is followed by it or by "and Co", and then takes
// it in; or one that the lexicon has as a company's.
bool MentionRules::is_company(Words words, StoryName& mention) const {
  if (mention.kind == Label::kMisc) return false;
  std::uint32_t next = mention.end;
  if (next < words.size() && is_and(words[next])) ++next;
  if (next < words.size() && !words[next].opens_region &&
      ends_company(words[next])) {
    mention.end = next + 1;
    return true;
  }
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  return name.size() > 1 &&
         (ends_company(name.back()) ||
          is_one_phrase(name, PhraseClass::kOrganisation) ||
          (opens_firm(name.front()) && !is_stray(name, mention.kind)));
}

const MentionRules::Tally* MentionRules::tally_of(const StoryWord& word) const {
  const std::uint32_t number = alone_.find(word.form);
  return number == KeyIndex::kNone ? nullptr : &tallies_[number];
}

bool MentionRules::is_always(const Tally& tally, Label kind) {
  const unsigned votes = tally[static_cast<std::size_t>(kind)];
  return votes > 0 && votes == std::accumulate(tally.begin(), tally.end(), 0U);
}

// "State Antony Blinken" where the story has Blinken as a person.
bool MentionRules::ends_in_person(Words words, const StoryName& mention) const {
  if (mention.kind != Label::kOrganisation || mention.end - mention.begin < 3 ||
      !words[mention.end - 2].has(WordClass::kGiven)) {
    return false;
  }
  const Tally* alone = tally_of(words[mention.end - 1]);
  return alone != nullptr && is_always(*alone, Label::kPerson);
}

// The "and" of "Blinken and al-Sissi", taken for a body, where the story has
// both in full; or the mention's end.
Joint MentionRules::joint_of_people(Words words,
                                    const StoryName& mention) const {
  if (mention.kind == Label::kOrganisation &&
      families_.contains(words[mention.end - 1].form))
    for (std::uint32_t i = mention.begin + 1; i + 1 < mention.end; ++i)
      if (is_and(words[i]) && families_.contains(words[i - 1].form))
        return {i, i + 1};
  return {mention.end, mention.end};
}

void MentionRules::correct(Words words, StoryName mention,
                           std::vector<StoryName>& into) const {
  if (ends_body(words, mention)) {
    mention.begin -= 2;
    mention.kind = Label::kOrganisation;
    if (!into.empty() && into.back().end > mention.begin) {
      mention.begin = into.back().begin;
      into.pop_back();
    }
  }
  without_office(words, mention);
  if (ends_in_person(words, mention)) {
    mention.begin = mention.end - 2;
    mention.kind = Label::kPerson;
  }
  if (mention.kind != Label::kLocation &&
      firms_.is_second(words, mention.begin)) {
    mention.begin -= 2;
    mention.kind = Label::kOrganisation;
    while (!into.empty() && into.back().end > mention.begin) into.pop_back();
  }
  if (is_company(words, mention))
    mention.kind = Label::kOrganisation;
  else if (mention.kind == Label::kOrganisation &&
           is_titled_person(
               words.subspan(mention.begin, mention.end - mention.begin)))
    mention.kind = Label::kPerson;
  trim(words, mention);
  if (mention.begin >= mention.end || is_only_suffix(words, mention)) return;
  take_in_particles(words, mention, into.empty() ? 0 : into.back().end);
  part_at(words, joint_of_places(words, mention), Label::kLocation, mention,
          into);
  part_at(words, joint_of_people(words, mention), Label::kPerson, mention,
          into);
  if (const std::uint32_t end = end_of_owner(words, mention);
      end > mention.begin) {
    const bool lone = end == mention.begin + 1;
    into.push_back(
        {mention.begin, end, lone ? Label::kLocation : Label::kPerson});
    mention.begin = end + 1;
  }
  mention.kind = kind_of(words, mention);
  if (mention.kind == Label::kPerson)
    mention.end = end_of_person(words, mention);
  const bool lone = mention.end - mention.begin == 1;
  if (mention.kind == Label::kLocation && lone && is_bare(words[mention.begin]))
    return;
  into.push_back(mention);
}

// What the name's own words, and the story's other names, say of its kind.
Label MentionRules::kind_of(Words words, const StoryName& mention) const {
  const Words name = words.subspan(mention.begin, mention.end - mention.begin);
  const StoryWord& first = name.front();
  const bool lone = name.size() == 1;
  const bool family = lone && families_.contains(first.form);
  const bool company = lone && companies_.contains(first.form);
  switch (mention.kind) {
    case Label::kPerson:
      if (lone && !family && company) return Label::kOrganisation;
      if (!lone && !follows_title(words, mention.begin) &&
          short_names_.contains(key_of(name)))
        return Label::kOrganisation;
      if (!lone && ends_in_body(name) &&
          !families_.contains(name[name.size() - 2].form))
        return Label::kOrganisation;
      if (lone && !family && first.has(WordClass::kCompany) &&
          !first.has(WordClass::kGiven))
        return Label::kOrganisation;
      return is_town(name) || has_place_head(name) || has_place_tail(name)
                 ? Label::kLocation
                 : mention.kind;
    case Label::kLocation:
      if (is_persons_name(name)) return Label::kPerson;
      if (has_body(name) || is_inside_body(first)) return Label::kOrganisation;
      if (lone && first.has(WordClass::kDemonym) &&
          !first.has(WordClass::kCountry))
        return Label::kMisc;
      return mention.kind;
    case Label::kOrganisation:
      if (family && !company) return Label::kPerson;
      return follows_given_name(name) ? Label::kPerson : mention.kind;
    default:
      return mention.kind;
  }
}

// Does the story call somebody so, whose name this word may be by itself?
bool MentionRules::is_known_person(const StoryWord& word) const {
  if (is_usually_small(word)) return false;
  if (families_.contains(word.form)) return true;
  return given_.contains(word.form) && !is_place(word) && !names_body(word) &&
         !is_title(word) &&
         !any_of_classes(word, {WordClass::kDemonym, WordClass::kParticle});
}

// "ROBERTS Well" before what he says, where the story has a John Roberts.
bool MentionRules::goes_too_far(Words words, const StoryName& mention) const {
  if (mention.kind != Label::kPerson || mention.end < mention.begin + 2)
    return false;
  const StoryWord& last = words[mention.end - 1];
  return is_ordinary(last) && !families_.contains(last.form) &&
         families_.contains(words[mention.end - 2].form);
}

// A word by itself that is otherwise always a place, a body or a person's
// family name in this story is one here too.
void MentionRules::add_known(const TokenText& story, Words words,
                             std::vector<StoryName>& mentions) const {
  std::vector<StoryName> all;
  const auto add = [&](std::uint32_t i, Label kind) {
    if (!names_nothing(story, words.subspan(i, 1), kind, people()))
      all.push_back({i, i + 1, kind});
  };
  all.reserve(mentions.size());
  auto mention = mentions.begin();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    while (mention != mentions.end() && mention->end <= i) {
      all.push_back(*mention++);
    }
    const bool taken = mention != mentions.end() && mention->begin <= i;
    if (taken || is_in_run(words, i) || !words[i].capital) continue;
    const Tally* alone = tally_of(words[i]);
    if (alone == nullptr) {
      if (is_known_person(words[i]))
        add(i, Label::kPerson);
      else if (is_namesake(words[i]))
        add(i, Label::kLocation);
      continue;
    }
    const bool family = families_.contains(words[i].form);
    for (const Label kind :
         {Label::kPerson, Label::kLocation, Label::kOrganisation}) {
      const bool sure = kind == Label::kPerson
                            ? family
                            : (*alone)[static_cast<std::size_t>(kind)] >
                                  (is_city(words[i]) ? 0 : 1);
      if (sure && is_always(*alone, kind)) add(i, kind);
    }
  }
  all.insert(all.end(), mention, mentions.end());
  mentions.swap(all);
}

void MentionRules::apply(const TokenText& story, Words words,
                         std::vector<StoryName>& mentions) {
  part_columns(story, words, storms_, mentions);
  part_companies(words, mentions);
  add_firms(story, words, mentions);
  learn_listed(story, words, mentions);
  std::vector<StoryName> corrected;
  corrected.reserve(mentions.size());
  for (const StoryName& mention : mentions) {
    StoryName cut = mention;
    if (!corrected.empty()) {
      cut.begin = std::max(cut.begin, corrected.back().end);
    }
    if (cut.begin >= cut.end || is_bill(words, cut.begin)) continue;
    const Words name = words.subspan(cut.begin, cut.end - cut.begin);
    if (names_nothing(story, name, cut.kind, people())) continue;
    if (name.size() > 2 && storms_.contains(name.front().form) &&
        is_office(name[1]))
      ++cut.begin;  // "Katrina and Rita Sen Landrieu", without a stop
    if (goes_too_far(words, cut)) --cut.end;
    if (bare_ && is_law(story, words, cut)) ++cut.begin;
    cut.kind = kind_in_context(story, words, families_, cut);
    if (const std::uint32_t end = end_of_capital(words, cut); end > cut.begin) {
      corrected.push_back({cut.begin, end, Label::kLocation});
      cut = {end, cut.end, Label::kPerson};
      if (!holds_given_name(words.subspan(end, cut.end - end))) continue;
    }
    correct(words, cut, corrected);
    join_last(words, corrected);
  }
  mentions.swap(corrected);
  part_people(words, {families_, bare_}, mentions);
  // The "Works" that was parted off.
  std::erase_if(mentions, [&](const StoryName& name) {
    return name.kind == Label::kPerson &&
           names_nothing(story,
                         words.subspan(name.begin, name.end - name.begin),
                         name.kind, people());
  });
  mark_paired_places(story, words, families_, mentions);
  mark_addresses(story, words, mentions);
  mark_party_states(story, words, mentions);
  mark_county_lists(story, words, mentions);
  add_titled(words, mentions);
  add_stage_names(words, mentions);
  add_speakers(story, words, mentions);
  add_sure_places(words, mentions);
  add_bases(story, words, mentions);
  add_known(story, words, mentions);
  mark_incorporated(story, words, mentions);
  mark_partners(story, words, families_, mentions);
  join_nicknames(story, words, mentions);
  join_rivers(story, words, mentions);
  mark_town_teams(story, words, mentions);
}

}  // namespace broadsheet
