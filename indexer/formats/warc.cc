// Framing cuts the file into records by their lengths, and finds the next
// record where a length is wrong; a page then is read as any saved page. The
// date is the page's own, never that of the crawl, which is kept beside it.
#include "indexer/formats/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/formats/charset.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/furniture.h"
#include "indexer/formats/html.h"
#include "indexer/formats/http_message.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"

namespace broadsheet {
namespace {

struct Record {
  Headers headers;
  std::string type;  ///< "response" ...
  std::string url;
  std::string crawled;  ///< ISO 8601 in UTC
  std::string content;
  std::size_t line = 0;
  bool cut = false;  ///< the file ended inside
};

std::size_t number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// "19970101120000", or what begins so, in ISO 8601; empty if it is none.
std::string iso_time(std::string digits) {
  const bool whole = digits.size() >= 8 && digits.size() <= 14 &&
                     digits.find_first_not_of("0123456789") == digits.npos;
  if (!whole) return {};
  digits.resize(14, '0');
  const auto at = [&](std::size_t begin) { return digits.substr(begin, 2); };
  return fmt::format("{}-{}-{}T{}:{}:{}Z", digits.substr(0, 4), at(4), at(6),
                     at(8), at(10), at(12));
}

/// A line "http://host/a page 1.2.3.4 19970101120000 text/html 1234": the day
/// tells where the address ends, in which there may be spaces.
struct ArcLine {
  std::string_view url;
  std::string crawled;
};

ArcLine arc_line(std::string_view line) {
  std::size_t before = line.find(' ');
  for (std::size_t at = before; at != line.npos;) {
    const std::size_t begin = at + 1;
    at = line.find(' ', begin);
    std::string day = iso_time(std::string(line.substr(begin, at - begin)));
    if (!day.empty()) return {line.substr(0, before), std::move(day)};
    before = begin - 1;
  }
  return {line.substr(0, line.find(' ')), {}};
}

bool is_page(std::string_view type) {
  return type.empty() || same_name(type, "text/html") ||
         same_name(type, "application/xhtml+xml");
}

class WarcReader final : public Reader {
 public:
  WarcReader(Input& input, OnSkip on_skip)
      : input_(input), on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    Record record;
    while (read(record)) {
      if (auto story = story_of(record)) return story;
    }
    if (stories_ == 0 && !std::exchange(told_, true)) {
      on_skip_(
          {.why = fmt::format("no saved page among its {} records", count_)});
    }
    return std::nullopt;
  }

 private:
  /// Passes over what is no record's first line; false at the end.
  bool find_begin(std::string& line) {
    bool lost = false;
    while (input_.line(line)) {
      if (line.starts_with("WARC/") || is_arc_line(line)) return true;
      if (!line.empty() && !std::exchange(lost, true)) {
        on_skip_({.line = input_.line_number(),
                  .record = fmt::format("record {}", count_),
                  .why = "a wrong length: looking for the next record",
                  .lost = false});
      }
    }
    return false;
  }

  /// "http://host/path 1.2.3.4 19970101120000 text/html 1234"
  static bool is_arc_line(std::string_view line) {
    const bool url = line.starts_with("http") || line.starts_with("filedesc:");
    return url && std::count(line.begin(), line.end(), ' ') >= 4 &&
           line.find("://") < 12 && line.back() >= '0' && line.back() <= '9';
  }

  bool read(Record& record) {
    std::string line;
    if (!find_begin(line)) return false;
    ++count_;
    record = {};
    record.line = input_.line_number();
    std::size_t size = 0;
    if (line.starts_with("WARC/")) {
      while (input_.line(line) && !line.empty()) record.headers.add_line(line);
      record.type = record.headers.get("WARC-Type");
      record.url = record.headers.get("WARC-Target-URI");
      record.crawled = iso_time(utc_stamp(record.headers.get("WARC-Date")));
      size = number(record.headers.get("Content-Length"));
    } else {
      record.type = line.starts_with("http") ? "response" : "filedesc";
      const ArcLine arc = arc_line(line);
      record.url = arc.url;
      record.crawled = arc.crawled;
      size = number(line.substr(line.rfind(' ') + 1));
    }
    if (record.url.starts_with('<')) {
      record.url = record.url.substr(1, record.url.size() - 2);
    }
    take_content(record, size);
    return true;
  }

