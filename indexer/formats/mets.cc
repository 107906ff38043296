#include "indexer/formats/mets.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "indexer/formats/alto_page.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/mets_record.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// What a division of the logical structure is; one of no kind is a story, or
/// inside of one a part of its body.
enum class Kind : unsigned char {
  kStory,
  kHolder,    ///< of stories: the issue
  kSection,   ///< of stories, with a name
  kMasthead,  ///< no text of a story
  kHeading,
  kHeadline,
  kByline,
};

struct TypeName {
  std::string_view type;  ///< folded
  Kind kind;
};

constexpr TypeName kTypes[] = {
    {"newspaper", Kind::kHolder},
    {"journal", Kind::kHolder},
    {"periodical", Kind::kHolder},
    {"volume", Kind::kHolder},
    {"year", Kind::kHolder},
    {"month", Kind::kHolder},
    {"day", Kind::kHolder},
    {"issue", Kind::kHolder},
    {"edition", Kind::kHolder},
    {"supplement", Kind::kHolder},
    {"additional", Kind::kHolder},
    {"content", Kind::kHolder},
    {"body matter", Kind::kHolder},
    {"page", Kind::kHolder},
    {"np issue", Kind::kHolder},
    {"np page", Kind::kHolder},
    {"section", Kind::kSection},
    {"chapter", Kind::kSection},
    {"title section", Kind::kMasthead},
    {"masthead", Kind::kMasthead},
    {"table of contents", Kind::kMasthead},
    {"page number", Kind::kMasthead},
    {"running title", Kind::kMasthead},
    {"heading", Kind::kHeading},
    {"title", Kind::kHeadline},
    {"headline", Kind::kHeadline},
    {"author", Kind::kByline},
    {"byline", Kind::kByline},
};

std::string type_of(const pugi::xml_node& division) {
  return fold_name(attribute(division, "TYPE"));
}

Kind kind_of(const pugi::xml_node& division) {
  const std::string type = type_of(division);
  const auto* found = std::ranges::find(kTypes, type, &TypeName::type);
  return found == std::end(kTypes) ? Kind::kStory : found->kind;
}

/// "alto/0001.xml" of "file://./alto/0001.xml", for a Windows program
/// "file://.\\alto\\0001.xml".
std::string path_of(std::string href) {
  if (href.starts_with("file://")) href.erase(0, 7);
  std::ranges::replace(href, '\\', '/');
  return fs::path(href).lexically_normal().string();
}

bool is_physical(const pugi::xml_node& map) {
  return fold_name(attribute(map, "TYPE")) == "physical";
}

/// A page and which of its words no story has yet: each belongs to one.
class PageWords {
 public:
  PageWords(std::string name, AltoPage page)
      : name_(std::move(name)),
        page_(std::move(page)),
        next_free_(page_.words().size() + 1) {
    std::iota(next_free_.begin(), next_free_.end(), std::size_t{0});
  }

  const std::string& name() const { return name_; }
  OcrRange all() const { return {0, page_.words().size()}; }
  OcrRange range(const std::string& first, const std::string& last) const {
    return page_.range(first, last);
  }
  /// The words of the range that are free, in their order, to `text`.
  void move(const OcrRange& range, OcrText& text) {
    std::size_t at = free_from(range.begin);
    if (at < range.end) text.end_paragraph();
    for (; at < range.end; at = free_from(at)) {
      text.add(page_.words()[at]);
      next_free_[at] = at + 1;
    }
  }

 private:
  std::size_t free_from(std::size_t at) {
    while (next_free_[at] != at) {
      next_free_[at] = next_free_[next_free_[at]];
      at = next_free_[at];
    }
    return at;
  }

  std::string name_;
  AltoPage page_;
  std::vector<std::size_t> next_free_;
};

/// The words of a story, by what they are in it.
struct Zones {
  OcrText headline;
  OcrText byline;
  OcrText body;
};

class Issue {
 public:
  /// `name` is the METS's own; `beside` may be empty.
  Issue(const pugi::xml_node& mets, const std::string& name,
        const OpenBeside& beside, const OnSkip& on_skip)
      : mets_(mets),
        name_(name),
        beside_(beside),
        on_skip_(on_skip),
        records_(mets) {}

  std::vector<Article> read() {
    read_files();
    read_links();
    for (const pugi::xml_node& map : children(mets_, "structMap")) {
      if (!is_physical(map)) read_divisions(map, "");
    }
    for (PageWords& page : pages_) add_page(page);
    describe_all();
    return std::move(stories_);
  }

