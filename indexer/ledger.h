// The reports that runs leave in an archive.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/report.h"

namespace broadsheet {

/// The report of one run, from its beginning to its end: written into the
/// archive, whatever the outcome, and to `copy` if that is not empty.
class Ledger {
 public:
  /// Notes the time. `report` must outlive this.
  Ledger(const std::filesystem::path& archive,
         const std::filesystem::path& copy, Report& report);

  /// Throws Error if the report cannot be written.
  void close(Outcome outcome, int exit);
  /// As refused, for this reason. Where the report cannot be written either,
  /// the reason matters more: nothing is thrown.
  void refuse(const std::string& why);

 private:
  const std::filesystem::path archive_, copy_;
  Report& report_;
  const std::int64_t started_;
};

/// When the last run ended that published or found nothing to do: ISO 8601, as
/// the text of a report.json says; empty if there was none, or the text is
/// damaged.
std::string last_good_run(const std::string& report_json);

/// The problems that an earlier run's report lists; none in an empty file.
/// Throws Error for a file that cannot be read or is no report.
std::vector<Problem> problems_in_report(const std::filesystem::path& path);

/// Sets apart the problems that are among the known ones: those are not new,
/// all others are. Each known one answers for one of the same file, kind and
/// reason, on whatever line.
void mark_known(std::vector<Problem> known, std::vector<Problem>& problems);

}  // namespace broadsheet
