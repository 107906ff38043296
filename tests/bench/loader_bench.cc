// The bulk loader against the library's own writer: the same prepared documents
// through both. `loader_bench DIRECTORY [ROUNDS]`: Reuters-21578 in SGML, or
// any files, each one text.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "common/index/analysis.h"
#include "common/index/stems.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/table_check.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using bulk::Compression;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What stands between the tags of a story; the whole of what has no tags.
std::vector<std::string> texts_of(const std::string& bytes) {
  std::vector<std::string> texts;
  constexpr std::string_view kBegin = "<TEXT", kEnd = "</TEXT>";
  for (std::size_t at = 0; (at = bytes.find(kBegin, at)) != bytes.npos;) {
    at = bytes.find('>', at) + 1;
    texts.push_back(bytes.substr(at, bytes.find(kEnd, at) - at));
  }
  if (texts.empty()) texts.push_back(bytes);
  return texts;
}

IndexDocument make_document(const std::string& id, std::string text,
                            Stemmer& stemmer, TermTable& terms) {
  terms.add(terms.number_of("Q" + id));
  Tokenizer tokenizer(text, 1);
  for (Token token; tokenizer.next(token);) {
    terms.post(terms.number_of(token.term()), token.position, 1);
    if (token.stemmable)
      terms.count(terms.number_of(std::string("Z").append(stemmer.stem(token))),
                  1);
  }
  IndexDocument document;
  document.terms = terms.take();
  document.id = id;
  document.values = {{0, "19870226" + id}, {11, "reuters"}};
  document.data = std::move(text);
  return document;
}

struct Corpus {
  std::vector<IndexDocument> documents;
  double megabytes = 0;
};

Corpus read_corpus(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.path().extension() == ".sgm") files.push_back(entry.path());
  if (files.empty())
    for (const auto& entry : fs::recursive_directory_iterator(directory))
      if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Corpus corpus;
  Stemmer stemmer("en");
  TermTable terms;
  for (const fs::path& file : files) {
    for (std::string& text : texts_of(read_file(file))) {
      corpus.megabytes += static_cast<double>(text.size()) / 1e6;
      const auto id = fmt::format("reuters:{}", corpus.documents.size() + 1);
      corpus.documents.push_back(
          make_document(id, std::move(text), stemmer, terms));
    }
  }
  return corpus;
}

void write_by_api(const Corpus& corpus, const fs::path& directory) {
  Xapian::WritableDatabase database(
      directory / "db", Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  for (const IndexDocument& document : corpus.documents)
    database.add_document(bulk::to_xapian(document));
  database.commit();
}

struct LoaderOptions {
  Compression compression;
  unsigned threads;
  bool check = false;  ///< every table, at the end
};

/// One thread's part: batches of documents as they come.
void build_segment(const Corpus& corpus, Compression compression,
                   const std::string& path, std::atomic<std::size_t>& next) {
  constexpr std::size_t kBatch = 64;
  const auto& documents = corpus.documents;
  bulk::SegmentBuilder builder(compression);
  for (std::size_t at; (at = next.fetch_add(kBatch)) < documents.size();) {
    const std::size_t end = std::min(at + kBatch, documents.size());
    for (; at < end; ++at)
      builder.add(static_cast<std::uint32_t>(at + 1), documents[at]);
  }
  builder.write(path, bulk::Sync::kNo);
}

void write_by_loader(const Corpus& corpus, const LoaderOptions& options,
                     const fs::path& directory) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::string> segments;
  for (unsigned i = 0; i < options.threads; ++i)
    segments.push_back(directory / fmt::format("segment{}", i));
  {
    std::vector<std::jthread> threads;
    for (const std::string& path : segments)
      threads.emplace_back(
          [&] { build_segment(corpus, options.compression, path, next); });
  }
  fs::create_directory(directory / "db");
  bulk::MergeOptions merge;
  merge.threads = options.threads;
  merge.sync = bulk::Sync::kNo;
  merge_segments(segments, directory / "db", merge);
  if (options.check) bulk::check_tables(directory / "db");
}

