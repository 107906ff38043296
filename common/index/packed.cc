#include "common/index/packed.h"

#include "common/index/coding.h"

namespace broadsheet {

std::string pack_numbers(std::span<const std::uint64_t> numbers) {
  std::string packed;
  packed.reserve(numbers.size() * 8);
  for (const auto number : numbers) append_big_endian(packed, number);
  return packed;
}

std::vector<std::uint64_t> unpack_numbers(std::string_view packed) {
  std::vector<std::uint64_t> numbers;
  each_number(packed, [&](std::uint64_t number) { numbers.push_back(number); });
  return numbers;
}

std::string pack_strings(std::span<const std::string> strings) {
  ByteWriter writer;
  for (const auto& string : strings) writer.string(string);
  return writer.take();
}

std::vector<std::string> unpack_strings(std::string_view packed) {
  std::vector<std::string> strings;
  for (ByteReader reader(packed); !reader.done();)
    strings.push_back(reader.string());
  return strings;
}

}  // namespace broadsheet
