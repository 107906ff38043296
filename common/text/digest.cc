#include "common/text/digest.h"

namespace broadsheet {

std::uint64_t Digest::value() const {
  std::uint64_t hash = hash_;
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}

std::string Digest::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex(16, '0');
  auto hash = value();
  for (auto at = hex.rbegin(); at != hex.rend(); ++at, hash >>= 4)
    *at = kDigits[hash & 0xF];
  return hex;
}

std::uint64_t digest64(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.value();
}

std::string digest_hex(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace broadsheet
