// Reuters-21578: SGML that no XML parser takes, some thousand stories a file.
// A story is parsed by a pure function; sgml_framer.h cuts it out.
#include "indexer/formats/reuters_sgml.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/formats/byline.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/sgml_framer.h"

namespace broadsheet {
namespace {

/// What stands between a tag that begins ("<D") and the one that closes it;
/// nothing if there is no such tag, all that follows if it is not closed.
std::optional<std::string_view> element(std::string_view story,
                                        std::string_view open,
                                        std::string_view close) {
  std::size_t at = 0;
  do {
    at = story.find(open, at);
    if (at == story.npos) return std::nullopt;
    at += open.size();
  } while (at < story.size() && story[at] != '>' && story[at] != ' ');
  const std::size_t begin = story.find('>', at);
  if (begin == story.npos) return std::nullopt;
  const std::string_view rest = story.substr(begin + 1);
  return rest.substr(0, rest.find(close));
}

/// What follows a part of a text.
std::string_view behind(std::string_view text, std::string_view part) {
  return text.substr(static_cast<std::size_t>(part.end() - text.begin()));
}

/// A text's elements, which mostly stand in the order they are asked for.
class Elements {
 public:
  explicit Elements(std::string_view text) : text_(text), rest_(text) {}

  std::optional<std::string_view> find(std::string_view open,
                                       std::string_view close) {
    auto found = element(rest_, open, close);
    if (!found) found = element(text_, open, close);
    if (found) rest_ = behind(text_, *found);
    return found;
  }

 private:
  std::string_view text_;
  std::string_view rest_;  ///< behind the one found last
};

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string key = fmt::format("{}=\"", name);
  const std::size_t at = tag.find(key);
  if (at == tag.npos) return {};
  const std::string_view value = tag.substr(at + key.size());
  return value.substr(0, value.find('"'));
}

/// Most of the collection's entities are control characters: dropped.
std::string unescaped(std::string_view text) {
  return clean_text(decode_entities(text));
}

/// The codes in a list of them.
std::vector<std::string> codes(std::optional<std::string_view> of) {
  std::vector<std::string> found;
  std::string_view list = of.value_or(std::string_view());
  while (const auto code = element(list, "<D", "</D>")) {
    found.push_back(unescaped(*code));
    list = behind(list, *code);
  }
  return found;
}

/// " REUTER" and " Reuter..." alone on the last line are the wire's sign-off,
/// as is any one word behind one space.
bool is_sign_off(std::string_view line) {
  const bool one_word =
      line.size() > 2 && line[0] == ' ' && line[1] != ' ' &&
      line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) == line.npos;
  if (one_word) return true;
  std::string word;
  for (const char c : line) {
    if (c >= 'A' && c <= 'Z') word += static_cast<char>(c + 32);
    if (c >= 'a' && c <= 'z') word += c;
    if (c >= '0' && c <= '9') return false;
  }
  return word == "reuter" || word == "reuters";
}

/// The text without the sign-off on its last line.
std::string_view without_sign_off(std::string_view text) {
  for (;;) {
    text = text.substr(0, text.find_last_not_of(" \n") + 1);
    const std::size_t line = text.rfind('\n') + 1;  // 0 where there is none
    if (text.empty() || !is_sign_off(text.substr(line))) return text;
    text = text.substr(0, line);
  }
}

/// The wire's lines: 64 wide, four spaces before a paragraph.
std::vector<std::string> body_paragraphs(std::string_view text,
                                         bool after_dateline) {
  return paragraphs_of(without_sign_off(text),
                       {.width = 64,
                        .indent_opens = true,
                        .after_dateline = after_dateline,
                        .keep_gaps = true});
}

bool is_in_capitals(std::string_view text) {
  const auto count = [&](char from, char to) {
    return std::count_if(text.begin(), text.end(),
                         [&](char c) { return c >= from && c <= to; });
  };
  return count('A', 'Z') > 4 * count('a', 'z');
}

/// A text that was not marked up: its first line is a headline if it is in
/// capitals as all headlines of the wire are.
void read_unprocessed(std::string_view text, Article& story) {
  std::vector<std::string> paragraphs = body_paragraphs(text, false);
  if (paragraphs.empty()) return;
  const std::string& first = paragraphs.front();
  if (is_in_capitals(first) && first.size() < 120) {
    story.headline = first;
    paragraphs.erase(paragraphs.begin());
  }
  for (const std::string& paragraph : paragraphs)
    add_clean_paragraph(story.body, paragraph);
}

