#include "indexer/withdrawal.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "common/index/record.h"
#include "indexer/clock.h"
#include "indexer/expurgation.h"
#include "indexer/generations.h"
#include "indexer/identity.h"
#include "indexer/ledger.h"
#include "indexer/live.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

bool is_readable(const fs::path& generation) {
  try {
    open_archive(generation);
    return true;
  } catch (const Error&) {
  } catch (const Xapian::Error&) {
  }
  return false;
}

/// Those that can be published, oldest first.
std::vector<std::string> kept_generations(const fs::path& archive) {
  const std::string live = live_generation(archive);
  auto kept = generations(archive);
  std::erase_if(kept, [&](const std::string& name) {
    const bool unfinished = name > live && !was_left(archive, name);
    return name != live && (unfinished || !is_readable(archive / name));
  });
  return kept;
}

/// What a killed run left may hold any text.
void remove_remains(const fs::path& archive,
                    const std::vector<std::string>& kept) {
  std::vector<fs::path> remains;
  for (const auto& name : generations(archive))
    if (!std::ranges::binary_search(kept, name))
      remains.push_back(archive / name);
  for (const auto& entry : fs::directory_iterator(archive))
    if (entry.path().extension() == ".new") remains.push_back(entry.path());
  for (const auto& path : remains) fs::remove_all(path);
}

/// Writes every kept generation anew, publishes the live one's copy, and
/// removes the old ones. The copies stand in the same order.
void expurgate_all(const fs::path& archive, Withholding& withholding) {
  const std::string live = live_generation(archive);
  const auto kept = kept_generations(archive);
  remove_remains(archive, kept);
  std::string copy_of_live;
  for (const auto& name : kept) {
    const std::string copy = next_generation(archive);
    expurgate(archive / name, archive / copy, withholding);
    if (was_left(archive, name)) mark_left(archive, copy);
    if (name == live) copy_of_live = copy;
  }
  publish(archive, copy_of_live);
  for (const auto& name : kept) fs::remove_all(archive / name);
  withholding.set_done();
  withholding.save();
}

std::optional<Withdrawal> withdrawal_of(const Xapian::Database& database,
                                        const std::string& id) {
  const auto record = record_of(database, id);
  if (!record) return std::nullopt;
  const Article article = decode(*record).article;
  Withdrawal withdrawal;
  withdrawal.id = id;
  withdrawal.origin = article.origin;
  withdrawal.digest = body_digest(article.body);
  return withdrawal;
}

/// The story as the newest of the generations has it.
Withdrawal found(const fs::path& archive,
                 const std::vector<std::string>& generations,
                 const std::string& id) {
  for (auto name = generations.rbegin(); name != generations.rend(); ++name) {
    const Xapian::Database database((archive / *name).string());
    if (auto withdrawal = withdrawal_of(database, id)) return *withdrawal;
  }
  throw Error(fmt::format("no story has the id {}", id),
              "give the ids that `searcher find --format ids` prints; nothing "
              "was withdrawn");
}

/// Ids of other stories in the loose copy groups of those ids.
std::set<std::string> copies_of(const Xapian::Database& database,
                                const std::vector<std::string>& ids) {
  std::set<std::string> groups, copies;
  for (const auto& id : ids) {
    const auto at = database.postlist_begin(label_term("Q", id));
    if (at == database.postlist_end(label_term("Q", id))) continue;
    groups.insert(database.get_document(*at).get_value(kSlotCopyLoose));
  }
  groups.erase("");
  if (groups.empty()) return {};
  for (auto at = database.valuestream_begin(kSlotCopyLoose);
       at != database.valuestream_end(kSlotCopyLoose); ++at)
    if (groups.contains(*at))
      copies.insert(
          decode_head(database.get_document(at.get_docid()).get_data()).id);
  return copies;
}

class Withdrawing {
 public:
  Withdrawing(const WithdrawOptions& options, Withdrawn& done)
      : options_(options), done_(done), withholding_(options.archive) {}

  void run() {
    const fs::path& archive = options_.archive;
    done_.report.previous_generation = live_generation(archive);
    const std::size_t before = withholding_.list().size();
    put_on_list();
    auto near = copies_of(open_archive(archive), options_.ids);
    if (!withholding_.all_done()) {
      withholding_.save();
      expurgate_all(archive, withholding_);
    }
    const auto& list = withholding_.list();
    for (std::size_t at = before; at < list.size(); ++at)
      done_.ids.push_back(list[at].id);
    std::erase_if(near, [&](const auto& id) { return withholding_.names(id); });
    done_.near.assign(near.begin(), near.end());
    count();
  }

