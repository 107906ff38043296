#include "indexer/formats/furniture.h"

#include <algorithm>

#include "common/text/fold.h"

namespace broadsheet {
namespace {

struct Line {
  std::string_view folded;  ///< as fold_name() gives it
  bool sure;                ///< furniture also where it stands alone
};

constexpr Line kLines[] = {
    {"oops", false},
    {"something went wrong", false},
    {"please try again later", true},
    {"please try again", true},
    {"an error has occurred", true},
    {"advertisement", true},
    {"advertising", false},
    {"anzeige", true},
    {"publicidad", true},
    {"publicite", true},
    {"article continues below", true},
    {"story continues below", true},
    {"story continues", true},
    {"story continues below advertisement", true},
    {"article continues below advertisement", true},
    {"continue reading", true},
    {"read more", true},
    {"read next", true},
    {"read the full story", true},
    {"click here to read more", true},
    {"related articles", true},
    {"related stories", true},
    {"more from this section", true},
    {"recommended for you", true},
    {"most read", true},
    {"most popular", true},
    {"trending now", true},
    {"view comments", true},
    {"leave a comment", true},
    {"share this article", true},
    {"share this story", true},
    {"share on facebook", true},
    {"share on twitter", true},
    {"share", false},
    {"tweet", false},
    {"email", false},
    {"print", false},
    {"comments", false},
    {"sign up for our newsletter", true},
    {"subscribe to our newsletter", true},
    {"subscribe now", true},
    {"sign in", false},
    {"log in", false},
    {"skip to content", true},
    {"skip to main content", true},
    {"back to top", true},
    {"accept all cookies", true},
    {"accept cookies", true},
    {"this site uses cookies", true},
    {"your browser does not support the video tag", true},
    {"please enable javascript", true},
    {"printer friendly version", true},
    {"print this page", true},
    {"email this page", true},
    {"all rights reserved", true},
    {"loading", false},
};

const Line* line_of(std::string_view line) {
  if (line.size() > 80) return nullptr;
  const std::string folded = fold_name(line);
  const auto* found =
      std::find_if(std::begin(kLines), std::end(kLines),
                   [&](const Line& known) { return known.folded == folded; });
  return found == std::end(kLines) ? nullptr : found;
}

}  // namespace

bool is_furniture(std::string_view line) {
  const Line* known = line_of(line);
  return known && known->sure;
}

bool is_furniture(const std::vector<std::string>& block) {
  return std::any_of(block.begin(), block.end(),
                     [](const std::string& l) { return is_furniture(l); }) &&
         std::all_of(block.begin(), block.end(),
                     [](const std::string& l) { return line_of(l); });
}

}  // namespace broadsheet
