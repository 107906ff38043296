#include "searcher/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

#include "common/cli/error.h"
#include "common/cli/program.h"
#include "common/index/fields.h"
#include "common/index/withdrawn.h"
#include "common/text/terminal.h"
#include "searcher/counts.h"
#include "searcher/explanation.h"
#include "searcher/facets.h"
#include "searcher/name_rows.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"
#include "searcher/telling_words.h"
#include "searcher/timeline.h"

namespace broadsheet {
namespace {

const Renderer& renderer_of(const Arguments& arguments) {
  return renderer_named(arguments.text("format", "text"));
}

/// Words of a story that `similar` looks for.
constexpr std::size_t kSimilarWords = 30;

int found(std::size_t total) {
  return total > 0 ? kExitOk : kExitNothing;
}

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

int similar(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  check_fields(renderer, render, hit_fields());
  if (arguments.words.size() != 1)
    throw Error("similar to which story?", "give one id that `find` prints");
  const SearchOptions options =
      search_options_of(arguments, renderer.unlimited);
  return write_hits(
      arguments, renderer, render, options, {},
      [&](const ArchiveSet& archives) {
        return std::vector{like(archives, arguments.words.front())};
      });
}

/// The story of an id, or nothing.
std::optional<Hit> story(const ArchiveSet& archives, const std::string& id) {
  const auto& database = archives.database;
  const std::string term = label_term("Q", id);
  const auto at = database.postlist_begin(term);
  if (at == database.postlist_end(term)) return std::nullopt;
  const Story story = decode(database.get_document(*at).get_data());
  Hit hit = to_hit(story, archives.archive_of(*at));
  hit.body = story.article.body;
  return hit;
}

/// "herald:3 was withdrawn on 2026-11-23"
std::string why_missing(const Arguments& arguments, const std::string& id) {
  for (const auto& archive : archives_of(arguments))
    for (const auto& withdrawal : withdrawals(archive))
      if (withdrawal.id == id)
        return fmt::format("{} was withdrawn on {}", id,
                           withdrawal.at.substr(0, 10));
  return fmt::format("no story has the id {}", id);
}

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

/// A row's clause within the query whose stories were counted.
std::string within(const Query& query, const std::string& clause) {
  if (query.root.kind == NodeKind::kAll) return clause;
  Node both;
  both.kind = NodeKind::kAnd;
  both.children = {query.root, parse_query(clause, {}).root};
  return to_query(both);
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
    const auto counts = slot_counts(archives.database, search.visible_query(),
                                    {name_slot(kind)});
    auto found = name_rows(archives, counts.slots.at(name_slot(kind)), kind,
                           options.offset + most);
    const auto skipped = std::min(options.offset, found.rows.size());
    found.rows.erase(found.rows.begin(),
                     found.rows.begin() + static_cast<std::ptrdiff_t>(skipped));
    for (auto& row : found.rows) row.query = within(search.query(), row.query);
    Answer answer = search.answer();
    answer.offset = options.offset;
    answer.shown = found.rows.size();
    answer.total = total = found.total;
    write_out(renderer.names(answer, found.rows, render));
  });
  return found(total);
}

int people(const Arguments& arguments) {
  return names(arguments, EntityKind::kPerson);
}

int places(const Arguments& arguments) {
  return names(arguments, EntityKind::kPlace);
}

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

int explain(const Arguments& arguments) {
  const auto queries = queries_of(arguments, false);
  std::optional<std::string> id;
  if (arguments.has("id")) id = arguments.text("id");
  const SearchOptions options = search_options_of(arguments, false);
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    const Search search(archives, queries, options);
    write_out(shown_lines(explanation(archives, search, options, id),
                          Hidden::kVisible));
  });
  return kExitOk;
}

int list_fields(const Arguments&) {
  std::string text;
  for (const auto& field : fields()) {
    std::string name(field.name);
    if (!field.aliases.empty()) name += fmt::format(" ({})", field.aliases);
    text += fmt::format("{:<22} {}\n", name, field.help);
  }
  write_out(text);
  return kExitOk;
}

const std::vector<Command>& commands() {
  static const std::vector<Option> kFind = {
      {"sort", "ORDER", "relevance, newest or oldest"},
      {"expand", "", "order by the telling words of the first stories too"},
      {"facets", "LIST", "what the stories share: source,topic,people,..."}};
  static const std::vector<Option> kHiding = {
      {"include", "LIST",
       "show hidden stories too: killed,embargoed,versions"}};
  static const std::vector<Option> kOne = {
      {"id", "ID", "why this story ranks where it does"}};
  static const std::vector<Option> kBy = {
      {"by", "PERIOD", "year, month (the default) or day"}};
  static const std::vector<Option> kShown = {
      {"format", "NAME", "text, json, jsonl, csv, trec or ids"},
      {"fields", "LIST", "the columns of csv, the keys of json"},
      {"color", "WHEN", "auto, always or never"}};
  static const std::vector<Command> commands = {
      {"find", "QUERY...", "ranked stories",
       joined({kArchiveOptions, kQueryOptions, kFind, kOutputOptions}), find},
      {"show", "ID...", "whole stories, with their people and places",
       joined({kArchiveOptions, kShown}), show},
      {"people", "[QUERY]", "who is in the archive, or in the stories found",
       joined({kArchiveOptions, kQueryOptions, kOutputOptions}), people},
      {"places", "[QUERY]", "what places are",
       joined({kArchiveOptions, kQueryOptions, kOutputOptions}), places},
      {"timeline", "[QUERY]", "how many stories, period by period",
       joined({kArchiveOptions, kQueryOptions, kBy, kShown}), timeline},
      {"similar", "ID", "stories like one, by its most telling words",
       joined({kArchiveOptions, kHiding, kOutputOptions}), similar},
      {"explain", "QUERY...", "the query as understood, with counts",
       joined({kArchiveOptions, kQueryOptions, kOne}), explain},
      {"fields", "", "the fields a query may name", {}, list_fields},
  };
  return commands;
}

}  // namespace

const Program& searcher_program() {
  static const Program program{
      "searcher", "searcher: ranked answers from a Broadsheet news archive",
      commands()};
  return program;
}

}  // namespace broadsheet
