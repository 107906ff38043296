#include "common/index/record_compression.h"

#include <fmt/format.h>
#include <zstd.h>

#include <cstddef>
#include <memory>
#include <new>
#include <vector>

#include "common/cli/error.h"
#include "common/disk/embedded.h"

BROADSHEET_EMBED(broadsheet_records_dictionary, BROADSHEET_RECORDS_DICTIONARY);

namespace broadsheet {
namespace {

constexpr int kLevel = 2;
constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // of a record

template <class T, auto free>
struct Freed {
  void operator()(T* made) const { free(made); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, Freed<ZSTD_CCtx, ZSTD_freeCCtx>>;
using Decompressor =
    std::unique_ptr<ZSTD_DCtx, Freed<ZSTD_DCtx, ZSTD_freeDCtx>>;

constexpr std::string_view dictionary() {
  return {broadsheet_records_dictionary, broadsheet_records_dictionary_end};
}

template <class T>
T* made(T* what) {
  if (what == nullptr) throw std::bad_alloc();
  return what;
}

std::size_t done(std::size_t result) {
  if (ZSTD_isError(result) != 0)
    throw Error(fmt::format("damaged record: {}", ZSTD_getErrorName(result)));
  return result;
}

// The dictionaries are shared and never freed; a context is its thread's.
Compressor make_compressor() {
  static const ZSTD_CDict* const digested =
      made(ZSTD_createCDict(dictionary().data(), dictionary().size(), kLevel));
  Compressor context(made(ZSTD_createCCtx()));
  done(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1));
  done(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0));
  done(ZSTD_CCtx_refCDict(context.get(), digested));
  return context;
}

Decompressor make_decompressor() {
  static const ZSTD_DDict* const digested =
      made(ZSTD_createDDict(dictionary().data(), dictionary().size()));
  Decompressor context(made(ZSTD_createDCtx()));
  done(ZSTD_DCtx_refDDict(context.get(), digested));
  return context;
}

}  // namespace

std::string compressed(std::string_view record) {
  thread_local const Compressor context = make_compressor();
  thread_local std::vector<char> room;
  if (const auto most = ZSTD_compressBound(record.size()); room.size() < most)
    room.resize(most);
  const auto size = done(ZSTD_compress2(context.get(), room.data(), room.size(),
                                        record.data(), record.size()));
  return {room.data(), size};
}

std::string decompressed(std::string_view frame) {
  thread_local const Decompressor context = make_decompressor();
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMostBytes)  // or unknown
    throw Error("damaged record: no size");
  std::string record(size, '\0');
  record.resize(
      done(ZSTD_decompressDCtx(context.get(), record.data(), record.size(),
                               frame.data(), frame.size())));
  return record;
}

}  // namespace broadsheet
