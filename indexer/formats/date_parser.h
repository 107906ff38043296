// Dates as news spells them: one table of patterns over one list of month
// names in every language that ICU knows them in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/date.h"

namespace broadsheet {

/// What decides where a text alone does not.
struct DateHints {
  /// "8/2/2024" is 8 February but in "en-US", and nothing without a language.
  std::string_view language = {};
};

struct FoundDate {
  Date date;
  std::size_t begin = 0;  ///< half-open byte offsets of its spelling
  std::size_t end = 0;
};

/// The first spelling of a day in running text: the calendar day as printed,
/// times and zones passed over.
std::optional<FoundDate> find_date(std::string_view text,
                                   const DateHints& hints = {});

/// A text that is meant to be a date: a day anywhere in it, else a month with
/// its year, a year, or seconds (milliseconds) since 1970, which are read in
/// UTC. Nothing if none of these.
std::optional<Date> parse_date(std::string_view text,
                               const DateHints& hints = {});

/// Seconds (milliseconds) since 1970, of today's size, as seconds.
std::optional<std::int64_t> epoch_seconds(std::string_view text);

/// Is the line days and hours, with a few words about them?
bool is_date_line(std::string line, std::string_view language);

/// The date in a file's path: 01Apr2006Kerry15.txt, 2006-04-01.html,
/// 20060401_x.xml, 2006/04/01/x.html; the last one wins.
std::optional<Date> date_in_path(std::string_view path);

/// Can a story be of that date: from 1600 to the day after `today`?
bool plausible(const Date& date, const Date& today);

}  // namespace broadsheet
