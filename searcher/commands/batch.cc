// batch: many queries, one table, or all their stories.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "common/cli/program.h"
#include "searcher/asked_query.h"
#include "searcher/batch_file.h"
#include "searcher/commands/answer_stream.h"
#include "searcher/commands/run.h"
#include "searcher/counts.h"
#include "searcher/query/parser.h"
#include "searcher/request.h"

namespace broadsheet {
namespace {

struct Topic {
  std::string id;
  Query query;
};

/// Every query of the file. Throws one Error for all that cannot be understood.
std::vector<Topic> topics_of(const Arguments& arguments) {
  if (arguments.words.size() != 1)
    throw Error("batch of which file?", "give one, or - for standard input");
  const auto& file = arguments.words.front();
  std::vector<Topic> topics;
  std::string errors;
  std::size_t faulty = 0;
  for (const auto& [id, typed, line] : batch_queries(text_of(file))) try {
      topics.push_back({id, query_of(arguments, typed)});
    } catch (const QueryError& error) {
      errors += fmt::format("\n{}:{}: {}", file, line, error.what());
      ++faulty;
    }
  if (faulty > 0)
    throw Error(
        fmt::format("{} of {} queries cannot be understood; none was "
                    "run{}",
                    faulty, topics.size() + faulty, errors));
  if (topics.empty()) throw Error(fmt::format("{}: no query in it", file));
  return topics;
}

BatchRow row_of(const ArchiveSet& archives, const Topic& topic,
                const SearchOptions& options) {
  const Search search(archives, {topic.query}, options);
  const auto [first, last] =
      first_and_last(dates_of(archives.database, search.visible_query()));
  return {topic.id, topic.query.typed, search.answer().total, first, last};
}

/// --hits: what stands in front of a format's hits, then the hits of each
/// topic. Returns how many they are.
std::size_t stream_hits(const ArchiveSet& archives,
                        const std::vector<Topic>& topics,
                        const SearchOptions& options, const Renderer& renderer,
                        RenderOptions render, AnswerStream& out) {
  out.begin();
  render.topic = topics.front().id;
  out.add(renderer.head({}, render));
  const auto depth = renderer.depth(render);
  std::size_t total = 0;
  for (const auto& topic : topics) {
    render.topic = topic.id;
    Search search(archives, {topic.query}, options);
    for (std::size_t i = 0; i < search.size(); ++i)
      out.add(renderer.hit(search.hit(i, depth), false, render));
    total += search.size();
  }
  out.end();
  return total;
}

}  // namespace

int batch(const Arguments& arguments) {
  const Renderer& renderer = renderer_of(arguments);
  const RenderOptions render = render_options_of(arguments);
  const auto hits = arguments.number("hits");
  check_fields(renderer, render, hits ? hit_fields() : batch_fields());
  if (hits && !renderer.unlimited)
    throw Error(fmt::format("--hits does not apply to {}", renderer.name),
                "use --format trec, csv or jsonl");
  const auto topics = topics_of(arguments);
  SearchOptions options = search_options_of(arguments, false);
  options.limit = hits.value_or(0);
  options.remarks = false;
  std::size_t total = 0;
  AnswerStream out;
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    if (hits) {
      total = stream_hits(archives, topics, options, renderer, render, out);
      return;
    }
    Answer answer;
    answer.generation = archives.snapshots;
    answer.version = BROADSHEET_VERSION;
    std::vector<BatchRow> rows;
    for (const auto& topic : topics) {
      rows.push_back(row_of(archives, topic, options));
      answer.total += rows.back().total;
    }
    write_out(renderer.batch(answer, rows, render));
    total = answer.total;
  });
  return found(total);
}

}  // namespace broadsheet
