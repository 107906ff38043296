#include "indexer/bulk/position_list.h"

#include <bit>

#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

class BitWriter {
 public:
  explicit BitWriter(char* to) : at_(to) {}

  /// A value below `range`, in the bits of range - 1; where these can say more
  /// than `range` values, the middle ones are written with one bit less.
  void put(std::uint64_t value, std::uint64_t range) {
    auto bits = static_cast<int>(std::bit_width(range - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - range;
    const std::uint64_t middle = (range - spare) / 2;
    if (spare != 0 && value >= middle) {
      if (value < middle + spare)
        --bits;
      else
        value = (value - middle - spare) | std::uint64_t{1} << (bits - 1);
    }
    pending_ |= value << count_;
    for (count_ += bits; count_ >= 8; count_ -= 8, pending_ >>= 8)
      *at_++ = static_cast<char>(pending_);
  }

  /// The positions between the first and the last of `list`.
  void put_inner(std::span<const std::uint32_t> list) {
    while (list.size() > 2) {
      const std::size_t middle = (list.size() - 1) / 2;
      put(list[middle] - list.front() - middle,
          list.back() - list.front() - list.size() + 2);
      put_inner(list.first(middle + 1));
      list = list.subspan(middle);
    }
  }

  /// Where it ends.
  char* finish() {
    if (count_ > 0) *at_++ = static_cast<char>(pending_);
    return at_;
  }

 private:
  char* at_;
  std::uint64_t pending_ = 0;
  int count_ = 0;
};

}  // namespace

char* put_positions(char* to, std::span<const std::uint32_t> positions) {
  const std::uint64_t last = positions.back();
  to = put_uint(to, last);
  if (positions.size() == 1) return to;
  BitWriter bits(to);
  bits.put(positions.front(), last);
  bits.put(positions.size() - 2, last - positions.front());
  bits.put_inner(positions);
  return bits.finish();
}

void append_positions(std::string& to,
                      std::span<const std::uint32_t> positions) {
  const std::size_t begin = to.size();
  to.resize(begin + most_position_bytes(positions.size()));
  const char* const end = put_positions(to.data() + begin, positions);
  to.resize(static_cast<std::size_t>(end - to.data()));
}

}  // namespace broadsheet::bulk
