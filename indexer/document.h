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
#include "indexer/copy_signature.h"
#include "indexer/known_words.h"
#include "indexer/name_terms.h"
#include "indexer/term_links.h"
#include "indexer/term_list.h"
#include "indexer/term_table.h"

namespace broadsheet {

/// What a writer, of whatever kind, stores for one story.
struct IndexDocument {
  std::string id;  ///< the story's; its "Q" term is among terms
  TermList terms;
  std::vector<std::pair<unsigned, std::string>>
      values;  ///< by slot, none empty
  std::string data;
  bool dense = false;  ///< compressing data once more would gain nothing
};

/// The words of a language and their stems.
struct LanguageStems {
  explicit LanguageStems(std::string_view language) : stemmer(language) {}

  void forget_terms() {
    stems.forget();
    known.forget();
  }

  Stemmer stemmer;
  TermLinks stems;
  KnownWords known;
};

/// Makes documents; keeps terms, stems and names between stories, so one a
/// thread. Terms and their frequencies and positions depend on the story and
/// the archive's name alone; their numbers are those of a vocabulary that the
/// documents of one maker share until it forgets them.
class DocumentMaker {
 public:
  /// `archive`: what `archive:` will find its stories by.
  explicit DocumentMaker(std::string archive);

  /// `story.language` chooses the stemmer.
  IndexDocument make(const Story& story);

  /// The next document has another vocabulary. Comes by itself if one has
  /// grown out of bounds.
  void forget_terms();

  /// Bytes held for the vocabulary.
  std::size_t terms_memory() const { return terms_.memory(); }

 private:
  static constexpr std::size_t kMostMemory = std::size_t{64} << 20;

  LanguageStems& stems_of(const std::string& language);

  std::string archive_;
  std::unordered_map<std::string, LanguageStems> languages_;
  TermTable terms_;
  KnownNames names_{terms_};
  CopySigner signer_;
};

}  // namespace broadsheet
