#include "indexer/entities/nationalities.h"

#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/fold.h"
#include "indexer/entities/entity_groups.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/people.h"

namespace broadsheet {
namespace {

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
      if (!word.capital()) continue;
      while (span != zone.spans.end() && span->end <= word.begin) ++span;
      const bool inside = span != zone.spans.end() &&
                          span->label != Label::kMisc &&
                          span->begin <= word.begin;
      // The "Egyptian" of "Egyptian Foreign Ministry" is one all the same.
      const bool opens_org = inside && span->label == Label::kOrganisation &&
                             span->begin == word.begin && span->end > word.end;
      if (inside && !opens_org) continue;
      i += read_word(zone, i);
    }
  }

  Entities take() { return groups_.take(); }

 private:
  /// Returns how many further words belong to the demonym at `i`.
  std::size_t read_word(const ZoneText& zone, std::size_t i) {
    const Word& word = zone.words[i];
    if (i + 1 < zone.words.size() && zone.words[i + 1].join == Join::kSpace &&
        zone.words[i + 1].capital() && gazetteer_.opens_demonym(word.folded)) {
      const Word& next = zone.words[i + 1];
      pair_.assign(word.folded).append(" ").append(next.folded);
      if (add(zone, word.begin, next.end, pair_)) return 1;
    }
    add(zone, word.begin, word.end, word.folded);
    return 0;
  }

  bool add(const ZoneText& zone, std::uint32_t begin, std::uint32_t end,
           std::string_view folded) {
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

  std::string label_of(std::string_view text, std::string_view folded) const {
    std::string name = proper_case(text);
    if (folded.ends_with('s')) {
      const std::string_view singular = folded.substr(0, folded.size() - 1);
      if (!gazetteer_.demonym(singular).empty()) {
        folded = singular;
        name.pop_back();
      }
    }
    const std::string_view adjective = adjective_of(folded);
    return adjective.empty() ? name : std::string(adjective);
  }

  const Gazetteer& gazetteer_;
  std::string pair_;  ///< of words, folded
  EntityGroups groups_{EntityKind::kNationality};
};

}  // namespace

Entities find_nationalities(std::span<const ZoneText> zones,
                            const Gazetteer& gazetteer) {
  NationalityFinder finder(gazetteer);
  for (const ZoneText& zone : zones) finder.read(zone);
  return finder.take();
}

}  // namespace broadsheet
