#include "indexer/formats/html_headline.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/html_byline.h"
#include "indexer/formats/html_traits.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"

namespace broadsheet {
namespace {

constexpr std::string_view kSeparators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", " -- ", " _", "_"};

/// Parts of the classes of headings that are headlines.
constexpr std::string_view kHeadlineMarks[] = {
    "headline",   "entry-title",  "post-title",     "article-title",
    "entrytitle", "articletitle", "article__title", "story-title"};

std::string title_of(Dom& page) {
  for (DomNode* node : elements(page.root(), {"title"})) {
    if (!has_ancestor(node, "svg")) return inner_text(node);
  }
  return {};
}

/// The text of a heading without the sign of a link to itself.
std::string heading_text(const DomNode* node) {
  std::string text = inner_text(node);
  for (const std::string_view sign : {"¶", "§", "#"}) {
    if (text.ends_with(sign)) text.resize(text.size() - sign.size());
  }
  return one_line(text);
}

/// Do two titles share half of the shorter one's words?
bool agree(std::string_view a, std::string_view b) {
  const std::vector<std::string> one = folded_words(a);
  const std::vector<std::string> other = folded_words(b);
  const auto shared =
      std::count_if(one.begin(), one.end(), [&](const std::string& word) {
        return std::find(other.begin(), other.end(), word) != other.end();
      });
  const auto shorter = std::min(one.size(), other.size());
  return shorter > 0 && 2 * static_cast<std::size_t>(shared) >= shorter;
}

bool is_marked(const DomNode* node) {
  const std::string names = node->class_and_id();
  return node->attribute("itemprop").find("headline") !=
             std::string_view::npos ||
         std::any_of(std::begin(kHeadlineMarks), std::end(kHeadlineMarks),
                     [&](std::string_view mark) {
                       return names.find(mark) != std::string::npos;
                     });
}

/// The heading whose words are in the title: one that is marked, one that opens
/// it, else the first inside it.
std::string heading_of(Dom& page, std::string_view title) {
  const std::string key = fold_name(title);
  for (const DomNode* node : elements(page.body(), {"h1", "h2", "h3", "h4"})) {
    const std::string text = heading_text(node);
    const std::string folded = fold_name(text);
    if (is_marked(node) && folded.size() > 10 && key.find(folded) != key.npos) {
      return text;
    }
  }
  std::string inside;
  for (DomNode* node : elements(page.root(), {"h1", "h2"})) {
    const std::string text = heading_text(node);
    const std::string folded = fold_name(text);
    // "Breaking:" stands over a headline.
    if (folded.size() <= 10 || text.ends_with(':')) continue;
    const bool large = folded.size() * 3 > key.size();
    if (large && key.starts_with(folded)) return text;
    if (large && inside.empty() && key.find(folded) != key.npos) inside = text;
  }
  return inside;
}

/// A heading that is marked as the headline and agrees with the title.
std::string marked_heading(Dom& page, std::string_view title) {
  for (const DomNode* node : elements(page.root(), {"h1"})) {
    std::string text = heading_text(node);
    if (is_marked(node) && agree(text, title)) return text;
  }
  return {};
}

/// "Story - The Ledger" without the outlet, if that is what stands behind.
std::string without_site(const std::string& title, std::string_view site,
                         std::string_view host) {
  const std::string outlet = fold_name(site);
  const std::string domain = fold_name(host.substr(0, host.rfind('.')));
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos || at == 0) continue;
    const std::string tail = fold_name(title.substr(at + separator.size()));
    if (tail.empty()) continue;
    std::string joined = tail;
    std::erase(joined, ' ');
    const bool is_outlet =
        (!outlet.empty() && (tail == outlet || outlet.starts_with(tail) ||
                             tail.starts_with(outlet))) ||
        (joined.size() > 3 && domain.find(joined) != domain.npos) ||
        (!domain.empty() && joined.starts_with(domain));
    if (is_outlet) {
      return without_site(one_line(title.substr(0, at)), site, host);
    }
  }
  return title;
}

/// How many words, an ideograph for half of one.
std::size_t word_count(std::string_view text) {
  std::size_t spaces = 0;
  std::size_t ideographs = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_char(text, at));
    if (c == ' ') ++spaces;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) ++ideographs;
  }
  return spaces + 1 + ideographs / 2;
}

/// A <title> alone: its last part is an outlet if it is short and enough is
/// left without it. Where no space parts them, a channel stands before that.
std::string without_last_part(const std::string& title) {
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos) continue;
    const std::string_view tail =
        std::string_view(title).substr(at + separator.size());
    if (word_count(tail) <= 4 && word_count(title.substr(0, at)) >= 3) {
      const std::string rest = title.substr(0, at);
      return separator == "_" ? without_last_part(rest) : rest;
    }
  }
  return title;
}

