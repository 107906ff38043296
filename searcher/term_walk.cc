#include "searcher/term_walk.h"

#include <algorithm>
#include <functional>

#include "common/text/utf8.h"

namespace broadsheet {
namespace {

void append_characters(std::u32string& all, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) all += next_char(text, at);
}

/// Characters of a text: bytes that do not go on with one.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
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
  std::u32string wanted, other;
  append_characters(wanted, word);
  const auto most = wanted.size() + static_cast<std::size_t>(distance);
  std::size_t first = 0;
  if (!word.empty()) next_char(word, first);
  return walk(
      database, prefix, word.substr(0, first), [&](std::string_view text) {
        const auto size = length(text);
        if (size > most || size + 2 * static_cast<std::size_t>(distance) < most)
          return false;
        other.clear();
        append_characters(other, text);
        return edit_distance(wanted, other, distance) <= distance;
      });
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

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const auto difference =
      static_cast<int>(a.size()) - static_cast<int>(b.size());
  if (std::abs(difference) > limit) return limit + 1;
  std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({replaced, last[j] + 1, now[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    if (*std::ranges::min_element(now) > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace broadsheet
