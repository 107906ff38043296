// What keeps a generation on the disk while somebody reads it.
#pragma once

#include <filesystem>
#include <optional>

namespace broadsheet {

/// Held on a generation's directory (flock), so gone with the process that
/// holds it. Where the file system knows no such locks it is as if all went
/// well: readers then have what they opened, as everywhere.
class GenerationLock {
 public:
  /// Shared with other readers. Nothing if there is no such generation.
  static std::optional<GenerationLock> to_read(
      const std::filesystem::path& generation);
  /// Nothing if somebody reads the generation.
  static std::optional<GenerationLock> to_remove(
      const std::filesystem::path& generation);

  GenerationLock(GenerationLock&& other) noexcept;
  GenerationLock& operator=(GenerationLock&&) = delete;
  ~GenerationLock();

 private:
  explicit GenerationLock(int directory) : directory_(directory) {}

  int directory_;
};

}  // namespace broadsheet
