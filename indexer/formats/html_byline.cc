#include "indexer/formats/html_byline.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "common/text/fold.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongest = 100;

const Names kLineMarks = {"byline",    "author",    "dateline",
                          "writtenby", "p-author",  "writeby",
                          "submitted", "createdby", "contributor-name"};
/// The same, where they are whole words of a name.
const Names kLineWords = {"byl",      "firma",      "firmante",    "signature",
                          "signed",   "autor",      "autore",      "autori",
                          "autores",  "auteur",     "auteurs",     "forfatter",
                          "reporter", "journalist", "contributor", "redacteur",
                          "skribent", "by",         "aut"};
/// Of a single name inside such a line.
const Names kNameMarks = {
    "author-name",     "author_name",     "authorname",   "author__name",
    "byline-name",     "byline__name",    "byline_name",  "contributor-name",
    "journalist-name", "journalist_name", "reporter-name"};
const Names kNameWords = {"author", "autor", "autore", "auteur", "reporter"};
/// With which such a word names something else about the author.
const Names kAboutWords = {"title",    "role",  "bio",     "job",      "image",
                           "avatar",   "photo", "twitter", "email",    "date",
                           "desc",     "info",  "meta",    "position", "link",
                           "location", "local", "org"};
/// Around the bylines of other stories.
const Names kElsewhere = {"comment", "related",  "sidebar", "recirc",
                          "most-",   "trending", "figure",  "popular",
                          "teaser",  "mostread", "more-",   "recommend"};

/// In the addresses of pages about an author.
const Names kAuthorPaths = {"/author",      "/autor",      "/auteur",
                            "/autore",      "/staff/",     "/people/",
                            "/profile",     "/journalist", "/reporter",
                            "/contributor", "/writer",     "/by/"};

/// Where themes print who wrote the story itself.
const Names kOwnFooters = {"post-footer", "entry-footer", "article-footer",
                           "story-footer"};

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// Without the signs that part it from what stands behind.
std::string_view without_signs(std::string_view line) {
  constexpr std::string_view kSigns[] = {" ", ",", ".", "|", "-", "·", "•"};
  const auto at_end = [&](std::string_view sign) {
    return line.ends_with(sign);
  };
  for (const auto* sign = std::begin(kSigns); sign != std::end(kSigns);) {
    sign = std::ranges::find_if(kSigns, at_end);
    if (sign != std::end(kSigns)) line.remove_suffix(sign->size());
  }
  return line;
}

/// Without the word before a day: "Jane Doe on".
std::string_view without_preposition(std::string_view line) {
  constexpr std::string_view kOn[] = {" on", " am", " el", " le", " em", " at"};
  for (const std::string_view word : kOn)
    if (line.ends_with(word)) line.remove_suffix(word.size());
  return line;
}

/// Without the day and hour that stand behind.
std::string author_line(std::string_view line) {
  const std::size_t digits = line.find_first_of("0123456789");
  const bool dated = digits != line.npos;
  line = without_signs(line.substr(0, digits));
  while (dated && !line.empty()) {
    line = without_signs(line);
    const std::size_t last = line.rfind(' ') + 1;  // 0 where there is none
    // A month's or a weekday's name alone, as in "Jane Doe May 20".
    const auto found = find_date(std::string(line.substr(last)) + " 1 2000");
    const auto weekday =
        find_date(std::string(line.substr(last)) + ", 1 May 2000");
    const bool day = found || (weekday && weekday->begin == 0);
    if (!day) break;
    line = line.substr(0, last);
  }
  if (dated) line = without_preposition(line);
  return byline_of(line);
}

bool is_name(const DomNode* node) {
  if (node->attribute("rel") == "author" || has_property(node, "name")) {
    return true;
  }
  const std::string names = node->class_and_id();
  return holds_any(names, kNameMarks) || has_word(names, {"fn"}) ||
         (has_word(names, kNameWords) && !has_word(names, kAboutWords));
}

/// The names of several authors who have pages of their own; of one, or of
/// none, what the node says.
std::string names_of(DomNode* node) {
  std::string names;
  std::size_t links = 0;
  for (const DomNode* link : elements(node, {"a"})) {
    if (!holds_any(link->attribute("href"), kAuthorPaths)) continue;
    const std::string name = author_line(inner_text(link));
    if (!name.empty()) ++links;
    add_authors(names, name);
  }
  return links > 1 ? names : author_line(inner_text(node));
}

/// The first line of the text that is a name and not the outlet's.
std::string name_line(const DomNode* node, const std::string& outlet) {
  const std::string text = block_text(node);
  for (const std::string_view line : lines_of(text)) {
    const std::string name = author_line(line);
    if (!name.empty() && fold_name(line) != outlet) return name;
  }
  return {};
}

/// The names in a line of authors: those marked up, else what its text says.
std::string names_in(DomNode* line, const std::string& outlet) {
  std::string names;
  for (DomNode* node : elements(line)) {
    const auto inner = elements(node);
    if (is_name(node) && std::ranges::none_of(inner, is_name))
      add_authors(names, names_of(node));
  }
  if (names.empty()) names = names_of(line);
  const std::string text = block_text(line);
  if (lines_of(text).size() > 1 && names == author_line(inner_text(line)))
    names = name_line(line, outlet);
  // "By <b>Jane Doe</b> <span>Culture correspondent</span>"
  for (const DomNode* part : elements(line, {"a", "b", "strong", "span"})) {
    if (!names.empty()) break;
    const std::string name = author_line(inner_text(part));
    if (name.find(' ') != name.npos) names = name;
  }
  return names;
}

/// "Author: Jane Doe": a line that says so itself, wherever it stands.
std::string labelled_byline(Dom& page) {
  constexpr std::string_view kLabels[] = {
      "author: ", "autor: ", "autore: ", "auteur : ", "автор: ",
      "yazar: ",  "text: ",  "texto: ",  "tekst: "};
  for (const DomNode* node :
       elements(page.body(), {"p", "td", "div", "span"})) {
    const auto text = short_text(node, kLongest);
    if (!text) continue;
    const std::string folded = fold(*text);
    const bool labelled = std::ranges::any_of(kLabels, [&](std::string_view l) {
      return folded.starts_with(fold(l));
    });
    if (!labelled || is_elsewhere(node)) continue;
    if (std::string name = author_line(*text); !name.empty()) return name;
  }
  return {};
}

/// "Author, Jane Doe" in a list that is labelled as the byline, in whatever
/// language.
std::string labelled_list(Dom& page) {
  for (DomNode* node : elements(page.body(), {"section", "div"})) {
    if (!holds_any(node->attribute("aria-labelledby"), {"byline"})) continue;
    const auto items = elements(node, {"li"});
    if (items.empty()) continue;
    const std::string text = inner_text(items.front());
    const std::size_t comma = text.find(", ");
    return byline_of(comma == text.npos ? text : text.substr(comma + 2));
  }
  return {};
}

/// Right behind the headline: a line that says "by" itself.
std::string byline_behind(Dom& page, std::string_view headline) {
  for (const std::string& line : lines_behind(page, headline)) {
    const std::string names = is_byline(line) ? author_line(line) : "";
    // "From Kyiv to Lviv" is none.
    if (is_name_alone(names.substr(0, names.find(';')))) return names;
  }
  return {};
}

/// "Jane Doe" alone, set to the right: it signs the story above.
std::string signature(Dom& page) {
  for (const DomNode* node : elements(page.body(), {"p", "div"})) {
    std::string style = lower_case(node->attribute("style"));
    std::erase(style, ' ');
    const bool right = node->attribute("align") == "right" ||
                       style.find("text-align:right") != style.npos;
    if (!right) continue;
    const auto text = short_text(node, kLongest);
    if (text && is_name_alone(*text)) return byline_of(*text);
  }
  return {};
}

std::string printed_byline(Dom& page, const Article& article) {
  std::string before = labelled_list(page);
  if (!before.empty()) return before;
  bool behind = false;
  const std::string key = fold_name(article.headline);
  const std::string outlet = fold_name(article.source);
  for (DomNode* node : elements(page.body())) {
    const bool heading = node->is("h1") || node->is("h2");
    if (heading && fold_name(inner_text(node)) == key) behind = true;
    if (!is_byline(node) || (!before.empty() && !behind)) continue;
    const std::size_t length = inner_text(node).size();
    if (length == 0 || length >= kLongest || is_elsewhere(node)) continue;
    std::string names = names_in(node, outlet);
    if (names.empty()) continue;
    if (behind) return names;
    before = std::move(names);
  }
  if (before.empty()) before = labelled_byline(page);
  if (before.empty()) before = byline_behind(page, article.headline);
  if (before.empty()) before = signature(page);
  return before;
}

/// The name by which somebody logs in; numbers name nobody.
bool is_login(std::string_view name) {
  return name.find(' ') == name.npos &&
         name.find_first_of("0123456789") != name.npos;
}

bool is_number(std::string_view name) {
  return name.find_first_not_of("0123456789") == name.npos;
}

bool holds_heading(const DomNode* node) {
  return std::ranges::any_of(node->children, [](const DomNode* child) {
    return child->is("h1") || holds_heading(child);
  });
}

/// Is it inside of what is marked up as an article?
bool is_in_article(const DomNode* node) {
  for (node = node->parent; node; node = node->parent) {
    if (node->is("article")) return true;
    if (node->attribute("itemtype").ends_with("Article")) return true;
  }
  return false;
}

}  // namespace

bool is_elsewhere(const DomNode* node) {
  const bool declared = has_property(node, "author");
  for (; node; node = node->parent) {
    if (node->is("body") || node->is("html")) return false;
    // An article's own footer tells of its author.
    const bool own =
        holds_any(node->class_and_id(), kOwnFooters) || is_in_article(node);
    if (node->is("nav") || (node->is("footer") && !own)) return true;
    if (node->is("figure")) return true;
    if (node->is("aside") && !declared) return true;
    const std::string names = node->class_and_id();
    // A site may call its main column a sidebar.
    const bool other =
        holds_any(names, kElsewhere) || has_word(names, {"promo", "promos"});
    if (other) return !holds_heading(node);
    if (!own && names.find("footer") != names.npos) return true;
  }
  return false;
}

bool is_byline(const DomNode* node) {
  // A label that is read aloud alone.
  if (holds_any(node->class_and_id(),
                {"visually-hidden", "sr-only", "screen-reader"})) {
    return false;
  }
  return node->attribute("rel") == "author" || has_property(node, "author") ||
         holds_any(node->class_and_id(), kLineMarks) ||
         has_word(node->class_and_id(), kLineWords);
}

std::vector<std::string> lines_behind(Dom& page, std::string_view headline) {
  constexpr std::size_t kMost = 24;
  constexpr std::size_t kLongestLine = 150;
  const std::string key = fold_name(headline);
  std::vector<std::string> lines;
  bool behind = false;
  for (DomNode* node : elements(page.body())) {
    if (lines.size() == kMost) break;
    const auto text = short_text(node, kLongestLine);
    if (!text || text->empty()) continue;
    if (behind && !is_elsewhere(node)) lines.push_back(*text);
    behind |= one_of(node->tag, kHeadings) && fold_name(*text) == key;
  }
  return lines;
}

std::string byline_of_page(const JsonLd& data, const MetaElements& metas,
                           Dom& page, const Article& article) {
  std::string byline;
  std::string desk;  // for want of a person: the outlet itself, "Mac & i"
  std::vector<std::string> outlets = data.texts("publisher");
  outlets.push_back(article.source);
  for (std::string& outlet : outlets) outlet = fold_name(outlet);
  const auto add = [&](const std::string& name) {
    if (is_url(name) || name.starts_with('@') || is_number(name)) return;
    // "The Ledger | News from Vik"
    const std::string head = fold_name(name.substr(0, name.find(" | ")));
    const bool outlet = std::ranges::find(outlets, head) != outlets.end();
    if (outlet || is_login(name)) {
      desk = one_line(name);
    } else {
      add_authors(byline, authors_of(name));
    }
  };
  for (const char* member : {"author", "creator"}) {
    if (byline.empty()) {
      for (const std::string& name : data.texts(member)) add(name);
    }
  }
  metas.each_name("byline", [&](const std::vector<std::string>& names) {
    if (!byline.empty()) return;
    for (const std::string& name : names) add(name);
  });
  if (byline.empty()) byline = printed_byline(page, article);
  return byline.empty() ? desk : byline;
}

}  // namespace broadsheet
