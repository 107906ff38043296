#include "indexer/entities/model.h"

#include <bit>
#include <charconv>
#include <cstddef>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

[[noreturn]] void fail() {
  throw Error{"the names model is damaged or of another version",
              "build it again: ./dev train-names"};
}

// The header ends in lines "section NAME OFFSET SIZE" and an empty one.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : bytes_(bytes) {
    const std::size_t end = bytes.find("\n\n");
    if (!bytes.starts_with(kModelMagic) || end == std::string_view::npos) {
      fail();
    }
    header_ = bytes.substr(0, end + 1);
  }

  std::string_view header() const { return header_; }

  template <class T>
  std::span<const T> get(std::string_view name) const {
    const std::string_view part = find(name);
    const auto at = reinterpret_cast<std::uintptr_t>(part.data());
    if (at % alignof(T) != 0 || part.size() % sizeof(T) != 0) fail();
    return {reinterpret_cast<const T*>(part.data()), part.size() / sizeof(T)};
  }

 private:
  std::string_view find(std::string_view name) const {
    constexpr std::string_view kSection = "\nsection ";
    for (std::size_t at = 0;
         (at = header_.find(kSection, at)) != std::string_view::npos;) {
      at += kSection.size();
      const std::string_view line =
          header_.substr(at, header_.find('\n', at) - at);
      if (line.starts_with(name) && line.substr(name.size(), 1) == " ") {
        return cut(line.substr(name.size() + 1));
      }
    }
    fail();
  }

  std::string_view cut(std::string_view numbers) const {
    std::size_t offset = 0;
    std::size_t size = 0;
    const char* end = numbers.data() + numbers.size();
    const auto [next, error] = std::from_chars(numbers.data(), end, offset);
    if (error != std::errc{} || next == end) fail();
    std::from_chars(next + 1, end, size);
    if (offset > bytes_.size() || size > bytes_.size() - offset) fail();
    return bytes_.substr(offset, size);
  }

  std::string_view bytes_;
  std::string_view header_;
};

int shift_for(std::span<const std::int8_t> rows) {
  const std::size_t count = rows.size() / kLanes;
  if (count < 2 || !std::has_single_bit(count)) fail();
  return 64 - std::countr_zero(count);
}

}  // namespace

TaggerModel::TaggerModel(std::string_view bytes) {
  const Sections sections(bytes);
  header_ = sections.header();
  rows_ = sections.get<std::int8_t>("rows");
  document_rows_ = sections.get<std::int8_t>("document_rows");
  transitions_ = sections.get<std::int16_t>("transitions");
  row_shift_ = shift_for(rows_);
  document_shift_ = shift_for(document_rows_);
  const Lexicon::Tables tables{sections.get<std::uint32_t>("word_keys"),
                               sections.get<std::uint16_t>("word_kinds"),
                               sections.get<WordEntry>("kinds"),
                               sections.get<std::uint32_t>("phrase_keys"),
                               sections.get<std::uint8_t>("phrase_classes")};
  if (transitions_.size() != (kLanes + 1) * kLanes ||
      tables.word_keys.size() != tables.word_kinds.size() ||
      tables.phrase_keys.size() != tables.phrase_classes.size()) {
    fail();
  }
  lexicon_ = Lexicon(tables);
}

}  // namespace broadsheet
