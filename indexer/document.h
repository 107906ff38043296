// A story as the index will hold it: the only place that maps fields to terms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/analysis.h"
#include "common/index/record.h"
#include "common/index/stems.h"
#include "indexer/term_list.h"
#include "indexer/term_table.h"

namespace broadsheet {

/// What a writer, of whatever kind, stores for one story.
struct IndexDocument {
  std::string id;  ///< the story's; its "Q" term is among terms
  TermList terms;  ///< in byte order, each once
  std::vector<std::pair<unsigned, std::string>>
      values;  ///< by slot, none empty
  std::string data;
};

/// The key terms of persons' names; names come again and again.
class PersonKeys {
 public:
  struct Terms {
    std::string posted;                ///< at every word of a mention
    std::vector<std::string> further;  ///< booleans that lead to it
  };
  const Terms& of(const std::string& name);

 private:
  static constexpr std::size_t kMostKnown = 50'000;
  std::unordered_map<std::string, Terms> known_;
};

/// Makes documents; keeps stems and keys between stories, so one a thread. The
/// result depends on the story and the archive's name alone.
class DocumentMaker {
 public:
  /// `archive`: what `archive:` will find its stories by.
  explicit DocumentMaker(std::string archive);

  /// `story.language` chooses the stemmer.
  IndexDocument make(const Story& story);

 private:
  Stemmer& stemmer_for(const std::string& language);

  std::string archive_;
  std::unordered_map<std::string, Stemmer> stemmers_;
  PersonKeys keys_;
  TermTable terms_;
};

}  // namespace broadsheet
