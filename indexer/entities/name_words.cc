#include "indexer/entities/name_words.h"

#include <algorithm>

#include "indexer/entities/form_set.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

bool is_one_phrase(Words words) {
  return words.front().opens_phrase &&
         std::none_of(
             words.begin() + 1, words.end(), [](const StoryWord& word) {
               return word.opens_phrase || word.phrase == PhraseClass::kNone;
             });
}

}  // namespace

bool is_place(const StoryWord& word) {
  return any_of_classes(
      word, {WordClass::kCountry, WordClass::kRegion, WordClass::kAdmin,
             WordClass::kCityBig, WordClass::kCityMiddle});
}

bool is_sure_place(const StoryWord& word) {
  const bool place =
      any_of_classes(word, {WordClass::kCountry, WordClass::kCityBig});
  const bool other = any_of_classes(
      word, {WordClass::kGiven, WordClass::kFamily, WordClass::kDemonym,
             WordClass::kAcronymOrg, WordClass::kOrgNoun});
  return place && !other && word.capital && is_hardly_small(word);
}

bool is_namesake(const StoryWord& word) {
  static const FormSet cities(
      "dallas houston london paris sydney washington wellington");
  return word.capital && cities.has(word);
}

bool is_in_run(Words words, std::uint32_t at) {
  return (!words[at].opens_region && words[at - 1].capital) ||
         (at + 1 < words.size() && !words[at + 1].opens_region &&
          words[at + 1].capital);
}

bool is_unheard(Words words) {
  return std::none_of(words.begin(), words.end(), [](const StoryWord& word) {
    return any_of_classes(word, {WordClass::kGiven, WordClass::kGivenRare,
                                 WordClass::kFamily, WordClass::kFamilyRare});
  });
}

bool is_hardly_small(const StoryWord& word) {
  return word.small == SmallShare::kNever || word.small == SmallShare::kSeldom;
}

bool is_ordinary(const StoryWord& word) {
  return word.small == SmallShare::kAlways || word.small == SmallShare::kMostly;
}

bool is_usually_small(const StoryWord& word) {
  return is_ordinary(word) || word.small == SmallShare::kSometimes;
}

bool may_stand_alone(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kGiven, WordClass::kFamily}) ||
         (is_hardly_small(word) &&
          any_of_classes(word,
                         {WordClass::kGivenRare, WordClass::kFamilyRare}));
}

bool ends_company(const StoryWord& word) {
  return word.capital && word.has(WordClass::kOrgSuffix);
}

bool is_title(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kTitle, WordClass::kRole}) &&
         !any_of_classes(word, {WordClass::kGiven, WordClass::kFamily});
}

bool is_generation(const StoryWord& word) {
  static const FormSet endings("ii iii iv jr sr");
  return endings.has(word);
}

bool is_post(const StoryWord& word) {
  static const FormSet posts(
      "administrator administrators chairmen co-chair co-chairman comptroller "
      "generals governors judges justices leader leaders ministers nominee "
      "presidents secretaries speaker undersecretary");
  return word.capital && posts.has(word);
}

bool is_never_named(const StoryWord& word) {
  static const FormSet words(
      "ave celsius ceo cfo congress counsel democrats doj fahrenheit "
      "republicans room senate");
  return is_post(word) || words.has(word);
}

bool is_one_phrase(Words words, PhraseClass kind) {
  return words.front().phrase == kind && is_one_phrase(words);
}

bool is_place_name(Words words) {
  const bool phrase =
      words.front().phrase <= PhraseClass::kCitySmall && is_one_phrase(words);
  return phrase || (words.size() == 1 && is_place(words.front()));
}

bool is_state(const StoryWord& word) {
  static const FormSet states(
      "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms "
      "mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv "
      "wi wy ala ariz ark calif colo conn del fla ill ind kan kans mass mich "
      "minn miss mont neb nebr nev okla ore penn tenn tex wash wva wis wisc "
      "wyo alabama alaska arizona arkansas california colorado connecticut "
      "delaware florida georgia hawaii idaho illinois indiana iowa kansas "
      "kentucky louisiana maine maryland massachusetts michigan minnesota "
      "mississippi missouri montana nebraska nevada ohio oklahoma oregon "
      "pennsylvania tennessee texas utah vermont virginia wisconsin wyoming");
  return word.capital && states.has(word);
}

bool is_district(const StoryWord& word) {
  static const FormSet district("d.c dc");
  return district.has(word);
}

bool names_body(const StoryWord& word) {
  return any_of_classes(word, {WordClass::kOrgNoun, WordClass::kOrgSuffix,
                               WordClass::kCompany, WordClass::kAcronymOrg});
}

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

bool is_headline_verb(const StoryWord& word) {
  static const FormSet verbs(
      "announces applauds approves asks backs blasts calls condemns "
      "congratulates criticizes defends demands dies hails hosts introduces "
      "joins meets opposes praises presses quits receives releases resigns "
      "retires says secures seeks sees tells tours unveils urges visits votes "
      "vows wants warns welcomes");
  return verbs.has(word);
}

bool is_only_state(Words words) {
  static const FormSet letters("b c d dc i id n r s u w");
  return words.size() > 1 && std::ranges::any_of(words, is_state) &&
         std::ranges::all_of(words, [](const StoryWord& word) {
           return is_state(word) || letters.has(word);
         });
}

bool follows_given_name(Words words) {
  const bool given =
      words.front().has(WordClass::kGiven) && !is_place(words.front()) &&
      !any_of_classes(words.front(), {WordClass::kTitle, WordClass::kRole});
  return words.size() > 1 && given && may_be_person(words);
}

bool may_be_person(Words words) {
  return !words.empty() && words.back().capital && !is_only_state(words) &&
         std::none_of(words.begin(), words.end(), [](const StoryWord& word) {
           return word.phrase != PhraseClass::kNone || names_body(word) ||
                  word.has(WordClass::kPlaceNoun) ||
                  word.has(WordClass::kCompass) ||
                  word.has(WordClass::kEventNoun) ||
                  (word.capital && is_usually_small(word)) ||
                  (!word.capital && !word.has(WordClass::kParticle));
         });
}

bool has_body(Words words) {
  return words.size() > 1 && !words.back().has(WordClass::kPlaceNoun) &&
         !is_place_name(words) &&
         std::any_of(words.begin() + 1, words.end(), [](const auto& word) {
           return word.capital && word.has(WordClass::kOrgNoun);
         });
}

bool is_inside_body(const StoryWord& word) {
  return word.phrase == PhraseClass::kOrganisation && !word.opens_phrase;
}

bool has_place_head(Words words) {
  static const FormSet heads(
      "ain banja beit bukit castel cerro ciudad deir donji gornji gunung "
      "iqlim jabal jebel kafr kampung khirbet kuala novi playa puerto pulau "
      "ras stari sungai tanjung teluk veliki wadi");
  return words.size() > 1 && heads.has(words.front());
}

bool has_place_tail(Words words) {
  static const FormSet tails("ave avenue blvd boulevard creek dock docks");
  static const FormSet brook("brook");  // but "Kelly Brook"
  return words.size() > 1 &&
         (tails.has(words.back()) ||
          (brook.has(words.back()) && !words.front().has(WordClass::kGiven)));
}

bool is_town(Words words) {
  return words.size() > 1 && !words.front().has(WordClass::kGiven) &&
         is_place_name(words);
}

}  // namespace broadsheet
