// Comma-separated values, as spreadsheets write them (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct CsvRow {
  std::size_t line = 0;  ///< where it begins, from 1
  std::vector<std::string> cells;
};

/// The rows that hold anything; a byte order mark and line ends of either kind
/// are passed over. Throws Error for a quote without end.
std::vector<CsvRow> parse_csv(std::string_view text);

}  // namespace broadsheet
