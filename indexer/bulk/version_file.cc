#include "indexer/bulk/version_file.h"

#include <bit>
#include <fstream>
#include <iterator>
#include <random>

#include "common/cli/error.h"
#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr std::uint32_t kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr int kUuidSize = 16;

struct TableRow {
  std::string_view name;
  std::uint32_t compress_min;  ///< shorter tags are left as they are; 0: all
};
constexpr TableRow kTableRows[kTables] = {
    {"postlist", 0}, {"docdata", 18},  {"termlist", 18},
    {"position", 0}, {"spelling", 18}, {"synonym", 18},
};

std::string head() {
  std::string bytes(kMagic);
  append_fixed(bytes, kFormat, 2);
  return bytes;
}

void append_uuid(std::string& to) {
  std::random_device random;
  for (int i = 0; i < kUuidSize; ++i) to += static_cast<char>(random());
  char* uuid = &to[to.size() - kUuidSize];
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);  // random: version 4
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
}

void append_table(std::string& to, const TableRoot& table, const TableRow& row,
                  std::uint32_t block_size) {
  const bool absent = table.blocks == 0;
  const bool sequential = true;
  append_uint(to, table.root);
  append_uint(to, table.levels << 2 | sequential << 1 | absent);
  append_uint(to, table.entries);
  append_uint(to, block_size >> 11);
  append_uint(to, row.compress_min);
  std::string free_list;
  if (!absent) {
    append_uint(free_list, kRevision);
    append_uint(free_list, table.blocks);  // the next block a writer may take
    free_list.append(4, '\0');             // nothing in the list itself
  }
  append_string(to, free_list);
}

void append_statistics(std::string& to, const Statistics& s) {
  append_uint(to, s.documents);
  append_uint(to, s.last_docid - s.documents);
  append_uint(to, s.shortest);
  append_uint(to, s.max_wdf);
  append_uint(to, s.longest - s.max_wdf);
  append_uint(to, 0);  // oldest changeset
  append_uint(to, s.total_length);
  append_uint(to, 0);  // bound of the spelling table's frequencies
}

std::string bytes_of(const std::string& directory) {
  std::ifstream file(directory + "/iamglass", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Takes what append_table() appends; false if it is cut short.
bool take_table(std::string_view& from, TableRoot& table,
                std::uint32_t& block_size) {
  std::uint64_t root, flags, size, compress_min;
  std::string_view free_list;
  if (!take_uint(from, root) || !take_uint(from, flags) ||
      !take_uint(from, table.entries) || !take_uint(from, size) ||
      !take_uint(from, compress_min) || !take_string(from, free_list))
    return false;
  table.root = static_cast<std::uint32_t>(root);
  table.levels = static_cast<std::uint32_t>(flags >> 2);
  const bool absent = flags & 1;
  std::uint64_t revision, blocks = 0;
  if (!absent &&
      !(take_uint(free_list, revision) && take_uint(free_list, blocks)))
    return false;
  table.blocks = static_cast<std::uint32_t>(blocks);
  block_size = static_cast<std::uint32_t>(size << 11);
  return true;
}

}  // namespace

std::string table_path(const std::string& directory, TableKind kind) {
  return directory + "/" + std::string(kTableRows[kind].name) + ".glass";
}

void write_version_file(const std::string& directory,
                        const VersionFile& version, Sync sync) {
  std::string bytes = head();
  append_uuid(bytes);
  append_uint(bytes, kRevision);
  for (std::size_t i = 0; i < kTables; ++i)
    append_table(bytes, version.tables[i], kTableRows[i], version.block_size);
  append_statistics(bytes, version.statistics);
  write_atomically(directory + "/iamglass", bytes, sync);
}

VersionFile read_version_file(const std::string& directory) {
  const std::string bytes = bytes_of(directory);
  std::string_view rest = bytes;
  const std::size_t fixed = head().size() + kUuidSize;
  VersionFile version;
  std::uint64_t revision;
  bool known = rest.starts_with(head()) && rest.size() > fixed;
  if (known) rest.remove_prefix(fixed);
  known = known && take_uint(rest, revision);
  for (TableRoot& table : version.tables) {
    std::uint32_t block_size = 0;
    known = known && take_table(rest, table, block_size);
    if (&table == &version.tables[kPostlist]) version.block_size = block_size;
    known = known && (table.blocks == 0 || block_size == version.block_size);
  }
  if (!known) throw Error(directory + ": not a glass database known here");
  return version;
}

bool has_known_format(const std::string& directory) {
  return bytes_of(directory).starts_with(head());
}

}  // namespace broadsheet::bulk
