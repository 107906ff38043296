#include "indexer/rollback.h"

#include <fmt/format.h>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "indexer/bulk/table_check.h"
#include "indexer/generations.h"
#include "indexer/ledger.h"
#include "indexer/withdrawal.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

void roll_back(const fs::path& archive, Report& report) {
  finish_withdrawals(archive);
  const std::string live = live_generation(archive);
  report.previous_generation = live;
  const auto before = generation_before(archive, live);
  if (!before)
    throw Error(fmt::format("{}: no generation before {} is kept",
                            archive.string(), live),
                "rebuild makes the archive anew");
  report.generation = *before;
  bulk::check_tables((archive / *before).string());
  report_totals(counts_of(open_archive(archive / *before)), report);
  publish(archive, *before);
  mark_left(archive, live);
}

}  // namespace

Report roll_back(const fs::path& archive, const fs::path& copy) {
  Report report;
  report.command = "rollback";
  live_generation(archive);
  const WriterLock lock(archive);
  Ledger ledger(archive, copy, report);
  try {
    roll_back(archive, report);
  } catch (const std::exception& error) {
    ledger.refuse(error.what());
    throw;
  }
  ledger.close(Outcome::kPublished, kExitOk);
  return report;
}

}  // namespace broadsheet
