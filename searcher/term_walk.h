// Forms of a word that an archive really holds: what a pattern or a misspelt
// word stands for, found by walking the archive's terms.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// A form without its prefix, and how many stories hold it.
struct Form {
  std::string text;
  std::size_t stories = 0;

  bool operator==(const Form&) const = default;
};

/// The most frequent forms, at most kMostForms, then in byte order.
struct Forms {
  std::vector<Form> found;
  bool cut = false;  ///< there were more
};

inline constexpr std::size_t kMostForms = 500;

/// Terms under `prefix` that match a folded pattern with * and ?.
Forms matching(const Xapian::Database& database, const std::string& prefix,
               std::string_view pattern);

/// Terms under `prefix` that begin with the word's first character and lie
/// within that many edits (insert, delete, replace, swap) of it.
Forms near(const Xapian::Database& database, const std::string& prefix,
           std::string_view word, int distance);

/// Does the whole text match a pattern with * and ?; linear in practice.
bool glob(std::string_view pattern, std::string_view text);

/// Characters of a text.
std::size_t length(std::string_view text);

/// Optimal string alignment distances of one word to others, in characters.
/// What a text has in common with the one before it is not compared again, so
/// that texts in byte order are quick.
class EditDistance {
 public:
  EditDistance(std::string_view word, int limit);

  /// limit + 1 if it is above the limit.
  int to(std::string_view text);

 private:
  using Row = std::vector<int>;
  void add_row();
  bool is_far(const Row& row) const;

  std::u32string word_;
  int limit_;
  std::u32string text_, last_;
  std::vector<Row> rows_;  ///< of text_'s first 0, 1, 2 ... characters
};

}  // namespace broadsheet
