#include "common/index/stems.h"

#include "common/text/fold.h"

namespace broadsheet {
namespace {

Xapian::Stem stemmer_for(std::string_view language) {
  if (language == kUndetermined) language = "en";
  return Xapian::Stem(std::string(language), true);  // none: words stay
}

}  // namespace

Stemmer::Stemmer(std::string_view language) 
    : stem_(stemmer_for(language)),
      turkic_(language == "tr" || language == "az") {}

const std::string& Stemmer::stem(const Token& token) {
  if (!token.stemmable) return token.term;
  if (known_.size() >= kMostKnown) known_.clear();
  const auto [at, is_new] = known_.try_emplace(token.lower);
  if (is_new) at->second = fold(stem_(token.lower));
  return at->second;
}

}  // namespace broadsheet
