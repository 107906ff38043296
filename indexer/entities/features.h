// The features of a word in its place, each one row of the model's table. The
// trainer and the tagger run this same code.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/hash.h"
#include "indexer/entities/word.h"

namespace broadsheet {

inline constexpr int kReach = 2;  ///< words looked at on either side
inline constexpr std::size_t kOffsets = 2 * kReach + 1;

/// A stretch of a sentence that may hold names, with kReach words of context
/// (or the empty word) before and after.
struct Region {
  std::vector<const WordTraits*> words;
  std::vector<std::uint8_t> phrases;     ///< parallel: phrase class and place
  std::vector<std::uint32_t> run_begin;  ///< parallel: the run of capitals
  std::vector<std::uint32_t> run_end;    ///< that a word stands in
  bool opens_sentence = false;           ///< its first word does
  bool in_capitals = false;              ///< the sentence is all in capitals

  std::size_t begin() const { return kReach; }
  std::size_t end() const { return words.size() - kReach; }
  std::size_t size() const { return words.size() - 2 * kReach; }

  /// How word `i` came by its capital, if the place gave it: 0 in plain text.
  std::uint64_t state(std::size_t i) const {
    return (opens_sentence && i == begin()) + 2U * in_capitals;
  }
};

namespace feature {

/// Numbers the templates; a change of order needs a new model. Of the hash
/// the highest bits are good, which are all that is used.
class Numbered {
 public:
  constexpr explicit Numbered(unsigned first) : next_(first) {}
  constexpr std::uint64_t operator()(std::uint64_t a, std::uint64_t b = 0,
                                     std::uint64_t c = 0) {
    const std::uint64_t sum = a * 0x9e3779b97f4a7c15 + b * 0xc2b2ae3d27d4eb4f +
                              c * 0x165667b19e3779f9 +
                              ++next_ * 0x27d4eb2f165667c5;
    return (sum ^ (sum >> 32)) * 0xd6e8feb86659fd93;
  }
  constexpr Numbered after(std::uint64_t unused) const {
    Numbered later = *this;
    later.next_ += unused;
    return later;
  }

