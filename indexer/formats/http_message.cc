#include "indexer/formats/http_message.h"

#include <algorithm>
#include <charconv>

#include "indexer/formats/charset.h"
#include "indexer/formats/inflate.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// Nothing if the chunks are broken.
std::string dechunked(std::string_view body) {
  std::string whole;
  for (;;) {
    const std::size_t end = body.find('\n');
    if (end == body.npos) return {};
    const std::string_view line = trimmed(body.substr(0, end));
    std::size_t size = 0;
    const auto result =
        std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (result.ec != std::errc() || size > body.size()) return {};
    body.remove_prefix(end + 1);
    if (size == 0) return whole;
    whole += body.substr(0, size);
    if (body.size() < size) return whole;
    body.remove_prefix(size);
    body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
    if (body.empty()) return whole;
  }
}

}  // namespace

void Headers::add_line(std::string_view line) {
  if (!fields_.empty() && !line.empty() &&
      (line[0] == ' ' || line[0] == '\t')) {
    (fields_.back().second += ' ') += trimmed(line);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  fields_.emplace_back(trimmed(line.substr(0, colon)),
                       trimmed(line.substr(colon + 1)));
}

std::string_view Headers::get(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (same_name(key, name)) return value;
  }
  return {};
}

Headers take_headers(std::string_view& message) {
  Headers headers;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size() - 1);
    std::string_view line = message.substr(0, end + 1);
    message.remove_prefix(end + 1);
    if (line.find_first_not_of(" \t\r\n") == line.npos) break;
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    headers.add_line(line);
  }
  return headers;
}

std::string media_parameter(std::string_view value, std::string_view name) {
  if (name.empty())
    return std::string(trimmed(value.substr(0, value.find(';'))));
  for (std::size_t at = value.find(';'); at != value.npos;
       at = value.find(';', at + 1)) {
    const std::string_view part = trimmed(value.substr(at + 1));
    const std::size_t equals = part.find('=');
    if (equals == part.npos ||
        !same_name(trimmed(part.substr(0, equals)), name)) {
      continue;
    }
    std::string_view text = part.substr(equals + 1);
    if (text.starts_with('"')) {
      return std::string(text.substr(1, text.find('"', 1) - 1));
    }
    return std::string(trimmed(text.substr(0, text.find_first_of("; "))));
  }
  return {};
}

std::string http_body(const Headers& headers, std::string_view body, bool& ok) {
  std::string plain;
  if (headers.get("Transfer-Encoding").find("chunked") !=
      std::string_view::npos) {
    plain = dechunked(body);
  }
  if (plain.empty()) plain = body;
  const std::string_view coding = headers.get("Content-Encoding");
  ok = true;
  if (coding.empty() || coding == "identity") return plain;
  std::string unpacked = inflated(plain, ok);
  // Crawlers keep the header of what they unpacked.
  if (!ok && unpacked.empty() && looks_like_text(plain.substr(0, 1024))) {
    ok = true;
    return plain;
  }
  return unpacked;
}

}  // namespace broadsheet
