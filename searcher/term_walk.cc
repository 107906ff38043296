#include "searcher/term_walk.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/text/utf8.h"

namespace broadsheet {
namespace {

void append_characters(std::u32string& all, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) all += next_char(text, at);
}

Forms most_frequent(std::vector<Form> all) {
  Forms forms;
  forms.cut = all.size() > kMostForms;
  if (forms.cut) {
    std::ranges::nth_element(all, all.begin() + kMostForms,
                             std::ranges::greater{}, &Form::stories);
    all.resize(kMostForms);
    std::ranges::sort(all, {}, &Form::text);
  }
  forms.found = std::move(all);
  return forms;
}

/// Terms that begin with prefix + head and whose rest a test accepts.
Forms walk(const Xapian::Database& database, const std::string& prefix,
           std::string_view head,
           const std::function<bool(std::string_view)>& accept) {
  std::vector<Form> found;
  const std::string start = prefix + std::string(head);
  const auto end = database.allterms_end(start);
  for (auto term = database.allterms_begin(start); term != end; ++term) {
    const std::string whole = *term;
    const auto text = std::string_view(whole).substr(prefix.size());
    if (accept(text)) found.push_back({std::string(text), term.get_termfreq()});
  }
  return most_frequent(std::move(found));
}

}  // namespace

Forms matching(const Xapian::Database& database, const std::string& prefix,
               std::string_view pattern) {
  const auto head = pattern.substr(0, pattern.find_first_of("*?"));
  return walk(database, prefix, head,
              [&](std::string_view text) { return glob(pattern, text); });
}

Forms near(const Xapian::Database& database, const std::string& prefix,
           std::string_view word, int distance) {
  EditDistance edits(word, distance);
  const auto range = static_cast<std::size_t>(distance);
  const auto wanted = length(word);
  std::size_t first = 0;
  if (!word.empty()) next_char(word, first);
  return walk(database, prefix, word.substr(0, first),
              [&](std::string_view text) {
                const auto size = length(text);
                return size <= wanted + range && wanted <= size + range &&
                       edits.to(text) <= distance;
              });
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool glob(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0;
  std::size_t star = std::string_view::npos, star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      next_char(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      next_char(text, star_text);
      t = star_text;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

EditDistance::EditDistance(std::string_view word, int limit) : limit_(limit) {
  append_characters(word_, word);
  Row& first = rows_.emplace_back(word_.size() + 1);
  std::iota(first.begin(), first.end(), 0);
}

bool EditDistance::is_far(const Row& row) const {
  return *std::ranges::min_element(row) > limit_;
}

/// The row of one more character of text_.
void EditDistance::add_row() {
  const auto n = rows_.size();
  const Row& last = rows_[n - 1];
  Row row(word_.size() + 1, static_cast<int>(n));
  for (std::size_t i = 1; i < row.size(); ++i) {
    const int replaced = last[i - 1] + (text_[n - 1] == word_[i - 1] ? 0 : 1);
    row[i] = std::min({replaced, last[i] + 1, row[i - 1] + 1});
    const bool swapped = n > 1 && i > 1 && text_[n - 1] == word_[i - 2] &&
                         text_[n - 2] == word_[i - 1];
    if (swapped) row[i] = std::min(row[i], rows_[n - 2][i - 2] + 1);
  }
  rows_.push_back(std::move(row));
}

int EditDistance::to(std::string_view text) {
  std::swap(text_, last_);
  text_.clear();
  append_characters(text_, text);
  const auto same = std::ranges::mismatch(text_, last_).in1 - text_.begin();
  rows_.resize(std::min(rows_.size(), static_cast<std::size_t>(same) + 1));
  while (rows_.size() <= text_.size() && !is_far(rows_.back())) add_row();
  if (rows_.size() <= text_.size()) return limit_ + 1;
  return std::min(rows_.back().back(), limit_ + 1);
}

}  // namespace broadsheet
