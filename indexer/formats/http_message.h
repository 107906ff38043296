// Header lines of WARC records, HTTP responses and mail, and HTTP bodies.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// "Name: value" lines; a line that begins with a space continues the last.
class Headers {
 public:
  void add_line(std::string_view line);
  /// The first value of that name (case does not matter), or empty.
  std::string_view get(std::string_view name) const;
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Takes the header off the front of `message`, up to the blank line.
Headers take_headers(std::string_view& message);

/// "charset" of "text/html; charset=utf-8"; the type itself for "".
std::string media_parameter(std::string_view value, std::string_view name);

/// The body without chunked transfer coding; as it is where the chunks are
/// broken. `ok` is false where the content coding breaks off: what could be
/// unpacked, or nothing.
std::string http_body(const Headers& headers, std::string_view body, bool& ok);

}  // namespace broadsheet
