// Counts what lists of terms are made of, from the stories of an archive: the
// numbers that a known code for them is made from.
// Usage: termlists_trainer ARCHIVE HISTOGRAM
#include <isa-l/igzip_lib.h>
#include <xapian.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "indexer/bulk/termlist.h"

namespace broadsheet::bulk {
namespace {

void count(std::string_view tag, isal_huff_histogram& to) {
  isal_update_histogram(
      reinterpret_cast<std::uint8_t*>(const_cast<char*>(tag.data())),
      static_cast<int>(tag.size()), &to);
}

/// A number a line: of each literal and length, then of each distance.
std::string counted(const std::string& archive) {
  const Xapian::Database database(archive);
  const auto histogram = std::make_unique<isal_huff_histogram>();
  const std::string every;
  for (auto at = database.postlist_begin(every);
       at != database.postlist_end(every); ++at) {
    std::vector<std::pair<std::string, std::uint64_t>> terms;
    for (auto term = database.termlist_begin(*at);
         term != database.termlist_end(*at); ++term)
      terms.emplace_back(*term, term.get_wdf());
    Termlist list(terms.size(), database.get_doclength(*at));
    for (const auto& [term, wdf] : terms) list.add(term, wdf);
    count(list.bytes(), *histogram);
  }
  std::string lines;
  const auto add = [&](std::uint64_t times) {
    lines += std::to_string(times) + '\n';
  };
  for (const auto times : histogram->lit_len_histogram) add(times);
  for (const auto times : histogram->dist_histogram) add(times);
  return lines;
}

}  // namespace
}  // namespace broadsheet::bulk

int main(int argc, char** argv) {
  try {
    if (argc != 3)
      throw broadsheet::Error("usage: termlists_trainer ARCHIVE HISTOGRAM");
    broadsheet::write_file(argv[2], broadsheet::bulk::counted(argv[1]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "termlists_trainer: %s\n", error.what());
    return 2;
  }
}
