// people and places: who and what the stories found are about.
#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "common/cli/program.h"
#include "searcher/asked_query.h"
#include "searcher/commands/run.h"
#include "searcher/counts.h"
#include "searcher/facets.h"
#include "searcher/manifest.h"
#include "searcher/name_rows.h"
#include "searcher/name_scope.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"

namespace broadsheet {
namespace {

/// A row's clause within the query whose stories were counted.
std::string within(const Query& query, const std::string& clause) {
  if (query.root.kind == NodeKind::kAll) return clause;
  Node both;
  both.kind = NodeKind::kAnd;
  both.children = {query.root, parse_query(clause, {}).root};
  return to_query(both);
}

/// The first and the last date of each row's stories, asked row by row.
void date(const ArchiveSet& archives, const Xapian::Query& stories,
          std::vector<NameRow>& rows) {
  for (auto& row : rows)
    std::tie(row.first, row.last) = first_and_last(
        dates_of(archives.database, narrowed(archives, stories, row.query)));
}

int names(const Arguments& arguments, EntityKind kind) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, name_fields());
  const auto queries = queries_of(arguments, true);
  SearchOptions options = search_options_of(arguments, true);
  const std::size_t most = std::min(
      options.limit, std::numeric_limits<std::size_t>::max() - options.offset);
  std::size_t total = 0;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    SearchOptions counting = options;
    counting.offset = counting.limit = 0;
    const Search search(archives, queries, counting);
    NameLists lists(kind);
    each_value(archives.database, search.visible_query(),
               {{kind == EntityKind::kPlace ? kSlotPlaces : kSlotPeople,
                 [&](const std::string& packed, std::size_t stories,
                     const Xapian::Document* story) {
                   if (story != nullptr)
                     lists.add(packed, date_of(*story));
                   else
                     lists.add(packed, stories);
                 }}});
    auto found = name_rows(archives, lists, name_scope_of(arguments, archives),
                           options.offset + most);
    const auto skipped = std::min(options.offset, found.rows.size());
    found.rows.erase(found.rows.begin(),
                     found.rows.begin() + static_cast<std::ptrdiff_t>(skipped));
    if (!lists.dated()) date(archives, search.visible_query(), found.rows);
    for (auto& row : found.rows) row.query = within(search.query(), row.query);
    Answer answer = search.answer();
    answer.offset = options.offset;
    answer.shown = found.rows.size();
    answer.total = total = found.total;
    write_manifest(arguments, search);
    write_out(renderer.names(answer, found.rows, render));
  });
  return found(total);
}

}  // namespace

int people(const Arguments& arguments) {
  return names(arguments, EntityKind::kPerson);
}

int places(const Arguments& arguments) {
  return names(arguments, EntityKind::kPlace);
}

}  // namespace broadsheet
