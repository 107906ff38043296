#include "indexer/run.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "indexer/accession.h"
#include "indexer/accounts.h"
#include "indexer/bulk/guard.h"
#include "indexer/clock.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/generation_check.h"
#include "indexer/generations.h"
#include "indexer/interruption.h"
#include "indexer/ledger.h"
#include "indexer/run_state.h"
#include "indexer/settlement.h"
#include "indexer/withdrawal.h"

namespace broadsheet {
namespace {

/// The live generation. A rebuild that forgets the roots does without one that
/// is damaged or of another version.
Live live_of(const RunOptions& options) {
  const bool dispensable = options.rebuild && options.replace_roots;
  std::string fault;
  try {
    return load_live(options.archive);
  } catch (const Error& error) {
    fault = error.what();
  } catch (const Xapian::Error& error) {
    fault = error.get_description();
  }
  if (dispensable) return {};
  throw Error(fault, "rebuild --replace-roots PATH... makes the archive anew");
}

/// What the options say, else what the archive remembers.
Settings settings_of(const RunOptions& options, const Live& live) {
  Settings settings = live.settings;
  if (options.config) settings.homes = options.config->homes;
  if (options.overrides) settings.overrides = *options.overrides;
  return settings;
}

/// Why the bulk loader cannot be used; empty if it can, or is not asked for.
std::string loader_fault(const RunOptions& options) {
  std::string why;
  if (options.how.loader == Loader::kBulk)
    bulk::loader_usable(options.archive / "loader-checked", &why);
  return why;
}

using Unpacked = std::shared_future<std::unique_ptr<const Gazetteer>>;

/// A rebuild's, unpacked while files are looked for.
Unpacked gazetteer_for(const RunOptions& options) {
  if (!options.rebuild) return {};
  return std::async(std::launch::async, std::make_unique<const Gazetteer>);
}

class Run {
 public:
  Run(const RunOptions& options, Report& report, Live&& live,
      Settings&& settings)
      : report_(report),
        loader_fault_(
            std::async(std::launch::async, loader_fault, std::cref(options))),
        gazetteer_(gazetteer_for(options)),
        run_(options, now_nanoseconds(), std::move(live), std::move(settings)) {
    for (const auto& root : run_.plan.roots)
      report.roots.push_back(root.path.string());
    report.files_excluded = run_.plan.excluded;
  }

  void run() {
    open_target();
    try {
      take_in();
      check();
      finish();
    } catch (const Interrupted&) {
      count(run_, report_);
      run_.target->suspend();
      throw;
    } catch (...) {
      run_.target->cancel();
      throw;
    }
  }

 private:
  void open_target() {
    const RunOptions& options = run_.options;
    RebuildOptions how = options.how;
    report_.previous_generation = run_.live.generation;
    Claims before;
    for (const auto& entry : run_.live.manifest)
      for (const auto& claim : entry.stories) before.add(entry.origin, claim);
    run_.stories_before = before.stories_by_root();
    if (options.rebuild) {
      run_.target =
          make_rebuild_target(options.archive, resume_key(), run_.started,
                              run_.live, *gazetteer_.get(), how, report_);
      return;
    }
    if (auto fault = loader_fault_.get(); !fault.empty()) {
      report_.note = std::move(fault);
      how.loader = Loader::kApi;
    }
    run_.target = make_update_target(options.archive, run_.live, how, report_);
    run_.claims = std::move(before);
    run_.claims.take_contested();  // the live generation has them settled
  }

  /// A rebuild tries the loader out while it reads. Throws Unsound when it is
  /// known that the loader cannot be used.
  void check_loader() {
    using namespace std::chrono_literals;
    if (!loader_fault_.valid() ||
        loader_fault_.wait_for(0s) != std::future_status::ready)
      return;
    if (const auto fault = loader_fault_.get(); !fault.empty())
      throw Unsound(fault);
  }

  /// What a rebuild depends on, but for the files.
  std::string resume_key() const {
    const RunOptions& options = run_.options;
    const Live& live = run_.live;
    const nlohmann::json key{
        {"program", bulk::program_identity()},
        {"roots", to_json(run_.plan.roots)},
        {"settings", to_json(run_.settings)},
        {"fields", options.read.field_map},
        {"live", live.generation.empty()
                     ? ""
                     : snapshot_name(options.archive, live.database)}};
    return key.dump();
  }

