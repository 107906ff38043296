// From the characters of a source to the paragraphs of an Article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/news/article.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

/// The same text without control characters, marks of byte order and soft
/// hyphens; line ends are "\n", tabs and hard spaces are spaces.
std::string clean_text(std::string_view text);

/// clean_text() with every run of white space one space, none at the ends.
std::string one_line(std::string_view text);

/// Appends a paragraph to a body; nothing if it is empty.
void add_paragraph(std::string& body, std::string_view paragraph);
/// The same for one of those that paragraphs_of() makes of a clean text.
void add_clean_paragraph(std::string& body, std::string_view paragraph);

/// Appends each line of a text as a paragraph.
void add_lines(std::string& body, std::string_view text);

/// Lines of a text, without the spaces at their ends. They lie in the text,
/// which must live.
using Lines = std::vector<std::string_view>;
Lines lines_of(std::string_view text);
Lines lines_of(std::string&& text) = delete;

/// Is fold_name() of both the same?
bool reads_same(std::string_view one, std::string_view other);

/// The words of fold_name().
std::vector<std::string> folded_words(std::string_view text);

/// What is known of how a text was set.
struct Layout {
  std::size_t width = 0;        ///< to which lines were wrapped; 0: measured
  bool indent_opens = false;    ///< every indented line begins a paragraph
  bool after_dateline = false;  ///< the first line began behind other words
  bool keep_gaps = false;       ///< several spaces stay, not where lines end
};

/// The paragraphs of text with line breaks: blank lines and indentation part
/// them, hard-wrapped lines are joined; a break that no wrapping would have
/// made is kept, so lists, tables and verse stay one line a paragraph.
std::vector<std::string> paragraphs_of(std::string_view text,
                                       const Layout& layout = {});
std::vector<std::string> paragraphs_of(const Lines& lines,
                                       const Layout& layout = {});

/// What every reader's story has in common before it leaves: clean fields on
/// one line, a body of clean paragraphs, cut at Input::kMaxText. That, and a
/// date that was rejected with none in its place, is told to `on_skip`.
Article finished(Article&& article, const OnSkip& on_skip);

/// Does the story hold anything that can be found?
bool has_text(const Article& article);

}  // namespace broadsheet