 private:
  void read_files() {
    if (!beside_) {
      return on_skip_({.why = "its pages lie in a packed file and are read "
                              "each by itself; unpack them for articles",
                       .lost = false});
    }
    for (const auto& file : descendants(child(mets_, "fileSec"), "file")) {
      const std::string path =
          path_of(attribute(child(file, "FLocat"), "xlink:href"));
      if (!lower_case(path).ends_with(".xml")) continue;
      const auto [at, first] = by_path_.try_emplace(path, pages_.size());
      if (first && !read_page(path)) at->second = kNoPage;
      by_file_.try_emplace(attribute(file, "ID"), at->second);
    }
  }

  bool read_page(const std::string& path) {
    try {
      auto bytes = beside_(path);
      if (!bytes) throw Error("the page is not there");
      Input page(path, std::move(bytes));
      const XmlFile file(page);
      pages_.emplace_back(path, AltoPage(file.root()));
      if (!file.is_sound()) {
        Skip damage = file.damage();
        damage.record = fmt::format("{}:{}", path, damage.line);
        damage.line = 0;
        on_skip_(damage);
      }
      return true;
    } catch (const Error& error) {
      on_skip_({.record = path, .why = error.what()});
      return false;
    }
  }

  /// Which zones of the physical structure are those of a story.
  void read_links() {
    for (const auto& map : children(mets_, "structMap")) {
      if (!is_physical(map)) continue;
      for (const auto& division : descendants(map, "div"))
        areas_.try_emplace(attribute(division, "ID"), division);
    }
    for (const auto& links : children(mets_, "structLink")) {
      for (const auto& link : children(links, "smLink"))
        add_link(attribute(link, "xlink:from"), attribute(link, "xlink:to"));
      for (const auto& group : children(links, "smLinkGrp")) read_group(group);
    }
  }

  void read_group(const pugi::xml_node& group) {
    std::unordered_map<std::string, std::string> labels;
    for (const auto& locator : children(group, "smLocatorLink"))
      labels.try_emplace(attribute(locator, "xlink:label"),
                         attribute(locator, "xlink:href"));
    for (const auto& arc : children(group, "smArcLink"))
      add_link(labels[attribute(arc, "xlink:from")],
               labels[attribute(arc, "xlink:to")]);
  }

  /// From an id to another, either perhaps behind a '#'.
  void add_link(std::string_view from, std::string_view to) {
    for (std::string_view* id : {&from, &to})
      if (id->starts_with('#')) id->remove_prefix(1);
    links_[std::string(from)].emplace_back(to);
  }

  void read_divisions(const pugi::xml_node& holder,
                      const std::string& section) {
    for (const pugi::xml_node& division : children(holder, "div")) {
      const Kind kind = kind_of(division);
      if (kind == Kind::kHolder) {
        read_divisions(division, section);
      } else if (kind == Kind::kSection) {
        const MetsRecord record = records_.of(division);
        read_divisions(division, record.title.empty()
                                     ? attribute(division, "LABEL")
                                     : record.title);
      } else if (kind == Kind::kMasthead) {
        Zones unread;
        move_words(division, unread.body, unread);
      } else {
        add_story(division, section);
      }
    }
  }

  void add_story(const pugi::xml_node& division, const std::string& section) {
    const MetsRecord record = records_.of(division);
    Zones zones;
    move_words(division, zones.body, zones);
    Article story;
    story.fragment = attribute(division, "ID");
    if (story.fragment.empty())
      story.fragment = std::to_string(stories_.size() + 1);
    story.headline = record.title;
    if (story.headline.empty())
      story.headline = one_line(zones.headline.text());
    if (story.headline.empty()) story.headline = attribute(division, "LABEL");
    story.body = zones.body.text();
    drop_headline(story);
    story.byline = record.byline;
    if (story.byline.empty())
      story.byline = byline_of(one_line(zones.byline.text()));
    story.section = section;
    story.language = record.language;
    story.url = record.url;
    if (const std::string type = type_of(division); type != "article")
      story.topics.push_back(type);
    stories_.push_back(std::move(story));
  }

  /// The heading may be a zone like any other.
  static void drop_headline(Article& story) {
    const std::size_t end = std::min(story.body.find('\n'), story.body.size());
    if (fold_name(std::string_view(story.body).substr(0, end)) ==
        fold_name(story.headline)) {
      story.body.erase(0, end + 1);
    }
  }

