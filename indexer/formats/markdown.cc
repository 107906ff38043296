#include "indexer/formats/markdown.h"

#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text/fold.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

using nlohmann::json;

std::string unquoted(std::string text) {
  const bool quoted = text.size() > 1 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// The items of "a, 'b, c'".
json flow_list(std::string_view text) {
  json items = json::array();
  std::string item;
  char quote = 0;
  const auto close = [&] {
    item = unquoted(one_line(item));
    if (!item.empty()) items.push_back(std::exchange(item, {}));
  };
  for (const char c : text) {
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    }
    if (c == ',' && quote == 0) {
      close();
    } else {
      item += c;
    }
  }
  close();
  return items;
}

/// YAML between lines of "---" has colons, TOML between "+++" signs of
/// equality. The keys are those of any JSON dump: read as such.
json front_matter(std::string_view text, char sign) {
  json record = json::object();
  std::string key;
  for (const std::string_view line : lines_of(text)) {
    const std::string item = one_line(line);
    if (item.starts_with("- ") && !key.empty()) {
      if (!record[key].is_array()) record[key] = json::array();
      const bool named = item.starts_with("- name: ");
      record[key].push_back(unquoted(item.substr(named ? 8 : 2)));
      continue;
    }
    const std::size_t colon = line.find(sign);
    if (colon == line.npos || line.starts_with(' ')) continue;
    key = one_line(line.substr(0, colon));
    std::string value = one_line(line.substr(colon + 1));
    if (value.starts_with('[') && value.ends_with(']')) {
      record[key] = flow_list(value.substr(1, value.size() - 2));
    } else {
      record[key] = unquoted(std::move(value));
    }
  }
  return record;
}

/// A line without the signs of emphasis, links and headings.
std::string plain_line(std::string_view line) {
  const std::size_t begin = line.find_first_not_of("#> \t");
  std::string plain;
  for (std::size_t at = std::min(begin, line.size()); at < line.size(); ++at) {
    const char c = line[at];
    const std::size_t close = line.find("](", at);
    if ((c == '*' || c == '`') ||
        (c == '_' && (at == 0 || line[at - 1] == ' '))) {
      continue;
    }
    if (c == '!' && at + 1 < line.size() && line[at + 1] == '[') {
      const std::size_t end = line.find(')', at);
      at = end == line.npos ? at : end;  // a picture
      continue;
    }
    if (c == '[' && close != line.npos && line.find(')', close) != line.npos) {
      plain += line.substr(at + 1, close - at - 1);
      at = line.find(')', close);
      continue;
    }
    plain += c;
  }
  return plain;
}

std::string body_of(std::string_view text, std::string& headline) {
  std::string marked;
  for (const std::string_view line : lines_of(text)) {
    const bool heading = line.starts_with("# ");
    if (heading && headline.empty()) {
      headline = plain_line(line);
      continue;
    }
    if (heading && fold_name(plain_line(line)) == fold_name(headline)) continue;
    const bool rule =
        line.size() > 2 && line.find_first_not_of("-=* ") == line.npos;
    marked += rule ? std::string() : plain_line(line);
    marked += '\n';
  }
  return body_text(marked);
}

class MarkdownReader final : public Reader {
 public:
  MarkdownReader(Input& input, ReadOptions options, OnSkip on_skip)
      : input_(input),
        options_(std::move(options)),
        on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    if (std::exchange(read_, true)) return std::nullopt;
    const std::string text = clean_text(to_utf8(input_.rest()));
    std::string_view rest = text;
    json record = json::object();
    if (rest.starts_with("---\n") || rest.starts_with("+++\n")) {
      const std::size_t end = rest.find("\n" + text.substr(0, 3), 3);
      if (end != rest.npos) {
        const char sign = text[0] == '+' ? '=' : ':';
        record = front_matter(rest.substr(4, end - 4), sign);
        rest.remove_prefix(std::min(rest.find('\n', end + 1), rest.size() - 1));
      }
    }
    Article article = read_json_record(record, options_);
    article.body = body_of(rest, article.headline);
    if (!has_text(article)) {
      on_skip_({.why = "no text"});
      return std::nullopt;
    }
    take_dateline(article);
    offer_path_date(article, input_.name());
    return finished(std::move(article), on_skip_);
  }

 private:
  Input& input_;
  ReadOptions options_;
  OnSkip on_skip_;
  bool read_ = false;
};

}  // namespace

bool is_markdown(std::string_view head) {
  const std::string_view rule = head.substr(0, 3);
  if (rule != "---" && rule != "+++") return false;
  const std::string_view line = head.substr(3, 2);
  if (!line.starts_with('\n') && line != "\r\n") return false;
  const std::size_t end = head.find("\n" + std::string(rule), 3);
  const std::size_t sign = head.find(rule == "+++" ? " = " : ": ");
  return end != head.npos && sign < end;
}

std::unique_ptr<Reader> open_markdown(Input& input, const ReadOptions& options,
                                      OnSkip on_skip) {
  return std::make_unique<MarkdownReader>(input, options, std::move(on_skip));
}

}  // namespace broadsheet
