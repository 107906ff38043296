#include "indexer/entities/titled_people.h"

#include "indexer/entities/form_set.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

/// The "District" of "District Judge", the "S" of "U S Senator".
bool opens_title(const StoryWord& word) {
  static const FormSet openers(
      "acting assistant associate chief circuit democratic deputy district "
      "federal first house lieutenant magistrate major majority minority "
      "police "
      "republican s senate senior state vice");
  return word.capital && openers.has(word);
}

bool is_judge(const StoryWord& word) {
  static const FormSet judges("coroner inspector judge justice marshal");
  return word.capital && judges.has(word);
}

/// "General" before a name, though a given name or a body may begin so.
bool is_rank(const StoryWord& word) {
  static const FormSet ranks(
      "admiral bishop brigadier captain colonel commander emir father general "
      "king lieutenant major marshal prince princess queen sheik sheikh sister "
      "sultan");
  return word.capital && ranks.has(word);
}

/// Not the "Mills" of "General Mills".
bool may_follow_rank(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kGiven, WordClass::kGivenRare}) ||
         !word.has(WordClass::kFamily);
}

constexpr std::uint32_t kLongest = 4;  // words of a name

/// The end of the person whom the words from `i` on, behind a title, name.
std::uint32_t end_of_person(Words words, std::uint32_t i) {
  std::uint32_t end = i;
  while (end < words.size() && end - i < kLongest && words[end].capital &&
         (end == i || !words[end].opens_region))
    ++end;
  return end;
}

}  // namespace

bool is_office(const StoryWord& word) {
  static const FormSet offices(
      "alderman alderwoman assemblyman assemblymen assemblywoman catcher "
      "congressman congressmen congresswoman coroner councillor councilman "
      "councilwoman firefighter flanker freeholder gov grandma grandpa herder "
      "hooker linebacker outfielder ozeki paramedic rep representatives reps "
      "selectman sen senator senators sens sheriff shortstop solicitor trainer "
      "trooper umpire yokozuna");
  return word.capital && offices.has(word);
}

std::uint32_t count_titles(Words name) {
  std::uint32_t count = 0;
  while (count + 1 < name.size()) {
    const StoryWord& next = name[count + 1];
    const bool parted =
        opens_title(name[count]) && count + 2 < name.size() &&
        (is_title(next) || is_office(next) || is_judge(next) || is_post(next));
    if (parted)
      ++count;
    else if (!is_title(name[count]) && !is_office(name[count]) &&
             !is_judge(name[count]) && !is_post(name[count]) &&
             !(is_rank(name[count]) && (count > 0 || may_follow_rank(next))))
      break;
    ++count;
  }
  return count;
}

bool is_titled_person(Words name) {
  // "Colonel Innocent Kabarebe": given names may be words of the language.
  const bool given = name.size() > 2 && name[1].has(WordClass::kGiven);
  if (name.size() < 2 || !may_be_person(name.subspan(given ? 2 : 1)))
    return false;
  const StoryWord& title = name.front();
  return (is_title(title) && title.has(WordClass::kTitle)) ||
         (is_rank(title) && may_follow_rank(name[1]));
}

void add_titled(Words words, std::vector<StoryName>& mentions) {
  std::vector<StoryName> added;
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    const StoryWord& title = words[i - 1];
    if (!words[i].capital || words[i].opens_region || !title.capital ||
        !title.has(WordClass::kTitle) || !is_title(title) ||
        is_headline_verb(words[i]))
      continue;
    const std::uint32_t end = end_of_person(words, i);
    bool taken = mention_at(mentions, i - 1) != nullptr;
    for (std::uint32_t at = i; at < end; ++at)
      taken |= mention_at(mentions, at) != nullptr;
    taken |= end == i + 1 && is_never_named(words[i]);
    if (!taken && may_be_person(words.subspan(i, end - i)))
      added.push_back({i, end, Label::kPerson});
  }
  overlay(added, mentions);
}

void add_stage_names(Words words, std::vector<StoryName>& mentions) {
  static const std::uint64_t stage = hash_of("dj");
  std::vector<StoryName> added;
  for (std::uint32_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].form != stage || !words[i].capital) continue;
    const std::uint32_t end = end_of_person(words, i);
    if (end > i + 1) added.push_back({i, end, Label::kPerson});
    i = end - 1;
  }
  overlay(added, mentions);
}

}  // namespace broadsheet
