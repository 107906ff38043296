// Raw deflate for the tags of tables.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::bulk {

enum class Compression {
  kNone,
  kFast,  ///< what ships: ISA-L with a known code, or libdeflate
  kZlib,  ///< what the library's own writer does, to the byte
};

class Compressor {
 public:
  virtual ~Compressor() = default;

  /// The shorter form, valid until the next call; empty if there is none.
  virtual std::string_view shorter(std::string_view tag) = 0;
};

std::unique_ptr<Compressor> make_compressor(Compression kind);

/// What a raw deflate stream holds; throws Error if it is damaged.
std::string inflated(std::string_view stream);

}  // namespace broadsheet::bulk
