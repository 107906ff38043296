// The last corrections, by rule: what is known for certain of names in news.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/story.h"
#include "indexer/entities/token.h"

namespace broadsheet {

class MentionRules {
 public:
  explicit MentionRules(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Takes note of the whole story: a company named in full is a company
  /// wherever it is named in short.
  void learn(std::span<const StoryWord> words);

  /// Corrects the names of one zone of the story learned last.
  void apply(std::string_view text, const std::vector<Token>& tokens,
             std::span<const StoryWord> words, std::vector<Mention>& mentions);

 private:
  const Lexicon& lexicon_;
};

}  // namespace broadsheet
