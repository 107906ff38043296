// find and similar: ranked stories.
#include <fmt/format.h>

#include <functional>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/fields.h"
#include "searcher/commands/run.h"
#include "searcher/facets.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"
#include "searcher/telling_words.h"

namespace broadsheet {
namespace {

/// Words of a story that `similar` looks for.
constexpr std::size_t kSimilarWords = 30;

/// Searches and writes the page; `queries_for` gives the query's readings.
int write_hits(
    const Arguments& arguments, const Renderer& renderer,
    const RenderOptions& render, const SearchOptions& options,
    const std::vector<std::string>& wanted,
    const std::function<std::vector<Query>(const ArchiveSet&)>& queries_for) {
  std::size_t total = 0;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    const auto queries = queries_for(archives);
    Search search(archives, queries, options);
    Answer answer = search.answer();
    answer.facets = facets(archives, search.visible_query(), wanted);
    std::string page = renderer.head(answer, render);
    for (std::size_t i = 0; i < search.size(); ++i)
      page += renderer.hit(search.hit(i), i == 0, render);
    write_out(page + renderer.tail(answer, render));
    total = answer.total;
  });
  return found(total);
}

/// Stories that share the most telling words of one, best first.
Query like(const ArchiveSet& archives, const std::string& id) {
  const auto term = label_term("Q", id);
  const auto at = archives.database.postlist_begin(term);
  if (at == archives.database.postlist_end(term))
    throw Error(fmt::format("no story has the id {}", id),
                "`searcher find` prints ids");
  std::string words;
  for (const auto& word :
       telling_words(archives.database, {*at}, kSimilarWords))
    words += (words.empty() ? "" : " OR ") + word.text;
  if (words.empty())
    throw Error(fmt::format("{}: no word of it is another story's too", id));
  auto query = parse_query(fmt::format("({}) NOT id:\"{}\"", words, id), {});
  query.typed = id;
  query.match = Match::kAny;
  return query;
}

}  // namespace

int find(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, hit_fields());
  const auto wanted = facets_of(arguments);
  if (!wanted.empty() && !renderer.shows_facets)
    throw Error(fmt::format("--facets does not apply to {}", renderer.name),
                "use --format text or json");
  const auto queries = queries_of(arguments, false);
  const SearchOptions options =
      search_options_of(arguments, renderer.unlimited);
  return write_hits(arguments, renderer, render, options, wanted,
                    [&](const ArchiveSet&) { return queries; });
}

int similar(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, hit_fields());
  if (arguments.words.size() != 1)
    throw Error("similar to which story?", "give one id that `find` prints");
  SearchOptions options = search_options_of(arguments, renderer.unlimited);
  options.expand = false;  // the words are telling ones as they are
  return write_hits(
      arguments, renderer, render, options, {},
      [&](const ArchiveSet& archives) {
        return std::vector{like(archives, arguments.words.front())};
      });
}

}  // namespace broadsheet