 private:
  std::uint64_t next_;
};

constexpr std::uint64_t id(Coarse c) {
  return static_cast<std::uint64_t>(c);
}
constexpr std::uint64_t id(SmallShare s) {
  return static_cast<std::uint64_t>(s);
}

template <class Sink>
void classes_of(std::uint32_t classes, std::uint64_t kind, Numbered& next,
                Sink&& sink) {
  sink(next(classes, kind));
  for (std::uint32_t rest = classes; rest != 0; rest &= rest - 1) {
    const auto bit = static_cast<std::uint64_t>(std::countr_zero(rest));
    Numbered own = next.after(bit);
    sink(own(bit, kind));
  }
  next = next.after(32);
}

}  // namespace feature

/// The features that hang on one word alone, seen from `offset` words away.
/// Those of the word's identity go to `identity`: in training they are dropped
/// now and then, so that the others learn to do without.
template <class Sink, class Identity>
void word_features(const SpelledWord& spelled, int offset, Sink&& sink,
                   Identity&& identity) {
  const WordTraits& w = spelled.word;
  const std::string_view form = spelled.form;
  feature::Numbered next(static_cast<unsigned>(offset + kReach) * 1000);
  identity(next(w.form));
  sink(next(feature::id(w.coarse)));
  if (offset < -1 || offset > 1) return;
  sink(next(w.shape));
  sink(next(feature::id(w.small), w.capital));
  feature::classes_of(w.classes, w.capital, next, sink);
  const std::size_t size = form.size();
  const auto ending = [form, size](std::size_t n) {
    return hash_of(form.substr(size - std::min(n, size)));
  };
  sink(next(ending(3), w.capital));
  if (offset != 0) return;
  identity(next(w.cased));
  for (std::size_t n = 1; n <= 4; ++n) {
    sink(next(hash_of(form.substr(0, n)), w.capital, n));
    sink(next(ending(n), w.capital, n));
  }
  sink(next(w.shape, w.classes));
  sink(next(w.shape, feature::id(w.small)));
  sink(next(std::min<std::size_t>(size, 12)));
  if (w.first_part != 0 || w.last_part != 0 ||
      form.find('-') != std::string_view::npos) {
    sink(next(w.first_part, w.last_part));
    sink(next(w.first_part, w.shape));
    sink(next(w.last_part, w.shape));
  }
}

/// The features that a word and those beside it make together.
template <class Sink>
void neighbour_features(const Region& region, std::size_t i, Sink&& sink) {
  using feature::id;
  const WordTraits& p2 = *region.words[i - 2];
  const WordTraits& p1 = *region.words[i - 1];
  const WordTraits& w = *region.words[i];
  const WordTraits& n1 = *region.words[i + 1];
  const WordTraits& n2 = *region.words[i + 2];
  const std::uint64_t cp2 = id(p2.coarse), cp1 = id(p1.coarse);
  const std::uint64_t c = id(w.coarse), cn1 = id(n1.coarse);
  const std::uint64_t cn2 = id(n2.coarse);
  feature::Numbered next(10000);
  sink(next(cp1, c));
  sink(next(c, cn1));
  sink(next(cp1, c, cn1));
  sink(next(cp2, cp1, c));
  sink(next(c, cn1, cn2));
  sink(next(cp2, cp1));
  sink(next(cn1, cn2));
  sink(next(p1.form, c));
  sink(next(n1.form, c));
  sink(next(p1.form, w.form));
  sink(next(w.form, n1.form));
  sink(next(w.form, cp1));
  sink(next(w.form, cn1));
  sink(next(p1.form, p2.form, c));
  sink(next(n1.form, n2.form, c));
  sink(next(p1.shape, w.shape));
  sink(next(w.shape, n1.shape));
  sink(next(p1.shape, w.shape, n1.shape));
  sink(next(p1.classes, w.classes));
  sink(next(w.classes, n1.classes));
}

/// The features that a word and its state make together.
template <class Sink>
void state_features(const WordTraits& w, std::uint64_t state, Sink&& sink) {
  using feature::id;
  feature::Numbered next(10020);
  sink(next(state, id(w.small)));
  sink(next(state, id(w.coarse)));
  sink(next(state, w.classes));
  sink(next(state, w.form));
}

/// The features that a word and its run of capitals make together.
template <class Sink>
void run_features(const Region& region, std::size_t i, Sink&& sink) {
  using feature::id;
  const std::uint64_t c = id(region.words[i]->coarse);
  const std::size_t begin = region.run_begin[i];
  const std::size_t end = region.run_end[i];
  const std::uint64_t length = std::min<std::size_t>(end - begin, 5);
  const std::uint64_t place = std::min<std::size_t>(i - begin, 4);
  const WordTraits& first = *region.words[begin];
  const WordTraits& last = *region.words[end - 1];
  const WordTraits& before = *region.words[begin - 1];
  const WordTraits& before2 = *region.words[begin - 2];
  const WordTraits& after = *region.words[end];
  const WordTraits& after2 = *region.words[end + 1];
  feature::Numbered next(10024);
  sink(next(length, place));
  sink(next(length, place, c));
  sink(next(before.form, length));
  sink(next(id(before.coarse), length, place));
  sink(next(before2.form, before.form));
  sink(next(id(before2.coarse), id(before.coarse), length));
  sink(next(after.form, length));
  sink(next(id(after.coarse), length, place));
  sink(next(after.form, after2.form));
  sink(next(id(after.coarse), id(after2.coarse), length));
  sink(next(id(before.coarse), id(after.coarse), c));
  sink(next(first.form, place));
  sink(next(id(first.coarse), place, length));
  sink(next(first.classes, place));
  sink(next(last.form, length - place));
  sink(next(id(last.coarse), place, length));
  sink(next(last.classes, length - place));
  sink(next(id(first.coarse), id(last.coarse), c));
}

/// The features of word `i` of the region that hang on phrases of the lexicon.
template <class Sink>
void phrase_features(const Region& region, std::size_t i, Sink&& sink) {
  using feature::id;
  const std::uint64_t tag = region.phrases[i];
  const std::uint64_t tag_after = region.phrases[i + 1];
  const std::uint64_t tag_before = region.phrases[i - 1];
  if ((tag | tag_after | tag_before) == 0) return;
  feature::Numbered next(10042);
  sink(next(tag));
  sink(next(tag_before));
  sink(next(tag_after));
  sink(next(tag, id(region.words[i]->coarse)));
  sink(next(tag, tag_after));
  sink(next(tag, id(region.words[i - 1]->coarse)));
}

}  // namespace broadsheet