/// Kilobytes, from /proc/self/status.
long memory(std::string_view what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(what)) return std::stol(line.substr(what.size() + 1));
  return 0;
}

struct Measured {
  double seconds = 0;
  double processor_seconds = 0;  ///< of all threads
  double index_megabytes = 0;
  double memory_megabytes = 0;  ///< peak, above the prepared documents
};

double processor_seconds() {
  rusage used;
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) +
           static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// In a process of its own, whose peak memory is the run's.
Measured measure(const std::function<void(const fs::path&)>& run) {
  const bulk::ScratchDirectory scratch(fs::temp_directory_path() / "bench");
  const fs::path directory = scratch.path();
  int ends[2];
  if (::pipe(ends) != 0) return {};
  Measured result;
  const pid_t child = ::fork();
  if (child == 0) {
    std::ofstream("/proc/self/clear_refs") << 5;
    const long before = memory("VmRSS");
    const auto start = std::chrono::steady_clock::now();
    run(directory);
    result.processor_seconds = processor_seconds();
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;
    result.seconds = took.count();
    result.memory_megabytes =
        static_cast<double>(memory("VmHWM") - before) / 1e3;
    for (const auto& file : fs::directory_iterator(directory / "db"))
      result.index_megabytes += static_cast<double>(file.file_size()) / 1e6;
    ::_exit(::write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
  }
  ::close(ends[1]);
  const bool got = ::read(ends[0], &result, sizeof result) == sizeof result;
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  if (!got) throw std::runtime_error("a run failed");
  return result;
}

struct Row {
  std::string name;
  std::function<void(const fs::path&)> run;
  std::vector<double> seconds = {};
  std::vector<double> ratios = {};  ///< to the first row, in the same round
  std::vector<double> processor_ratios = {};
  Measured last = {};
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::vector<Row> make_rows(const Corpus& corpus) {
  std::vector<Row> rows;
  rows.push_back({"plain API", [&](const fs::path& directory) {
                    write_by_api(corpus, directory);
                  }});
  const std::pair<const char*, LoaderOptions> kinds[] = {
      {"zlib 6", {Compression::kZlib, 1}},
      {"as it ships", {Compression::kFast, 1}},
      {"no compression", {Compression::kNone, 1}},
      {"as it ships, tables checked", {Compression::kFast, 1, true}},
  };
  for (const auto& [name, options] : kinds)
    for (const unsigned threads : {1U, 2U}) {
      LoaderOptions these = options;
      these.threads = threads;
      rows.push_back({fmt::format("{}, {} thread(s)", name, threads),
                      [&corpus, these](const fs::path& directory) {
                        write_by_loader(corpus, these, directory);
                      }});
    }
  return rows;
}

int bench(const fs::path& directory, int rounds) {
  const Corpus corpus = read_corpus(directory);
  std::cout << fmt::format("{} documents, {:.1f} MB\n", corpus.documents.size(),
                           corpus.megabytes);
  std::vector<Row> rows = make_rows(corpus);
  for (int round = 0; round < rounds; ++round)
    for (Row& row : rows) {
      row.last = measure(row.run);
      row.seconds.push_back(row.last.seconds);
      row.ratios.push_back(rows[0].last.seconds / row.last.seconds);
      row.processor_ratios.push_back(rows[0].last.processor_seconds /
                                     row.last.processor_seconds);
    }
  std::cout << fmt::format("{:42}{:>9}{:>8}{:>8}{:>8}{:>10}{:>10}\n", "medians",
                           "seconds", "MB/s", "ratio", "of CPU", "index MB",
                           "memory MB");
  for (const Row& row : rows)
    std::cout << fmt::format(
        "{:42}{:9.3f}{:8.1f}{:8.1f}{:8.1f}{:10.1f}{:10.1f}\n", row.name,
        median(row.seconds), corpus.megabytes / median(row.seconds),
        median(row.ratios), median(row.processor_ratios),
        row.last.index_megabytes, row.last.memory_megabytes);
  return 0;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: loader_bench DIRECTORY [ROUNDS]\n";
    return 2;
  }
  return broadsheet::bench(argv[1], argc > 2 ? std::stoi(argv[2]) : 5);
}
