#include "indexer/bulk/version_file.h"

#include <bit>
#include <fstream>
#include <iterator>
#include <random>

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

bool has_known_format(const std::string& directory) {
  std::ifstream file(directory + "/iamglass", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return bytes.starts_with(head());
}

}  // namespace broadsheet::bulk
