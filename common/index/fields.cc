#include "common/index/fields.h"

#include <algorithm>
#include <array>

#include "common/text/digest.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxTerm = 240;

constexpr auto kFields = std::to_array<Field>({
    {"headline", "title", "S", FieldKind::kText, -1, 2.0,
     "words of the headline"},
    {"body", "text", "", FieldKind::kText, -1, 1.0, "words of the text"},
    {"correction", "", "XCORRECTION:", FieldKind::kText, -1, 1.0,
     "words of a published correction"},
    {"person", "people", "XP:", FieldKind::kPerson, kSlotPeople, 1.0,
     "a person, by any part of the name"},
    {"place", "places", "XL:", FieldKind::kPlace, kSlotPlaces, 1.0,
     "a place the story is about, or one that contains it"},
    {"dateline", "", "XDL:", FieldKind::kPlace, -1, 1.0,
     "where the story was filed, or what contains it"},
    {"org", "orgs", "XO:", FieldKind::kWords, kSlotOrgs, 1.0,
     "an organisation, by any part of the name"},
    {"nationality", "", "XNAT:", FieldKind::kLabel, -1, 0.0,
     "a people named: egyptian"},
    {"byline", "author", "A", FieldKind::kWords, kSlotByline, 1.0,
     "who wrote it"},
    {"source", "outlet", "XSOURCE:", FieldKind::kLabel, kSlotSource, 0.0,
     "outlet or agency, whole"},
    {"section", "", "XSECTION:", FieldKind::kLabel, kSlotSection, 0.0,
     "section or desk, whole"},
    {"topic", "topics", "XTOPIC:", FieldKind::kLabel, kSlotTopics, 0.0,
     "a subject code or tag, whole"},
    {"lang", "language", "L", FieldKind::kLabel, kSlotLanguage, 0.0,
     "language: en, de, ...; und is undetermined"},
    {"date", "", "", FieldKind::kDate, kSlotDateBegin, 0.0,
     "publication date: 1987, 1987-03, 1987-03-01..1987-03-31, none"},
    {"date_source", "", "XDATESOURCE:", FieldKind::kLabel, -1, 0.0,
     "where the date was found: meta, dateline, path, ..."},
    {"added", "", "", FieldKind::kDate, kSlotAdded, 0.0,
     "the day the story came into the archive"},
    {"url", "", "U", FieldKind::kExact, -1, 0.0, "web address"},
    {"id", "", "Q", FieldKind::kExact, -1, 0.0, "the story's id"},
    {"origin", "", "XORIGIN:", FieldKind::kExact, -1, 0.0,
     "file it was read from, with # and the record"},
    {"status", "", "XSTATUS:", FieldKind::kLabel, kSlotStatus, 0.0,
     "usable, killed, withheld, embargoed, superseded"},
    {"archive", "", "XARCHIVE:", FieldKind::kLabel, -1, 0.0,
     "name of the archive, where several are searched"},
});

constexpr bool listed(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return false;
}

constexpr bool answers_to(const Field& field, std::string_view name) {
  return field.name == name || listed(field.aliases, name);
}

// What the compiler proves of the table: no two fields share a name, a prefix
// or a slot, no prefix begins another, and every one of ours starts with X.
constexpr bool sound() {
  for (const auto& a : kFields) {
    const bool ours = a.prefix.size() > 1;
    if (ours && (a.prefix.front() != 'X' || a.prefix.back() != ':'))
      return false;
    for (const auto& b : kFields) {
      if (&a == &b) continue;
      if (answers_to(b, a.name)) return false;
      if (!a.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
      if (a.slot >= 0 && a.slot == b.slot) return false;
    }
  }
  return true;
}
static_assert(sound());

}  // namespace

std::span<const Field> fields() {
  return kFields;
}

const Field* find_field(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const auto at = std::ranges::find_if(
      kFields, [&](const Field& field) { return answers_to(field, lower); });
  return at == kFields.end() ? nullptr : &*at;
}

std::string stem_prefix(const Field& field) {
  return "Z" + std::string(field.prefix);
}

std::string label_term(std::string_view prefix, std::string_view value) {
  std::string term;
  term.reserve(std::min(prefix.size() + value.size(), kMaxTerm));
  term += prefix;
  if (prefix.size() + value.size() <= kMaxTerm) return term.append(value);
  term += head_of(value, kMaxTerm - prefix.size() - 17);
  return term.append("~").append(digest_hex(value));
}

}  // namespace broadsheet
