#include "indexer/formats/ninjs.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/formats/byline.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/publication.h"

namespace broadsheet {
namespace {

using nlohmann::json;

/// Version 2 has {"role", "contentType", "value"} objects where 1 has
/// "headline_main" ...: the one of that role, marked up rather than plain.
std::string with_role(const json& record, const char* list,
                      std::string_view role) {
  const auto values = record.find(list);
  if (values == record.end() || !values->is_array()) return {};
  const auto fitness = [&](const json& value) {
    const std::string own = first_string(value, {"role"});
    const std::string type = first_string(value, {"contentType"});
    return (own == role   ? 4
            : own.empty() ? 2
                          : 0) +
           (type.find("html") != type.npos ? 1 : 0);
  };
  const auto best = std::ranges::max_element(*values, {}, fitness);
  return best == values->end() ? std::string() : first_string(*best, {"value"});
}

std::string headline_in(const json& record) {
  std::string headline = first_string(record, {"headline"});
  if (headline.empty()) headline = with_role(record, "headlines", "main");
  if (headline.empty()) headline = first_string(record, {"title", "name"});
  return headline;
}

std::string body_in(const json& record) {
  std::string body = first_string(
      record, {"body_html", "body_xhtml", "body_text", "body_nitf"});
  if (body.empty()) body = with_role(record, "bodies", "main");
  if (body.empty()) {
    body = first_string(record, {"description_text", "description_html",
                                 "description_caption"});
  }
  if (body.empty()) body = with_role(record, "descriptions", "caption");
  return body_text(body);
}

/// Names of the things in a list, whichever version names the list.
std::vector<std::string> names_in(const json& record,
                                  std::initializer_list<const char*> lists) {
  std::vector<std::string> names;
  for (const char* list : lists) {
    const auto values = record.find(list);
    if (values == record.end() || !values->is_array()) continue;
    for (const json& value : *values) {
      std::string name = first_string(value, {"name", "literal", "code"});
      if (!name.empty()) names.push_back(std::move(name));
    }
  }
  return names;
}

Article read_ninjs(const json& record, const ReadOptions&) {
  Article article;
  article.source_id = first_string(record, {"uri"});
  article.version = first_string(record, {"version"});
  article.headline = headline_in(record);
  article.body = body_in(record);
  article.language = language_code(first_string(record, {"language"}));
  const std::string by = first_string(record, {"byline", "by", "bylines.0.by"});
  article.byline = byline_of(by);
  article.dateline = first_string(record, {"dateline", "located"});
  article.source =
      first_string(record, {"provider.name", "provider", "source", "publisher",
                            "infosources.0.name", "infoSources.0.name",
                            "copyrightholder", "copyrightHolder"});
  article.url = first_string(record, {"url", "link", "contentUrl"});
  article.status = status_of(first_string(record, {"pubstatus", "pubStatus"}));
  read_embargo(first_string(record, {"embargoed", "embargoedUntil"}), article);
  const std::string note = first_string(record, {"ednote", "edNote"});
  if (tells_correction(note)) article.correction = note;
  const auto services = names_in(record, {"service", "services"});
  if (!services.empty()) article.section = services.front();
  article.topics = names_in(record, {"subject", "subjects"});
  article.people = names_in(record, {"person", "people"});
  article.places = names_in(record, {"place", "places"});
  article.orgs =
      names_in(record, {"organisation", "organisations", "organization"});
  for (const std::string_view key :
       {"firstcreated", "firstCreated", "contentcreated", "contentCreated",
        "versioncreated", "versionCreated"}) {
    offer_date(article, DateOrigin::kMeta, first_string(record, {key}));
  }
  take_dateline(article);
  return article;
}

bool has_key(std::string_view head, std::string_view key) {
  return head.find("\"" + std::string(key) + "\"") != head.npos;
}

}  // namespace

bool is_ninjs(std::string_view head) {
  if (!is_json(head) || !has_key(head, "uri")) return false;
  if (has_key(head, "$schema") && has_key(head, "definitions")) return false;
  for (const std::string_view key :
       {"versioncreated", "versionCreated", "pubstatus", "pubStatus",
        "body_text", "body_html", "body_xhtml", "representationtype"}) {
    if (has_key(head, key)) return true;
  }
  return head.find("ninjs") != head.npos &&
         (has_key(head, "headline") || has_key(head, "headlines") ||
          has_key(head, "standard"));
}

std::unique_ptr<Reader> open_ninjs(Input& input, const ReadOptions& options,
                                   OnSkip on_skip) {
  return open_json_dialect(input, options, std::move(on_skip), read_ninjs);
}

}  // namespace broadsheet
