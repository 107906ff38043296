#include "indexer/bulk/segment_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::string_view kMagic = "segment1";
constexpr std::size_t kExtentSize = 8 + 4;
constexpr std::size_t kFooterSize = kSections * kExtentSize + kMagic.size();

/// Reads `size` bytes at `offset`; from the end if that is negative.
void read_file(const std::string& path, off_t offset, char* to,
               std::size_t size) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  ssize_t got = -1;
  if (fd >= 0) {
    if (offset < 0) offset += ::lseek(fd, 0, SEEK_END);
    while (size > 0 && (got = ::pread(fd, to, size, offset)) > 0) {
      to += got;
      size -= static_cast<std::size_t>(got);
      offset += got;
    }
    ::close(fd);
  }
  if (size == 0) return;
  throw Error(path + ": cannot read: " +
              (got < 0 ? std::strerror(errno) : "the file is too short"));
}

/// With room for a head to be read from the last byte on.
std::unique_ptr<char[]> new_buffer(std::size_t size) {
  return std::make_unique_for_overwrite<char[]>(size + kLongestRecordHead);
}

}  // namespace

SegmentWriter::SegmentWriter(std::string path, Sync sync)
    : path_(std::move(path)),
      file_(path_ + ".tmp", sync),
      buffer_(OutputFile::kBufferSize + kLongestRecordHead, '\0') {}

void SegmentWriter::add(Section section, std::string_view key,
                        const RecordChain& records) {
  begin(section, key, records.count());
  records.for_each_part([this](std::string_view part) { write(part); });
}

void SegmentWriter::add(Section section, std::string_view key,
                        std::uint32_t count, std::string_view records) {
  begin(section, key, count);
  write(records);
}

void SegmentWriter::begin(Section section, std::string_view key,
                          std::uint32_t count) {
  if (section != section_) flush();
  section_ = section;
  last_id_ = 0;
  filled_to(put_uint(room(kLongestUint), key.size()));
  write(key);
  filled_to(put_uint(room(kLongestUint), count));
}

void SegmentWriter::add(const Record& record) {
  filled_to(put_record_head(room(kLongestRecordHead), record, last_id_));
  write(record.bytes);
  last_id_ = record.id;
}

void SegmentWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    char* const to = room(1);
    const std::string_view part = bytes.substr(0, buffer_.size() - filled_);
    filled_to(put_bytes(to, part));
    bytes.remove_prefix(part.size());
  }
}

/// Where `size` bytes may be put, few.
char* SegmentWriter::room(std::size_t size) {
  if (buffer_.size() - filled_ < size) flush();
  return buffer_.data() + filled_;
}

void SegmentWriter::filled_to(const char* end) {
  filled_ = static_cast<std::size_t>(end - buffer_.data());
}

void SegmentWriter::flush() {
  const auto bytes = std::string_view(buffer_).substr(0, filled_);
  file_.write(bytes);
  Extent& extent = extents_[section_];
  extent.size += bytes.size();
  extent.crc = libdeflate_crc32(extent.crc, bytes.data(), bytes.size());
  filled_ = 0;
}

void SegmentWriter::finish() {
  flush();
  std::string footer;
  for (const Extent& extent : extents_) {
    append_fixed(footer, extent.size, 8);
    append_fixed(footer, extent.crc, 4);
  }
  footer += kMagic;
  file_.write(footer);
  file_.close();
  rename_file(file_.path(), path_);
}

SegmentCursor::SegmentCursor(std::string path, Section section,
                             std::size_t buffer_size)
    : path_(std::move(path)), size_(buffer_size), buffer_(new_buffer(size_)) {
  read_footer(section);
}

