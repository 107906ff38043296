#include "common/news/version.h"

namespace broadsheet {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes a number without its leading zeros, or one character.
std::string_view next_part(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const bool number = size > 0;
  auto part = text.substr(0, number ? size : 1);
  text.remove_prefix(part.size());
  while (number && part.size() > 1 && part.front() == '0')
    part.remove_prefix(1);
  return part;
}

}  // namespace

std::weak_ordering compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const auto one = next_part(a), other = next_part(b);
    const bool numbers = is_digit(one[0]) && is_digit(other[0]);
    if (numbers && one.size() != other.size())
      return one.size() <=> other.size();
    if (one != other) return one <=> other;
  }
  return a.size() <=> b.size();
}

std::string plain_version(std::string_view version) {
  std::string plain;
  while (!version.empty()) plain += next_part(version);
  return plain;
}

}  // namespace broadsheet
