#include "indexer/formats/mets_record.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "indexer/formats/byline.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

std::string title_of(const pugi::xml_node& info) {
  std::string title = text_of(child(info, "title"));
  const std::string article = text_of(child(info, "nonSort"));
  if (!article.empty()) {
    title = article + (article.ends_with('\'') ? "" : " ") + title;
  }
  return title;
}

/// Names come in parts: given and family, or one in which a comma turns them.
std::string author_of(const pugi::xml_node& name) {
  std::string given;
  std::string family;
  for (const pugi::xml_node& part : children(name, "namePart")) {
    const std::string type = attribute(part, "type");
    if (type == "date" || type == "termsOfAddress") continue;
    std::string& to = type == "given" ? given : family;
    if (!to.empty()) to += ' ';
    to += text_of(part);
  }
  const std::size_t comma = family.find(", ");
  if (given.empty() && comma != family.npos) {
    given = family.substr(comma + 2);
    family.resize(comma);
  }
  return given.empty() ? family : given + " " + family;
}

bool is_author(const pugi::xml_node& name) {
  const auto roles = descendants(name, "roleTerm");
  return roles.empty() || std::ranges::any_of(roles, [](const auto& role) {
           const std::string term = text_of(role);
           return term == "aut" || term == "cre" || term == "author" ||
                  term == "creator";
         });
}

void read_mods(const pugi::xml_node& mods, MetsRecord& record) {
  fill(record.title, title_of(child(mods, "titleInfo")));
  for (const auto& related : children(mods, "relatedItem")) {
    if (attribute(related, "type") != "host") continue;
    fill(record.host, title_of(child(related, "titleInfo")));
  }
  fill(record.date, text_of(child(mods, "originInfo/dateIssued")));
  fill(record.language,
       language_code(text_of(child(mods, "language/languageTerm"))));
  fill(record.url, text_of(child(mods, "location/url")));
  for (const auto& name : children(mods, "name")) {
    if (is_author(name)) add_authors(record.byline, author_of(name));
  }
}

void read_dublin_core(const pugi::xml_node& data, MetsRecord& record) {
  fill(record.title, text_of(child(data, "title")));
  fill(record.host, text_of(child(data, "isPartOf")));
  fill(record.date, text_of(child(data, "date")));
  fill(record.date, text_of(child(data, "issued")));
  fill(record.language, language_code(text_of(child(data, "language"))));
  for (const auto& creator : children(data, "creator")) {
    add_authors(record.byline, authors_of(text_of(creator)));
  }
}

void merge(MetsRecord& record, const MetsRecord& other) {
  for (const auto field :
       {&MetsRecord::title, &MetsRecord::host, &MetsRecord::date,
        &MetsRecord::language, &MetsRecord::byline, &MetsRecord::url}) {
    fill(record.*field, other.*field);
  }
}

}  // namespace

MetsRecords::MetsRecords(const pugi::xml_node& mets) {
  for (const pugi::xml_node& section : children(mets, "dmdSec")) {
    MetsRecord record;
    if (const auto mods = descendant(section, "mods")) {
      read_mods(mods, record);
    } else {
      read_dublin_core(descendant(section, "xmlData"), record);
    }
    by_id_.try_emplace(attribute(section, "ID"), sections_.size());
    sections_.push_back({std::move(record)});
  }
}

MetsRecord MetsRecords::of(const pugi::xml_node& division) {
  MetsRecord all;
  std::istringstream ids(attribute(division, "DMDID"));
  for (std::string id; ids >> id;) {
    const auto at = by_id_.find(id);
    if (at == by_id_.end()) continue;
    merge(all, sections_[at->second].record);
    sections_[at->second].given = true;
  }
  return all;
}

MetsRecord MetsRecords::of_issue() const {
  MetsRecord all;
  for (const Section& section : sections_) {
    if (!section.given) merge(all, section.record);
  }
  return all;
}

}  // namespace broadsheet
