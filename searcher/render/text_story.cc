// A whole story as text: what is known of it, the body, who and what it names.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kWidestName = 30;

std::string joined(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

/// "cd:3 (Courier, 2024-02-08), ..."
std::string copies_of(const Hit& hit) {
  std::string text;
  for (const auto& [id, source, date] : hit.other_copies) {
    std::string about = source;
    if (!date.empty()) about += (about.empty() ? "" : ", ") + date;
    text += (text.empty() ? "" : ", ") + id;
    if (!about.empty()) text += " (" + about + ")";
  }
  return text;
}

/// "3 of 2024-02-09, usable, from wire/c.xml (cd:3); ..."
std::string versions_of(const Hit& hit) {
  std::vector<std::string> items;
  for (const auto& [id, version, date, status, origin] : hit.versions)
    items.push_back(fmt::format(
        "{} of {}, {}, from {} ({})", version.empty() ? "unnumbered" : version,
        date.empty() ? "no date" : date, status, origin, id));
  return items.size() > 1 ? fmt::format("{}", fmt::join(items, "; ")) : "";
}

std::string scan_of(const Hit& hit) {
  return hit.word_confidence > 0
             ? fmt::format("words recognised with confidence {:.2f}",
                           hit.word_confidence)
             : "";
}

std::string known_facts(const Hit& hit, const RenderOptions& options) {
  const auto date = hit.date.empty() ? "undated"
                    : hit.date_source.empty()
                        ? hit.date
                        : fmt::format("{} ({})", hit.date, hit.date_source);
  const std::pair<std::string_view, std::string> facts[] = {
      {"Date", date},
      {"Source", hit.source},
      {"Section", hit.section},
      {"Byline", hit.byline},
      {"Dateline", hit.dateline},
      {"Language", hit.language},
      {"Status", hit.status},
      {"Version", hit.version},
      {"Versions", versions_of(hit)},
      {"Corrected", hit.correction},
      {"Topics", joined(hit.topics)},
      {"Orgs", joined(hit.orgs)},
      {"Nations", joined(hit.nationalities)},
      {"Copies", copies_of(hit)},
      {"URL", hit.url},
      {"Crawled", hit.crawled},
      {"Scan", scan_of(hit)},
      {"Origin", hit.origin},
      {"Archive", hit.archive},
      {"Id", hit.id},
  };
  std::string text;
  for (const auto& [label, value] : facts)
    text += StyledText(options).add(value).wrapped(
        StyledText(options).add(fmt::format("{:<10}", label), Style::kDim));
  return text;
}

std::vector<ByteRange> sorted_spans(const std::vector<HitEntity>& entities) {
  std::vector<ByteRange> spans;
  for (const auto& entity : entities)
    spans.insert(spans.end(), entity.spans.begin(), entity.spans.end());
  std::sort(spans.begin(), spans.end());
  return spans;
}

/// Those of the sorted spans that begin in [begin, end), counted from there.
std::vector<ByteRange> spans_within(const std::vector<ByteRange>& spans,
                                    std::size_t begin, std::size_t end) {
  std::vector<ByteRange> within;
  for (auto span =
           std::lower_bound(spans.begin(), spans.end(), ByteRange{begin, 0});
       span != spans.end() && span->first < end; ++span)
    within.emplace_back(span->first - begin, span->second - begin);
  return within;
}

std::string body_text(const Hit& hit, const RenderOptions& options) {
  const std::string& body = hit.body;
  const auto people = sorted_spans(hit.people);
  const auto places = sorted_spans(hit.places);
  std::string text;
  for (std::size_t begin = 0; begin < body.size();) {
    const auto end = std::min(body.find('\n', begin), body.size());
    const auto near_people = spans_within(people, begin, end);
    const auto near_places = spans_within(places, begin, end);
    const StyledRanges ranges[] = {{Style::kPlace, near_places},
                                   {Style::kPerson, near_people}};
    const auto paragraph = std::string_view(body).substr(begin, end - begin);
    text += StyledText(options).add(paragraph, Style::kPlain, ranges).wrapped();
    text += "\n";
    begin = end + 1;
  }
  return text;
}

/// What is known of a name beyond itself: "Foreign Minister; also Shoukry".
std::string details(const HitEntity& entity) {
  std::vector<std::string> also;
  for (const auto& spelling : entity.spellings)
    if (spelling != entity.name) also.push_back(spelling);
  const std::string parts[] = {entity.role, entity.country,
                               entity.dateline ? "filed there" : "",
                               entity.editors ? "named by the editors" : "",
                               also.empty() ? "" : "also " + joined(also)};
  std::string text;
  for (const auto& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::string name_list(std::string_view title, Style style,
                      const std::vector<HitEntity>& entities,
                      const RenderOptions& options) {
  if (entities.empty()) return {};
  std::vector<StyledText> names;
  std::size_t widest = 0;
  for (const auto& entity : entities) {
    names.push_back(StyledText(options).add("  ").add(entity.name, style));
    widest = std::max(widest, names.back().width());
  }
  auto text = StyledText(options).add(title, Style::kBold).wrapped();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    auto& margin = names[i].pad(std::min(widest, kWidestName));
    margin.add(fmt::format("{:>4}  ", entities[i].mentions), Style::kDim);
    const auto rest = StyledText(options).add(details(entities[i]));
    text += rest.empty() ? margin.line() + "\n" : rest.wrapped(margin);
  }
  return text + "\n";
}

}  // namespace

std::string text_story(const Hit& hit, const RenderOptions& options) {
  return headline_of(hit, options).wrapped() + known_facts(hit, options) +
         "\n" + body_text(hit, options) +
         name_list("People", Style::kPerson, hit.people, options) +
         name_list("Places", Style::kPlace, hit.places, options);
}

}  // namespace broadsheet
