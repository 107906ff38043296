// Compressed files and archives of files, read through libarchive. Nothing is
// unpacked to disk: a member's name is a part of an origin, never a path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "indexer/formats/reader.h"

namespace broadsheet {

/// Is the input gzip, bzip2, xz or zstd data, a tar archive, or a zip archive
/// by content and name? (A zip of another name is some program's document.)
bool is_container(Input& input);

/// How far containers may expand. `spent` is shared with those inside them.
struct ExpansionLimits {
  std::uint64_t total = std::uint64_t{64} << 30;
  std::uint64_t spent = 0;
  /// Bytes out for a byte in, beyond what may always be unpacked.
  std::uint64_t ratio = 1000;
  std::uint64_t free = std::uint64_t{16} << 20;
};

/// A file in a container. One compressed file is a member without a path.
struct Member {
  std::string path;  ///< valid UTF-8, as the archive says: "dir/b.xml"
  std::string name;  ///< to detect its format by; without ".gz"
  std::unique_ptr<ByteSource> bytes;  ///< until the next call of next()
  std::optional<std::uint64_t> size;  ///< if the container tells
};

/// A container and where its bytes come from.
struct Packed {
  Input* input = nullptr;                  ///< read as a stream, unless:
  std::filesystem::path file = {};         ///< a file that holds the same bytes
  std::optional<std::uint64_t> size = {};  ///< of all the bytes
};

/// Yields the members that are regular files, in the order of the container.
/// Reading a member throws Error if it is encrypted, damaged or expands beyond
/// the limits; next() then goes on behind it, where that can be found: in a
/// zip in a `file` always.
class Container {
 public:
  Container(const Packed& packed, ExpansionLimits& limits);
  ~Container();

  /// The next member; nothing at the end. Throws Error where the container
  /// itself is damaged; may be called again.
  std::optional<Member> next();

 private:
  class Archive;
  std::unique_ptr<Archive> archive_;
};

}  // namespace broadsheet
