#include "common/text/digest.h"

#define XXH_INLINE_ALL  // no library is linked
#include <xxhash.h>

#include <new>
#include <type_traits>

namespace broadsheet {
namespace {

template <class Bytes>
auto* state_of(Bytes* bytes) {
  using State = std::conditional_t<std::is_const_v<Bytes>, const XXH3_state_t,
                                   XXH3_state_t>;
  return std::launder(reinterpret_cast<State*>(bytes));
}

}  // namespace

Digest::Digest() {
  static_assert(sizeof state_ == sizeof(XXH3_state_t) &&
                alignof(Digest) >= alignof(XXH3_state_t));
  XXH3_64bits_reset(new (state_) XXH3_state_t);
}

void Digest::add(std::string_view bytes) {
  XXH3_64bits_update(state_of(state_), bytes.data(), bytes.size());
}

std::uint64_t Digest::value() const {
  return XXH3_64bits_digest(state_of(state_));
}

std::string Digest::hex() const {
  return hex64(value());
}

std::uint64_t digest64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hex64(std::uint64_t number) {
  std::string hex(16, '0');
  for (auto digit = hex.rbegin(); number != 0; number >>= 4)
    *digit++ = "0123456789abcdef"[number & 0xF];
  return hex;
}

std::string digest_hex(std::string_view bytes) {
  return hex64(digest64(bytes));
}

}  // namespace broadsheet
