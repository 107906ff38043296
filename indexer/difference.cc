#include "indexer/difference.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/cli/error.h"
#include "indexer/intake.h"
#include "indexer/plan.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, kDifferenceKinds> kNames = {
    "missing", "changed", "extra", "unreadable"};

/// Nothing if the file is as the archive has it.
std::optional<DifferenceKind> difference_of(const FoundFile& file,
                                            const FileEntry* entry,
                                            bool checksum) {
  if (entry == nullptr) return DifferenceKind::kMissing;
  if (entry->state == FileState::kFailed) return DifferenceKind::kUnreadable;
  const bool digested = entry->state != FileState::kIgnored;
  if (digested ? !checksum && is_settled(*entry, file.stamp)
               : entry->stamp == file.stamp)
    return std::nullopt;
  if (!digested || entry->stamp.size != file.stamp.size)
    return DifferenceKind::kChanged;
  try {
    if (digest_of_file(file.path()) == entry->digest) return std::nullopt;
    return DifferenceKind::kChanged;
  } catch (const Error&) {
    return DifferenceKind::kUnreadable;
  }
}

}  // namespace

std::string_view to_string(DifferenceKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

Comparison compare_with_files(const Live& live,
                              const ComparisonOptions& options) {
  RunOptions planned;
  planned.archive = options.archive;
  planned.paths = options.paths;
  planned.allow_shrink = 100;  // a root that is gone is a difference
  const Plan plan = plan_run(planned, live);
  Comparison comparison;
  auto& differences = comparison.differences;
  comparison.files = plan.files.size() + plan.unreadable.size();
  for (const auto& file : plan.files)
    if (const auto kind =
            difference_of(file, live.file(file.origin), options.checksum))
      differences.push_back({*kind, file.origin});
  for (const auto& [origin, why] : plan.unreadable)
    differences.push_back({DifferenceKind::kUnreadable, origin});
  for (const auto* gone : plan.vanished)
    differences.push_back({DifferenceKind::kExtra, gone->origin});
  std::ranges::sort(differences, {}, &Difference::origin);
  return comparison;
}

}  // namespace broadsheet
