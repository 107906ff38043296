#include "indexer/formats/mail.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/formats/byline.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/http_message.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr int kDeepest = 16;  // multipart inside multipart

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string from_quoted_printable(std::string_view text, bool header) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '=' && at + 2 < text.size() && hex(text[at + 1]) >= 0 &&
        hex(text[at + 2]) >= 0) {
      bytes += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else if (c == '=' && !header) {
      // A soft break: the line goes on.
      at = std::min(text.find('\n', at), text.size());
    } else {
      bytes += header && c == '_' ? ' ' : c;
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == kDigits.npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

/// "=?utf-8?Q?Caf=C3=A9?=" and plain bytes of any charset.
std::string header_text(std::string_view value) {
  std::string text;
  while (!value.empty()) {
    const std::size_t begin = value.find("=?");
    const std::size_t first = value.find('?', begin + 2);
    const std::size_t second = value.find('?', first + 1);
    const std::size_t end = value.find("?=", second + 1);
    if (begin == value.npos || first == value.npos || second == value.npos ||
        end == value.npos) {
      return text + to_utf8(value);
    }
    // Space between two encoded words is none of the text.
    const std::string_view plain = value.substr(0, begin);
    if (text.empty() || plain.find_first_not_of(' ') != plain.npos)
      text += plain;
    const std::string_view word = value.substr(second + 1, end - second - 1);
    const bool base64 = same_name(value.substr(first + 1, 1), "B");
    text +=
        to_utf8(base64 ? from_base64(word) : from_quoted_printable(word, true),
                value.substr(begin + 2, first - begin - 2));
    value.remove_prefix(end + 2);
  }
  return text;
}

struct Part {
  std::string plain;
  std::string html;
};

void read_part(const Headers& headers, std::string_view body, int depth,
               Part& found) {
  const std::string type = media_parameter(headers.get("Content-Type"), "");
  const std::string boundary =
      media_parameter(headers.get("Content-Type"), "boundary");
  if (!boundary.empty() && depth < kDeepest) {
    const std::string mark = "--" + boundary;
    std::size_t at = body.find(mark);
    while (at != body.npos) {
      at = std::min(body.find('\n', at), body.size() - 1) + 1;
      const std::size_t end = body.find(mark, at);
      std::string_view inner = body.substr(at, end - at);
      const Headers own = take_headers(inner);
      read_part(own, inner, depth + 1, found);
      if (end == body.npos ||
          body.substr(end + mark.size()).starts_with("--")) {
        return;
      }
      at = end;
    }
    return;
  }
  const std::string_view coding = headers.get("Content-Transfer-Encoding");
  const std::string bytes = same_name(coding, "base64") ? from_base64(body)
                            : same_name(coding, "quoted-printable")
                                ? from_quoted_printable(body, false)
                                : std::string(body);
  const bool html = same_name(type, "text/html");
  if (!html && !type.empty() && !same_name(type, "text/plain")) return;
  std::string& slot = html ? found.html : found.plain;
  if (slot.empty()) {
    slot =
        to_utf8(bytes, media_parameter(headers.get("Content-Type"), "charset"));
  }
}

/// The text above the signature.
std::string body_of(const Part& part) {
  if (part.plain.find_first_not_of(" \r\n") == std::string::npos) {
    return body_text(part.html);
  }
  const std::string text = clean_text(part.plain);
  return body_text(std::string_view(text).substr(0, text.find("\n-- \n")));
}

/// "Jane Doe" of "Jane Doe <jane@ledger.example>".
std::string sender_of(std::string_view from) {
  const std::size_t angle = from.find('<');
  std::string name = one_line(header_text(from.substr(0, angle)));
  std::erase(name, '"');
  return name.find('@') == name.npos ? name : std::string();
}

/// ">From the start", so written for no letter to begin there.
bool is_quoted_from(std::string_view line) {
  const std::size_t from = line.find_first_not_of('>');
  return from != 0 && from != line.npos &&
         line.substr(from).starts_with("From ");
}

/// Letters of a file of them; a single one is the file.
class MailReader final : public Reader {
 public:
  MailReader(Input& input, OnSkip on_skip)
      : input_(input), on_skip_(std::move(on_skip)) {
    mbox_ = input_.peek(5) == "From ";
    if (mbox_) input_.line(line_);
  }

  std::optional<Article> next() override {
    while (take_message()) {
      Article article = parse_mail(message_);
      if (!has_text(article)) {
        on_skip_({.line = begin_,
                  .record = fmt::format("message {}", count_),
                  .why = "no text"});
        continue;
      }
      if (mbox_) article.fragment = std::to_string(count_);
      return finished(std::move(article), on_skip_);
    }
    return std::nullopt;
  }

 private:
  bool take_message() {
    message_.clear();
    begin_ = input_.line_number() + 1;
    bool blank = false;
    while (input_.line(line_)) {
      if (mbox_ && blank && line_.starts_with("From ")) break;
      blank = line_.empty();
      if (mbox_ && is_quoted_from(line_)) line_.erase(0, 1);
      if (message_.size() < 4 * Input::kMaxText) (message_ += line_) += '\n';
    }
    ++count_;
    return !message_.empty();
  }

  Input& input_;
  OnSkip on_skip_;
  std::string line_;
  std::string message_;
  std::size_t begin_ = 0;
  std::size_t count_ = 0;
  bool mbox_ = false;
};

}  // namespace

Article parse_mail(std::string_view message) {
  const Headers headers = take_headers(message);
  Article article;
  article.source_id = headers.get("Message-ID");
  std::erase_if(article.source_id, [](char c) { return c == '<' || c == '>'; });
  article.headline = header_text(headers.get("Subject"));
  article.language = language_code(headers.get("Content-Language"));
  std::string sender = sender_of(headers.get("From"));
  const std::string list = sender_of(headers.get("List-Id"));
  // "Jane Doe via Aldan Wire"
  if (const std::size_t via = sender.find(" via "); via != sender.npos) {
    if (list.empty()) article.source = sender.substr(via + 5);
    sender.resize(via);
  }
  if (article.source.empty()) article.source = list.empty() ? sender : list;
  if (list.empty()) article.byline = authors_of(sender);
  Part part;
  read_part(headers, message, 0, part);
  article.body = body_of(part);
  offer_date(article, DateOrigin::kMeta, headers.get("Date"));
  take_dateline(article);
  return article;
}

bool is_mail(std::string_view head) {
  if (head.starts_with("From ") && head.find("\nDate: ") != head.npos) {
    return true;
  }
  const Headers headers = take_headers(head);
  return !headers.get("From").empty() && !headers.get("Date").empty() &&
         (!headers.get("Message-ID").empty() ||
          !headers.get("Received").empty() || !headers.get("Subject").empty());
}

std::unique_ptr<Reader> open_mail(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return std::make_unique<MailReader>(input, std::move(on_skip));
}

}  // namespace broadsheet
