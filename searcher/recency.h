// A weight for how new a story is, beside the one for its words.
#pragma once

#include <xapian.h>

#include <optional>
#include <string_view>

#include "common/text/date.h"

namespace broadsheet {

/// The days of "30d", "6w", "3m" or "2y"; nothing for what is no such age.
std::optional<int> days_of_age(std::string_view age);

/// Weighs a story of the day `newest` `most`, one that is a half-life (in days)
/// older half of that, and so on for ten half-lives: an exponential prior on
/// the date, as Li and Croft, "Time-based language models", 2003. Xapian's own
/// posting source, so that remote archives take it too.
Xapian::Query recency(const Date& newest, int half_life, double most);

}  // namespace broadsheet
