// A set of folded words from a table that a reader can read.
#pragma once

#include <string_view>
#include <unordered_set>

namespace broadsheet {

class WordSet {
 public:
  /// `words` are separated by single spaces and outlive the set.
  explicit WordSet(std::string_view words) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      set_.insert(words.substr(0, end));
      words.remove_prefix(end == words.npos ? words.size() : end + 1);
    }
  }

  bool has(std::string_view word) const { return set_.contains(word); }

 private:
  std::unordered_set<std::string_view> set_;
};

}  // namespace broadsheet
