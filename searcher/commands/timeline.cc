// timeline: how many stories, period by period.
#include <vector>

#include "common/cli/program.h"
#include "searcher/commands/run.h"
#include "searcher/counts.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"
#include "searcher/timeline.h"

namespace broadsheet {

int timeline(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, timeline_fields());
  const Precision by = precision_of(arguments);
  const auto queries = queries_of(arguments, true);
  const std::vector<Query> every = {parse_query("*", {})};
  SearchOptions counting = search_options_of(arguments, true);
  counting.limit = 0;
  std::size_t total = 0;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    const Search search(archives, queries, counting);
    const Search all(archives, every, counting);
    const auto dates = [&](const Search& of) {
      return counts_by_date(
          slot_counts(archives.database, of.visible_query(), kDateSlots));
    };
    const auto rows = timeline_rows(dates(search), dates(all), by);
    write_out(renderer.timeline(search.answer(), rows, render));
    total = search.answer().total;
  });
  return found(total);
}

}  // namespace broadsheet
