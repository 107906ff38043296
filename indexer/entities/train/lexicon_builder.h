// Makes the lexicon's tables from word lists and from plain text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/lexicon.h"

namespace broadsheet {

class LexiconBuilder {
 public:
  /// Lines "CLASS TAB NAME"; a name of several words becomes a phrase.
  void add_lists(const std::string& path);

  /// Counts how each word of the text is written.
  void add_text(std::string_view text);

  /// Sorts the tables; the builder must outlive the lexicon.
  Lexicon build();
  const Lexicon::Tables& tables() const { return tables_; }

 private:
  struct Seen {
    std::uint32_t small = 0;
    std::uint32_t capital = 0;
    std::uint32_t upper = 0;

    std::uint32_t all() const { return small + capital + upper; }
  };

  void add(std::string_view list, std::string_view name);
  void add_word(WordClass c, std::string_view word);
  void add_phrase(PhraseClass c, const std::vector<std::string_view>& words);
  bool emphasised(const std::string& form, const Seen& seen) const;
  void take_counts();
  static SmallShare share_of(const Seen& seen);

  std::map<std::string, std::uint32_t> classes_;  ///< by form
  std::unordered_map<std::string, Seen> seen_;    ///< by form
  std::map<std::uint64_t, PhraseClass> phrases_;
  std::map<std::string, WordEntry> entries_;

  std::vector<std::uint32_t> word_keys_;
  std::vector<std::uint16_t> word_kinds_;
  std::vector<WordEntry> kinds_;
  std::vector<std::uint32_t> phrase_keys_;
  std::vector<std::uint8_t> phrase_classes_;
  Lexicon::Tables tables_;
};

}  // namespace broadsheet
