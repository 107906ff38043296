// Where a story was filed, read from its dateline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A place as a dateline prints it, with what it says that lies around it.
struct DatelinePlace {
  std::string name;                ///< "BONN"
  std::vector<std::string> outer;  ///< "West Germany"; nearest first

  bool operator==(const DatelinePlace&) const = default;
};

/// The places of "BONN, West Germany, Feb 26 (Reuter) -" or "LONDON/PARIS";
/// days, months, agencies and dashes end one.
std::vector<DatelinePlace> read_dateline(std::string_view dateline);

/// The dateline that a text begins with, up to its dash: "CAIRO (AP) --"; empty
/// if it does not begin with places in capitals.
std::string_view leading_dateline(std::string_view body);

}  // namespace broadsheet
