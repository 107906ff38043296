#include "indexer/formats/mets.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "indexer/formats/alto_page.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/mets_division.h"
#include "indexer/formats/mets_pages.h"
#include "indexer/formats/mets_record.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

using Kind = DivisionKind;

bool is_physical(const pugi::xml_node& map) {
  return fold_name(attribute(map, "TYPE")) == "physical";
}

/// The words of a story, by what they are in it.
struct Zones {
  OcrText headline;
  OcrText byline;
  OcrText body;

  double word_confidence() const {
    WordConfidence all = headline.confidence();
    all.add(byline.confidence());
    all.add(body.confidence());
    return all.mean();
  }
};

class Issue {
 public:
  /// `name` is the METS's own; `beside` may be empty.
  Issue(const pugi::xml_node& mets, const std::string& name,
        const OpenBeside& beside, const OnSkip& on_skip)
      : mets_(mets),
        name_(name),
        records_(mets),
        pages_(mets, beside, on_skip) {}

  std::vector<Article> read() {
    read_links();
    for (const pugi::xml_node& map : children(mets_, "structMap")) {
      if (!is_physical(map)) read_divisions(map, "");
    }
    for (PageWords& page : pages_.all()) add_page(page);
    describe_all();
    return std::move(stories_);
  }

 private:
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
    story.word_confidence = zones.word_confidence();
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

  /// The words of a division, of those below it and of the zones it is linked
  /// to; `text` gets what its kind does not decide.
  void move_words(const pugi::xml_node& division, OcrText& text, Zones& zones) {
    for (const pugi::xml_node& part : division.children()) {
      const std::string_view name = local_name(part);
      if (name == "fptr") pages_.move_zone(part, text);
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
        pages_.move_zone(pointer, text);
    }
  }

  static bool has_headline(const pugi::xml_node& heading) {
    const auto parts = children(heading, "div");
    return std::ranges::find(parts, Kind::kHeadline, kind_of) != parts.end();
  }

  /// What no story has of a page.
  void add_page(PageWords& page) {
    OcrText text;
    page.move(page.all(), text);
    if (text.text().empty()) return;
    Article story;
    story.fragment = fs::path(page.path()).stem().string();
    story.body = text.text();
    story.word_confidence = text.confidence().mean();
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

  const pugi::xml_node mets_;
  const std::string& name_;
  MetsRecords records_;
  MetsPages pages_;
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

std::vector<std::string> pages_named_by(Input& mets) {
  const std::string text = mets.rest(4 * Input::kMaxText);
  std::vector<std::string> paths;
  MarkupTokenizer tokens(text);
  MarkupToken token;
  while (tokens.next(token)) {
    if (!token.name.ends_with("FLocat")) continue;
    std::string path = page_path(attribute_of(token.attributes, "xlink:href"));
    if (has_page_name(path)) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace broadsheet
