// The date that an archive's paths hold, by a pattern its owner gives.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "common/text/date.h"

namespace broadsheet {

/// "%Y/%m/%d", "issue-%d%b%Y": %Y four digits of a year, %y the last two (69
/// is 1969, 68 is 2068), %m and %d two digits, %b the name of a month, whole or
/// short; * is anything within a name, ** anything; the rest is itself. The
/// pattern may match anywhere in the path, but never a part of a number.
class PathDate {
 public:
  /// Throws Error for another letter behind a %, and for a pattern without a
  /// year.
  explicit PathDate(const std::string& pattern);

  /// To the day, month or year that the pattern names; nothing if it does not
  /// match or there is no such day.
  std::optional<Date> in(std::string_view path) const;

 private:
  std::regex regex_;
  std::string letters_;  ///< of the captures, in order
};

}  // namespace broadsheet
