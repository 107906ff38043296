// How a glass block is laid out: what its writer and its reader agree on.
//
// Block: rev:4 level:1 max_free:2 total_free:2 dir_end:2, a directory of 2-byte
// item offsets in key order, a gap, and the items, packed downwards from the
// block's end; all big-endian.
//   leaf item    size-3 and three flags:2, key length:1, key, [component:2],
//                tag; the first of a tag's components has no number
//   branch item  child block:4, key length:1, key, component:2
#pragma once

#include <cstddef>

namespace broadsheet::bulk {

inline constexpr std::size_t kBlockHeader = 11;
inline constexpr std::size_t kItemOffset = 2;  // a directory entry
inline constexpr std::size_t kItemHead = 3;    // size and flags:2, key length:1
inline constexpr std::size_t kComponent = 2;
inline constexpr std::size_t kChild = 4;
inline constexpr unsigned kItemSize = 0x1fff;  // what is not flags

inline constexpr unsigned kFirst = 0x20, kLast = 0x40, kCompressed = 0x80;

}  // namespace broadsheet::bulk
