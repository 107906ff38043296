// Our side of latency.py.
//   latency_bench stories DB               the texts, people and places of DB
//   latency_bench queries DB FILE ROUNDS   microseconds of processor time, a
//                                          line a round, a number a query
// A query is asked and its first ten hits made, with their snippets.
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/index/record.h"
#include "searcher/archive_set.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBetween = "\x1f";

double cpu_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 +
         static_cast<double>(now.tv_nsec) * 1e-3;
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return text;
}

void print_stories(const ArchiveSet& archives) {
  const auto& all = archives.database;
  const auto end = all.postlist_end("");
  for (auto at = all.postlist_begin(""); at != end; ++at) {
    const Story story = decode(archives.document(*at).get_data());
    std::vector<std::string> people, places;
    for (const auto& entity : story.entities) {
      if (entity.kind == EntityKind::kPerson) people.push_back(entity.name);
      if (entity.kind != EntityKind::kPlace) continue;
      places.push_back(entity.name);
      for (const auto& outer : entity.inside) places.push_back(outer.name);
    }
    fmt::print("{}\t{}\t{}\t{}\t{}\n", one_line(story.id),
               one_line(story.article.headline), one_line(story.article.body),
               one_line(fmt::format("{}", fmt::join(people, kBetween))),
               one_line(fmt::format("{}", fmt::join(places, kBetween))));
  }
}

std::size_t ask(const ArchiveSet& archives, const std::string& typed) {
  const SearchOptions options;
  Search search(archives, {parse_query(typed, {})}, options);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < search.size(); ++i)
    bytes += search.hit(i).snippet.text.size();
  return bytes;
}

void print_times(const ArchiveSet& archives,
                 const std::vector<std::string>& queries, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    for (const auto& query : queries) {
      const double begin = cpu_microseconds();
      ask(archives, query);
      fmt::print("{:.1f} ", cpu_microseconds() - begin);
    }
    fmt::print("\n");
  }
}

int run(const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "stories") {
    with_archives({words[1]}, print_stories);
  } else if (words.size() == 4 && words[0] == "queries") {
    std::vector<std::string> queries;
    std::ifstream file(words[2]);
    for (std::string line; std::getline(file, line);) queries.push_back(line);
    with_archives({words[1]}, [&](const ArchiveSet& archives) {
      print_times(archives, queries, std::stoi(words[3]));
    });
  } else {
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  return broadsheet::run({argv + 1, argv + argc});
}
