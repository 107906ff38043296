#include "indexer/entities/split_names.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "indexer/entities/form_set.h"
#include "indexer/entities/mention_list.h"
#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

// "Daniel" and "Moi" of "Daniel arap Moi", "Triunfo" and "Cruz" of "Triunfo de
// la Cruz".
bool parted_by_particle(Words words, const StoryName& before,
                        const StoryName& after) {
  static const FormSet in_people("do");  // English, but not between two names
  static const FormSet in_places("da das de del do dos la las los");
  constexpr std::uint32_t kMost = 2;
  const bool people = before.kind == Label::kPerson;
  if ((!people && before.kind != Label::kLocation) ||
      before.kind != after.kind || after.begin == before.end ||
      after.begin > before.end + kMost || words[after.begin].opens_region) {
    return false;
  }
  const Words between = words.subspan(before.end, after.begin - before.end);
  return std::all_of(between.begin(), between.end(), [&](const auto& word) {
    const bool particle =
        people ? in_people.has(word) || (word.has(WordClass::kParticle) &&
                                         !word.has(WordClass::kFunction))
               : in_places.has(word);
    return !word.capital && !word.opens_region && particle;
  });
}

// "George" and "Washington" of "George Washington".
bool is_split_name(Words words, const StoryName& before,
                   const StoryName& after) {
  const StoryWord& given = words[before.begin];
  const StoryWord& family = words[after.begin];
  return before.kind == Label::kPerson && after.kind != Label::kMisc &&
         before.end - before.begin == 1 && after.end - after.begin == 1 &&
         after.begin == before.end && !family.opens_region &&
         given.has(WordClass::kGiven) && !given.has(WordClass::kCountry) &&
         !family.has(WordClass::kCountry) && !family.has(WordClass::kDemonym) &&
         family.capital;
}

// "Hillary Rodham" and "Clinton", of which the middle one is no family name.
bool is_split_family(Words words, const StoryName& before,
                     const StoryName& after) {
  const StoryWord& middle = words[before.end - 1];
  const StoryWord& family = words[after.begin];
  return before.kind == Label::kPerson && after.kind == Label::kPerson &&
         before.end - before.begin == 2 && after.end - after.begin == 1 &&
         after.begin == before.end && !family.opens_region &&
         words[before.begin].has(WordClass::kGiven) &&
         family.has(WordClass::kFamily) &&
         !any_of_classes(middle, {WordClass::kFamily, WordClass::kFamilyRare});
}

// May it be the family name behind a nickname, if nothing else shows that?
bool may_end_name(const StoryWord& word) {
  return word.capital && !is_usually_small(word) && !is_title(word) &&
         !any_of_classes(word, {WordClass::kDay, WordClass::kMonth});
}

// Is what stands behind the name in brackets no nickname? "John Kerry (Mass)",
// but "John D. (Jay) Rockefeller".
bool is_remark(const TokenText& story, std::size_t last,
               const StoryWord& behind) {
  return story.at(last + 1) == "(" &&
         (!behind.has(WordClass::kGiven) || is_place(behind));
}

// The end of the name that goes on behind a nickname in quotation marks or
// brackets, or the mention's own.
std::uint32_t end_behind_nickname(const TokenText& story, Words words,
                                  std::span<const StoryName> mentions,
                                  const StoryName& mention) {
  constexpr std::uint32_t kFarthest = 3;
  const std::size_t last = words[mention.end - 1].token;
  if (mention.end == words.size() || is_remark(story, last, words[mention.end]))
    return mention.end;
  for (std::uint32_t i = mention.end;
       i < words.size() && i < mention.end + kFarthest; ++i) {
    if (!only_nickname_between(story, last, words[i].token)) continue;
    const StoryName* after = mention_at(mentions, i);
    if (after != nullptr && after->kind == Label::kPerson) return after->end;
    const std::uint32_t end = after == nullptr ? i + 1 : after->end;
    const bool lone =
        end == i + 1 || (end == i + 2 && is_generation(words[i + 1]));
    return lone && may_end_name(words[i]) ? end : mention.end;
  }
  return mention.end;
}

}  // namespace

void join_last(Words words, std::vector<StoryName>& mentions) {
  if (mentions.size() < 2) return;
  StoryName& before = mentions[mentions.size() - 2];
  const StoryName& after = mentions.back();
  if (!parted_by_particle(words, before, after) &&
      !is_split_name(words, before, after) &&
      !is_split_family(words, before, after))
    return;
  before.end = after.end;
  mentions.pop_back();
}

void join_nicknames(const TokenText& story, Words words,
                    std::vector<StoryName>& mentions) {
  std::vector<StoryName> joined;
  joined.reserve(mentions.size());
  for (StoryName mention : mentions) {
    // The nickname itself may have been taken for a name.
    if (!joined.empty() && mention.begin < joined.back().end) continue;
    if (mention.kind == Label::kPerson)
      mention.end = end_behind_nickname(story, words, mentions, mention);
    joined.push_back(mention);
  }
  mentions.swap(joined);
}

void join_rivers(const TokenText& story, Words words,
                 std::vector<StoryName>& mentions) {
  static constexpr std::string_view kLinks[] = {"am", "sur", "upon"};
  std::vector<StoryName> joined;
  joined.reserve(mentions.size());
  for (StoryName mention : mentions) {
    if (!joined.empty() && mention.begin < joined.back().end) continue;
    const std::size_t link = words[mention.end - 1].token + std::size_t{1};
    if (mention.kind == Label::kLocation && mention.end < words.size() &&
        words[mention.end].capital && words[mention.end].token == link + 1 &&
        std::ranges::find(kLinks, story.at(link)) != std::end(kLinks))
      ++mention.end;
    joined.push_back(mention);
  }
  mentions.swap(joined);
}

}  // namespace broadsheet
