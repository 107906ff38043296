// Finds the stretches of a text that may hold names, and how to read each word
// of them: a headline in capitals, or an ordinary word that opens a sentence,
// is read as it would be written elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/hash.h"
#include "indexer/entities/token.h"

namespace broadsheet {

/// What a word is looked up by.
inline std::uint64_t word_key(std::string_view text, TokenKind kind) {
  return combined(hash_of(text), static_cast<std::uint64_t>(kind));
}

/// Where words are looked up. A reference is valid until make_room()
/// forgets.
class WordSource {
 public:
  virtual ~WordSource() = default;
  /// May fetch from memory what look_up() of the key will look at.
  virtual void fetch(std::uint64_t) const {}
  virtual const WordTraits& look_up(std::uint64_t key, std::string_view text,
                                    TokenKind kind) = 0;
  /// Makes room between regions; forgets words only if it must, and says so.
  virtual bool make_room() = 0;
};

/// A region and the first of its tokens.
struct FoundRegion {
  std::uint32_t first = 0;
  Region region;
};

class RegionFinder {
 public:
  RegionFinder(const Lexicon& lexicon, WordSource& words)
      : lexicon_(lexicon), words_(words) {}

  /// Longer stretches are cut here, which bounds time and memory.
  static constexpr std::size_t kLongestRegion = 256;

  /// Calls `found(const FoundRegion&)` for each region of the text in order.
  /// The region is overwritten by the next.
  template <class Found>
  void for_each(std::string_view text, const std::vector<TaggerToken>& tokens,
                Found&& found) {
    std::size_t begin = 0;
    while (begin < tokens.size()) {
      const std::size_t end = sentence_end(tokens, begin);
      open_sentence(text, tokens, begin, end);
      while (next_region()) found(found_);
      begin = end;
    }
  }

 private:
  enum class Style : std::uint8_t { kPlain, kTitle, kCapitals };

  /// What a word in a line of capitals would be elsewhere.
  enum class Elsewhere : std::uint8_t { kCapitals, kSmall, kCapitalised };

  /// How a token of the sentence is read.
  struct Reading {
    std::string_view text;
    bool capital = false;
    bool changed = false;
    std::uint64_t key = 0;             ///< once it has been asked for
    const WordTraits* word = nullptr;  ///< once it has been looked up
  };

  static std::size_t sentence_end(const std::vector<TaggerToken>& tokens,
                                  std::size_t begin);
  void open_sentence(std::string_view text,
                     const std::vector<TaggerToken>& tokens, std::size_t begin,
                     std::size_t end);
  Style style() const;
  Reading read(const TaggerToken& token, Style style);  ///< of a capital word
  Reading read_capitals(std::string_view word);
  Elsewhere elsewhere(std::string_view word) const;
  void ask_ahead();
  void ask(std::size_t at);
  bool is_connector(std::size_t at);
  bool leads(std::size_t at);
  bool next_region();
  bool is_plain(std::size_t begin, std::size_t end);
  std::size_t region_end(std::size_t begin);
  void fill(std::size_t begin, std::size_t end);
  const WordTraits& word_at(std::size_t at);
  void make_room();
  void mark_runs();
  void mark_phrases();
  void mark_phrase_at(std::size_t at);
  void restore_places();

  /// The longest phrase of the lexicon among those of 2 to `most` words whose
  /// forms `form(0)`, `form(1)`... are: its length, 0 without one, and kind.
  template <class Form>
  std::pair<std::size_t, PhraseClass> longest_phrase(std::size_t most,
                                                     Form&& form) const;

  const Lexicon& lexicon_;
  WordSource& words_;
  std::string_view text_;
  const TaggerToken* tokens_ = nullptr;  ///< of the sentence
  std::size_t first_ = 0;                ///< index of its first token
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  std::size_t used_ = 0;  ///< end of the last region in the sentence
  bool in_capitals_ = false;
  std::vector<Reading> readings_;
  std::vector<std::string> changed_;  ///< texts of changed readings

  struct Known {
    std::uint64_t key = 0;  ///< the word's hash
    Elsewhere elsewhere = Elsewhere::kCapitals;
  };
  std::array<Known, 16384> known_;  ///< words in capitals met last
  FoundRegion found_;
};

}  // namespace broadsheet
