#include "indexer/formats/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "indexer/formats/alto.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/feed.h"
#include "indexer/formats/html.h"
#include "indexer/formats/iptc7901.h"
#include "indexer/formats/json.h"
#include "indexer/formats/mail.h"
#include "indexer/formats/markdown.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/mets.h"
#include "indexer/formats/newsml1.h"
#include "indexer/formats/newsml_g2.h"
#include "indexer/formats/ninjs.h"
#include "indexer/formats/nitf.h"
#include "indexer/formats/reuters_sgml.h"
#include "indexer/formats/text.h"
#include "indexer/formats/trec.h"
#include "indexer/formats/warc.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

bool never(std::string_view) {
  return false;
}

constexpr Format kFormats[] = {
    {"reuters-sgml", "sgm", "Reuters-21578 and files marked up like it",
     is_reuters_sgml, open_reuters_sgml},
    {"trec", "", "TREC collections: <DOC> after <DOC>", is_trec, open_trec},
    {"warc", "warc,arc", "web archives: the pages in them", is_warc, open_warc},
    {"nitf", "nitf", "NITF 3: agencies and newspaper archives", is_nitf,
     open_nitf},
    {"newsml-g2", "", "NewsML-G2: news items and messages of them",
     is_newsml_g2, open_newsml_g2},
    {"newsml1", "", "NewsML 1 and Reuters RCV1", is_newsml1, open_newsml1},
    {"mets", "", "METS: issues of scanned newspapers, with their pages in ALTO",
     is_mets, open_mets},
    {"alto", "", "ALTO: a scanned page a story", is_alto, open_alto},
    {"feed", "rss,atom", "RSS and Atom feeds", is_feed, open_feed},
    {"ninjs", "", "ninjs 1 to 3: the JSON of news agencies", is_ninjs,
     open_ninjs},
    {"json", "json,jsonl,ndjson,jl",
     "JSON and JSON lines: dumps of scrapers and newspapers' APIs", is_json,
     open_json},
    {"html", "html,htm,xhtml",
     "saved web pages, with what they say of themselves", is_html, open_html},
    {"mail", "eml,mbox,mbx", "letters: mbox files and single messages", is_mail,
     open_mail},
    {"iptc7901", "ans,iptc", "IPTC 7901 and ANPA 1312 wire copy", is_iptc7901,
     open_iptc7901},
    {"markdown", "md,markdown", "Markdown with a front matter", is_markdown,
     open_markdown},
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
  const bool text = looks_like_text(bytes);
  const std::string head = to_utf8(bytes);
  for (const Format& format : kFormats) {
    if (format.sniff(head)) return &format;
  }
  if (!text) return nullptr;
  const std::string_view extension = extension_of(input.name());
  for (const Format& format : kFormats) {
    if (!extension.empty() && has_extension(format, extension)) return &format;
  }
  // Markup that nobody claims is no plain text.
  return root_name(head).empty() ? find_format("text") : nullptr;
}

const Format& format_named(std::string_view name) {
  if (const Format* format = find_format(name)) return *format;
  std::vector<std::string_view> known;
  for (const Format& format : kFormats) known.push_back(format.name);
  const auto near = suggest(name, known);
  throw Error(fmt::format("unknown format \"{}\"", name),
              near.empty()
                  ? fmt::format("the formats are: {}", fmt::join(known, ", "))
                  : fmt::format("did you mean {}?", near));
}

}  // namespace broadsheet
