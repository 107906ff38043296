#include "indexer/formats/formats.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "common/cli/error.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/json.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/reuters_sgml.h"
#include "indexer/formats/text.h"

namespace broadsheet {
namespace {

bool never(std::string_view) {
  return false;
}

constexpr Format kFormats[] = {
    {"reuters-sgml", "sgm", "Reuters-21578 and files marked up like it",
     is_reuters_sgml, open_reuters_sgml},
    {"json", "json,jsonl,ndjson,jl",
     "JSON and JSON lines: dumps of scrapers and newspapers' APIs", is_json,
     open_json},
    {"text", "txt,text,asc", "plain text: headline, byline, dateline, body",
     never, open_text},
};

const Format* find_format(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [&](const Format& f) { return f.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/');
  const bool has = dot != name.npos && (slash == name.npos || slash < dot);
  return has ? name.substr(dot + 1) : std::string_view();
}

bool has_extension(const Format& format, std::string_view extension) {
  std::string_view list = format.extensions;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (same_name(list.substr(0, comma), extension)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* detect(Input& input) {
  const std::string_view bytes = input.peek(kSniffSize);
  if (!looks_like_text(bytes)) return nullptr;
  const std::string head = to_utf8(bytes);
  for (const Format& format : kFormats) {
    if (format.sniff(head)) return &format;
  }
  const std::string_view extension = extension_of(input.name());
  for (const Format& format : kFormats) {
    if (!extension.empty() && has_extension(format, extension)) return &format;
  }
  return find_format("text");
}

const Format& format_named(std::string_view name) {
  if (const Format* format = find_format(name)) return *format;
  std::string known;
  for (const Format& format : kFormats) {
    if (!known.empty()) known += ", ";
    known += format.name;
  }
  throw Error(fmt::format("unknown format \"{}\"", name),
              fmt::format("the formats are: {}", known));
}

}  // namespace broadsheet
