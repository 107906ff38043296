// Patterns on paths: * and ? within a name, ** over directories.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// "drafts/**", "**/2024-*.xml", "?.txt". A star stands for any characters but
/// '/', a double star for any; "**/" stands for no directory too. Takes time
/// linear in the text.
class Glob {
 public:
  /// As for a path below a root: a pattern without '/' is of the file's name,
  /// in whatever directory, and one with '/' at its end of all that lies there.
  static Glob below_root(std::string_view pattern);

  explicit Glob(std::string_view pattern);

  bool matches(std::string_view text) const { return run(text).back() != 0; }
  /// Does it match some text that begins so?
  bool may_begin(std::string_view text) const;

 private:
  enum class Kind : unsigned char { kOne, kAnyOne, kName, kAny, kDirectories };
  struct Step {
    Kind kind = Kind::kOne;
    char32_t c = 0;
  };
  using States = std::vector<char>;  ///< which steps may come next

  States run(std::string_view text) const;
  void enter(States& states, std::size_t step) const;

  std::vector<Step> steps_;
};

/// Are there such characters in it?
bool is_pattern(std::string_view text);

}  // namespace broadsheet
