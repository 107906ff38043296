#include "indexer/formats/html_dates.h"

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

/// Old pages only print their day, in an element named for it.
void offer_printed_date(Dom& page, Article& article) {
  for (DomNode* node : elements(page.body())) {
    const std::string names = node->class_and_id();
    bool named = false;
    for (const char* word :
         {"date", "time", "publish", "posted", "byline", "source", "info"}) {
      named = named || names.find(word) != names.npos;
    }
    if (!named) continue;
    const std::string text = inner_text(node);
    if (text.size() > 120) continue;
    const auto found = find_date(text, {.language = article.language});
    if (!found) continue;
    offer_date(article, DateOrigin::kText, found->date, text);
    return;
  }
}

void offer_element(const DomNode* node, Article& article) {
  for (const char* key : {"datetime", "content", "title"}) {
    const std::string text(node->attribute(key));
    if (text.empty()) continue;
    offer_date(article, DateOrigin::kTimeElement, text);
    return;
  }
  offer_date(article, DateOrigin::kTimeElement, inner_text(node));
}

/// A <time> of the story before one of the page around it.
void offer_elements(Dom& page, Article& article) {
  std::vector<const DomNode*> others;
  for (const DomNode* node : elements(page.body())) {
    const std::string names = lower_case(node->attribute("itemprop"));
    if (names.find("datepublished") != names.npos) {
      offer_element(node, article);
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

}  // namespace

void read_html_dates(const JsonLd& data, const MetaElements& metas, Dom& page,
                     Article& article) {
  for (const char* member : {"datePublished", "dateCreated"}) {
    offer_date(article, DateOrigin::kJsonLd, data.text(member));
  }
  metas.each("date", [&](const std::string& text) {
    offer_date(article, DateOrigin::kMeta, text);
  });
  const std::string rejected = article.date_rejected;
  offer_elements(page, article);
  if (!article.date) offer_printed_date(page, article);
  article.date_rejected = rejected;  // "5 min read" is no date that was lost
}

}  // namespace broadsheet
