// One of the two texts of a story with its words and the names found in it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/words.h"

namespace broadsheet {

struct ZoneText {
  Zone zone = Zone::kBody;
  std::string_view text;
  std::vector<TaggedSpan> spans;  ///< rising, never overlapping
  mutable FoldedForms forms = {};
  std::vector<Word> words = split_words(text, forms);
  /// The first word that begins in each block of the text or after it.
  std::vector<std::uint32_t> block_words = words_of_blocks();

  /// Its words, each behind one space: "Mary L  Landrieu" has lost a stop.
  std::string_view of(const TaggedSpan& span) const {
    const std::string_view raw = text.substr(span.begin, span.end - span.begin);
    return raw.find("  ") == raw.npos ? raw : without_gaps(raw);
  }
  Mention mention(const TaggedSpan& span) const {
    return {zone, span.begin, span.end};
  }
  /// Is there a word, or a part of one, in it?
  bool has_word(const TaggedSpan& span) const {
    const std::size_t end = word_at(span.end);
    return end > 0 && words[end - 1].end > span.begin;
  }
  /// The word that a span with words begins with, or inside of ("l'Italie").
  std::size_t first_word(const TaggedSpan& span) const {
    return std::min(word_at(span.begin), word_at(span.end) - 1);
  }
  /// Adds the spans, themselves rising, that overlap none that is there.
  void add(const std::vector<TaggedSpan>& more) {
    std::vector<TaggedSpan> all = spans;
    for (const TaggedSpan& span : more) {
      const auto after = std::ranges::partition_point(
          spans, [&](const auto& s) { return s.end <= span.begin; });
      if (after == spans.end() || after->begin >= span.end) all.push_back(span);
    }
    std::ranges::sort(all, {}, &TaggedSpan::begin);
    spans.swap(all);
  }
  /// The index of the first word that begins at `offset` or later.
  std::size_t word_at(std::uint32_t offset) const {
    std::size_t at = block_words[offset / kBlock];
    while (at < words.size() && words[at].begin < offset) ++at;
    return at;
  }

 private:
  static constexpr std::size_t kBlock = 64;  ///< bytes

  std::string_view without_gaps(std::string_view raw) const {
    std::string closed(raw);
    const auto gap = [](char a, char b) { return a == ' ' && b == ' '; };
    closed.erase(std::unique(closed.begin(), closed.end(), gap), closed.end());
    return forms.keep(closed);
  }

  std::vector<std::uint32_t> words_of_blocks() const {
    std::vector<std::uint32_t> first(text.size() / kBlock + 1);
    std::uint32_t word = 0;
    for (std::size_t block = 0; block < first.size(); ++block) {
      while (word < words.size() && words[word].begin < block * kBlock) ++word;
      first[block] = word;
    }
    return first;
  }
};

}  // namespace broadsheet
