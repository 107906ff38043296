#include "indexer/forecast.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/error.h"
#include "indexer/intake.h"
#include "indexer/live.h"
#include "indexer/plan.h"

namespace broadsheet {
namespace {

constexpr std::size_t kSamples = 10;
constexpr std::array<const char*, kNovelties> kNames = {
    "new", "changed", "changed so lately that they must be read again",
    "unchanged"};

Novelty novelty_of(const FoundFile& file, const FileEntry* entry,
                   bool checksum) {
  if (entry == nullptr) return Novelty::kNew;
  if (entry->stamp != file.stamp || entry->state == FileState::kFailed)
    return Novelty::kChanged;
  return checksum || !is_settled(*entry, file.stamp) ? Novelty::kUnsettled
                                                     : Novelty::kUnchanged;
}

/// Thrown by a sink that has seen enough of a file.
struct Enough {};

std::vector<Sample> stories_of(const FoundFile& file,
                               const ReadOptions& options, std::size_t most) {
  std::vector<Sample> samples;
  try {
    read_file(file, options, [&](Article&& article) {
      samples.push_back({article.origin, article.headline,
                         article.date ? to_string(article.date) : ""});
      if (samples.size() == most) throw Enough{};
    });
  } catch (const Enough&) {
  }
  return samples;
}

/// From files spread evenly over all.
std::vector<Sample> samples_of(const std::vector<const FoundFile*>& files,
                               const ReadOptions& options) {
  std::vector<Sample> samples;
  const std::size_t step = files.size() / kSamples + 1;
  const std::size_t each = kSamples / std::max<std::size_t>(files.size(), 1);
  for (std::size_t at = 0; at < files.size(); at += step)
    std::ranges::move(
        stories_of(*files[at], options, std::max<std::size_t>(each, 1)),
        std::back_inserter(samples));
  return samples;
}

void count_vanished(const Plan& plan, const Live& live,
                    const RunOptions& options, Forecast& forecast) {
  forecast.files_vanished = plan.vanished.size();
  for (const auto* gone : plan.vanished)
    forecast.stories_vanished += gone->stories.size();
  if (live.generation.empty()) return;
  forecast.stories = live.database.get_doccount();
  if (forecast.stories_vanished * 100 > forecast.stories * options.allow_shrink)
    forecast.note =
        "it would be refused without --allow-shrink, unless the vanished "
        "files have moved";
}

}  // namespace

Forecast forecast(const RunOptions& options) {
  const Live live = load_live(options.archive);
  if (!options.rebuild && live.generation.empty())
    throw Error(fmt::format("{}: no such archive", options.archive.string()),
                "rebuild makes one");
  Plan plan = plan_run(options, live);
  Forecast forecast;
  forecast.command = options.command;
  for (const auto& root : plan.roots)
    forecast.roots.push_back(root.path.string());
  std::vector<const FoundFile*> read;
  for (const auto& file : plan.files) {
    const auto novelty =
        novelty_of(file, live.file(file.origin), options.checksum);
    ++forecast.files[static_cast<std::size_t>(novelty)];
    if (!options.rebuild && novelty == Novelty::kUnchanged) continue;
    const std::string format = format_of(file);
    if (format.empty()) {
      ++forecast.ignored;
      continue;
    }
    ++forecast.formats[format];
    read.push_back(&file);
  }
  for (const auto& [origin, why] : plan.unreadable)
    forecast.unreadable.push_back(fmt::format("{}: {}", origin, why));
  count_vanished(plan, live, options, forecast);
  forecast.samples = samples_of(read, options.read);
  return forecast;
}

std::string to_text(const Forecast& forecast) {
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{:<12} {}\n", name, value);
  };
  for (const auto& root : forecast.roots) line("root", root);
  for (std::size_t n = 0; n < kNovelties; ++n)
    if (forecast.files[n] > 0)
      line("files", fmt::format("{:>8} {}", forecast.files[n], kNames[n]));
  if (forecast.files_vanished > 0)
    line("files", fmt::format("{:>8} vanished, with {} of {} stories",
                              forecast.files_vanished,
                              forecast.stories_vanished, forecast.stories));
  for (const auto& unreadable : forecast.unreadable)
    line("unreadable", unreadable);
  for (const auto& [format, files] : forecast.formats)
    line("to read", fmt::format("{:>8} {}", files, format));
  if (forecast.ignored > 0)
    line("to read",
         fmt::format("{:>8} of no format, ignored", forecast.ignored));
  for (const auto& [origin, headline, date] : forecast.samples)
    line("story", fmt::format("{:<10} {} ({})", date.empty() ? "undated" : date,
                              headline, origin));
  if (!forecast.note.empty()) line("note", forecast.note);
  line(forecast.command, "nothing was changed: a dry run");
  return text;
}

}  // namespace broadsheet
