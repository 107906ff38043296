#include "indexer/formats/html_dates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/fold.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/html_byline.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

/// Names of elements that print a story's day.
const Names kDateNames = {"date",   "time",   "publish", "posted", "submitted",
                          "byline", "source", "info",    "meta"};

/// The same, where they are whole words of a name.
const Names kDateWords = {"dat", "data", "fecha", "pvm", "dato", "dt"};

bool is_named_for_date(const DomNode* node) {
  const std::string names = node->class_and_id();
  return holds_any(names, kDateNames) || has_word(names, kDateWords) ||
         is_byline(node);
}

/// What it prints, or has a browser read aloud.
std::string date_text(const DomNode* node) {
  const std::string text = inner_text(node);
  return text.empty() ? std::string(node->attribute("aria-label")) : text;
}

/// Old pages only print their day, in an element named for it.
void offer_printed_date(Dom& page, Article& article) {
  for (DomNode* node : elements(page.body())) {
    if (!is_named_for_date(node)) continue;
    const std::string text = date_text(node);
    if (text.size() > 120) continue;
    const auto found = find_date(text, {.language = article.language});
    if (!found) continue;
    offer_date(article, DateOrigin::kText, found->date, text);
    return;
  }
}

/// Others print it right behind the headline, in whatever element.
void offer_date_behind(Dom& page, Article& article) {
  for (const std::string& line : lines_behind(page, article.headline)) {
    const auto found = find_date(line, {.language = article.language});
    if (!found || !is_date_line(line, article.language)) continue;
    if (tells_update(line.substr(0, found->begin))) continue;
    offer_date(article, DateOrigin::kText, found->date, line);
    return;
  }
}

/// Is a weekday's name a part of the date?
bool names_weekday(const std::string& text, const FoundDate& found,
                   std::string_view language) {
  const std::string date = text.substr(found.begin, found.end - found.begin);
  const std::size_t space = date.find(' ');
  const bool word = (date[0] < '0' || date[0] > '9') && space != date.npos;
  if (!word) return false;
  const auto rest = find_date(date.substr(space), {.language = language});
  return rest && rest->date == found.date;
}

/// The hour of a time stamp in UTC, nothing of another one.
std::optional<int> utc_hour(std::string_view stamp) {
  const std::size_t t = stamp.find('T');
  const auto ends = [&](std::string_view zone) {
    return stamp.ends_with(zone);
  };
  if (t == stamp.npos || t + 2 >= stamp.size()) return std::nullopt;
  if (!ends("Z") && !ends("+00:00") && !ends("+0000")) return std::nullopt;
  const char tens = stamp[t + 1];
  const char ones = stamp[t + 2];
  if (tens < '0' || tens > '2' || ones < '0' || ones > '9') return std::nullopt;
  return (tens - '0') * 10 + (ones - '0');
}

/// Is it the day that a stamp in UTC tells, or the one before or behind it, as
/// far as zones reach?
bool is_day_of(const Date& printed, const Date& stamped, int hour) {
  const bool west = hour < 12 && printed == stamped.plus_days(-1);
  const bool east = hour >= 10 && printed == stamped.plus_days(1);
  return west || east || printed == stamped;
}

void offer_element(const DomNode* node, Article& article) {
  for (const char* key : {"datetime", "content", "title"}) {
    const std::string text(node->attribute(key));
    if (text.empty()) continue;
    const DateHints hints = {.language = article.language};
    const auto hour = utc_hour(text);
    const auto stamped = parse_date(text, hints);
    const auto printed = parse_date(inner_text(node), hints);
    const bool local =
        hour && stamped && printed && is_day_of(*printed, *stamped, *hour);
    offer_date(article, DateOrigin::kTimeElement,
               local ? to_string(*printed) : text);
    return;
  }
  offer_date(article, DateOrigin::kTimeElement, inner_text(node));
}

/// A <time> of the story before one of the page around it.
void offer_elements(Dom& page, Article& article) {
  std::vector<const DomNode*> others;
  for (const DomNode* node : elements(page.body())) {
    const std::string names =
        lower_case(std::string(node->attribute("itemprop")) + " " +
                   std::string(node->attribute("property")));
    for (const char* name : {"datepublished", "dc:created", "dc:date",
                             "dcterms:created", "schema:datecreated"}) {
      if (names.find(name) == names.npos) continue;
      offer_element(node, article);
      break;
    }
    if (!node->is("time") || names.find("modified") != names.npos) continue;
    const std::string classes = node->class_and_id();
    const bool published = classes.find("publish") != classes.npos ||
                           classes.find("entry-date") != classes.npos;
    if (published) offer_element(node, article);
    if (classes.find("updated") == classes.npos) others.push_back(node);
  }
  for (const DomNode* node : others) offer_element(node, article);
}

/// The day that the page prints where it is the day before or behind the one
/// that a stamp in UTC tells, as far as zones reach.
void take_printed_day(Dom& page, int hour, Article& article) {
  const Date stamped = article.date;
  std::optional<Date> printed;
  DateOrigin origin = DateOrigin::kText;
  for (DomNode* node : elements(page.body())) {
    const bool time = node->is("time");
    if ((!time && !is_named_for_date(node)) || is_elsewhere(node)) continue;
    const std::string text = inner_text(node);
    if (text.size() > 120) continue;
    const auto found = find_date(text, {.language = article.language});
    if (!found || tells_update(text.substr(0, found->begin))) continue;
    if (found->date == stamped) return;
    if (!printed && is_day_of(found->date, stamped, hour)) {
      printed = found->date;
      origin = time ? DateOrigin::kTimeElement : DateOrigin::kText;
    }
  }
  if (!printed) return;
  article.date = *printed;
  article.date_source = to_string(origin);
}

}  // namespace

void read_html_dates(const JsonLd& data, const MetaElements& metas, Dom& page,
                     Article& article) {
  std::string stamp;
  const auto offer = [&](DateOrigin origin, const std::string& text) {
    const bool dated = static_cast<bool>(article.date);
    offer_date(article, origin, text);
    if (!dated && article.date) stamp = text;
  };
  offer(DateOrigin::kJsonLd, data.text("datePublished"));
  metas.each("date",
             [&](const std::string& text) { offer(DateOrigin::kMeta, text); });
  if (!article.date) offer(DateOrigin::kJsonLd, data.text("dateCreated"));
  if (const auto hour = utc_hour(stamp)) {
    take_printed_day(page, *hour, article);
  }
  const std::string rejected = article.date_rejected;
  offer_elements(page, article);
  if (!article.date) offer_printed_date(page, article);
  article.date_rejected = rejected;  // "5 min read" is no date that was lost
}

void offer_date_around_headline(Dom& page, Article& article) {
  offer_date_behind(page, article);
  if (article.date) return;
  const std::string headline = fold_name(article.headline);
  for (const DomNode* node : elements(page.body())) {
    const auto text = short_text(node, 120);
    if (!text) continue;
    if (fold_name(*text) == headline) return;
    const auto found = find_date(*text, {.language = article.language});
    if (!found || !names_weekday(*text, *found, article.language)) continue;
    offer_date(article, DateOrigin::kText, found->date, *text);
    return;
  }
}

}  // namespace broadsheet