void SegmentCursor::read_footer(Section section) {
  std::string footer(kFooterSize, '\0');
  read_file(path_, -static_cast<off_t>(kFooterSize), footer.data(),
            kFooterSize);
  const std::string_view bytes = footer;
  if (!bytes.ends_with(kMagic)) damaged();
  for (std::size_t i = 0; i <= section; ++i) {
    offset_ += left_;
    left_ = read_fixed(bytes.substr(i * kExtentSize, 8));
    expected_crc_ = static_cast<std::uint32_t>(
        read_fixed(bytes.substr(i * kExtentSize + 8, 4)));
  }
}

// Brings `wanted` bytes together in the buffer, or all that are left.
bool SegmentCursor::fill(std::size_t wanted) {
  const std::string_view rest(buffer_.get() + at_, end_ - at_);
  if (size_ < wanted) {
    auto larger = new_buffer(size_ = wanted);
    std::memcpy(larger.get(), rest.data(), rest.size());
    buffer_ = std::move(larger);
  } else {
    std::memmove(buffer_.get(), rest.data(), rest.size());
  }
  end_ = rest.size();
  at_ = 0;
  const auto size =
      static_cast<std::size_t>(std::min<std::uint64_t>(size_ - end_, left_));
  char* const to = buffer_.get() + end_;
  read_file(path_, static_cast<off_t>(offset_), to, size);
  crc_ = libdeflate_crc32(crc_, to, size);
  offset_ += size;
  left_ -= size;
  end_ += size;
  std::memset(buffer_.get() + end_, 0, kLongestRecordHead);
  if (left_ == 0 && crc_ != expected_crc_) damaged();
  return end_ > 0;
}

bool SegmentCursor::next_group() {
  if (records_left_ != 0) damaged();
  if (at_ == end_ && (left_ == 0 || !fill(1))) return false;
  key_ = get_bytes(get_uint());
  records_left_ = get_uint();
  last_id_ = 0;
  return true;
}

std::span<const Record> SegmentCursor::read() {
  std::size_t count = 0;
  while (count < records_.size() && records_left_ != 0) {
    if (take_record(records_[count])) {
      ++count;
      --records_left_;
    } else if (count == 0) {
      bring_record();
    } else {
      break;
    }
  }
  return {records_.data(), count};
}

/// False if the buffer does not hold the whole of it; what stands behind the
/// buffered bytes may be read as a head, then.
bool SegmentCursor::take_record(Record& record) {
  const char* from = buffer_.get() + at_;
  const char* const end = buffer_.get() + end_;
  const std::uint64_t gap = read_uint(from);
  record.number = read_uint(from);
  const std::uint64_t size = read_uint(from);
  if (from > end || size > static_cast<std::size_t>(end - from)) return false;
  record.id = last_id_ += gap;
  record.bytes = {from, size};
  at_ = static_cast<std::size_t>(record.bytes.end() - buffer_.get());
  return true;
}

/// Brings a record together in the buffer.
void SegmentCursor::bring_record() {
  std::string_view rest = next_bytes(kLongestRecordHead);
  const std::size_t buffered = rest.size();
  std::uint64_t gap = 0, number = 0, size = 0;
  if (!take_uint(rest, gap) || !take_uint(rest, number) ||
      !take_uint(rest, size))
    damaged();
  if (size > rest.size()) need_bytes(buffered - rest.size() + size);
}

/// What is buffered: at least `wanted` bytes, or all that are left.
std::string_view SegmentCursor::next_bytes(std::size_t wanted) {
  if (end_ - at_ < wanted && left_ > 0) fill(wanted);
  return {buffer_.get() + at_, end_ - at_};
}

std::uint64_t SegmentCursor::get_uint() {
  std::string_view rest = next_bytes(kLongestUint);
  std::uint64_t n = 0;
  if (!take_uint(rest, n)) damaged();
  at_ = end_ - rest.size();
  return n;
}

/// Brings them together in the buffer.
void SegmentCursor::need_bytes(std::uint64_t size) {
  if (size > end_ - at_ + left_) damaged();
  fill(size);
}

void SegmentCursor::damaged() const {
  throw Error(path_ + ": the segment is damaged", "run the command again");
}

}  // namespace broadsheet::bulk
