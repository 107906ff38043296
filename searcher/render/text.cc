// Text for people: the hits of a list, and what all text output shares.
#include "searcher/render/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/terminal.h"
#include "searcher/render/formats.h"

namespace broadsheet {
namespace {

StyledText names_line(std::string_view label,
                      const std::vector<HitEntity>& entities,
                      std::size_t margin, const RenderOptions& options) {
  StyledText line(options);
  line.add(std::string(margin, ' ')).add(label, Style::kDim).add("  ");
  std::vector<StyledText> items;
  for (const bool matched : {true, false}) {
    for (const auto& entity : entities) {
      if (entity.matched != matched) continue;
      auto& item = items.emplace_back(options);
      item.add(entity.name, matched ? Style::kMark : Style::kPlain);
      if (entity.mentions > 0) item.add(fmt::format(" {}", entity.mentions));
    }
  }
  const auto used = line.width();
  return line.add(
      fitting(items, std::max(options.width, used) - used, options));
}

/// "the first of 4 stories, ran in 3 sources", or "2 copies"
std::string copies_of(const Hit& hit) {
  if (hit.copies == 0) return {};
  if (hit.ran_in == 0) return counted(hit.copies, "copy", "copies");
  return fmt::format("the first of {}, ran in {}",
                     counted(hit.copies + 1, "story", "stories"),
                     counted(hit.ran_in, "source", "sources"));
}

StyledText about(const Hit& hit, const RenderOptions& options) {
  const bool foreign = !hit.language.empty() && hit.language != "en";
  const std::string parts[] = {hit.date.empty() ? "undated" : hit.date,
                               hit.source,
                               hit.section,
                               foreign ? hit.language : "",
                               hit.status == "usable" ? "" : hit.status,
                               copies_of(hit)};
  StyledText text(options);
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text.add(kDot, Style::kDim);
    text.add(part, Style::kDim);
  }
  return text;
}

StyledText marked(std::string_view text, Style style,
                  std::span<const ByteRange> marks,
                  const RenderOptions& options) {
  const StyledRanges ranges[] = {{Style::kMark, marks}};
  return StyledText(options).add(text, style, ranges);
}

std::string hit(const Hit& hit, bool first, const RenderOptions& options) {
  if (!hit.whole) return text_hit(hit, options);
  return (first ? "" : "\n") + text_story(hit, options);
}

/// "21 stories"; where copies are one, "18 stories and 3 copies of them".
std::string found_of(const Answer& answer) {
  auto text = shown_of(answer, "story", "stories");
  if (answer.total_stories > answer.total)
    text += fmt::format(
        ", and {} of them",
        counted(answer.total_stories - answer.total, "copy", "copies"));
  return text;
}

std::string tail(const Answer& answer, const RenderOptions& options) {
  // `show` asks by id: there is no query to speak of.
  if (answer.understood.empty()) return {};
  return text_facets(answer, options) +
         text_footer(answer, found_of(answer), options);
}

}  // namespace

std::string text_hit(const Hit& hit, const RenderOptions& options) {
  const auto rank =
      StyledText(options).add(fmt::format("{:>2}  ", hit.rank), Style::kDim);
  const auto margin = rank.width();
  auto text = headline_of(hit, options).wrapped(rank) +
              about(hit, options).wrapped(margin);
  if (!hit.people.empty())
    text += names_line("People", hit.people, margin, options).line() + "\n";
  if (!hit.places.empty())
    text += names_line("Places", hit.places, margin, options).line() + "\n";
  text += marked(hit.snippet.text, Style::kPlain, hit.snippet.marks, options)
              .wrapped(margin);
  if (!hit.correction.empty())
    text += StyledText(options)
                .add("Corrected  ", Style::kDim)
                .add(hit.correction)
                .wrapped(margin);
  text += StyledText(options).add(hit.id, Style::kDim).wrapped(margin);
  return text + "\n";
}

StyledText headline_of(const Hit& hit, const RenderOptions& options) {
  auto text = marked(hit.headline, Style::kBold, hit.headline_marks, options);
  return text.empty() ? text.add("(no headline)", Style::kDim) : text;
}

StyledText fitting(const std::vector<StyledText>& items, std::size_t columns,
                   const RenderOptions& options) {
  StyledText out(options);
  const auto more = [&](std::size_t n) {
    return n == 0 ? std::string() : fmt::format("{}+{}", kDot, n);
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto behind = more(items.size() - i - 1);
    StyledText next(options);
    if (i > 0) next.add(kDot, Style::kDim);
    next.add(items[i]);
    const auto room = columns - std::min(columns, display_width(behind));
    if (out.width() + next.width() > room) {
      if (i > 0) return out.add(more(items.size() - i), Style::kDim);
      next.cut(room);
    }
    out.add(next);
  }
  return out;
}

std::string grouped(std::size_t n) {
  auto digits = std::to_string(n);
  for (auto at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::size_t n, std::string_view one,
                    std::string_view many) {
  return fmt::format("{} {}", grouped(n), n == 1 ? one : many);
}

Renderer text_renderer() {
  return {.name = "text",
          .help = "for people, in colour on a terminal",
          .unlimited = false,
          .chooses_fields = false,
          .shows_answer = true,
          .depth = depth_of<HitDepth::kFound>,
          .head = nothing,
          .hit = hit,
          .tail = tail,
          .names = text_names,
          .timeline = text_timeline,
          .batch = text_batch};
}

}  // namespace broadsheet
