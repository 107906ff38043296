#include "indexer/formats/json_cutter.h"

#include <algorithm>
#include <string_view>

namespace broadsheet {
namespace {

constexpr int kEnd = -1;
constexpr std::size_t kBlock = std::size_t{64} << 10;

bool is_space(int c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Keys under which a dump keeps its list of stories.
constexpr std::string_view kListKeys[] = {
    "articles", "items",   "results", "data",    "docs",     "documents",
    "stories",  "news",    "posts",   "entries", "records",  "rows",
    "hits",     "content", "value",   "list",    "newsitems"};

/// Keys that only a story has: a list beside them is part of it.
constexpr std::string_view kStoryKeys[] = {
    "headline",    "title", "body",    "text",        "maintext",
    "articleBody", "uri",   "content", "description", "body_text"};

bool listed(std::string_view key, const auto& keys) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

}  // namespace

int JsonCutter::look() {
  if (at_ >= block_.size()) {
    block_ = input_.take(kBlock);
    at_ = 0;
    if (block_.empty()) return kEnd;
  }
  return static_cast<unsigned char>(block_[at_]);
}

int JsonCutter::get() {
  const int c = look();
  if (c == kEnd) return c;
  ++at_;
  ++column_;
  if (c == '\n') {
    ++line_;
    column_ = 0;
  }
  return c;
}

void JsonCutter::keep(JsonRecord& record, char c) {
  if (record.text.size() < kMaxRecord) {
    record.text += c;
  } else {
    record.too_long = true;
  }
}

/// Passes over what stands between records; false at the end.
bool JsonCutter::find_begin() {
  for (int c = look(); c != kEnd; c = look()) {
    if (c == '{') return true;
    get();
  }
  return false;
}

void JsonCutter::read_string(JsonRecord& record, std::string* value) {
  for (int c = get(); c != kEnd; c = get()) {
    keep(record, static_cast<char>(c));
    if (c == '"') return;
    if (c == '\\' && look() != kEnd) {
      keep(record, static_cast<char>(get()));
    } else if (value && value->size() < 64) {
      *value += static_cast<char>(c);
    }
    // A line end is not allowed inside: the string was never closed.
    if (c == '\n' && opens_next_record()) return;
  }
}

/// At the start of a line: does it begin as records begin? Then the one that
/// is being read was never closed.
bool JsonCutter::opens_next_record() {
  return begins_lines_ && column_ == record_column_ && look() == '{';
}

bool JsonCutter::enters_list(const std::string& key, std::size_t depth) {
  return first_ && !story_key_ && depth <= 2 && listed(key, kListKeys);
}

bool JsonCutter::next(JsonRecord& record) {
  for (;;) {
    record = {};
    if (!find_begin()) return false;
    record.line = line_;
    if (first_) {
      record_column_ = column_;
      begins_lines_ = true;
    }
    if (read_value(record)) {
      first_ = false;
      return true;
    }
    // The object only held a list of records: begin again inside of it.
  }
}

/// Reads an object up to its closing brace; false if it turned out to be the
/// wrapper around a list of records, whose '[' is then passed.
bool JsonCutter::read_value(JsonRecord& record) {
  std::size_t depth = 0;
  std::string key;
  std::string last;
  for (int c = get(); c != kEnd; c = get()) {
    keep(record, static_cast<char>(c));
    switch (c) {
      case '"':
        last.clear();
        read_string(record, &last);
        break;
      case ':':
        key = last;
        if (depth == 1 && first_ && listed(key, kStoryKeys)) story_key_ = true;
        break;
      case '[':
        if (enters_list(key, depth)) {
          while (is_space(look())) get();
          if (look() == '{') return false;
        }
        ++depth;
        break;
      case '{':
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) return true;
        break;
      default:
        break;
    }
    if (depth > 0 && opens_next_record() && c != '{') {
      record.unclosed = true;
      return true;
    }
  }
  record.unclosed = true;
  return true;
}

}  // namespace broadsheet
