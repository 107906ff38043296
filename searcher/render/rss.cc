// An RSS 2.0 feed of the stories, for feed readers. The query is the channel's
// title; a story's guid is its id; pubDate stands where the day is known.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <string>

#include "common/text/date.h"
#include "searcher/render/formats.h"
#include "searcher/render/line.h"

namespace broadsheet {
namespace {

/// Text between tags. XML has no place for most control characters.
std::string escaped(std::string_view text, const RenderOptions& options) {
  std::string out;
  for (const char c : printable(text, options)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        const bool control = static_cast<unsigned char>(c) < ' ' || c == 0x7f;
        out += control ? ' ' : c;
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view text,
                    const RenderOptions& options) {
  if (text.empty()) return {};
  return fmt::format("<{0}>{1}</{0}>\n", name, escaped(text, options));
}

/// "Thu, 26 Feb 1987 00:00:00 GMT": RSS knows no date without a time.
std::string rfc822(const std::string& date) {
  const auto day = parse_iso_date(date);
  if (!day || day->precision != Precision::kDay) return {};
  std::tm time{};
  time.tm_year = day->year - 1900;
  time.tm_mon = day->month - 1;
  time.tm_mday = day->day;
  ::timegm(&time);  // finds the day of the week
  return fmt::format("{:%a, %d %b %Y} 00:00:00 GMT", time);
}

std::string head(const Answer& answer, const RenderOptions& options) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<rss version=\"2.0\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n" +
         element("title", answer.typed, options) +
         "<link>about:blank</link>\n" +
         element("description",
                 fmt::format("{} of {} stories found for {}", answer.shown,
                             answer.total, answer.understood),
                 options) +
         element("generator", "Broadsheet " + answer.version, options);
}

std::string hit(const Hit& hit, bool, const RenderOptions& options) {
  return "<item>\n" +
         element("title", hit.headline.empty() ? hit.id : hit.headline,
                 options) +
         element("link", hit.url, options) +
         fmt::format("<guid isPermaLink=\"false\">{}</guid>\n",
                     escaped(hit.id, options)) +
         element("pubDate", rfc822(hit.date), options) +
         element("dc:creator", hit.byline, options) +
         element("dc:publisher", hit.source, options) +
         element("description", hit.snippet.text, options) + "</item>\n";
}

std::string tail(const Answer&, const RenderOptions&) {
  return "</channel>\n</rss>\n";
}

}  // namespace

Renderer rss_renderer() {
  return {.name = "rss",
          .help = "an RSS feed",
          .unlimited = true,
          .chooses_fields = false,
          .shows_answer = false,
          .depth = depth_of<HitDepth::kFound>,
          .head = head,
          .hit = hit,
          .tail = tail,
          .names = no_rows<NameRow>,
          .timeline = no_rows<TimelineRow>,
          .batch = no_rows<BatchRow>};
}

}  // namespace broadsheet
