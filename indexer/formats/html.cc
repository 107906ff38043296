#include "indexer/formats/html.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/formats/charset.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/dom.h"
#include "indexer/formats/html_dates.h"
#include "indexer/formats/html_lead.h"
#include "indexer/formats/html_meta.h"
#include "indexer/formats/html_text.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

/// <meta charset="x"> or <meta ... content="text/html; charset=x">.
std::string declared_charset(std::string_view bytes) {
  MarkupTokenizer tokens(bytes.substr(0, 4096));
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.text.starts_with("<?xml")) {
      const std::string encoding =
          attribute_of(token.text.substr(5), "encoding");
      if (!encoding.empty()) return encoding;
    }
    if (!same_name(token.name, "meta")) continue;
    std::string charset = attribute_of(token.attributes, "charset");
    if (charset.empty()) {
      const std::string content = attribute_of(token.attributes, "content");
      const std::size_t at = content.find("charset=");
      if (at != content.npos) charset = content.substr(at + 8);
    }
    charset = charset.substr(0, charset.find_first_of("; \"'"));
    if (!charset.empty()) return charset;
  }
  return {};
}

/// A page that no tree is built for: all its text under its title.
void read_flat(std::string_view html, Article& article) {
  std::string_view rest = html;
  MarkupTokenizer tokens(html);
  MarkupToken token;
  while (article.headline.empty() && tokens.next(token)) {
    if (token.kind != MarkupKind::kOpen || !same_name(token.name, "title")) {
      continue;
    }
    rest = tokens.rest();
    const std::size_t end = std::min(rest.find("</"), rest.size());
    article.headline = one_line(decode_entities(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  article.body = clean_text(markup_text(rest));
}

class HtmlReader final : public Reader {
 public:
  HtmlReader(Input& input, OnSkip on_skip)
      : input_(input), on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    if (std::exchange(read_, true)) return std::nullopt;
    const std::string bytes = input_.rest();
    if (input_.truncated()) {
      on_skip_({.why = "page cut at 16 MB", .lost = false});
    }
    Article article = html_story(bytes, {}, {}, {}, on_skip_);
    if (!has_text(article)) {
      on_skip_({.why = "no text"});
      return std::nullopt;
    }
    offer_path_date(article, input_.name());
    return finished(std::move(article), on_skip_);
  }

 private:
  Input& input_;
  OnSkip on_skip_;
  bool read_ = false;
};

}  // namespace

Article html_story(std::string_view bytes, std::string_view charset,
                   std::string_view url, const std::string& record,
                   const OnSkip& on_skip) {
  const std::string declared =
      charset.empty() ? declared_charset(bytes) : std::string(charset);
  const std::string html = to_utf8(bytes, declared);
  Article article;
  article.url = url;
  if (!is_shallow(html)) {
    on_skip({.record = record,
             .why = "too deep for a tree: read without telling the story from "
                    "the page",
             .lost = false});
    read_flat(html, article);
    return article;
  }
  Dom page(html);
  read_html_metadata(page, article);
  std::string text = story_text(page, article.headline);
  // The data's own text where the page shows only a part of it.
  const std::string whole = body_text(article.body);
  article.body = whole.size() > 2 * text.size() ? whole : std::move(text);
  take_lead(article);
  take_dateline(article);
  offer_path_date(article, article.url);
  if (!article.date) offer_date_around_headline(page, article);
  article.language = language_code(article.language);
  return article;
}

bool is_html(std::string_view head) {
  if (!opens_markup(head)) return false;
  MarkupTokenizer tokens(head);
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.kind == MarkupKind::kText) {
      if (token.text.find_first_not_of(" \t\r\n") != token.text.npos) {
        return false;
      }
    } else if (token.kind == MarkupKind::kOpen) {
      for (const std::string_view name :
           {"html", "head", "body", "title", "meta", "script", "div"}) {
        if (same_name(token.name, name)) return true;
      }
      return false;
    } else if (token.kind == MarkupKind::kOther &&
               same_name(token.text.substr(0, 14), "<!doctype html")) {
      return true;
    }
  }
  return false;
}

std::unique_ptr<Reader> open_html(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return std::make_unique<HtmlReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
