#include "indexer/entities/train/examples.h"

#include <algorithm>

#include "indexer/entities/label_scheme.h"
#include "indexer/entities/pairs.h"

namespace broadsheet {

const TrainingWords::Entry& TrainingWords::look_up(std::uint64_t key,
                                                   std::string_view text,
                                                   TokenKind kind) {
  const auto [it, added] = words_.try_emplace(key);
  if (!added) return it->second;
  const SpelledWord spelled = describe(text, kind, lexicon_);
  static_cast<WordTraits&>(it->second) = spelled.word;
  for (int offset = -kReach; offset <= kReach; ++offset) {
    const auto at = static_cast<std::size_t>(offset + kReach);
    const auto into = [this](std::vector<std::uint32_t>& rows) {
      return [this, &rows](std::uint64_t feature) {
        rows.push_back(static_cast<std::uint32_t>(feature >> row_shift_));
      };
    };
    word_features(spelled, offset, into(it->second.rows[at]),
                  into(it->second.identity[at]));
  }
  return it->second;
}

void set_gold(const AnnotatedText& text, const std::vector<TaggerToken>& tokens,
              std::vector<StoryWord>& words) {
  std::vector<StoryName> mentions;
  std::size_t at = 0;
  for (const TaggedSpan& span : text.spans) {
    while (at < words.size() && tokens[words[at].token].end <= span.begin) {
      ++at;
    }
    std::size_t end = at;
    while (end < words.size() && tokens[words[end].token].begin < span.end &&
           (end == at || !words[end].opens_region)) {
      ++end;
    }
    if (end == at) continue;
    mentions.push_back({static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(end), span.label});
    at = end;
  }
  write_mentions(mentions, words);
}

void append_examples(const AnnotatedText& text, const Lexicon& lexicon,
                     TrainingWords& source, int row_shift,
                     std::vector<Example>& examples) {
  std::vector<TaggerToken> tokens;
  read_tokens(text.text, lexicon, tokens);
  RegionFinder finder(lexicon, source);
  std::vector<StoryWord> words;
  const std::size_t first = examples.size();
  finder.for_each(text.text, tokens, [&](const FoundRegion& found) {
    const Region& region = found.region;
    append(found, words);
    Example example;
    for (std::size_t i = region.begin(); i < region.end(); ++i) {
      ExampleWord& word = example.emplace_back();
      for (std::size_t k = 0; k < kOffsets; ++k) {
        const WordTraits* seen = region.words[i + k - kReach];
        if (seen->coarse == Coarse::kNothing) continue;
        word.seen[k] = static_cast<const TrainingWords::Entry*>(seen);
      }
      const auto add = [&](std::uint64_t feature) {
        word.context.push_back(
            static_cast<std::uint32_t>(feature >> row_shift));
      };
      neighbour_features(region, i, add);
      state_features(*region.words[i], region.state(i), add);
      run_features(region, i, add);
      phrase_features(region, i, add);
    }
    examples.push_back(std::move(example));
  });
  set_gold(text, tokens, words);
  std::size_t at = 0;
  for (std::size_t e = first; e < examples.size(); ++e) {
    for (ExampleWord& word : examples[e]) word.label = words[at++].label;
  }
}

std::vector<CrfWord> with_dropout(const Example& example, double rate,
                                  std::mt19937_64& random) {
  const auto limit =
      static_cast<std::uint64_t>(rate * 4294967296.0);  // of 32 bits
  // One draw for each word seen from anywhere in the sequence.
  std::vector<bool> dropped(example.size() + 2 * kReach);
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    dropped[i] = (random() >> 32) < limit;
  }
  std::vector<CrfWord> words(example.size());
  for (std::size_t i = 0; i < example.size(); ++i) {
    auto& rows = words[i].rows;
    words[i].label = example[i].label;
    rows = example[i].context;
    for (std::size_t k = 0; k < kOffsets; ++k) {
      const TrainingWords::Entry* seen = example[i].seen[k];
      if (seen == nullptr) continue;
      rows.insert(rows.end(), seen->rows[k].begin(), seen->rows[k].end());
      if (dropped[i + k]) continue;
      rows.insert(rows.end(), seen->identity[k].begin(),
                  seen->identity[k].end());
    }
  }
  return words;
}

}  // namespace broadsheet