 private:
  void put_on_list() {
    const auto kept = kept_generations(options_.archive);
    for (const auto& id : options_.ids) {
      if (withholding_.names(id)) continue;
      Withdrawal withdrawal = found(options_.archive, kept, id);
      withdrawal.reason = options_.reason;
      withdrawal.at = iso_utc(now_nanoseconds());
      withholding_.add(std::move(withdrawal));
    }
  }

  void count() {
    Report& report = done_.report;
    report.generation = live_generation(options_.archive);
    report.count(StoryState::kWithdrawn, done_.ids.size());
    report_totals(counts_of(open_archive(options_.archive)), report);
    report.outcome =
        done_.ids.empty() ? Outcome::kNothingToDo : Outcome::kPublished;
  }

  const WithdrawOptions& options_;
  Withdrawn& done_;
  Withholding withholding_;
};

/// So that the next run reads the files of these stories.
void read_again(const fs::path& archive, const std::set<std::string>& ids) {
  const Live live = load_live(archive);
  Transaction writer(archive / live.generation);
  for (const auto& entry : live.manifest) {
    const bool has_one =
        std::ranges::any_of(entry.stories, [&](const Claim& claim) {
          return ids.contains(claim.id) ||
                 ids.contains(version_id(claim.id, claim.version));
        });
    if (!has_one) continue;
    FileEntry unread = entry;
    unread.state = FileState::kFailed;
    writer.set_metadata(metadata_key(unread.origin), encode(unread));
  }
  writer.commit();
}

}  // namespace

Withdrawn withdraw(const WithdrawOptions& options) {
  if (options.reason.empty())
    throw Error("withdrawn for what reason?", "--reason TEXT is kept with it");
  Withdrawn done;
  done.report.command = "withdraw";
  live_generation(options.archive);
  const WriterLock lock(options.archive);
  Ledger ledger(options.archive, options.report, done.report);
  try {
    Withdrawing(options, done).run();
  } catch (const Xapian::Error& error) {
    ledger.refuse(error.get_description());
    throw;
  } catch (const std::exception& error) {
    ledger.refuse(error.what());
    throw;
  }
  ledger.close(done.report.outcome, kExitOk);
  return done;
}

std::size_t restore(const fs::path& archive,
                    const std::vector<std::string>& ids) {
  live_generation(archive);
  const WriterLock lock(archive);
  finish_withdrawals(archive);
  Withholding withholding(archive);
  std::set<std::string> restored;
  for (const auto& id : ids) {
    if (!withholding.names(id))
      throw Error(fmt::format("{} was not withdrawn", id),
                  "`indexer withdrawn` lists what was; nothing was restored");
    restored.insert(id);
    for (const auto& withdrawal : withholding.list())
      if (withdrawal.copy_of == id) restored.insert(withdrawal.id);
  }
  std::size_t gone = 0;
  for (const auto& id : ids) gone += withholding.remove(id);
  read_again(archive, restored);
  withholding.save();
  return gone;
}

void finish_withdrawals(const fs::path& archive) {
  if (!is_archive(archive)) return;
  Withholding withholding(archive);
  if (!withholding.all_done()) expurgate_all(archive, withholding);
}

std::string to_text(const std::vector<Withdrawal>& list) {
  std::string text;
  for (const auto& withdrawal : list) {
    text += fmt::format("{}  {}\n", withdrawal.at, withdrawal.id);
    text += fmt::format("    {}\n    from {}\n", withdrawal.reason,
                        withdrawal.origin);
    if (!withdrawal.copy_of.empty())
      text += fmt::format("    with {}\n", withdrawal.copy_of);
  }
  return text;
}

std::string to_json(const std::vector<Withdrawal>& list) {
  using nlohmann::ordered_json;
  ordered_json all = ordered_json::array();
  for (const auto& withdrawal : list)
    all.push_back({{"id", withdrawal.id},
                   {"at", withdrawal.at},
                   {"reason", withdrawal.reason},
                   {"origin", withdrawal.origin},
                   {"copy_of", withdrawal.copy_of}});
  return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet
