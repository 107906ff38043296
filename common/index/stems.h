// Stems in a story's language, and which languages have them.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/analysis.h"
#include "common/text/string_table.h"

namespace broadsheet {

/// The language of a story that declares none and is too short to tell.
inline constexpr std::string_view kUndetermined = "und";

/// The language whose stemmer the words of one have: "und" has that of English,
/// the commonest in archives of this kind.
std::string_view stem_language(std::string_view language);

/// Stems words: Snowball's stemmer of the language over the lower-case form
/// with its diacritics, then folded. A language without a stemmer keeps its
/// words as they are. Keeps what it has stemmed; one thread.
class Stemmer {
 public:
  /// `language`: ISO 639-1, or "und".
  explicit Stemmer(std::string_view language);

  /// Does its language write a dotless small I? Its tokens are to be read so.
  bool turkic() const { return turkic_; }

  /// Does every word begin with the first two letters of its stem, or with one
  /// that is all of it, once both are folded and y is taken for i?
  bool keeps_beginning() const { return keeps_beginning_; }

  /// The folded stem of a token; its term where it is not stemmable. Valid
  /// until the next call.
  std::string_view stem(const Token& token);

 private:
  Xapian::Stem stem_;
  bool turkic_;
  bool arabic_;
  bool keeps_beginning_;
  StringTable known_;
  std::vector<std::string> stems_;  ///< of those known
  static constexpr std::size_t kMostKnown = 200'000;
};

}  // namespace broadsheet