  void take_in() {
    Accession accession(run_);
    if (const auto done = run_.target->done_before()) {
      run_.started = done->started;
      accession.restore(done->notes);
      report_.resumed = accession.restored();
    }
    for (const auto& file : run_.plan.files) {
      check_interrupted();
      check_loader();
      accession.process(file);
      run_.advance(file.stamp.size);
    }
    if (run_.progress.shown()) run_.progress.show("checking and publishing");
    run_.target->end_files();
    Settlement settlement(run_, accession);
    settlement.settle();
    check_interrupted();
    report_.files_vanished = settlement.files_vanished();
    report_.stories_removed = settlement.stories_removed() + run_.withheld;
    count(run_, report_);
  }

  void check() {
    if (loader_fault_.valid()) loader_fault_.wait();
    check_loader();
    check_shrinkage(run_);
    check_strict(run_, report_);
  }

  bool changed() const {
    return report_.of(StoryState::kIndexed) > 0 ||
           report_.of(StoryState::kReplaced) > 0 ||
           report_.stories_removed > 0 || run_.plan.roots != run_.live.roots ||
           run_.settings != run_.live.settings;
  }

  void finish() {
    const bool rebuild = run_.options.rebuild;
    report_.outcome =
        rebuild || changed() ? Outcome::kPublished : Outcome::kNothingToDo;
    run_.target->set_metadata("roots", to_json(run_.plan.roots));
    run_.target->set_metadata("settings", to_json(run_.settings));
    run_.close_books();
    report_totals(run_.target->finish(), report_);
    check_accounts(run_, report_);
    if (rebuild || changed() || run_.entries_changed) {
      run_.target->publish();
    } else {
      run_.target->cancel();
      report_.generation = run_.live.generation;
    }
  }

  Report& report_;
  std::future<std::string> loader_fault_;  ///< looked for beside the work
  Unpacked gazetteer_;                     ///< of a rebuild
  RunState run_;
};

void run_once(const RunOptions& options, Report& report) {
  Live live = live_of(options);
  Settings settings = settings_of(options, live);
  Run(options, report, std::move(live), std::move(settings)).run();
}

/// Runs; if what the loader made is unsound, once more without it.
void run_soundly(RunOptions options, Report& report) {
  const Report fresh = report;
  try {
    run_once(options, report);
  } catch (const Unsound& error) {
    if (options.how.loader == Loader::kApi) throw;
    report = fresh;
    report.note = fmt::format("{}; all was done again without the bulk loader",
                              error.what());
    options.how.loader = Loader::kApi;
    run_once(options, report);
  }
}

/// Runs; what Xapian throws becomes an Error.
void run_telling(const RunOptions& options, Report& report) {
  try {
    run_soundly(options, report);
  } catch (const Xapian::Error& error) {
    const char* cause = error.get_error_string();
    throw Error(fmt::format("{}: {}{}{}", options.archive.string(),
                            error.get_msg(), cause == nullptr ? "" : ": ",
                            cause == nullptr ? "" : cause));
  }
}

}  // namespace

Report run(const RunOptions& options) {
  Report report;
  report.command = options.command;
  if (!options.rebuild) live_generation(options.archive);
  make_archive_directory(options.archive);
  const WriterLock lock(options.archive);
  constexpr Retention kAll{std::numeric_limits<std::size_t>::max()};
  prune(options.archive, options.rebuild ? options.retention : kAll);
  report.only_new = options.known.has_value();
  Ledger ledger(options.archive, options.report, report);
  try {
    finish_withdrawals(options.archive);
    const InterruptionWatch watch;
    run_telling(options, report);
  } catch (const Interrupted& told) {
    ledger.close(Outcome::kInterrupted, kExitSignal + told.signal);
    return report;
  } catch (const std::exception& error) {
    ledger.refuse(error.what());
    throw;
  }
  if (report.generation != report.previous_generation)
    prune(options.archive, options.retention);
  ledger.close(report.outcome, report.losses() > 0 ? kExitNothing : kExitOk);
  return report;
}

}  // namespace broadsheet