/// A dateline ends at its dash; where the collection's makers cut at a later
/// one, the words between belong to the body.
void read_body(std::string_view line, std::string_view body, Article& story) {
  std::string dateline = unescaped(line);
  std::string text = unescaped(body);
  const std::size_t digit = dateline.find_first_of("0123456789");
  const std::size_t dash = dateline.find(" - ", digit);
  if (digit != dateline.npos && dash != dateline.npos) {
    text = dateline.substr(dash + 3) + text;
    dateline.resize(dash);
  }
  story.dateline = dateline.substr(0, dateline.find_last_not_of("- \n") + 1);
  for (const std::string& paragraph : body_paragraphs(text, true))
    add_clean_paragraph(story.body, paragraph);
}

void read_date(std::string_view text, Article& story) {
  const std::string line = one_line(unescaped(text));
  const auto date = parse_date(line, {.language = "en"});
  if (date && plausible(*date, today())) {
    story.date = *date;
    story.date_source = "meta";
  } else {
    story.date_rejected = line;
  }
}

class ReutersReader final : public Reader {
 public:
  ReutersReader(Input& input, OnSkip on_skip)
      : framer_(input, "<REUTERS", "</REUTERS>"),
        on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    while (framer_.next(frame_)) {
      if (!frame_.closed) {
        skip();
        continue;
      }
      Article story = parse_reuters_story(to_utf8(frame_.text));
      if (story.fragment.empty())
        story.fragment = std::to_string(frame_.number);
      return finished(std::move(story), on_skip_);
    }
    return std::nullopt;
  }

 private:
  void skip() {
    const std::string_view text = frame_.text;
    const std::string_view id =
        attribute(text.substr(0, text.find('>')), "NEWID");
    const bool in_body =
        text.find("<BODY>") != text.npos && text.find("</BODY>") == text.npos;
    on_skip_(
        {.line = frame_.line,
         .record = id.empty() ? fmt::format("record {}", frame_.number)
                              : fmt::format("story {}", id),
         .why = in_body ? "unterminated <BODY>" : "unterminated <REUTERS>"});
  }

  SgmlFramer framer_;
  SgmlFrame frame_;
  OnSkip on_skip_;
};

}  // namespace

Article parse_reuters_story(std::string_view story) {
  Article article;
  const std::string_view tag = story.substr(0, story.find('>'));
  article.fragment = article.source_id = attribute(tag, "NEWID");
  article.source = "Reuters";
  article.language = "en";
  Elements parts(story);
  if (const auto date = parts.find("<DATE", "</DATE>"))
    read_date(*date, article);
  article.topics = codes(parts.find("<TOPICS", "</TOPICS>"));
  article.places = codes(parts.find("<PLACES", "</PLACES>"));
  article.people = codes(parts.find("<PEOPLE", "</PEOPLE>"));
  article.orgs = codes(parts.find("<ORGS", "</ORGS>"));
  for (std::string& exchange :
       codes(parts.find("<EXCHANGES", "</EXCHANGES>"))) {
    article.orgs.push_back(std::move(exchange));
  }
  const std::string_view text = parts.find("<TEXT", "</TEXT>").value_or("");
  Elements texts(text);
  if (const auto title = texts.find("<TITLE", "</TITLE>")) {
    article.headline = unescaped(*title);
  }
  if (const auto author = texts.find("<AUTHOR", "</AUTHOR>")) {
    article.byline = byline_of(unescaped(*author));
  }
  const auto dateline = texts.find("<DATELINE", "</DATELINE>");
  const auto body = texts.find("<BODY", "</BODY>");
  if (dateline || body) {
    read_body(dateline.value_or(""), body.value_or(""), article);
  } else if (article.headline.empty()) {
    read_unprocessed(unescaped(text), article);
  }
  return article;
}

bool is_reuters_sgml(std::string_view head) {
  return head.find("<!DOCTYPE lewis") != head.npos ||
         (head.find("<REUTERS ") != head.npos &&
          head.find("NEWID=") != head.npos);
}

std::unique_ptr<Reader> open_reuters_sgml(Input& input, const ReadOptions&,
                                          OnSkip on_skip) {
  return std::make_unique<ReutersReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
