#include "indexer/entities/orgs.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/people.h"
#include "indexer/entities/rule_words.h"

namespace broadsheet {
namespace {

/// Entities by a key, in order of first mention.
class Groups {
 public:
  explicit Groups(EntityKind kind) : kind_(kind) {}

  Entity& add(const std::string& key, std::string_view spelling,
              const Mention& mention) {
    const auto [at, fresh] = index_.try_emplace(key, made_.size());
    if (fresh) {
      made_.emplace_back();
      made_.back().kind = kind_;
    }
    Entity& entity = made_[at->second];
    entity.mentions.push_back(mention);
    if (seen_.insert(key + '\x1f' + std::string(spelling)).second)
      entity.spellings.emplace_back(spelling);
    return entity;
  }

  Entities take() { return std::move(made_); }

 private:
  EntityKind kind_;
  Entities made_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_set<std::string> seen_;
};

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

/// Nouns for people, and the adjective that stands for both.
std::string_view adjective_of(std::string_view folded) {
  static const std::unordered_map<std::string_view, std::string_view> table = {
      {"briton", "British"},
      {"brit", "British"},
      {"englishman", "English"},
      {"englishmen", "English"},
      {"frenchman", "French"},
      {"frenchmen", "French"},
      {"dutchman", "Dutch"},
      {"dutchmen", "Dutch"},
      {"irishman", "Irish"},
      {"irishmen", "Irish"},
      {"welshman", "Welsh"},
      {"scot", "Scottish"},
      {"scots", "Scottish"},
      {"spaniard", "Spanish"},
      {"dane", "Danish"},
      {"swede", "Swedish"},
      {"finn", "Finnish"},
      {"pole", "Polish"},
      {"turk", "Turkish"},
      {"serb", "Serbian"},
      {"croat", "Croatian"},
      {"icelander", "Icelandic"},
      {"new zealander", "New Zealand"},
      {"kurd", "Kurdish"},
      {"argentinian", "Argentine"},
      {"argentinean", "Argentine"},
      {"afghani", "Afghan"},
      {"filipino", "Philippine"},
      {"filipina", "Philippine"},
      {"soviets", "Soviet"},
      {"aussie", "Australian"},
      {"saudi arabian", "Saudi"},
      {"jew", "Jewish"},
      {"yugoslavian", "Yugoslav"},
  };
  const auto found = table.find(folded);
  return found == table.end() ? std::string_view() : found->second;
}

class NationalityFinder {
 public:
  explicit NationalityFinder(const Gazetteer& gazetteer)
      : gazetteer_(gazetteer) {}

  void read(const ZoneText& zone) {
    auto span = zone.spans.begin();
    for (std::size_t i = 0; i < zone.words.size(); ++i) {
      const Word& word = zone.words[i];
      while (span != zone.spans.end() && span->end <= word.begin) ++span;
      const bool inside = span != zone.spans.end() &&
                          span->label != Label::kMisc &&
                          span->begin <= word.begin;
      // The "Egyptian" of "Egyptian Foreign Ministry" is one all the same.
      const bool opens_org = inside && span->label == Label::kOrganisation &&
                             span->begin == word.begin && span->end > word.end;
      if ((inside && !opens_org) || !word.capital()) continue;
      i += read_word(zone, i);
    }
  }

  Entities take() { return groups_.take(); }

 private:
  /// Returns how many further words belong to the demonym at `i`.
  std::size_t read_word(const ZoneText& zone, std::size_t i) {
    const Word& word = zone.words[i];
    if (i + 1 < zone.words.size() && zone.words[i + 1].join == Join::kSpace &&
        zone.words[i + 1].capital()) {
      const Word& next = zone.words[i + 1];
      if (add(zone, word.begin, next.end, word.folded + " " + next.folded))
        return 1;
    }
    add(zone, word.begin, word.end, word.folded);
    return 0;
  }

  bool add(const ZoneText& zone, std::uint32_t begin, std::uint32_t end,
           const std::string& folded) {
    const auto places = gazetteer_.demonym(folded);
    if (places.empty()) return false;
    const std::string_view text = zone.text.substr(begin, end - begin);
    const std::string label = label_of(text, folded);
    Entity& entity =
        groups_.add(fold_name(label), text, {zone.zone, begin, end});
    entity.name = label;
    if (places.size() == 1) entity.country = places.front()->country;
    return true;
  }

  std::string label_of(std::string_view text, std::string folded) const {
    std::string name = proper_case(text);
    if (folded.ends_with('s')) {
      const std::string singular = folded.substr(0, folded.size() - 1);
      if (!gazetteer_.demonym(singular).empty()) {
        folded = singular;
        name.pop_back();
      }
    }
    const std::string_view adjective = adjective_of(folded);
    return adjective.empty() ? name : std::string(adjective);
  }

  const Gazetteer& gazetteer_;
  Groups groups_{EntityKind::kNationality};
};

}  // namespace

Entities group_orgs(std::span<const ZoneText> zones) {
  Groups groups(EntityKind::kOrg);
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

Entities find_nationalities(std::span<const ZoneText> zones,
                            const Gazetteer& gazetteer) {
  NationalityFinder finder(gazetteer);
  for (const ZoneText& zone : zones) finder.read(zone);
  return finder.take();
}

}  // namespace broadsheet
