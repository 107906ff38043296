// find and similar: ranked stories.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/fields.h"
#include "searcher/asked_query.h"
#include "searcher/commands/answer_stream.h"
#include "searcher/commands/run.h"
#include "searcher/facets.h"
#include "searcher/manifest.h"
#include "searcher/name_scope.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"
#include "searcher/telling_words.h"
#include "searcher/watermark.h"

namespace broadsheet {
namespace {

/// Words of a story that `similar` looks for.
constexpr std::size_t kSimilarWords = 30;

/// What is asked beside the query.
struct Asked {
  const Renderer& renderer;
  RenderOptions render;
  SearchOptions options;
  std::vector<std::string> facets;
  std::optional<Watermark> watermark;
};

Asked asked_of(const Arguments& arguments) {
  Asked asked{renderer_of(arguments), render_options_of(arguments), {}, {}, {}};
  check_fields(asked.renderer, asked.render, hit_fields());
  asked.options = search_options_of(arguments, asked.renderer.unlimited);
  asked.options.remarks = asked.renderer.shows_answer;
  return asked;
}

/// Writes one hit after the other.
void stream(const Asked& asked, Search& search, const Answer& answer,
            AnswerStream& out) {
  out.add(asked.renderer.head(answer, asked.render));
  const auto depth = asked.renderer.depth(asked.render);
  for (std::size_t i = 0; i < search.size(); ++i)
    out.add(asked.renderer.hit(search.hit(i, depth), i == 0, asked.render));
  out.add(asked.renderer.tail(answer, asked.render));
  out.end();
}

/// Searches and writes the page; `queries_for` gives the query's readings.
int write_hits(
    const Arguments& arguments, Asked& asked,
    const std::function<std::vector<Query>(const ArchiveSet&)>& queries_for) {
  std::size_t total = 0;
  AnswerStream out;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    out.begin();
    const auto queries = queries_for(archives);
    if (asked.watermark)
      asked.options.added_after =
          asked.watermark->marks(archives, typed_query_of(arguments));
    Search search(archives, queries, asked.options);
    Answer answer = search.answer();
    answer.facets = facets(archives, search.visible_query(), asked.facets,
                           name_scope_of(arguments, archives));
    write_manifest(arguments, search);
    stream(asked, search, answer, out);
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
                "`searcher find` prints ids", kExitNothing);
  std::string words;
  for (const auto& word :
       telling_words(archives.database, {{*at}}, kSimilarWords))
    words += (words.empty() ? "" : " OR ") + word.text;
  if (words.empty())
    throw Error(fmt::format("{}: no word of it is another story's too", id));
  auto query = parse_query(fmt::format("({}) NOT id:\"{}\"", words, id), {});
  query.typed = id;
  return query;
}

}  // namespace

int find(const Arguments& arguments) {
  Asked asked = asked_of(arguments);
  asked.facets = facets_of(arguments);
  if (!asked.facets.empty() && !asked.renderer.shows_answer)
    throw Error(
        fmt::format("--facets does not apply to {}", asked.renderer.name),
        "use --format text or json");
  if (arguments.has("within") &&
      std::ranges::find(asked.facets, "places") == asked.facets.end())
    throw Error("--within chooses among places", "give --facets places too");
  const auto queries = queries_of(arguments, false);
  if (!arguments.has("since-last"))
    return write_hits(arguments, asked,
                      [&](const ArchiveSet&) { return queries; });
  const auto name = arguments.text("since-last");
  if (arguments.has("limit") || arguments.has("offset"))
    throw Error("--since-last with --limit or --offset would lose stories");
  asked.options.limit = std::numeric_limits<std::size_t>::max();
  asked.watermark.emplace(name);
  const bool first = asked.watermark->is_first();
  const int code =
      write_hits(arguments, asked, [&](const ArchiveSet&) { return queries; });
  flush_out();
  asked.watermark->save();
  if (first)
    write_error(
        fmt::format("searcher: --since-last {}: the first run; stories "
                    "added from now on will be found\n",
                    name));
  return code;
}

int similar(const Arguments& arguments) {
  Asked asked = asked_of(arguments);
  if (arguments.words.size() != 1)
    throw Error("similar to which story?", "give one id that `find` prints");
  asked.options.expand = false;  // the words are telling ones as they are
  return write_hits(arguments, asked, [&](const ArchiveSet& archives) {
    return std::vector{like(archives, arguments.words.front())};
  });
}

}  // namespace broadsheet
