// timeline: how many stories, period by period.
#include <algorithm>
#include <utility>
#include <vector>

#include "common/cli/program.h"
#include "searcher/asked_query.h"
#include "searcher/commands/run.h"
#include "searcher/counts.h"
#include "searcher/facets.h"
#include "searcher/manifest.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"
#include "searcher/timeline.h"

namespace broadsheet {

namespace {

/// --split: a chart for each of the most frequent values.
std::vector<TimelineRow> split_rows(const ArchiveSet& archives,
                                    const Xapian::Query& stories,
                                    const Split& split,
                                    const std::vector<TimelineRow>& whole,
                                    Precision by) {
  std::vector<TimelineRow> rows;
  auto values = facets(archives, stories, {split.facet}).front().values;
  std::erase_if(values, [](const auto& value) { return value.query.empty(); });
  values.resize(std::min(values.size(), split.most));
  for (const auto& value : values) {
    const auto dates =
        dates_of(archives.database, narrowed(archives, stories, value.query));
    for (auto& row : timeline_rows(whole, value.value, dates, by))
      rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

int timeline(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, timeline_fields());
  const Precision by = precision_of(arguments);
  const auto split = split_of(arguments);
  const auto queries = queries_of(arguments, true);
  const std::vector<Query> every = {parse_query("*", {})};
  SearchOptions counting = search_options_of(arguments, true);
  counting.limit = 0;
  std::size_t total = 0;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    const Search search(archives, queries, counting);
    const Search all(archives, every, counting);
    auto rows =
        timeline_rows(dates_of(archives.database, search.visible_query()),
                      dates_of(archives.database, all.visible_query()), by);
    if (split)
      rows = split_rows(archives, search.visible_query(), *split, rows, by);
    write_manifest(arguments, search);
    write_out(renderer.timeline(search.answer(), rows, render));
    total = search.answer().total;
  });
  return found(total);
}

}  // namespace broadsheet
