#include "indexer/entities/doubtful_people.h"

#include <algorithm>

#include "common/text/fold.h"
#include "indexer/entities/given_names.h"
#include "indexer/entities/people.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

/// "Nine Mths" of a company's accounts.
bool begins_with_number(std::string_view name) {
  constexpr std::string_view kNumbers[] = {"one",  "two", "three",  "four",
                                           "five", "six", "seven",  "eight",
                                           "nine", "ten", "eleven", "twelve"};
  const std::string folded = fold_name(name);
  const auto first = folded.substr(0, folded.find(' '));
  return first != folded &&
         std::ranges::find(kNumbers, first) != std::end(kNumbers);
}

/// "Mr. President", the "Jr." and "Im" of a text that lost its points, the
/// "Bill" that a headline is about, the "Browse" of a page's margin.
bool names_nobody(std::string_view name) {
  static const WordSet words(
      "president chairman chairwoman speaker secretary minister ambassador "
      "governor senator mayor premier chancellor congressman representative "
      "commissioner director leader member ranking majority minority pro "
      "tempore m mr mrs jr sr i im ive browse bill dear friend friends "
      "latino latinos hispanic hispanics alabamians alaskans arizonans "
      "arkansans californians coloradans delawareans floridians georgians "
      "hawaiians idahoans illinoisans hoosiers iowans kansans kentuckians "
      "louisianans mainers marylanders michiganders minnesotans mississippians "
      "missourians montanans nebraskans nevadans ohioans oklahomans oregonians "
      "pennsylvanians tennesseans texans utahns vermonters virginians "
      "washingtonians wisconsinites wyomingites");
  return std::ranges::all_of(NameWords(name).words,
                             [&](const auto& word) { return words.has(word); });
}

bool has_known_given_name(std::string_view name) {
  const std::string folded = fold_name(name);
  const auto space = folded.find(' ');
  return space == folded.npos || is_given_name(folded.substr(0, space));
}

/// "JUL8", but not a name in a script without capitals.
bool in_capitals(std::string_view name) {
  return has_capital_letter(name) && !has_small_letter(name);
}

bool is_doubtful(const Entity& person, bool prose) {
  if (person.editors) return false;
  if (has_digit(person.name) || begins_with_number(person.name) ||
      names_nobody(person.name))
    return true;
  if (!person.role.empty() ||
      !std::ranges::all_of(person.spellings, in_capitals))
    return false;
  return prose || !has_known_given_name(person.name);
}

}  // namespace

void drop_doubtful(Entities& people, bool prose) {
  std::erase_if(
      people, [&](const Entity& person) { return is_doubtful(person, prose); });
}

}  // namespace broadsheet
