// The seam between a file's bytes and its stories.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/news/article.h"

namespace broadsheet {

/// Bytes read once, front to back.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes into `to`; 0 only at the end. Throws Error when the
  /// medium fails.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// A file (or a member of a container) being read, with look-ahead. Views it
/// returns stay valid until the next call.
class Input {
 public:
  /// `name` is the origin without a fragment: root name and relative path.
  Input(std::string name, std::unique_ptr<ByteSource> bytes);

  const std::string& name() const { return name_; }
  /// The first bytes without taking them: `size` of them, fewer at the end.
  std::string_view peek(std::size_t size);
  /// The next line without its end ("\n" or "\r\n"), false at the end. At most
  /// `limit` bytes are kept; the rest of a longer line is passed over and
  /// truncated() is true until the next call.
  bool line(std::string& to, std::size_t limit = kMaxText);
  bool truncated() const { return truncated_; }
  /// Number of the line that line() returned last, from 1.
  std::size_t line_number() const { return line_number_; }
  /// The next bytes, `size` of them, fewer at the end.
  std::string_view take(std::size_t size);
  /// All that is left, at most `limit` bytes (truncated() tells).
  std::string rest(std::size_t limit = kMaxText);

  /// A story's text is cut here (index.md: 16 MB).
  static constexpr std::size_t kMaxText = std::size_t{16} << 20;

 private:
  bool fill();
  std::size_t ahead() const { return buffer_.size() - begin_; }

  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  std::unique_ptr<char[]> block_;  ///< what was read last
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t line_number_ = 0;
  bool truncated_ = false;
  bool at_end_ = false;
};

/// A record that could not be read, or was read only in part.
struct Skip {
  std::size_t line = 0;  ///< where it begins, from 1; 0 where lines say little
  std::string record = {};  ///< "story 4121", "record 17"; may be empty
  std::string why = {};     ///< "unterminated <TEXT>"
  bool lost = true;         ///< false: a story was made all the same
};
using OnSkip = std::function<void(const Skip&)>;

/// Settings of a root that a reader may need.
struct ReadOptions {
  /// --map for JSON: our field name ("headline", "body", "date", ...) to the
  /// record's key, dots for nesting: {"headline", "content.title"}.
  std::map<std::string, std::string> field_map;
};

/// Yields the stories of one input, in file order. A damaged record is told
/// to `on_skip` and passed over; next() throws Error only when the bytes
/// themselves cannot be had. One reader, one thread.
class Reader {
 public:
  virtual ~Reader() = default;
  /// The next story; nothing at the end.
  virtual std::optional<Article> next() = 0;
};

}  // namespace broadsheet
