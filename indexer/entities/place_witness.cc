#include "indexer/entities/place_witness.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/given_names.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/word_set.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

bool is_place_noun(std::string_view folded) {
  static const WordSet set(
      "river lake sea ocean gulf bay strait straits channel canal mountain "
      "mountains mount mt hill hills valley desert island islands isle isles "
      "peninsula cape coast plateau delta basin plain plains forest park beach "
      "port harbor harbour county parish province provinces state states "
      "district districts region regions territory republic kingdom "
      "prefecture governorate municipality borough suburb suburbs neighborhood "
      "neighbourhood quarter area city cities town towns township village "
      "villages hamlet settlement camp creek falls reef glacier heights canyon "
      "ridge pass lagoon oasis border airport base fort ft atoll dam");
  return set.has(folded);
}

/// What "of" or a name may follow: "west of", "the community of".
bool is_bearing(std::string_view folded) {
  static const WordSet set(
      "north south east west northeast northwest southeast southwest outskirts "
      "community stronghold enclave capital");
  return is_place_noun(folded) || set.has(folded);
}

bool is_compass(std::string_view folded) {
  static const WordSet set(
      "north south east west northern southern eastern western central upper "
      "lower");
  return set.has(folded);
}

/// What goes "to" a place or comes "from" one.
bool is_journey(std::string_view folded) {
  static const WordSet set(
      "back bus came come comes coming crossed crossing deported drive drove "
      "escaped evacuated exiled expelled ferry fled flee fleeing flew flight "
      "flights flown fly flying go goes going gone highway km march marched "
      "men miles moved path people police refugees retreated return returned "
      "returning road roads rode route sailed shipped soldiers train travel "
      "traveled travelled travelling trip troops villagers visitors walk "
      "walked walking way went withdrawn withdrew women");
  return set.has(folded);
}

/// "the Gulf".
bool has_article(const Gazetteer& gazetteer, std::string_view folded) {
  return static_cast<bool>(gazetteer.find("the " + std::string(folded)));
}

class Judge {
 public:
  Judge(std::span<ZoneText> zones, const Gazetteer& gazetteer)
      : zones_(zones), gazetteer_(gazetteer) {}

  void run() {
    for (const ZoneText& zone : zones_)
      for (std::size_t i = 0; i < zone.spans.size();)
        i = is_place(zone.spans[i]) ? learn_list(zone, i) : i + 1;
    for (ZoneText& zone : zones_)
      for (TaggedSpan& span : zone.spans)
        if (is_place(span) && !sure_.contains(form(zone, span).folded))
          span.label =
              looks_like_person(zone, span) ? Label::kPerson : Label::kMisc;
        else if ((span.label == Label::kMisc && is_region(zone, span)) ||
                 (span.label == Label::kOrganisation && is_town(zone, span)))
          span.label = Label::kLocation;
  }

 private:
  struct Form {
    std::string folded;
    bool known = false;      ///< to the gazetteer, as a place
    bool adjective = false;  ///< "Yugoslav"
  };

  static bool is_place(const TaggedSpan& span) {
    return span.label == Label::kLocation;
  }

  /// "Miroslav Cimpl".
  static bool looks_like_person(const ZoneText& zone, const TaggedSpan& span) {
    const std::size_t first = zone.word_at(span.begin);
    const std::size_t end = zone.word_at(span.end);
    const bool article = first > 0 && zone.words[first - 1].folded == "the";
    return end > first + 1 && !article &&
           is_given_name(zone.words[first].folded) &&
           !is_org_ending(zone.words[end - 1].folded);
  }

  /// "the Mediterranean", with no "coast" behind it.
  bool is_region(const ZoneText& zone, const TaggedSpan& span) const {
    const std::size_t first = zone.word_at(span.begin);
    const std::size_t end = zone.word_at(span.end);
    const bool closed = end == zone.words.size() ||
                        zone.words[end].join != Join::kSpace ||
                        is_common_word(zone.words[end].folded);
    return closed && first > 0 && zone.words[first - 1].folded == "the" &&
           has_article(gazetteer_, fold_name(zone.of(span)));
  }

  /// The "Groton" of "trails in Groton", taken for a body; "at" is no witness
  /// of that, nor is "in" of an acronym.
  bool is_town(const ZoneText& zone, const TaggedSpan& span) const {
    const std::size_t first = zone.first_word(span);
    if (first == 0 || zone.words[first - 1].folded == "at" ||
        zone.words[first].shape == Shape::kUpper ||
        !(stands_before(zone.words, first) || is_way(zone.words, first)))
      return false;
    const PlaceName name = gazetteer_.find(fold_name(zone.of(span)));
    return name && !name.ambiguous_word() && !name.abbreviation();
  }

  /// The end of "Sojod, Hadatha and Soweida", places one after the other.
  static std::size_t end_of_list(const ZoneText& zone, std::size_t first) {
    static const WordSet gaps(",_ ,_and_ _and_ _(");
    std::size_t end = first + 1;
    for (; end < zone.spans.size() && is_place(zone.spans[end]); ++end) {
      const std::uint32_t begin = zone.spans[end - 1].end;
      std::string gap(zone.text.substr(begin, zone.spans[end].begin - begin));
      std::replace(gap.begin(), gap.end(), ' ', '_');
      if (!gaps.has(gap)) break;
    }
    return end;
  }

