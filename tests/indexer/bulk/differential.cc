#include "tests/indexer/bulk/differential.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "common/cli/error.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/samples.h"
#include "indexer/bulk/segment_builder.h"
#include "indexer/bulk/table_check.h"

#if defined(__SANITIZE_ADDRESS__)
// Debian's libxapian 1.4.22 deletes what Database::check() makes under another
// size than it has: not ours to mend.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
  return "new_delete_type_mismatch=0";
}
#endif

namespace broadsheet::bulk {
namespace {

/// Where the encodings of docids grow by a byte.
constexpr std::uint32_t kFirstDocids[] = {
    1, 1, 1, 0x7f00, 0x8000, 0x3fff00, 0x1fffff00, 0xfff00000};
/// Checking takes memory for every docid up to the last.
constexpr std::uint32_t kMostChecked = 20'000'000;

class Differential {
 public:
  Differential(std::uint32_t seed, std::string directory)
      : random_(seed), directory_(std::move(directory)) {
    options_.sync = Sync::kNo;
    options_.block_size = 2048u << below(6);
    options_.threads = 1 + one_in(2);
    if (one_in(2))
      options_.metadata = {{"k", "v"}, {"l", std::string(9'000, 'l')}};
    SampleOptions wanted;
    wanted.seed = seed;
    wanted.documents = below(250);
    wanted.first_docid = kFirstDocids[below(std::size(kFirstDocids))];
    if (wanted.first_docid > 1) wanted.max_gap = 8;
    if (one_in(2)) wanted.max_gap = 1 + below(300);
    samples_ = make_samples(wanted);
  }

  void run() {
    const auto kind = static_cast<Compression>(below(3));
    write_by_loader(kind);
    write_by_api(expected_, options_.metadata, in("api"), options_.block_size);
    compact(in("api"), in("api.compact"), options_.block_size);
    compact(in("loader"), in("loader.compact"), options_.block_size);
    if (kind != Compression::kFast)
      compare_bytes(in("api.compact"), in("loader.compact"));
    compare();
    for (int round = 0; round < 3; ++round) {
      change();
      compare();
    }
  }

 private:
  std::uint32_t below(std::size_t n) {
    return static_cast<std::uint32_t>(random_() % n);
  }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  std::string in(const char* name) const { return directory_ + "/" + name; }

  /// Now and then with documents dropped in the merge, and with values that
  /// come after all the documents; expected_ is what that must give.
  void write_by_loader(Compression kind) {
    auto segments = write_segments(samples_, kind, 1 + below(5), in("segment"));
    expected_ = samples_;
    if (one_in(3)) segments.push_back(replace_values());
    if (one_in(3))
      std::erase_if(expected_, [this](const Sample& sample) {
        if (!one_in(10)) return false;
        options_.dropped.push_back(sample.docid);
        return true;
      });
    std::filesystem::create_directory(in("loader"));
    merge_segments(segments, in("loader"), options_);
  }

  std::string replace_values() {
    SegmentBuilder late;
    for (auto& [docid, document] : expected_) {
      if (one_in(2)) continue;
      const SegmentBuilder::Values values = {{5, "five"}, {17, "seventeen"}};
      late.add_values(docid, values);
      std::map<unsigned, std::string> all(values.begin(), values.end());
      all.insert(document.values.begin(), document.values.end());
      document.values.assign(all.begin(), all.end());
    }
    late.write(in("late"), Sync::kNo);
    return in("late");
  }

  void compare() {
    compare_contents(in("api"), in("loader"));
    if (expected_.empty() || expected_.back().docid < kMostChecked)
      check_tables(in("loader"));
    const Xapian::Database api(in("api")), loader(in("loader"));
    std::vector<std::string> terms(api.allterms_begin(), api.allterms_end());
    for (int i = 0; i < 10 && !terms.empty(); ++i)
      compare_query(api, loader, make_query(terms));
  }

  Xapian::Query make_query(const std::vector<std::string>& terms) {
    constexpr Xapian::Query::op kOperators[] = {
        Xapian::Query::OP_OR,        Xapian::Query::OP_AND,
        Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_PHRASE,
        Xapian::Query::OP_NEAR,      Xapian::Query::OP_AND_NOT};
    std::vector<std::string> some = {"common"};
    for (std::uint32_t n = 1 + below(3); n > 0; --n)
      some.push_back(terms[below(terms.size())]);
    std::shuffle(some.begin(), some.end(), random_);
    const Xapian::Query words(kOperators[below(std::size(kOperators))],
                              some.begin(), some.end());
    if (!one_in(3)) return words;
    return {Xapian::Query::OP_FILTER, words,
            Xapian::Query(Xapian::Query::OP_VALUE_GE, 17, "m")};
  }

  static void compare_query(const Xapian::Database& one,
                            const Xapian::Database& other,
                            const Xapian::Query& query) {
    const auto answer = [&](const Xapian::Database& database) {
      Xapian::Enquire enquire(database);
      enquire.set_query(query);
      std::vector<std::pair<Xapian::docid, double>> hits;
      const Xapian::MSet set = enquire.get_mset(0, 1'000);
      for (auto hit = set.begin(); hit != set.end(); ++hit)
        hits.emplace_back(*hit, hit.get_weight());
      return hits;
    };
    if (answer(one) != answer(other))
      throw Error("the answers differ for " + query.get_description());
  }

  /// Adds, replaces and deletes, the same in both.
  void change() {
    Xapian::WritableDatabase databases[] = {
        Xapian::WritableDatabase(in("api"), Xapian::DB_NO_SYNC),
        Xapian::WritableDatabase(in("loader"), Xapian::DB_NO_SYNC)};
    SampleOptions wanted;
    wanted.seed = below(1'000'000);
    wanted.documents = below(60);
    for (const Sample& sample : make_samples(wanted)) {
      const bool old = !expected_.empty() && !one_in(3);
      const std::uint32_t docid =
          old ? expected_[below(expected_.size())].docid : 0;
      const std::uint32_t what = below(3);
      for (Xapian::WritableDatabase& database : databases) {
        const auto document = to_xapian(sample.document);
        if (!old && database.get_lastdocid() < 0xffff'0000)
          database.add_document(document);
        else if (old && what == 0 && has(database, docid))
          database.delete_document(docid);
        else if (old)
          database.replace_document(docid, document);
      }
    }
    for (Xapian::WritableDatabase& database : databases) {
      database.set_metadata("changed", "yes");
      database.commit();
    }
  }

  static bool has(const Xapian::Database& database, std::uint32_t docid) {
    auto at = database.postlist_begin("");
    at.skip_to(docid);
    return at != database.postlist_end("") && *at == docid;
  }

  std::mt19937 random_;
  std::string directory_;
  MergeOptions options_;
  std::vector<Sample> samples_;
  std::vector<Sample> expected_;  ///< that the database holds
};

}  // namespace

void try_both_ways(std::uint32_t seed, const std::string& directory) {
  Differential(seed, directory).run();
}

}  // namespace broadsheet::bulk
