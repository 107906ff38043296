#include "indexer/entities/orgs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/fold.h"
#include "indexer/entities/entity_groups.h"
#include "indexer/entities/rule_words.h"

namespace broadsheet {
namespace {

/// The folded name without "Inc", "Corp", "Co" ... at its end.
std::string firm_key(std::string_view name) {
  std::string key = fold_name(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  for (std::size_t cut = key.rfind(' '); cut != key.npos;
       cut = key.rfind(' ')) {
    if (!is_firm_ending(std::string_view(key).substr(cut + 1))) break;
    key.erase(cut);
  }
  return key;
}

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Entities group_orgs(std::span<const ZoneText> zones) {
  EntityGroups groups(EntityKind::kOrg);
  for (const ZoneText& zone : zones) {
    for (const TaggedSpan& span : zone.spans) {
      if (span.label != Label::kOrganisation) continue;
      const std::string_view text = zone.of(span);
      const std::string key = firm_key(text);
      if (!key.empty()) groups.add(key, text, zone.mention(span));
    }
  }
  Entities orgs = groups.take();
  for (Entity& org : orgs)
    org.name =
        *std::max_element(org.spellings.begin(), org.spellings.end(),
                          [](const std::string& a, const std::string& b) {
                            return std::pair(has_lower(a), a.size()) <
                                   std::pair(has_lower(b), b.size());
                          });
  return orgs;
}

}  // namespace broadsheet
