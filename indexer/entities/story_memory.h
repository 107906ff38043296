// What the rules have found in a story, so that a name shown once is known
// everywhere in it.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/entities/capital_runs.h"
#include "indexer/entities/tagger.h"

namespace broadsheet {

/// A name in words [first, last). kMisc waits for what the story says of it;
/// one that `may_be_person` is one if the story does not say otherwise.
struct RuleName {
  std::size_t first;
  std::size_t last;
  Label label;
  bool may_be_person = false;
};

/// The folded words with single spaces between them.
std::string phrase(const std::vector<Word>& words, std::size_t first,
                   std::size_t last);

class StoryMemory {
 public:
  /// The counts must outlive it.
  explicit StoryMemory(const CaseCounts& cases) : cases_(cases) {}

  void learn(const std::vector<Word>& words, const RuleName& name);

  /// What a whole name is; kMisc if it was not learnt.
  Label whole(const std::string& name) const;
  /// Is it the first word of a person's name?
  bool is_given(const std::string& name) const;
  /// Is it a person's name without the first words?
  bool is_surname(const std::string& name) const;
  /// Is it a firm's name without "Inc"?
  bool is_firm(const std::string& name) const;
  /// Is it an organisation's name without its ending, or its first word?
  bool is_org_short(const std::string& name) const;

 private:
  void learn_person(const std::vector<Word>& words, const RuleName& name);
  void learn_org(const std::vector<Word>& words, const RuleName& name);

  const CaseCounts& cases_;
  std::unordered_map<std::string, Label> whole_;
  std::unordered_set<std::string> given_;
  std::unordered_set<std::string> surnames_;
  std::unordered_set<std::string> firms_;
  std::unordered_set<std::string> org_shorts_;
};

}  // namespace broadsheet
