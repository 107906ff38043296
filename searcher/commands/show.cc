// show: whole stories.
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/fields.h"
#include "common/index/withdrawn.h"
#include "searcher/commands/run.h"
#include "searcher/copies.h"
#include "searcher/request.h"
#include "searcher/story_hit.h"
#include "searcher/versions.h"

namespace broadsheet {
namespace {

/// The story of an id, or nothing.
std::optional<Hit> story(const ArchiveSet& archives, const std::string& id) {
  const auto& database = archives.database;
  const std::string term = label_term("Q", id);
  const auto at = database.postlist_begin(term);
  if (at == database.postlist_end(term)) return std::nullopt;
  const Story story = decode(database.get_document(*at).get_data());
  Hit hit = to_hit(story, archives.archive_of(*at));
  hit.body = story.article.body;
  hit.whole = true;
  const auto group =
      copy_group(archives, Xapian::Query::MatchAll, *at, kSlotCopyNear);
  for (std::size_t i = 0; i < group.stories.size(); ++i)
    if (group.stories[i] != *at) hit.other_copies.push_back(group.told[i]);
  hit.copies = hit.other_copies.size();
  hit.versions = versions_of(database, story);
  return hit;
}

/// "herald:3 was withdrawn on 2026-11-23"
std::string why_missing(const Arguments& arguments, const std::string& id) {
  for (const auto& archive : archives_of(arguments))
    for (const auto& withdrawal : withdrawals(archive))
      if (withdrawal.id == id || withdrawal.id.starts_with(id + "@"))
        return fmt::format("{} was withdrawn on {}", id,
                           withdrawal.at.substr(0, 10));
  return fmt::format("no story has the id {}", id);
}

}  // namespace

int show(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, hit_fields());
  if (arguments.words.empty())
    throw Error("show which story?", "give the ids that `find` prints");
  Answer answer;
  std::vector<std::string> missing;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    std::vector<Hit> hits;
    missing.clear();
    for (const auto& id : arguments.words) {
      auto hit = story(archives, id);
      if (!hit) {
        missing.push_back(id);
        continue;
      }
      hit->rank = hits.size() + 1;
      hits.push_back(std::move(*hit));
    }
    answer.total = answer.shown = hits.size();
    answer.generation = archives.snapshots;
    answer.version = BROADSHEET_VERSION;
    std::string page = renderer.head(answer, render);
    for (std::size_t i = 0; i < hits.size(); ++i)
      page += renderer.hit(hits[i], i == 0, render);
    write_out(page + renderer.tail(answer, render));
  });
  for (const auto& id : missing)
    write_error(fmt::format("searcher: {}\n", why_missing(arguments, id)));
  return missing.empty() ? kExitOk : kExitNothing;
}

}  // namespace broadsheet
