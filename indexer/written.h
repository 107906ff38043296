// Which file gave each story that a run has put into its target.
#pragma once

#include <string_view>

#include "indexer/number_map.h"

namespace broadsheet {

class Written {
 public:
  void set(std::string_view story, std::string_view origin) {
    files_.set(story, origins_.number_of(origin) + 1);
  }
  void erase(std::string_view story) {
    if (files_.of(story) != 0) files_.set(story, 0);
  }

  /// Empty if no file did. Valid until set().
  std::string_view origin_of(std::string_view story) const {
    const auto file = files_.of(story);
    return file == 0 ? std::string_view() : origins_[file - 1];
  }

 private:
  NumberMap files_;  ///< 1 + the origin's number
  StringTable origins_;
};

}  // namespace broadsheet
