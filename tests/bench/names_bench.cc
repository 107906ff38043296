// How fast are names found? names_bench FILE... reads the files, each a story,
// and prints the megabytes a second of one core: the tokenizer alone, the
// tagger, and all that is inferred. The median of several rounds in turn.
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/entities/annotator.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/token.h"

namespace broadsheet {
namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double seconds(const std::vector<std::string>& stories, Work&& work) {
  const double begin = cpu_seconds();
  for (const std::string& story : stories) work(story);
  return cpu_seconds() - begin;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print(const char* what, std::size_t bytes, std::vector<double> times) {
  fmt::print("{:10} {:7.1f} MB/s\n", what,
             static_cast<double>(bytes) / 1e6 / median(std::move(times)));
}

void run(const std::vector<std::string>& stories) {
  constexpr int kRounds = 5;
  std::size_t bytes = 0;
  for (const std::string& story : stories) bytes += story.size();
  const double before = cpu_seconds();
  const TaggerModel& model = TaggerModel::embedded();
  fmt::print("model loaded in {:.2f} ms\n", (cpu_seconds() - before) * 1e3);
  const Gazetteer gazetteer;
  std::vector<double> tokenizer, tagging, annotating;
  std::vector<TaggerToken> tokens;
  Article article;
  std::size_t names = 0;
  for (int round = 0; round < kRounds; ++round) {
    tokenizer.push_back(
        seconds(stories, [&](const std::string& s) { tokenize(s, tokens); }));
    Tagger tagger(model);
    names = 0;
    tagging.push_back(seconds(stories, [&](const std::string& s) {
      names += tagger.tag("", s).body.size();
    }));
    Annotator annotator(gazetteer);
    annotating.push_back(seconds(stories, [&](const std::string& s) {
      article.body = s;
      annotator.annotate(article, "en");
    }));
  }
  print("tokenizer", bytes, std::move(tokenizer));
  print("tagger", bytes, std::move(tagging));
  print("annotator", bytes, std::move(annotating));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} stories, {:.1f} MB, {} names, {} MB resident at most\n",
             stories.size(), static_cast<double>(bytes) / 1e6, names,
             usage.ru_maxrss / 1024);
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  std::vector<std::string> stories;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    stories.emplace_back(std::istreambuf_iterator<char>(in),
                         std::istreambuf_iterator<char>());
  }
  if (stories.empty()) {
    fmt::print(stderr, "usage: names_bench FILE...\n");
    return 2;
  }
  broadsheet::run(stories);
}
