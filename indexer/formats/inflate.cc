#include "indexer/formats/inflate.h"

#include <zlib.h>

namespace broadsheet {

std::string inflated(std::string_view packed, bool& ok) {
  constexpr std::size_t kMost = std::size_t{64} << 20;
  std::string plain;
  z_stream stream{};
  // 32: gzip or zlib, as its header says.
  ok = inflateInit2(&stream, 15 + 32) == Z_OK;
  if (!ok) return plain;
  std::string input(packed);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  int result = Z_OK;
  while (result == Z_OK && plain.size() < kMost) {
    const std::size_t old = plain.size();
    plain.resize(old + (std::size_t{256} << 10));
    stream.next_out = reinterpret_cast<Bytef*>(plain.data() + old);
    stream.avail_out = static_cast<uInt>(plain.size() - old);
    result = inflate(&stream, Z_NO_FLUSH);
    plain.resize(plain.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  ok = result == Z_STREAM_END;
  return plain;
}

}  // namespace broadsheet
