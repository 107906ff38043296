#include "common/index/stems.h"

#include <algorithm>
#include <iterator>

#include "common/text/fold.h"

namespace broadsheet {
namespace {

Xapian::Stem stemmer_for(std::string_view language) {
  return Xapian::Stem(std::string(stem_language(language)),
                      true);  // none: words stay
}

/// These take off prefixes, undo mutations, write one consonant for two or t
/// for d.
constexpr std::string_view kChangeBeginnings[] = {"ar", "fi", "ga", "id", "tr"};

/// A final ha is often a ta marbuta without its dots. Stems have neither.
std::string with_ta_marbuta(const std::string& word) {
  constexpr std::string_view kHa = "\u0647", kTaMarbuta = "\u0629";
  if (!word.ends_with(kHa)) return word;
  return word.substr(0, word.size() - kHa.size()).append(kTaMarbuta);
}

}  // namespace

std::string_view stem_language(std::string_view language) {
  return language == kUndetermined ? "en" : language;
}

Stemmer::Stemmer(std::string_view language)
    : stem_(stemmer_for(language)),
      turkic_(language == "tr" || language == "az"),
      arabic_(language == "ar"),
      keeps_beginning_(std::ranges::find(kChangeBeginnings, language) ==
                       std::end(kChangeBeginnings)) {}

std::string_view Stemmer::stem(const Token& token) {
  if (!token.stemmable) return token.term();
  if (known_.size() >= kMostKnown) {
    known_.clear();
    stems_.clear();
  }
  const auto number = known_.number_of(token.lower());
  if (number == stems_.size()) {
    const std::string word(token.lower());
    stems_.push_back(fold(stem_(arabic_ ? with_ta_marbuta(word) : word)));
  }
  return stems_[number];
}

}  // namespace broadsheet
