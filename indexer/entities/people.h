// Persons of one story: which mentions name the same one.
//
// A name's words are compared folded, so that "REAGAN" in a headline is
// "Reagan" in the body. Two full names are one person if the first and the last
// words agree (an initial agrees with what it begins) and so do the middle
// names where both have some. A surname alone joins the full name it ends, a
// first name the one it begins; where several full names would do, the one
// whose office agrees, then the one mentioned last before it, then the next
// one. So two Bushes stay two.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/entity.h"

namespace broadsheet {

/// A person mention as found: the bytes of `text` stand at `where`.
struct PersonMention {
  Mention where;
  std::string_view text;
  std::string_view role;
};

/// Cuts the "s" off the "Bushs" of a text that lost its apostrophes, if the
/// story has a Bush.
void cut_possessives(std::span<PersonMention> mentions);

/// One entity a person, in order of first mention. `mentions` come in text
/// order, the headline's first.
Entities group_people(std::span<const PersonMention> mentions);

/// A name's folded words, without titles before and "Jr." behind it.
struct NameWords {
  std::vector<std::string> words;
  std::size_t cores = 0;  ///< how many are no particles ("al", "de")

  explicit NameWords(std::string_view name);
  bool operator==(const NameWords&) const = default;
};

/// How a name's words stand to those of a fuller one, weakest first.
enum class Fit { kNone, kBegins, kEnds, kSame };
Fit fit(const NameWords& full, const NameWords& part);

bool has_small_letter(std::string_view text);
bool has_capital_letter(std::string_view text);

/// A name written in capitals or small letters in the usual way: "DE LA
/// MADRID" is "De la Madrid". A name of mixed case stays as it is.
std::string proper_case(std::string_view name);

}  // namespace broadsheet
