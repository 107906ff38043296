#include "indexer/bulk/table_check.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/bulk/output_file.h"
#include "indexer/bulk/scratch_directory.h"
#include "indexer/bulk/task_threads.h"

namespace broadsheet::bulk {
namespace {

void check(const std::string& path) {
  std::ostringstream report;
  try {
    if (Xapian::Database::check(path, 0, &report) == 0) return;
  } catch (const Xapian::Error& error) {
    report << error.get_description();
  } catch (const std::exception& error) {
    report << error.what();
  }
  std::string fault = path + " is damaged: " + report.str();
  std::ranges::replace(fault, '\n', ' ');
  throw Damaged(fault);
}

}  // namespace

// Those whose tags have to be unpacked take longest.
void check_tables(const std::string& database) {
  std::vector<Task> tables;
  for (const auto kind : {kTermlist, kDocdata, kPosition, kPostlist})
    if (auto path = table_path(database, kind); std::filesystem::exists(path))
      tables.emplace_back([path = std::move(path)] { check(path); });
  run_tasks(tables, std::thread::hardware_concurrency());
  for (auto& table : tables) table.get_future().get();
}

void check_table_apart(const std::string& directory, TableKind kind,
                       const TableRoot& root, std::uint32_t block_size,
                       const Statistics& statistics) {
  if (root.blocks == 0) return;
  const std::string path = table_path(directory, kind);
  const ScratchDirectory apart(path + ".check");
  const std::string there = table_path(apart.path(), kind);
  VersionFile version;
  version.block_size = block_size;
  version.tables[kind] = root;
  version.statistics = statistics;
  write_version_file(apart.path(), version, Sync::kNo);
  rename_file(path, there);
  check(there);
  rename_file(there, path);
}

}  // namespace broadsheet::bulk
