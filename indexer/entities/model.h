// The trained model: a text header that names its sources, then tables that are
// used where they lie.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/entities/label_scheme.h"
#include "indexer/entities/lexicon.h"

namespace broadsheet {

/// A view; the bytes must outlive it and begin on a 64-byte border.
class TaggerModel {
 public:
  /// Throws Error if the bytes are no model of this version.
  explicit TaggerModel(std::string_view bytes);

  /// The model the program was built with.
  static const TaggerModel& embedded();

  /// Sources, terms and version, as text.
  std::string_view header() const { return header_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// The row that a feature's hash leads to.
  const std::int8_t* row(std::uint64_t feature) const {
    return rows_.data() + (feature >> row_shift_) * kLanes;
  }
  const std::int8_t* document_row(std::uint64_t feature) const {
    return document_rows_.data() + (feature >> document_shift_) * kLanes;
  }
  /// From one label to the next; the last row is from before the region.
  const std::int16_t* transitions(std::size_t from) const {
    return transitions_.data() + from * kLanes;
  }

 private:
  std::string_view header_;
  std::span<const std::int8_t> rows_;
  std::span<const std::int8_t> document_rows_;
  std::span<const std::int16_t> transitions_;
  int row_shift_ = 0;
  int document_shift_ = 0;
  Lexicon lexicon_;
};

/// The first line of a model file.
inline constexpr std::string_view kModelMagic = "Broadsheet names model 1";

}  // namespace broadsheet