  /// Only what can be a page is kept; the rest is passed over.
  void take_content(Record& record, std::size_t size) {
    const bool wanted = record.type == "response" ||
                        record.type == "resource" ||
                        record.type == "conversion";
    constexpr std::size_t kStep = std::size_t{64} << 10;
    while (size > 0) {
      const std::string_view bytes = input_.take(std::min(size, kStep));
      if (bytes.empty()) break;
      size -= bytes.size();
      if (wanted && record.content.size() < 4 * Input::kMaxText) {
        record.content += bytes;
      }
    }
    record.cut = size > 0;
  }

  std::optional<Article> story_of(const Record& record) {
    if (record.cut) {
      note(record, "the file ends inside of it", record.content.empty());
    }
    if (record.content.empty()) return std::nullopt;
    if (!record.headers.get("WARC-Truncated").empty()) {
      note(record, "cut when it was saved", false);
    }
    const std::string type =
        media_parameter(record.headers.get("Content-Type"), "");
    std::optional<Article> story;
    if (record.content.starts_with("HTTP/")) {
      story = story_of_response(record);
    } else if (record.type == "conversion" && same_name(type, "text/plain")) {
      story = story_of_text(record);
    } else {
      story = story_of_page(record, record.content, type, {});
    }
    if (!story || !has_text(*story)) return std::nullopt;
    story->fragment = std::to_string(count_);
    if (story->source_id.empty()) story->source_id = record.url;
    story->crawled = record.crawled;
    ++stories_;
    return finished(std::move(*story), on_skip_);
  }

  std::optional<Article> story_of_response(const Record& record) {
    std::string_view content = record.content;
    const std::string_view status = content.substr(0, content.find('\n'));
    const Headers http = take_headers(content);
    if (status.find(" 200") == status.npos) return std::nullopt;
    bool ok = true;
    const std::string page = http_body(http, content, ok);
    if (!ok) {
      note(record,
           page.empty() ? "a content coding that cannot be undone"
                        : "broken inside its content coding: read up to there",
           page.empty());
    }
    const std::string_view type = http.get("Content-Type");
    return story_of_page(record, page, media_parameter(type, ""),
                         media_parameter(type, "charset"));
  }

  std::optional<Article> story_of_page(const Record& record,
                                       std::string_view page,
                                       const std::string& type,
                                       const std::string& charset) {
    if (!is_page(type) || !is_html(page.substr(0, 4096))) return std::nullopt;
    return html_story(page, charset, record.url, name(), on_skip_);
  }

  /// The text that someone took out of a page: a title, then line by line.
  static Article story_of_text(const Record& record) {
    Article story;
    story.url = record.url;
    story.source = host_of(record.url);
    const std::string_view languages =
        record.headers.get("WARC-Identified-Content-Language");
    story.language = language_code(languages.substr(0, languages.find(',')));
    const std::string text = clean_text(to_utf8(record.content, "utf-8"));
    for (const std::string_view line : lines_of(text)) {
      if (story.headline.empty()) {
        story.headline = one_line(line);
      } else if (!is_furniture(line)) {
        add_paragraph(story.body, line);
      }
    }
    offer_path_date(story, story.url);
    return story;
  }

  std::string name() const { return fmt::format("record {}", count_); }

  void note(const Record& record, std::string why, bool lost) {
    on_skip_({record.line, name(), std::move(why), lost});
  }

  Input& input_;
  OnSkip on_skip_;
  std::size_t count_ = 0;
  std::size_t stories_ = 0;
  bool told_ = false;  ///< that there are none
};

}  // namespace

bool is_warc(std::string_view head) {
  return head.starts_with("WARC/") || head.starts_with("filedesc://");
}

std::unique_ptr<Reader> open_warc(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return std::make_unique<WarcReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
