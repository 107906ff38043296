// A file that is written once; every failure is an Error that names the path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::bulk {

/// Whether what was written goes to the disk.
enum class Sync : unsigned char {
  kNo,     ///< when the system likes
  kBegun,  ///< from now on: somebody will sync the file later, and wait less
  kYes,    ///< before the call returns
};

class OutputFile {
 public:
  /// What is written at a time: no less passes the buffer.
  static constexpr std::size_t kBufferSize = 256 << 10;

  /// Creates the file, or empties it.
  OutputFile(std::string path, Sync sync);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// Goes on where the last write ended.
  void write(std::string_view bytes) { write_at(at_ + buffer_.size(), bytes); }

  void write_at(std::uint64_t offset, std::string_view bytes);

  const std::string& path() const { return path_; }

  /// Must be called: the destructor drops what is buffered.
  void close();

 private:
  void flush();
  void put(std::string_view bytes);
  void begin_sync();

  std::string path_;
  Sync sync_;
  std::string buffer_;
  std::uint64_t at_ = 0;     ///< in the file, of what is buffered
  std::uint64_t begun_ = 0;  ///< bytes that are on their way to the disk
  int fd_;
};

/// Writes `bytes` to `path`, whole or not at all: by a temporary file.
void write_atomically(const std::string& path, std::string_view bytes,
                      Sync sync);

/// Gives a finished temporary file its name.
void rename_file(const std::string& from, const std::string& to);

}  // namespace broadsheet::bulk
