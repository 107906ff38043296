// A set of folded words from a table that a reader can read.
#pragma once

#include <string_view>
#include <unordered_set>

namespace broadsheet {

/// Calls visit(word) for words that are separated by single spaces.
void each_word(std::string_view words, auto visit) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    visit(words.substr(0, end));
    words.remove_prefix(end == words.npos ? words.size() : end + 1);
  }
}

class WordSet {
 public:
  /// `words` are separated by single spaces and outlive the set.
  explicit WordSet(std::string_view words) {
    each_word(words, [this](std::string_view word) { set_.insert(word); });
  }

  bool has(std::string_view word) const { return set_.contains(word); }

 private:
  std::unordered_set<std::string_view> set_;
};

}  // namespace broadsheet
