#include "indexer/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "common/cli/error.h"
#include "common/index/archive.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 3> kNames = {
    "sound and equal", "sound but differs", "unsound"};

/// Nothing if the archive changed meanwhile.
std::optional<Verdict> attempt(const ComparisonOptions& options,
                               unsigned jobs) {
  const auto& archive = options.archive;
  Verdict verdict;
  try {
    const Live live = load_live(archive);
    verdict.generation = live.generation;
    verdict.audit = audit(archive / live.generation, jobs);
    const auto now = open_archive(archive);
    if (live_generation(archive) != live.generation ||
        now.get_revision() != live.database.get_revision())
      return std::nullopt;
    verdict.comparison = compare_with_files(live, options);
    return verdict;
  } catch (const Xapian::DatabaseModifiedError&) {
    return std::nullopt;
  } catch (const Xapian::DatabaseCorruptError& error) {
    verdict.audit.faults.push_back(error.get_description());
    return verdict;
  }
}

std::array<std::size_t, kDifferenceKinds> counts_of(
    const Comparison& comparison) {
  std::array<std::size_t, kDifferenceKinds> counts{};
  for (const auto& difference : comparison.differences)
    ++counts[static_cast<std::size_t>(difference.kind)];
  return counts;
}

/// Files that are in the directory and in the archive, the same.
std::size_t equal_files(const Comparison& comparison) {
  const auto extra = std::ranges::count(
      comparison.differences, DifferenceKind::kExtra, &Difference::kind);
  return comparison.files + static_cast<std::size_t>(extra) -
         comparison.differences.size();
}

}  // namespace

int Verdict::exit() const {
  if (!audit.faults.empty()) return kExitError;
  return comparison.differences.empty() ? kExitOk : kExitNothing;
}

Verdict verify(const ComparisonOptions& options, unsigned jobs) {
  live_generation(options.archive);
  for (int tries = 0; tries < 3; ++tries)
    if (auto verdict = attempt(options, jobs)) return std::move(*verdict);
  throw Error(fmt::format("{}: was written to while it was verified",
                          options.archive.string()),
              "try again when the other indexer has finished", kExitLocked);
}

std::string to_text(const Verdict& verdict) {
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{:<12} {}\n", name, value);
  };
  for (const auto& fault : verdict.audit.faults) line("fault", fault);
  for (const auto& difference : verdict.comparison.differences)
    line(to_string(difference.kind), difference.origin);
  line("generation", verdict.generation);
  line("stories", std::to_string(verdict.audit.stories));
  std::string files = fmt::format("{} seen, {} equal", verdict.comparison.files,
                                  equal_files(verdict.comparison));
  const auto counts = counts_of(verdict.comparison);
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    if (counts[kind] > 0)
      files += fmt::format(", {} {}", counts[kind],
                           to_string(static_cast<DifferenceKind>(kind)));
  line("files", files);
  line("verdict",
       std::string(kNames[static_cast<std::size_t>(verdict.exit())]));
  return text;
}

std::string to_json(const Verdict& verdict) {
  using nlohmann::ordered_json;
  ordered_json files{{"seen", verdict.comparison.files},
                     {"equal", equal_files(verdict.comparison)}};
  const auto counts = counts_of(verdict.comparison);
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    files[std::string(to_string(static_cast<DifferenceKind>(kind)))] =
        counts[kind];
  ordered_json differences = ordered_json::array();
  for (const auto& [kind, origin] : verdict.comparison.differences)
    differences.push_back({{"kind", to_string(kind)}, {"origin", origin}});
  const ordered_json all{
      {"verdict", kNames[static_cast<std::size_t>(verdict.exit())]},
      {"exit", verdict.exit()},
      {"generation", verdict.generation},
      {"stories", verdict.audit.stories},
      {"files", files},
      {"differences", differences},
      {"faults", verdict.audit.faults}};
  return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet
