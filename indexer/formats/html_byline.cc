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

constexpr std::string_view kLineMarks[] = {"byline", "author", "dateline",
                                           "writtenby", "p-author"};
/// The same, where they are whole words of a name.
constexpr std::string_view kLineWords[] = {
    "byl",       "firma",     "firmante", "signature",  "signed",
    "autor",     "autore",    "autori",   "autores",    "auteur",
    "auteurs",   "forfatter", "reporter", "journalist", "contributor",
    "redacteur", "skribent"};
/// Of a single name inside such a line.
constexpr std::string_view kNameMarks[] = {
    "author-name", "author_name",  "authorname", "author__name",
    "byline-name", "byline__name", "byline_name"};
constexpr std::string_view kNameWords[] = {"author", "autor", "autore",
                                           "auteur", "reporter"};
/// With which such a word names something else about the author.
constexpr std::string_view kAboutWords[] = {
    "title", "role", "bio",  "job",  "image", "avatar",   "photo", "twitter",
    "email", "date", "desc", "info", "meta",  "position", "link",  "location"};
/// Around the bylines of other stories.
constexpr std::string_view kElsewhere[] = {
    "comment", "related", "sidebar", "recirc",   "most-", "trending", "figure",
    "popular", "promo",   "teaser",  "mostread", "more-", "recommend"};

/// Is one of the words of a class or an id listed?
template <std::size_t N>
bool has_word(std::string_view names, const std::string_view (&words)[N]) {
  constexpr std::string_view kJoints = " -_";
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end =
        std::min(names.find_first_of(kJoints, at), names.size());
    if (std::ranges::find(words, names.substr(at, end - at)) !=
        std::end(words)) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

template <std::size_t N>
bool holds(std::string_view text, const std::string_view (&parts)[N]) {
  return std::any_of(
      std::begin(parts), std::end(parts),
      [&](std::string_view part) { return text.find(part) != text.npos; });
}

/// Where themes print who wrote the story itself.
constexpr std::string_view kOwnFooters[] = {"post-footer", "entry-footer",
                                            "article-footer", "story-footer"};

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

/// Without the day and hour that stand behind.
std::string author_line(std::string_view line) {
  line = line.substr(0, line.find_first_of("0123456789"));
  while (!line.empty()) {
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
  return byline_of(line);
}

bool is_name(const DomNode* node) {
  if (node->attribute("rel") == "author" || has_property(node, "name")) {
    return true;
  }
  const std::string names = node->class_and_id();
  return holds(names, kNameMarks) || has_word(names, {"fn"}) ||
         (has_word(names, kNameWords) && !has_word(names, kAboutWords));
}

/// The names in a line of authors: those marked up, else all of its text.
std::string names_in(DomNode* line) {
  std::string names;
  for (const DomNode* node : elements(line)) {
    if (is_name(node)) add_authors(names, author_line(inner_text(node)));
  }
  if (names.empty()) names = author_line(inner_text(line));
  // "By <b>Jane Doe</b> <span>Culture correspondent</span>"
  for (const DomNode* part : elements(line, {"a", "b", "strong", "span"})) {
    if (!names.empty()) break;
    const std::string name = author_line(inner_text(part));
    if (name.find(' ') != name.npos) names = name;
  }
  return names;
}

std::string printed_byline(Dom& page, std::string_view headline) {
  std::string before;
  bool behind = false;
  const std::string key = fold_name(headline);
  for (DomNode* node : elements(page.body())) {
    const bool heading = node->is("h1") || node->is("h2");
    if (heading && fold_name(inner_text(node)) == key) behind = true;
    if (!is_byline(node) || (!before.empty() && !behind)) continue;
    const std::size_t length = inner_text(node).size();
    if (length == 0 || length >= kLongest || is_elsewhere(node)) continue;
    std::string names = names_in(node);
    if (names.empty()) continue;
    if (behind) return names;
    before = std::move(names);
  }
  return before;
}

bool holds_heading(const DomNode* node) {
  return std::ranges::any_of(node->children, [](const DomNode* child) {
    return child->is("h1") || holds_heading(child);
  });
}

}  // namespace

bool is_elsewhere(const DomNode* node) {
  const bool declared = has_property(node, "author");
  for (; node; node = node->parent) {
    if (node->is("body") || node->is("html")) return false;
    if (node->is("footer") || node->is("nav")) return true;
    if (node->is("figure")) return true;
    if (node->is("aside") && !declared) return true;
    const std::string names = node->class_and_id();
    const bool own = holds(names, kOwnFooters);
    // A site may call its main column a sidebar.
    if (holds(names, kElsewhere)) return !holds_heading(node);
    if (!own && names.find("footer") != names.npos) return true;
  }
  return false;
}

bool is_byline(const DomNode* node) {
  return node->attribute("rel") == "author" || has_property(node, "author") ||
         holds(node->class_and_id(), kLineMarks) ||
         has_word(node->class_and_id(), kLineWords);
}

std::string byline_of_page(const JsonLd& data, const MetaElements& metas,
                           Dom& page, const Article& article) {
  std::string byline;
  std::string desk;  // the outlet itself, for want of a person: "Mac & i"
  const auto add = [&](const std::string& name) {
    if (is_url(name) || name.starts_with('@')) return;
    if (fold_name(name) == fold_name(article.source)) {
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
  if (byline.empty()) byline = printed_byline(page, article.headline);
  return byline.empty() ? desk : byline;
}

}  // namespace broadsheet
