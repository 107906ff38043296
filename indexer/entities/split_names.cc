#include "indexer/entities/split_names.h"

#include <algorithm>

#include "indexer/entities/form_set.h"
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

}  // namespace

void join_last(Words words, std::vector<StoryName>& mentions) {
  if (mentions.size() < 2) return;
  StoryName& before = mentions[mentions.size() - 2];
  const StoryName& after = mentions.back();
  if (!parted_by_particle(words, before, after) &&
      !is_split_name(words, before, after))
    return;
  before.end = after.end;
  mentions.pop_back();
}

void join_nicknames(const TokenText& story, Words words,
                    std::vector<StoryName>& mentions) {
  std::vector<StoryName> joined;
  for (const StoryName& mention : mentions) {
    // The nickname itself may have been taken for a name.
    for (std::size_t back = 1; back <= 2 && back <= joined.size(); ++back) {
      StoryName& before = joined[joined.size() - back];
      const bool people =
          before.kind == Label::kPerson && mention.kind == Label::kPerson;
      if (people && only_nickname_between(story, words[before.end - 1].token,
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

}  // namespace broadsheet