  /// One place that is sure speaks for its whole list. Returns the list's end.
  std::size_t learn_list(const ZoneText& zone, std::size_t first) {
    const std::size_t end = end_of_list(zone, first);
    const std::span list(zone.spans.begin() + static_cast<long>(first),
                         zone.spans.begin() + static_cast<long>(end));
    if (std::ranges::any_of(
            list, [&](const auto& span) { return has_witness(zone, span); }))
      for (const TaggedSpan& span : list)
        if (const Form& name = form(zone, span);
            name.known || !(name.adjective || is_place_word(name.folded)))
          sure_.insert(name.folded);
    return end;
  }

  /// What is known of a name as it is written; found once for each.
  const Form& form(const ZoneText& zone, const TaggedSpan& span) {
    const auto [at, fresh] = forms_.try_emplace(zone.of(span));
    Form& name = at->second;
    if (!fresh) return name;
    name.folded = fold_name(zone.of(span));
    name.known = (!is_place_word(name.folded) &&
                  find_written(gazetteer_, name.folded)) ||
                 has_article(gazetteer_, name.folded);
    name.adjective = !name.known && !gazetteer_.demonym(name.folded).empty();
    return name;
  }

  bool has_witness(const ZoneText& zone, const TaggedSpan& span) {
    const Form& name = form(zone, span);
    if (name.known || is_place_word(name.folded)) return name.known;
    const std::size_t first = zone.word_at(span.begin);
    const std::size_t end = zone.word_at(span.end);
    return says_so(zone.words, first, end) ||
           stands_before(zone.words, first) || is_way(zone.words, first) ||
           is_part(zone.words, first, end);
  }

  /// "Lake Nyos", "Shadi Kor district".
  static bool says_so(const std::vector<Word>& words, std::size_t first,
                      std::size_t end) {
    const auto begin = words.begin();
    const bool inside = std::any_of(
        begin + static_cast<long>(first), begin + static_cast<long>(end),
        [](const Word& word) { return is_place_word(word.folded); });
    return inside ||
           (end < words.size() && words[end].join == Join::kSpace &&
            (is_place_noun(words[end].folded) ||
             words[end].folded == "refugee" || words[end].folded == "tribal"));
  }

  /// "in Kalma", "west of Mohean", "the village of Cat", not "a stake in Cat".
  static bool stands_before(const std::vector<Word>& words, std::size_t first) {
    if (first == 0 || words[first].join != Join::kSpace) return false;
    const std::string_view before = words[first - 1].folded;
    static const WordSet owned(
        "dealings equity holding holdings interest interests investment "
        "position share shares stake stakes stock");
    if (before == "in" && first > 1 && owned.has(words[first - 2].folded))
      return false;
    static const WordSet inside(
        "in near nearby outside inside around across at into toward towards "
        "off reached entered overran retook retaken recaptured besieged "
        "shelled toured visited visiting");
    return inside.has(before) || is_place_noun(before) || is_compass(before) ||
           (before == "of" && first > 1 && is_bearing(words[first - 2].folded));
  }

  /// "marched to Bissau Velho", "Stroblinger, 24, from Soelden".
  static bool is_way(const std::vector<Word>& words, std::size_t first) {
    if (first < 2 || words[first].join != Join::kSpace) return false;
    const Word& before = words[first - 1];
    const bool from = before.folded == "from";
    if (before.join == Join::kComma) return from;
    return (from || before.folded == "to") && before.join == Join::kSpace &&
           is_journey(words[first - 2].folded);
  }

  /// "Tripoli's Bab al-Tabbaneh", but not "Tripoli's Bab mosque".
  bool is_part(const std::vector<Word>& words, std::size_t first,
               std::size_t end) const {
    const bool open = end < words.size() && words[end].join == Join::kSpace &&
                      !is_common_word(words[end].folded);
    return first > 0 && words[first].join == Join::kPossessive && !open &&
           gazetteer_.find(words[first - 1].folded);
  }

  std::span<ZoneText> zones_;
  const Gazetteer& gazetteer_;
  std::unordered_map<std::string_view, Form> forms_;
  std::unordered_set<std::string> sure_;
};

}  // namespace

bool is_place_word(std::string_view folded) {
  return is_place_noun(folded) || is_compass(folded);
}

std::string name_in_gazetteer(const Gazetteer& gazetteer,
                              std::string_view name) {
  if (name == "La" || name == "La.") return "louisiana";  // LA is the city
  std::string folded = fold_name(name);
  if (is_place_word(folded) && has_article(gazetteer, folded))
    folded.insert(0, "the ");
  return folded;
}

void settle_places(std::span<ZoneText> zones, const Gazetteer& gazetteer) {
  Judge(zones, gazetteer).run();
}

}  // namespace broadsheet