/// The largest part of a title that the page prints by itself.
std::string printed_part(Dom& page, const std::string& title) {
  std::string best;
  std::unordered_set<std::string> printed;
  for (const DomNode* node : elements(
           page.body(), {"b", "strong", "font", "td", "p", "div", "span"})) {
    if (const auto text = short_text(node, title.size()))
      printed.insert(fold_name(*text));
  }
  const auto consider = [&](const std::string& part) {
    const bool whole = part.size() == title.size();
    if (!whole && part.size() > best.size() && word_count(part) >= 3 &&
        printed.contains(fold_name(part))) {
      best = part;
    }
  };
  // "The Ledger: Coast: Mole closed at Vik"
  if (!printed.contains(fold_name(title))) {
    for (std::size_t at = 0; (at = title.find(": ", at)) != title.npos; ++at)
      consider(title.substr(at + 2));
  }
  for (const std::string_view separator : kSeparators) {
    if (!separator.starts_with(' ')) continue;
    for (std::size_t at = 0; at < title.size();) {
      const std::size_t end = std::min(title.find(separator, at), title.size());
      consider(title.substr(at, end - at));
      at = end + separator.size();
    }
  }
  return best;
}

/// What old pages set largest: the first of the largest <font>.
std::string largest_font(Dom& page) {
  constexpr std::size_t kLongest = 200;
  std::string best;
  int largest = 3;  // the size of text
  for (const DomNode* node : elements(page.body(), {"font"})) {
    std::string_view size = node->attribute("size");
    const int normal = size.starts_with('+') ? 3 : 0;
    if (normal > 0) size.remove_prefix(1);
    if (size.size() != 1 || size[0] < '1' || size[0] > '7') continue;
    const int value = normal + size[0] - '0';
    const auto text = short_text(node, kLongest);
    if (value <= largest || !text || word_count(*text) < 4) continue;
    largest = value;
    best = *text;
  }
  return best;
}

/// The page's only large heading, unless it is the site's name.
std::string sole_heading(Dom& page) {
  for (const std::string_view tag : {"h1", "h2"}) {
    std::string text;
    std::size_t count = 0;
    for (DomNode* node : elements(page.body(), {tag})) {
      const bool site = has_ancestor(node, "nav") || link_density(node) > 0.9;
      if (site || heading_text(node).empty() || is_elsewhere(node)) continue;
      text = heading_text(node);
      ++count;
    }
    if (count > 0) return count == 1 ? text : std::string();
  }
  return {};
}

std::vector<std::string> declared_titles(const JsonLd& data,
                                         const MetaElements& metas) {
  std::vector<std::string> titles = {one_line(data.text("headline"))};
  metas.each("headline", [&](const std::string& text) {
    titles.push_back(one_line(decode_entities(text)));
  });
  titles.push_back(one_line(data.text("name")));
  std::erase(titles, std::string());
  return titles;
}

}  // namespace

std::string headline_of(const JsonLd& data, const MetaElements& metas,
                        Dom& page, const Article& article) {
  const std::string title = title_of(page);
  std::vector<std::string> declared = declared_titles(data, metas);
  std::string heading = heading_of(page, title);
  for (std::string& text : declared) {
    text = without_site(text, article.source, host_of(article.url));
    // Headings are printed in capitals; the data knows better.
    if (fold_name(text) == fold_name(heading)) return text;
  }
  if (!heading.empty()) return heading;
  if (!declared.empty()) return declared.front();
  heading = marked_heading(page, title);
  if (!heading.empty()) return heading;
  if (std::string part = printed_part(page, title); !part.empty()) return part;
  const std::string alone = without_last_part(
      without_site(title, article.source, host_of(article.url)));
  // A title may be the outlet's name alone, or a part of what is printed.
  heading = sole_heading(page);
  if (heading.empty()) heading = largest_font(page);
  const bool longer = word_count(heading) > word_count(alone);
  const bool outlet = word_count(alone) <= 3 && word_count(heading) > 3;
  const bool goes_on = fold_name(heading).starts_with(fold_name(alone));
  return longer && (outlet || goes_on) ? heading : alone;
}

std::string outlet_in_title(Dom& page, const Article& article) {
  const std::string title = one_line(title_of(page));
  std::string domain = host_of(article.url);
  std::erase(domain, '-');
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == title.npos) continue;
    const std::string head = fold_name(std::string_view(title).substr(0, at));
    const std::string tail = title.substr(at + separator.size());
    std::string joined = fold_name(tail);
    std::erase(joined, ' ');
    // Between more parts than two nobody can tell which is the outlet; but
    // where no space parts them, channels stand before it.
    const std::string key = fold_name(article.headline);
    const bool behind =
        !key.empty() &&
        (separator.ends_with('_') ? head.starts_with(key) : head == key);
    const bool name = tail.find_first_of("0123456789") == tail.npos;
    const bool known = domain.empty() || domain.find(joined) != domain.npos;
    if (behind && name && known && !joined.empty() && word_count(tail) <= 4) {
      return tail;
    }
  }
  return {};
}

}  // namespace broadsheet
