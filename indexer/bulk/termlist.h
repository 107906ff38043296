// What a document's entries in the termlist table say: its terms, its slots.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet::bulk {

/// The list of a document's terms, growing.
class alignas(32) Termlist {  // half a cache line: each term goes to another
 public:
  /// What a term takes, nearly: the memory that is taken at once.
  static constexpr std::size_t kTermBytes = 8;

  /// Of so many terms; `length`: the sum of their wdfs.
  Termlist(std::size_t terms, std::uint64_t length);

  /// In byte order, each once. What the term views must live until the next.
  void add(std::string_view term, std::uint64_t wdf);

  /// Fetches from memory what add() will write to.
  void fetch() const { __builtin_prefetch(bytes_.get() + size_, 1); }

  /// Empty for no terms.
  std::string_view bytes() const { return {bytes_.get(), size_}; }

 private:
  void grow(std::size_t least);

  std::string_view last_;
  std::unique_ptr<char[]> bytes_;
  std::uint32_t size_ = 0;
  std::uint32_t room_ = 0;  ///< of bytes_
};

/// Slots rise.
void append_slots(std::string& to, std::span<const std::uint64_t> slots);

/// Two lists of slots made one.
std::string unite_slots(std::string_view a, std::string_view b);

}  // namespace broadsheet::bulk
