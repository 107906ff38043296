// The generations of an archive, as its one writer sees them: the lock, the
// new one built aside, the rename that publishes it, the old ones that go.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

/// Holds an archive's writer lock while it lives. Throws Error with exit code
/// 75 if another process holds it.
class WriterLock {
 public:
  explicit WriterLock(const std::filesystem::path& archive);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_ = -1;
};

/// Makes the archive's directory (mode 0700) if it is missing; throws Error if
/// something else is in its place.
void make_archive_directory(const std::filesystem::path& archive);

/// Makes a directory that only its owner may read.
void make_private_directory(const std::filesystem::path& path);

/// Names of all generations there, oldest first, live or not.
std::vector<std::string> generations(const std::filesystem::path& archive);

/// The generation that a killed rebuild was building, if it can be gone on
/// with.
std::optional<std::string> unfinished(const std::filesystem::path& archive);

/// The name after the newest there is.
std::string next_generation(const std::filesystem::path& archive);

/// Forces every file of a generation to disk, then makes it the live one:
/// the stub is written aside, forced, renamed; then the directory is forced.
/// The one it supersedes is dated now.
void publish(const std::filesystem::path& archive,
             const std::string& generation);

/// The newest generation older than that one, but for those that were left.
std::optional<std::string> generation_before(
    const std::filesystem::path& archive, const std::string& generation);

/// Marks a generation that a rollback left: it stays till a newer one is
/// published, so that its name is not used again, and is never rolled back to.
void mark_left(const std::filesystem::path& archive,
               const std::string& generation);

bool was_left(const std::filesystem::path& archive,
              const std::string& generation);

/// Removes a generation that came to nothing; not one that is live: what fails
/// behind the rename of publish() fails too late.
void discard(const std::filesystem::path& archive,
             const std::string& generation);

/// Which generations stay beside the live one.
struct Retention {
  std::size_t keep = 1;                  ///< the last so many, to roll back to
  std::chrono::seconds keep_for{3'600};  ///< and all superseded since
};

/// Removes older generations, unless somebody reads them still, and what killed
/// runs left, but for one that is unfinished().
void prune(const std::filesystem::path& archive,
           const Retention& retention = {});

}  // namespace broadsheet
