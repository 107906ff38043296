// The <meta> elements of a page under the many names of each field.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/dom.h"

namespace broadsheet {

class MetaElements {
 public:
  explicit MetaElements(Dom& page);

  /// Calls `use` with every value of the names of a field ("headline",
  /// "date", "byline", ...), best name first, in document order.
  void each(std::string_view field,
            const std::function<void(const std::string&)>& use) const;
  /// The same with all values of a name at once.
  void each_name(
      std::string_view field,
      const std::function<void(const std::vector<std::string>&)>& use) const;
  std::string first(std::string_view field) const;

 private:
  std::multimap<std::string, std::string> contents_;
};

}  // namespace broadsheet
