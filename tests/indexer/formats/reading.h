// Reading a text as a file of some name, as the indexer would.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/formats.h"
#include "indexer/formats/reader.h"

namespace broadsheet::test {

/// Bytes from memory, a few at a time, so that no reader relies on getting
/// all of them at once.
class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes, std::size_t step = 777)
      : bytes_(std::move(bytes)), step_(step) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = std::min({size, step_, bytes_.size() - at_});
    std::memcpy(to, bytes_.data() + at_, n);
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

inline Input input_of(std::string name, std::string bytes) {
  return Input(std::move(name),
               std::make_unique<StringSource>(std::move(bytes)));
}

struct Reading {
  std::string format;  ///< "" if no format claims the bytes
  std::vector<Article> stories;
  std::vector<Skip> skips;
};

inline Reading reading(std::string name, std::string bytes,
                       const ReadOptions& options = {}) {
  Reading result;
  Input input = input_of(std::move(name), std::move(bytes));
  const Format* format = detect(input);
  if (!format) return result;
  result.format = format->name;
  const auto reader = format->open(
      input, options, [&](const Skip& skip) { result.skips.push_back(skip); });
  while (auto story = reader->next()) {
    result.stories.push_back(std::move(*story));
  }
  return result;
}

}  // namespace broadsheet::test
