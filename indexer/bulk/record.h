// What segments are made of: a group is everything about one key, as records
// of rising ids. Id, number and bytes mean what the group's kind says:
//
//   kind       key                id              number      bytes
//   term       its glass key      docid           wdf         position list
//   lengths    00 E0              docid           length
//   values     00 D8 uint(slot)   docid                       value
//   docdata                       docid           compressed  data
//   termlist                      2 * docid       compressed  list of terms
//                                 2 * docid + 1               list of slots
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {

inline constexpr std::string_view kLengthsKey{"\0\xe0", 2};
inline constexpr std::string_view kValuesKey{"\0\xd8", 2};

inline bool is_term(std::string_view key) {
  return key != kLengthsKey && !key.starts_with(kValuesKey);
}

struct Record {
  std::uint64_t id = 0;
  std::uint64_t number = 0;
  std::string_view bytes;
};

/// What comes before a record's bytes: uint id less the one before, uint
/// number, uint size. Where it ends.
inline constexpr std::size_t kLongestRecordHead = 3 * kLongestUint;
inline char* put_record_head(char* to, const Record& record,
                             std::uint64_t id_before) {
  to = put_uint(to, record.id - id_before);
  to = put_uint(to, record.number);
  return put_uint(to, record.bytes.size());
}

}  // namespace broadsheet::bulk
