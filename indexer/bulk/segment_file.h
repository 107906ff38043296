// A segment on disk: what one inverter gathered, sorted, to be merged.
//
//   section docdata    one group, key "d"
//   section postings   values, lengths and terms: groups in key order
//   section termlist   one group, key "t"
//   footer             for each section size:8 and crc:4; the magic
// A group is string key, uint count, and its records (record.h). Segments are
// private to the machine and the program that wrote them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/bulk/group_cursor.h"
#include "indexer/bulk/output_file.h"
#include "indexer/bulk/record.h"
#include "indexer/bulk/record_chain.h"

namespace broadsheet::bulk {

enum Section { kDocdataSection, kPostingsSection, kTermlistSection };
inline constexpr std::size_t kSections = 3;

class SegmentWriter {
 public:
  /// The file gets its name when it is whole.
  SegmentWriter(std::string path, Sync sync);

  /// Groups come section by section.
  void add(Section section, std::string_view key, const RecordChain& records);
  void add(Section section, std::string_view key, std::uint32_t count,
           std::string_view records);

  /// A group whose records follow one by one.
  void begin(Section section, std::string_view key, std::uint32_t count);
  void add(const Record& record);

  void finish();

 private:
  struct Extent {
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
  };

  void write(std::string_view bytes);
  char* room(std::size_t size);
  void filled_to(const char* end);
  void flush();

  std::string path_;
  OutputFile file_;
  std::array<Extent, kSections> extents_;
  Section section_ = kDocdataSection;
  std::uint64_t last_id_ = 0;
  std::string buffer_;      ///< of the section
  std::size_t filled_ = 0;  ///< bytes of it
};

/// Walks one section. Throws Error if the file is damaged or cannot be read.
/// Holds a buffer, but no open file.
class SegmentCursor : public GroupCursor {
 public:
  SegmentCursor(std::string path, Section section, std::size_t buffer_size);

  bool next_group() override;

 private:
  std::span<const Record> read() override;
  bool take_record(Record& record);
  void bring_record();
  void read_footer(Section section);
  bool fill(std::size_t wanted);
  std::string_view next_bytes(std::size_t wanted);
  std::uint64_t get_uint();
  std::string_view get_bytes(std::uint64_t size) {
    if (size > end_ - at_) need_bytes(size);
    at_ += size;
    return {buffer_.get() + at_ - size, size};
  }
  void need_bytes(std::uint64_t size);
  [[noreturn]] void damaged() const;

  std::string path_;
  std::uint64_t offset_ = 0;  ///< in the file, of what is not yet buffered
  std::uint64_t left_ = 0;    ///< bytes of the section not yet buffered
  std::uint32_t expected_crc_ = 0;
  std::uint32_t crc_ = 0;
  std::size_t size_;  ///< of the buffer
  std::unique_ptr<char[]> buffer_;
  std::size_t at_ = 0;  ///< in the buffer: what is not yet read
  std::size_t end_ = 0;
  std::uint64_t records_left_ = 0;
  std::uint64_t last_id_ = 0;
  std::array<Record, 64> records_;  ///< read
};

}  // namespace broadsheet::bulk
