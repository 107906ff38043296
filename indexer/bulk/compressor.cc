#include "indexer/bulk/compressor.h"

#include <libdeflate.h>
#include <zlib.h>

#include "common/cli/error.h"

namespace broadsheet::bulk {
namespace {

// Above this a second level costs more time than the disk space is worth.
constexpr int kFastLevel = 1;
constexpr int kRawWindow = -15;
constexpr int kMemLevel = 9;

class None : public Compressor {
 public:
  std::string_view shorter(std::string_view) override { return {}; }
};

class Fast : public Compressor {
 public:
  std::string_view shorter(std::string_view tag) override {
    if (buffer_.size() < tag.size()) buffer_.resize(2 * tag.size());
    const std::size_t size = libdeflate_deflate_compress(
        state_.get(), tag.data(), tag.size(), buffer_.data(), tag.size() - 1);
    return {buffer_.data(), size};
  }

 private:
  struct Free {
    void operator()(libdeflate_compressor* c) { libdeflate_free_compressor(c); }
  };
  std::unique_ptr<libdeflate_compressor, Free> state_{
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