  /// The words of a division, of those below it and of the zones it is linked
  /// to; `text` gets what its kind does not decide.
  void move_words(const pugi::xml_node& division, OcrText& text, Zones& zones) {
    for (const pugi::xml_node& part : division.children()) {
      const std::string_view name = local_name(part);
      if (name == "fptr") move_zone(part, text);
      if (name != "div") continue;
      const Kind kind = kind_of(part);
      const bool whole = kind == Kind::kHeading && !has_headline(part);
      move_words(part,
                 whole || kind == Kind::kHeadline ? zones.headline
                 : kind == Kind::kByline          ? zones.byline
                                                  : text,
                 zones);
    }
    const auto links = links_.find(attribute(division, "ID"));
    if (links == links_.end()) return;
    for (const std::string& to : links->second) {
      const auto area = areas_.find(to);
      if (area == areas_.end()) continue;
      for (const auto& pointer : descendants(area->second, "fptr"))
        move_zone(pointer, text);
    }
  }

  static bool has_headline(const pugi::xml_node& heading) {
    const auto parts = children(heading, "div");
    return std::ranges::find(parts, Kind::kHeadline, kind_of) != parts.end();
  }

  /// A pointer to a whole page takes no words: stories share pages.
  void move_zone(const pugi::xml_node& pointer, OcrText& text) {
    for (const auto& area : descendants(pointer, "area")) {
      const auto page = by_file_.find(attribute(area, "FILEID"));
      if (page == by_file_.end() || page->second == kNoPage) continue;
      PageWords& words = pages_[page->second];
      words.move(words.range(attribute(area, "BEGIN"), attribute(area, "END")),
                 text);
    }
  }

  /// What no story has of a page.
  void add_page(PageWords& page) {
    OcrText text;
    page.move(page.all(), text);
    if (text.text().empty()) return;
    Article story;
    story.fragment = fs::path(page.name()).stem().string();
    story.body = text.text();
    stories_.push_back(std::move(story));
  }

  /// What the issue says of all its stories.
  void describe_all() {
    const MetsRecord issue = records_.of_issue();
    const std::string label = attribute(mets_, "LABEL");
    const auto day = find_date(label);
    std::string outlet = issue.host.empty() ? issue.title : issue.host;
    if (outlet.empty()) outlet = label.substr(0, day ? day->begin : label.npos);
    // "The Statesman.", as catalogues write titles
    outlet.resize(outlet.find_last_not_of(" .,-") + 1);
    for (Article& story : stories_) {
      if (story.language.empty()) story.language = issue.language;
      story.source = outlet;
      offer_date(story, DateOrigin::kMeta, issue.date);
      if (day) offer_date(story, DateOrigin::kMeta, day->date, label);
      offer_path_date(story, name_);
    }
  }

  static constexpr std::size_t kNoPage = static_cast<std::size_t>(-1);

  const pugi::xml_node mets_;
  const std::string& name_;
  const OpenBeside& beside_;
  const OnSkip& on_skip_;
  MetsRecords records_;
  std::vector<PageWords> pages_;
  std::unordered_map<std::string, std::size_t> by_path_;
  std::unordered_map<std::string, std::size_t> by_file_;  ///< by its id
  std::unordered_map<std::string, pugi::xml_node> areas_;
  std::unordered_map<std::string, std::vector<std::string>> links_;
  std::vector<Article> stories_;
};

}  // namespace

bool is_mets(std::string_view head) {
  return root_name(head) == "mets";
}

std::unique_ptr<Reader> open_mets(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return open_issue(input, {}, std::move(on_skip));
}

std::unique_ptr<Reader> open_issue(Input& mets, OpenBeside beside,
                                   OnSkip on_skip) {
  return open_xml(mets, std::move(on_skip),
                  [&mets, beside = std::move(beside)](
                      const pugi::xml_node& root, const OnSkip& tell) {
                    return Issue(root, mets.name(), beside, tell).read();
                  });
}

std::vector<std::string> files_named_by(Input& mets) {
  const std::string text = mets.rest(4 * Input::kMaxText);
  std::vector<std::string> paths;
  MarkupTokenizer tokens(text);
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.name.ends_with("FLocat"))
      paths.push_back(path_of(attribute_of(token.attributes, "xlink:href")));
  }
  return paths;
}

}  // namespace broadsheet
