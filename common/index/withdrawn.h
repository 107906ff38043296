// Stories that were taken down for good: news.db/withdrawn.json, beside the
// generations. It keeps what names a story, when and why; never its text.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

inline constexpr const char* kWithdrawnName = "withdrawn.json";

struct Withdrawal {
  std::string id;
  std::string origin;
  std::string digest;  ///< of its body; empty if that is too short to tell
  std::string reason;
  std::string at;       ///< ISO 8601, UTC
  std::string copy_of;  ///< the id it went with; empty: it was named itself
  bool done = false;    ///< no kept generation has its text any more

  bool operator==(const Withdrawal&) const = default;
};

/// In the order they were withdrawn; none where there is no list. Throws Error
/// if the list is damaged.
std::vector<Withdrawal> withdrawals(const std::filesystem::path& archive);

}  // namespace broadsheet
