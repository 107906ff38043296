#include "indexer/entities/annotator.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/entities/dateline.h"
#include "indexer/entities/doubtful_people.h"
#include "indexer/entities/editors.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/model.h"
#include "indexer/entities/nationalities.h"
#include "indexer/entities/native_people.h"
#include "indexer/entities/native_places.h"
#include "indexer/entities/orgs.h"
#include "indexer/entities/people.h"
#include "indexer/entities/place_witness.h"
#include "indexer/entities/rule_tagger.h"
#include "indexer/entities/story_places.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/zone_text.h"

namespace broadsheet {

namespace {

/// Is a sentence of it in small letters, and not just a sign-off?
bool has_prose(std::string_view text) {
  constexpr std::size_t kSentence = 40;  // small letters
  std::size_t small = 0;
  for (std::size_t at = 0; at < text.size() && small < kSentence;) {
    const char32_t c = next_char(text, at);
    const bool ascii = c < 0x80;
    small +=
        ascii ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0;
  }
  return small == kSentence;
}

bool is_english(std::string_view language) {
  return language == "en" || language == "und";
}

}  // namespace

/// The model has learnt from English; the rules know names of all languages
/// that write them with capitals.
struct Annotator::State {
  State(const Gazetteer& places, const TaggerModel& model)
      : gazetteer(places), english(model), others(places) {}

  const Gazetteer& gazetteer;
  Tagger english;
  RuleTagger others;

  TaggedStory tag(std::string_view language, std::string_view headline,
                  std::string_view body) {
    return is_english(language) ? english.tag(headline, body)
                                : others.tag(headline, body);
  }
};

namespace {

using Zones = std::array<ZoneText, 2>;

Zones zones_of(std::string_view headline, std::string_view body,
               TaggedStory&& story) {
  Zones zones = {{{Zone::kHeadline, headline, std::move(story.headline)},
                  {Zone::kBody, body, std::move(story.body)}}};
  // Signs alone name nothing.
  for (ZoneText& zone : zones)
    std::erase_if(zone.spans,
                  [&](const TaggedSpan& span) { return !zone.has_word(span); });
  return zones;
}

/// The first word of the name in words [first, end): "Tun" is none of it.
std::size_t name_begin(const ZoneText& zone, std::size_t first,
                       std::size_t end) {
  while (first + 1 < end && is_address(zone.words[first].folded)) ++first;
  return first;
}

Entities find_people(const Zones& zones) {
  std::vector<PersonMention> mentions;
  for (const ZoneText& zone : zones) {
    std::size_t least = 0;  // no title reaches into the name before
    for (TaggedSpan span : zone.spans) {
      if (span.label != Label::kPerson) continue;
      const std::size_t end = zone.word_at(span.end);
      const std::size_t first = name_begin(zone, zone.first_word(span), end);
      span.begin = std::max(span.begin, zone.words[first].begin);
      mentions.push_back({zone.mention(span), zone.of(span),
                          role_of(zone.text, zone.words, first, end, least)});
      least = end;
    }
  }
  cut_possessives(mentions);
  return group_people(mentions);
}

/// Those of all lists in their order, each moved once: they are large.
Entities sorted(std::span<Entities* const> lists) {
  std::vector<Entity*> order;
  std::size_t count = 0;
  for (const Entities* list : lists) count += list->size();
  order.reserve(count);
  for (Entities* list : lists)
    for (Entity& entity : *list) order.push_back(&entity);
  const auto key = [](const Entity& e) {
    return std::tuple(e.kind, -static_cast<long>(e.mentions.size()),
                      std::string_view(e.name), e.place_id);
  };
  std::stable_sort(
      order.begin(), order.end(),
      [&](const Entity* a, const Entity* b) { return key(*a) < key(*b); });
  Entities all;
  all.reserve(order.size());
  for (Entity* entity : order) all.push_back(std::move(*entity));
  return all;
}

}  // namespace

Annotator::Annotator(const Gazetteer& gazetteer)
    : Annotator(gazetteer, TaggerModel::embedded()) {}

Annotator::Annotator(const Gazetteer& gazetteer, const TaggerModel& model)
    : state_(std::make_unique<State>(gazetteer, model)) {}

Annotator::~Annotator() = default;

TaggedStory Annotator::tag(const Article& article, std::string_view language) {
  return state_->tag(language, head_of(article.headline, kMaxTagged),
                     head_of(article.body, kMaxTagged));
}

Entities Annotator::annotate(const Article& article, std::string_view language,
                             const Place* home) {
  return annotate(article, language, home, tag(article, language));
}

Entities Annotator::annotate(const Article& article, std::string_view language,
                             const Place* home, TaggedStory&& tagged) {
  const std::string_view headline = head_of(article.headline, kMaxTagged);
  const std::string_view body = head_of(article.body, kMaxTagged);
  Zones zones = zones_of(headline, body, std::move(tagged));
  claim_people(article.people, zones);
  if (!is_english(language)) {
    add_native_people(zones);
    for (ZoneText& zone : zones) add_native_places(zone, state_->gazetteer);
  }
  settle_places(zones, state_->gazetteer);

  Entities people = find_people(zones);
  join_editors_people(article.people, people);
  drop_doubtful(people, has_prose(headline) || has_prose(body));
  Entities orgs = group_orgs(zones);
  join_editors_orgs(article.orgs, orgs);

  Entities nationalities = find_nationalities(zones, state_->gazetteer);
  const std::string_view dateline = article.dateline.empty()
                                        ? leading_dateline(zones[1].text)
                                        : article.dateline;
  Entities places =
      find_places(zones, {dateline, article.places, nationalities, home},
                  state_->gazetteer);

  return sorted(std::array{&people, &places, &orgs, &nationalities});
}

}  // namespace broadsheet
