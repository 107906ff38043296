#include "searcher/story_hit.h"

namespace broadsheet {
namespace {

HitEntity to_hit(const Entity& entity) {
  HitEntity hit;
  hit.name = entity.name;
  hit.spellings = entity.spellings;
  hit.mentions = entity.mentions.size();
  hit.role = entity.role;
  hit.id = entity.place_id;
  hit.country = entity.country;
  hit.lat = entity.lat;
  hit.lon = entity.lon;
  hit.dateline = entity.dateline;
  hit.editors = entity.editors;
  for (const auto& mention : entity.mentions)
    if (mention.zone == Zone::kBody)
      hit.spans.emplace_back(mention.begin, mention.end);
  return hit;
}

}  // namespace

Hit to_hit(const Story& story, const std::string& archive) {
  const Article& article = story.article;
  Hit hit;
  hit.id = story.id;
  hit.archive = archive;
  hit.headline = article.headline;
  hit.date = to_string(article.date);
  hit.date_precision = to_string(article.date.precision);
  hit.date_source = article.date_source;
  hit.source = article.source;
  hit.byline = article.byline;
  hit.section = article.section;
  hit.language = story.language;
  hit.url = article.url;
  hit.origin = article.origin;
  hit.status = story.status();
  hit.version = article.version;
  hit.correction = article.correction;
  hit.crawled = article.crawled;
  hit.word_confidence = article.word_confidence;
  hit.dateline = article.dateline;
  hit.topics = article.topics;
  for (const auto& entity : story.entities) {
    switch (entity.kind) {
      case EntityKind::kPerson:
        hit.people.push_back(to_hit(entity));
        break;
      case EntityKind::kPlace:
        hit.places.push_back(to_hit(entity));
        break;
      case EntityKind::kOrg:
        hit.orgs.push_back(entity.name);
        break;
      case EntityKind::kNationality:
        hit.nationalities.push_back(entity.name);
        break;
    }
  }
  return hit;
}

}  // namespace broadsheet
