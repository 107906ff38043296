#include "indexer/bulk/compressor.h"

#include <isa-l/igzip_lib.h>
#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <sstream>

#include "common/cli/error.h"
#include "common/disk/embedded.h"

BROADSHEET_EMBED(broadsheet_termlists_histogram,
                 BROADSHEET_TERMLISTS_HISTOGRAM);

namespace broadsheet::bulk {
namespace {

// A second level costs more time than the disk space is worth.
constexpr int kFastLevel = 1;
constexpr std::size_t kCodeSize = 64;  // a code, itself written, nearly
constexpr int kRawWindow = -15;
constexpr int kMemLevel = 9;

class None : public Compressor {
 public:
  std::string_view shorter(std::string_view) override { return {}; }
};

/// How often what of deflate's alphabets occurs in lists of terms.
std::unique_ptr<isal_huff_histogram> known_histogram() {
  auto known = std::make_unique<isal_huff_histogram>();
  std::istringstream numbers(
      {broadsheet_termlists_histogram, broadsheet_termlists_histogram_end});
  for (auto& times : known->lit_len_histogram) numbers >> times;
  for (auto& times : known->dist_histogram) numbers >> times;
  if (!numbers) throw Error("the histogram of lists of terms is not whole");
  return known;
}

isal_hufftables known_code() {
  isal_hufftables code;
  if (isal_create_hufftables(&code, known_histogram().get()) != 0)
    throw Error("the histogram of lists of terms makes no code");
  return code;
}

/// A Huffman code of the tag's own takes longer than all else, and most lists
/// of terms hardly need one: only what a known code does not suit gets it.
class Fast : public Compressor {
 public:
  std::string_view shorter(std::string_view tag) override {
    if (buffer_.size() < tag.size()) buffer_.resize(2 * tag.size());
    const std::size_t most = tag.size() - 1;
    std::size_t size =
        by_known_code(tag, std::min(most, tag.size() / 10 * 7 + kCodeSize));
    if (size == 0) size = by_own_code(tag, most);
    return {buffer_.data(), size};
  }

 private:
  // Both return the bytes written to the buffer, 0 if that is too little room.

  std::size_t by_known_code(std::string_view tag, std::size_t room) {
    static isal_hufftables code = known_code();
    isal_deflate_stateless_init(known_.get());
    known_->hufftables = &code;
    known_->end_of_stream = 1;
    known_->next_in =
        reinterpret_cast<std::uint8_t*>(const_cast<char*>(tag.data()));
    known_->avail_in = static_cast<std::uint32_t>(tag.size());
    known_->next_out = reinterpret_cast<std::uint8_t*>(buffer_.data());
    known_->avail_out = static_cast<std::uint32_t>(room);
    return isal_deflate_stateless(known_.get()) == COMP_OK ? known_->total_out
                                                           : 0;
  }

  std::size_t by_own_code(std::string_view tag, std::size_t room) {
    return libdeflate_deflate_compress(own_.get(), tag.data(), tag.size(),
                                       buffer_.data(), room);
  }

  struct Free {
    void operator()(libdeflate_compressor* c) { libdeflate_free_compressor(c); }
  };
  std::unique_ptr<isal_zstream> known_ = std::make_unique<isal_zstream>();
  std::unique_ptr<libdeflate_compressor, Free> own_{
      libdeflate_alloc_compressor(kFastLevel)};
  std::string buffer_;
};

class Zlib : public Compressor {
 public:
  Zlib() {
    if (deflateInit2(&state_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindow,
                     kMemLevel, Z_DEFAULT_STRATEGY) != Z_OK)
      throw Error("zlib cannot be set up");
  }
  ~Zlib() override { deflateEnd(&state_); }

  std::string_view shorter(std::string_view tag) override {
    // Where the output exactly fills its room, zlib doesn't see that it is
    // done.
    if (buffer_.size() <= tag.size()) buffer_.resize(2 * tag.size());
    deflateReset(&state_);
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
    state_.avail_in = static_cast<uInt>(tag.size());
    state_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
    state_.avail_out = static_cast<uInt>(tag.size());
    const bool ended = deflate(&state_, Z_FINISH) == Z_STREAM_END;
    if (!ended || state_.total_out >= tag.size()) return {};
    return {buffer_.data(), state_.total_out};
  }

 private:
  z_stream state_{};
  std::string buffer_;
};

}  // namespace

std::unique_ptr<Compressor> make_compressor(Compression kind) {
  switch (kind) {
    case Compression::kFast:
      return std::make_unique<Fast>();
    case Compression::kZlib:
      return std::make_unique<Zlib>();
    case Compression::kNone:
      break;
  }
  return std::make_unique<None>();
}

std::string inflated(std::string_view stream) {
  const std::unique_ptr<libdeflate_decompressor,
                        decltype(&libdeflate_free_decompressor)>
      state(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string bytes(4 * stream.size(), '\0');
  std::size_t size = 0;
  libdeflate_result result;
  while ((result = libdeflate_deflate_decompress(
              state.get(), stream.data(), stream.size(), bytes.data(),
              bytes.size(), &size)) == LIBDEFLATE_INSUFFICIENT_SPACE)
    bytes.resize(2 * bytes.size());
  if (result != LIBDEFLATE_SUCCESS) throw Error("a damaged deflate stream");
  bytes.resize(size);
  return bytes;
}

}  // namespace broadsheet::bulk
