// The labels the decoder gives to words: a kind and a place in the name. They
// fill one row of sixteen scores.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/entities/tagger.h"

namespace broadsheet {

inline constexpr std::size_t kKinds = 4;
inline constexpr std::size_t kLanes = 16;  ///< scores in a row, some unused

enum class Part : std::uint8_t { kOutside, kBegin, kInside, kLast, kUnit };

struct WordLabel {
  Label kind = Label::kMisc;
  Part part = Part::kOutside;
};

/// Fifteen labels. Names of other kinds only compete, so they make do without
/// labels for their last and only words: kBegin, then kInside.
inline constexpr std::array kLabels = {
    WordLabel{},
    WordLabel{Label::kPerson, Part::kBegin},
    WordLabel{Label::kPerson, Part::kInside},
    WordLabel{Label::kPerson, Part::kLast},
    WordLabel{Label::kPerson, Part::kUnit},
    WordLabel{Label::kLocation, Part::kBegin},
    WordLabel{Label::kLocation, Part::kInside},
    WordLabel{Label::kLocation, Part::kLast},
    WordLabel{Label::kLocation, Part::kUnit},
    WordLabel{Label::kOrganisation, Part::kBegin},
    WordLabel{Label::kOrganisation, Part::kInside},
    WordLabel{Label::kOrganisation, Part::kLast},
    WordLabel{Label::kOrganisation, Part::kUnit},
    WordLabel{Label::kMisc, Part::kBegin},
    WordLabel{Label::kMisc, Part::kInside},
};
inline constexpr std::size_t kLabelCount = kLabels.size();
static_assert(kLabelCount <= kLanes);

constexpr std::size_t kOutsideLabel = 0;

/// May a name still go on after this label?
constexpr bool may_continue(WordLabel label) {
  return label.part == Part::kBegin || label.part == Part::kInside;
}
constexpr bool must_continue(WordLabel label) {
  return may_continue(label) && label.kind != Label::kMisc;
}
constexpr bool continues(WordLabel label) {
  return label.part == Part::kInside || label.part == Part::kLast;
}

/// May `next` stand after `label`?
constexpr bool follows(WordLabel label, WordLabel next) {
  if (continues(next)) return may_continue(label) && label.kind == next.kind;
  return !must_continue(label);
}
constexpr bool may_open(WordLabel label) {
  return !continues(label);
}
constexpr bool may_close(WordLabel label) {
  return !must_continue(label);
}

/// The label of word `at` of a name of `size` words.
constexpr std::uint8_t label_at(Label kind, std::size_t at, std::size_t size) {
  const bool misc = kind == Label::kMisc;
  const Part part = at == 0 ? (size == 1 && !misc ? Part::kUnit : Part::kBegin)
                    : at + 1 == size && !misc ? Part::kLast
                                              : Part::kInside;
  for (std::size_t i = 1; i < kLabelCount; ++i) {
    if (kLabels[i].kind == kind && kLabels[i].part == part) {
      return static_cast<std::uint8_t>(i);
    }
  }
  return kOutsideLabel;
}

}  // namespace broadsheet
