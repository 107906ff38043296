// `indexer withdraw`, `restore` and `withdrawn`.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/report.h"
#include "indexer/withholding.h"

namespace broadsheet {

struct WithdrawOptions {
  std::filesystem::path archive;
  std::vector<std::string> ids;
  std::string reason;
  std::filesystem::path report;  ///< written there too, unless empty
};

/// What was taken down.
struct Withdrawn {
  Report report;
  std::vector<std::string> ids;   ///< those asked for and exact copies of them
  std::vector<std::string> near;  ///< ids of near copies that stay
};

/// Takes the stories down for good: on the list first, then every kept
/// generation written anew without them. Throws Error, and does nothing, if no
/// kept generation has one of the ids, or there is no reason.
Withdrawn withdraw(const WithdrawOptions& options);

/// Takes stories off the list, with the copies that went with them; the next
/// update reads their files again. Throws Error, and does nothing, for an id
/// that is not on the list. Returns how many there were.
std::size_t restore(const std::filesystem::path& archive,
                    const std::vector<std::string>& ids);

/// Finishes a withdrawal that was killed. To be called by every writer, under
/// the lock, before it looks at the live generation.
void finish_withdrawals(const std::filesystem::path& archive);

/// For people; and as JSON.
std::string to_text(const std::vector<Withdrawal>& list);
std::string to_json(const std::vector<Withdrawal>& list);

}  // namespace broadsheet
