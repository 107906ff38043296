#include "indexer/formats/json.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/json_cutter.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

using nlohmann::json;

/// NaN and Infinity, which Python writes and JSON has not, made null.
std::string without_nan(std::string_view text) {
  std::string clean;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\') {
      clean += c;
      if (++at < text.size()) clean += text[at];
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (!in_string &&
        (rest.starts_with("NaN") || rest.starts_with("Infinity"))) {
      if (clean.ends_with('-')) clean.pop_back();
      clean += "null";
      while (at + 1 < text.size() && is_letter(text[at + 1])) ++at;
      continue;
    }
    clean += c;
  }
  return clean;
}

/// An id that may stand behind the '#' of an origin.
bool is_clean_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '_' ||
                  c == '.' || c == ':';
         });
}

/// Where feeds and the answers of newspapers' APIs hold their stories.
constexpr std::string_view kLists[] = {
    "items", "articles", "results", "response.results", "response.docs",
    "docs",  "stories",  "data",    "hits.hits"};
/// With any of these the object is itself a story.
constexpr std::string_view kStoryKeys[] = {"headline", "body", "text",
                                           "content",  "uri",  "maintext"};

bool holds_story(const json& value) {
  return std::ranges::any_of(kStoryKeys, [&](std::string_view key) {
    return value.contains(std::string(key));
  });
}

/// The list of stories that the object wraps, or null.
const json* list_in(const json& value) {
  if (holds_story(value)) return nullptr;
  for (const std::string_view path : kLists) {
    const json* list = value_at(value, path);
    if (list && list->is_array() && !list->empty() &&
        list->front().is_object()) {
      return list;
    }
  }
  return nullptr;
}

/// Where an API wraps a single story.
constexpr std::string_view kWrappers[] = {
    "data.item", "item", "data.article", "article", "story", "post", "data"};

/// The story that the object wraps, or itself.
const json& unwrapped(const json& value) {
  for (const std::string_view path : kWrappers) {
    const json* inner = value_at(value, path);
    if (inner && inner->is_object() && holds_story(*inner)) return *inner;
  }
  return value;
}

/// A description of records is none itself.
bool is_schema(const json& value) {
  return value.contains("$schema") &&
         (value.contains("properties") || value.contains("definitions") ||
          value.contains("$defs"));
}

class JsonReader final : public Reader {
 public:
  JsonReader(Input& input, const ReadOptions& options, OnSkip on_skip,
             ReadRecord read)
      : cutter_(input),
        options_(options),
        on_skip_(std::move(on_skip)),
        read_(read) {
    more_ = cutter_.next(ahead_);
  }

  std::optional<Article> next() override {
    for (;;) {
      if (!stories_.empty()) {
        const json value = std::move(stories_.front());
        stories_.pop_front();
        ++count_;
        if (auto article = story_of(value)) return article;
      } else if (more_) {
        record_ = std::move(ahead_);
        more_ = cutter_.next(ahead_);
        parse();
      } else {
        return std::nullopt;
      }
    }
  }

 private:
  /// Puts what the record holds into stories_.
  void parse() {
    if (record_.too_long) return skip_record("longer than 64 MB");
    if (record_.unclosed) return skip_record("unterminated object");
    const std::string text = to_utf8(record_.text);
    json value = json::parse(text, nullptr, false);
    if (value.is_discarded()) {
      value = json::parse(without_nan(text), nullptr, false);
    }
    if (value.is_discarded()) return skip_record(fault_of(text));
    if (is_schema(value)) return skip_record("a JSON schema, no story");
    if (const json* list = list_in(value)) {
      stories_.assign(list->begin(), list->end());
      title_ = first_string(value, {"title"});
    } else {
      stories_.push_back(holds_story(value) ? std::move(value)
                                            : json(unwrapped(value)));
      title_.clear();
    }
  }

  std::optional<Article> story_of(const json& value) {
    const json* hit = value_at(value, "_source");
    Article article = read_(hit ? *hit : value, options_);
    if (!has_text(article)) {
      skip("neither text nor headline");
      return std::nullopt;
    }
    if (!title_.empty()) article.source = title_;
    // A file that is one story needs no fragment.
    if (count_ > 1 || more_ || !stories_.empty()) {
      article.fragment = is_clean_id(article.source_id)
                             ? article.source_id
                             : std::to_string(count_);
    }
    return finished(std::move(article), on_skip_);
  }

  /// What the parser says is wrong, without its own prefix and numbers.
  static std::string fault_of(const std::string& text) {
    try {
      const json ignored = json::parse(text);
    } catch (const json::parse_error& error) {
      return fmt::format("bad JSON at byte {} of the record", error.byte);
    } catch (const json::exception&) {
      return "a number that JSON cannot hold";
    }
    return "bad JSON";
  }

  void skip_record(std::string why) {
    ++count_;
    skip(std::move(why));
  }

  void skip(std::string why) {
    on_skip_({.line = record_.line,
              .record = fmt::format("record {}", count_),
              .why = std::move(why)});
  }

  JsonCutter cutter_;
  ReadOptions options_;
  OnSkip on_skip_;
  ReadRecord read_;
  JsonRecord record_;
  JsonRecord ahead_;
  std::deque<json> stories_;  ///< of the record, still to be read
  std::string title_;         ///< of the feed that they are in
  bool more_ = false;
  std::size_t count_ = 0;
};

}  // namespace

bool is_json(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == head.npos) return false;
  const std::size_t second = head.find_first_not_of(" \t\r\n", first + 1);
  if (second == head.npos) return false;
  return (head[first] == '{' && head[second] == '"') ||
         (head[first] == '[' && head[second] == '{');
}

std::unique_ptr<Reader> open_json_dialect(Input& input,
                                          const ReadOptions& options,
                                          OnSkip on_skip, ReadRecord read) {
  return std::make_unique<JsonReader>(input, options, std::move(on_skip), read);
}

std::unique_ptr<Reader> open_json(Input& input, const ReadOptions& options,
                                  OnSkip on_skip) {
  return open_json_dialect(input, options, std::move(on_skip),
                           read_json_record);
}

}  // namespace broadsheet
