#include "indexer/entities/editors.h"

#include <algorithm>
#include <unordered_map>

#include "common/index/person_name.h"
#include "common/text/fold.h"
#include "indexer/entities/people.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/zone_text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestAcronym = 5;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_code(std::string_view value) {
  return value.find_first_of(" ABCDEFGHIJKLMNOPQRSTUVWXYZ") == value.npos;
}

/// Does the value name the person, or the person's name end the value's?
Fit fit_either(const NameWords& person, const NameWords& value) {
  const Fit how = fit(person, value);
  if (how != Fit::kNone) return how;
  return fit(value, person) == Fit::kEnds ? Fit::kEnds : Fit::kNone;
}

std::vector<NameWords> persons_of(std::span<const ZoneText> zones) {
  std::vector<NameWords> persons;
  for (const ZoneText& zone : zones)
    for (const TaggedSpan& span : zone.spans)
      if (span.label == Label::kPerson) persons.emplace_back(zone.of(span));
  return persons;
}

/// How many of the zone's words from `last` back spell the value's; 0 if they
/// do not even spell its last.
std::size_t spelt(const ZoneText& zone, std::size_t last,
                  const NameWords& value) {
  std::size_t count = 0;
  while (count < value.words.size() && count <= last) {
    const Word& word = zone.words[last - count];
    if (fold_name(word.folded) != value.words[value.words.size() - 1 - count])
      break;
    ++count;
    if (word.join != Join::kSpace && word.join != Join::kHyphen) break;
  }
  return count == value.words.size() ? count : std::min<std::size_t>(count, 1);
}

/// Puts persons where no longer name is. Both lists rise.
std::vector<TaggedSpan> claimed(const std::vector<TaggedSpan>& spans,
                                const std::vector<TaggedSpan>& claims) {
  std::vector<TaggedSpan> merged;
  std::size_t next = 0;
  for (const TaggedSpan& claim : claims) {
    while (next < spans.size() && spans[next].end <= claim.begin)
      merged.push_back(spans[next++]);
    std::size_t inside = next;
    while (inside < spans.size() && spans[inside].begin >= claim.begin &&
           spans[inside].end <= claim.end)
      ++inside;
    if (inside < spans.size() && spans[inside].begin < claim.end) continue;
    merged.push_back(claim);
    next = inside;
  }
  merged.insert(merged.end(), spans.begin() + static_cast<long>(next),
                spans.end());
  return merged;
}

/// The name's own words as the text has them, what is before them as the
/// editors have it.
std::string completed(const std::string& value, const Entity& person) {
  const NameWords whole(value);
  const NameWords part(person.name);
  if (whole.words.size() <= part.words.size() || fit(whole, part) != Fit::kEnds)
    return person.name;
  std::string name;
  std::size_t left = whole.words.size() - part.words.size();
  for (std::size_t at = 0; at < value.size() && left > 0; --left) {
    const std::size_t end =
        std::min(value.find_first_of(" -", at), value.size() - 1);
    name += value.substr(at, end + 1 - at);
    at = end + 1;
  }
  return name + person.name;
}

Entity unmentioned(EntityKind kind, std::string name) {
  Entity made;
  made.kind = kind;
  made.name = std::move(name);
  made.editors = true;
  return made;
}

std::string org_name(std::string_view value) {
  if (is_code(value) && value.size() <= kLongestAcronym) {
    std::string upper(value);
    for (char& c : upper)
      c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return upper;
  }
  return readable_name(value);
}

}  // namespace

std::string readable_name(std::string_view value) {
  value = trimmed(value);
  const std::string name = unturned_name(value);
  return name == value ? readable_place(name) : proper_case(name);
}

std::string readable_place(std::string_view value) {
  std::string name(trimmed(value));
  if (is_code(name)) std::replace(name.begin(), name.end(), '-', ' ');
  return proper_case(name);
}

void claim_people(const std::vector<std::string>& values,
                  std::span<ZoneText> zones) {
  if (values.empty()) return;
  const std::vector<NameWords> persons = persons_of(zones);
  std::unordered_map<std::string, std::vector<NameWords>> wanted;
  for (const std::string& value : values) {
    NameWords name(readable_name(value));
    if (name.words.empty()) continue;
    if (std::none_of(persons.begin(), persons.end(), [&](const auto& person) {
          return fit_either(person, name) >= Fit::kEnds;
        }))
      wanted[name.words.back()].push_back(std::move(name));
  }
  if (wanted.empty()) return;
  for (ZoneText& zone : zones) {
    std::vector<TaggedSpan> claims;
    for (std::size_t i = 0; i < zone.words.size(); ++i) {
      if (!zone.words[i].capital()) continue;
      const auto found = wanted.find(fold_name(zone.words[i].folded));
      if (found == wanted.end()) continue;
      std::size_t longest = 0;
      for (const NameWords& value : found->second)
        longest = std::max(longest, spelt(zone, i, value));
      if (longest > 0)
        claims.push_back({zone.words[i + 1 - longest].begin, zone.words[i].end,
                          Label::kPerson});
    }
    if (!claims.empty()) zone.spans = claimed(zone.spans, claims);
  }
}

void join_editors_people(const std::vector<std::string>& values,
                         Entities& people) {
  if (values.empty()) return;
  std::vector<NameWords> names;
  for (const Entity& person : people) names.emplace_back(person.name);
  for (const std::string& value : values) {
    const std::string name = readable_name(value);
    const NameWords words(name);
    if (words.words.empty()) continue;
    std::size_t best = names.size();
    Fit best_fit = Fit::kNone;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Fit how = fit_either(names[i], words);
      const bool more = best < names.size() && people[i].mentions.size() >
                                                   people[best].mentions.size();
      if (how == Fit::kNone || how < best_fit || (how == best_fit && !more))
        continue;
      best = i;
      best_fit = how;
    }
    if (best == names.size()) {
      people.push_back(unmentioned(EntityKind::kPerson, name));
      names.emplace_back(name);
    } else {
      people[best].editors = true;
      people[best].name = completed(name, people[best]);
    }
  }
}

void join_editors_orgs(const std::vector<std::string>& values, Entities& orgs) {
  for (const std::string& value : values) {
    const std::string folded = fold_name(value);
    if (folded.empty()) continue;
    const auto same = [&](const std::string& text) {
      return fold_name(text) == folded;
    };
    const auto found =
        std::find_if(orgs.begin(), orgs.end(), [&](const Entity& org) {
          return same(org.name) ||
                 std::any_of(org.spellings.begin(), org.spellings.end(), same);
        });
    if (found == orgs.end())
      orgs.push_back(unmentioned(EntityKind::kOrg, org_name(value)));
    else
      found->editors = true;
  }
}

}  // namespace broadsheet
