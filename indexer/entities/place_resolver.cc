#include "indexer/entities/place_resolver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/entities/word_set.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

// Scores are in thousandths of a power of ten of population. The weights were
// set by hand on local and world news; tests/quality/lgl measures them.
constexpr int kCapital = 1000;
constexpr int kSeat = 300;
constexpr int kCountry = 1000;
constexpr int kFormerCountry = 7500;  // instead of a population
constexpr int kRegion = 7000;
constexpr int kAdmin1 = 0;
constexpr int kAdmin2 = -300;
constexpr int kUsual = 1500;
constexpr int kShortened = -1000;
constexpr int kForeignPercent = 30;  // of the population's share
constexpr int kInState = 8000;
constexpr int kInCountry = 6000;
constexpr int kInUnlikely = 2000;
constexpr int kContains = 1500;
constexpr int kCountryShare = 2000;
constexpr int kCountryNamed = 600;
constexpr int kStateNamed = 1200;
constexpr int kNamedOtherwise = 4500;
constexpr int kNear = 2500;
constexpr int kNearKm = 250;
constexpr float kNearDegrees = 3;  // of latitude: more than those
constexpr int kHomeCountry = 500;
constexpr int kHomeState = 1000;
constexpr int kHomeNear = 2000;
constexpr int kHomeTown = 1000;
constexpr int kHomeTownKm = 15;
constexpr int kDatelineCity = 500;
constexpr int kRounds = 3;
constexpr std::uint32_t kTown = 50'000;   ///< people
constexpr std::size_t kNeighbours = 256;  ///< names looked at on either side

/// Thousandths of log10 by repeated squaring: the same on every machine.
constexpr int log10_thousandths(std::uint32_t n) {
  if (n == 0) return 0;
  constexpr std::uint64_t kOne = std::uint64_t{1} << 26;
  int whole = 0;
  std::uint64_t scale = 1;
  while (n / 10 >= scale) {
    scale *= 10;
    ++whole;
  }
  std::uint64_t x = n * kOne / scale;
  int bits = 0;
  for (int i = 0; i < 12; ++i) {
    x = x * x / kOne;
    bits *= 2;
    if (x >= 10 * kOne) {
      x /= 10;
      ++bits;
    }
  }
  return whole * 1000 + bits * 1000 / 4096;
}

/// The same of a population, which has two digits and zeros.
int size_score(std::uint32_t population) {
  static constexpr auto kOfTwoDigits = [] {
    std::array<int, 100> scores{};
    for (std::uint32_t n = 0; n < scores.size(); ++n)
      scores[n] = log10_thousandths(n);
    return scores;
  }();
  int tens = 0;
  for (; population >= kOfTwoDigits.size(); population /= 10) ++tens;
  return tens * 1000 + kOfTwoDigits[population];
}

int kind_score(const Place& place) {
  switch (place.kind) {
    case PlaceKind::kCountry:
      return kCountry;
    case PlaceKind::kFormerCountry:
      return kFormerCountry;
    case PlaceKind::kRegion:
      return kRegion;
    case PlaceKind::kAdmin1:
      return kAdmin1;
    case PlaceKind::kAdmin2:
      return kAdmin2;
    case PlaceKind::kCity:
      return (place.capital ? kCapital : 0) + (place.seat ? kSeat : 0);
  }
  return 0;
}

int prior(const PlaceSense& sense) {
  int size = size_score(sense.place->population);
  if (sense.foreign) size = size * kForeignPercent / 100;
  return size + kind_score(*sense.place) + (sense.usual ? kUsual : 0) +
         (sense.shortened ? kShortened : 0);
}

bool is_country(const Place* place) {
  return place != nullptr && (place->kind == PlaceKind::kCountry ||
                              place->kind == PlaceKind::kFormerCountry);
}

bool lies_in(const Place& inner, const Place& outer) {
  for (const Place* at = inner.parent; at != nullptr; at = at->parent)
    if (at == &outer) return true;
  return false;
}

/// "Northeast", "Capital Region": what many countries have.
bool is_vague(std::string_view folded) {
  static const WordSet words(
      "north south east west northern southern eastern western northeast "
      "northwest southeast southwest northeastern northwestern southeastern "
      "southwestern north-east north-west south-east south-west central centre "
      "center capital upper lower region province district federal the");
  bool vague = true;
  each_word(folded, [&](std::string_view word) { vague &= words.has(word); });
  return vague;
}

/// A name of the story with the places it may mean.
struct Candidates {
  struct Candidate {
    const Place* place = nullptr;
    int fixed = 0;  ///< prior and patterns
    int score = 0;
  };
  std::string_view text;
  std::vector<Candidate> list;
  std::size_t best = 0;
  int mentions = 0;
  bool dateline = false;
  bool common_word = false;

  const Place* chosen() const {
    return list.empty() ? nullptr : list[best].place;
  }
  /// By the scores in context, or by what is fixed before there is any. Is it
  /// another than before?
  bool choose(int Candidate::*score = &Candidate::fixed) {
    const std::size_t before = std::exchange(best, 0);
    for (std::size_t i = 1; i < list.size(); ++i)
      if (list[i].*score > list[best].*score) best = i;
    return best != before;
  }
};

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, std::span<const PlaceMention> mentions,
           std::span<const DemonymCount> demonyms,
           const std::optional<HomeRegion>& home)
      : mentions_(mentions), demonyms_(demonyms), home_(home) {
    names_.reserve(mentions.size());
    name_of_.reserve(mentions.size());
    for (const auto& mention : mentions) add(gazetteer, mention);
  }

  std::vector<const Place*> resolve() {
    add_patterns();
    add_namesakes();
    for (auto& name : names_) {
      for (auto& each : name.list) {
        each.fixed += home_score(*each.place);
        if (name.dateline && each.place->kind == PlaceKind::kCity)
          each.fixed += kDatelineCity;
      }
      name.choose();
    }
    bool changed = true;
    for (int round = 0; round < kRounds; ++round) {
      if (changed) count_context();
      const bool near = round > 0;
      changed = score_in_context(near);
      if (near && !changed) break;
    }
    note_spots();
    std::vector<const Place*> settled_as;
    settled_as.reserve(names_.size());
    for (const auto& name : names_) settled_as.push_back(settled(name));
    std::vector<const Place*> chosen;
    chosen.reserve(name_of_.size());
    for (const std::size_t name : name_of_) chosen.push_back(settled_as[name]);
    return chosen;
  }

 private:
  void add(const Gazetteer& gazetteer, const PlaceMention& mention) {
    const auto [at, is_new] = index_.emplace(mention.name, names_.size());
    if (is_new) {
      const PlaceName known = find_written(gazetteer, mention.name);
      Candidates& added = names_.emplace_back();
      added.text = mention.name;
      added.common_word = known.common_word;
      added.list.reserve(known.senses.size());
      for (const auto& sense : known.senses)
        added.list.push_back({sense.place, prior(sense), 0});
    }
    Candidates& name = names_[at->second];
    ++name.mentions;
    name.dateline = name.dateline || mention.dateline;
    name_of_.push_back(at->second);
  }

  /// "Paris, Texas": what lies in a place that is named next.
  void add_patterns() {
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i)
      if (mentions_[i].next_may_contain)
        add_pattern(names_[name_of_[i]], names_[name_of_[i + 1]]);
  }

  static void add_pattern(Candidates& inner, Candidates& outer) {
    outer.choose();
    inner.choose();
    const Place* usual = outer.chosen();
    // "China, Mexico and others" is a list.
    if (is_country(inner.chosen()) && is_country(usual)) return;
    for (auto& each : inner.list) {
      int bonus = 0;
      for (const auto& around : outer.list)
        if (lies_in(*each.place, *around.place))
          bonus = std::max(bonus, pattern_score(*around.place, *usual));
      each.fixed += bonus;
    }
    inner.choose();
    for (auto& around : outer.list)
      if (inner.chosen() != nullptr && lies_in(*inner.chosen(), *around.place))
        around.fixed += kContains;
  }

  /// "Gaza" where the story names the Gaza Strip as well: one place that a
  /// name can only mean is what a shorter name means.
  void add_namesakes() {
    std::vector<const Place*> sure;
    for (const auto& name : names_)
      if (name.list.size() == 1) sure.push_back(name.list.front().place);
    std::ranges::sort(sure);
    for (auto& name : names_)
      for (auto& each : name.list)
        if (std::ranges::binary_search(sure, each.place))
          each.fixed += kNamedOtherwise;
  }

  /// A list such as "Boston, New York and Chicago" looks like the pattern;
  /// it is told by a last name that usually means a city.
  static int pattern_score(const Place& around, const Place& usual) {
    if (&usual != &around && usual.kind == PlaceKind::kCity) return kInUnlikely;
    return around.kind == PlaceKind::kCountry ? kInCountry : kInState;
  }

  int home_score(const Place& place) const {
    if (!home_) return 0;
    int score = 0;
    if (place.kind == PlaceKind::kCountry) return 0;
    if (place.country == home_->country) {
      score += kHomeCountry;
      if (!home_->admin1.empty() && place.admin1 == home_->admin1)
        score += kHomeState;
    }
    if (!home_->located || place.kind == PlaceKind::kAdmin1) return score;
    const int km = distance_km(place.lat, place.lon, home_->lat, home_->lon);
    score += closeness(km) * kHomeNear / 100;
    if (place.kind == PlaceKind::kCity && km <= kHomeTownKm) score += kHomeTown;
    return score;
  }

  /// 100 at the same spot, 0 from kNearKm on.
  static int closeness(int km) { return std::max(0, 100 - km * 100 / kNearKm); }

  void count_context() {
    countries_.fill(0);
    country_mentions_ = 0;
    states_.clear();
    for (const auto& name : names_) count_context(name, name.mentions);
    for (const auto& demonym : demonyms_)
      count_context(*demonym.place, static_cast<int>(demonym.count));
    note_spots();
  }

  void note_spots() {
    spots_.clear();
    spots_.reserve(names_.size());
    for (const auto& name : names_) {
      const Place* place = name.chosen();
      spots_.push_back(place != nullptr && is_spot(*place) ? place : nullptr);
    }
  }

  static bool is_spot(const Place& place) {
    return place.kind == PlaceKind::kCity || place.kind == PlaceKind::kAdmin2;
  }

  /// ISO codes are two capitals; what has another or none is counted together.
  static std::size_t number_of(std::string_view country) {
    const auto letter = [&](std::size_t i) {
      return static_cast<std::size_t>(country[i] - 'A');
    };
    return country.size() == 2 && letter(0) < 26 && letter(1) < 26
               ? 1 + letter(0) * 26 + letter(1)
               : 0;
  }

  void count_context(const Candidates& name, int mentions) {
    if (name.chosen() != nullptr) count_context(*name.chosen(), mentions);
  }

  void count_context(const Place& place, int mentions) {
    if (is_country(&place)) {
      countries_[number_of(place.country)] += mentions;
      country_mentions_ += mentions;
    } else if (place.kind == PlaceKind::kAdmin1) {
      states_[{place.country, place.admin1}] += mentions;
    }
  }

  int context_score(const Place& place) const {
    int score = 0;
    if (const int share = countries_[number_of(place.country)]; share > 0)
      score += kCountryNamed + kCountryShare * share / country_mentions_;
    if (place.kind != PlaceKind::kAdmin1 && is_state_named(place))
      score += kStateNamed;
    return score;
  }

  bool is_state_named(const Place& place) const {
    const auto at = states_.find({place.country, place.admin1});
    return at != states_.end() && at->second > 0;
  }

  /// For places of other names chosen so far that lie near. A gazetteer's
  /// index, of names without end, is no story: only neighbours count.
  int near_score(const Candidates& self, const Place& place) const {
    if (!is_spot(place)) return 0;
    int sum = 0;
    const auto at = static_cast<std::size_t>(&self - names_.data());
    const std::size_t end = std::min(names_.size(), at + kNeighbours);
    for (std::size_t i = at - std::min(at, kNeighbours); i < end; ++i) {
      const Place* chosen = spots_[i];
      if (i == at || chosen == nullptr || chosen == &place) continue;
      if (std::abs(place.lat - chosen->lat) > kNearDegrees) continue;
      sum += closeness(
          distance_km(place.lat, place.lon, chosen->lat, chosen->lon));
    }
    return std::min(sum, 100) * kNear / 100;
  }

  /// The place chosen; nullptr where the name is too common a word to mean it
  /// by itself, and nothing speaks for it: Iceland's Northeast, Göd.
  const Place* settled(const Candidates& name) {
    const Place* place = name.chosen();
    if (place == nullptr || is_country(place) ||
        place->kind == PlaceKind::kRegion || name.dateline)
      return place;
    const bool hamlet = name.common_word && place->kind == PlaceKind::kCity &&
                        place->population < kTown;
    if (!hamlet && !is_vague(name.text)) return place;
    count_context(name, -name.mentions);
    // That the story names its country says little for a hamlet: Mars.
    const bool around =
        hamlet ? is_state_named(*place) || home_score(*place) > kHomeCountry
               : context_score(*place) > 0 || home_score(*place) > 0;
    const bool spoken_for = around || near_score(name, *place) > 0;
    count_context(name, name.mentions);
    return spoken_for ? place : nullptr;
  }

  /// Is a choice another than before? A single sense is chosen whatever its
  /// score.
  bool score_in_context(bool near) {
    for (auto& name : names_) {
      if (name.list.size() < 2) continue;
      // "Mexico" itself does not speak for Mexico City.
      count_context(name, -name.mentions);
      for (auto& each : name.list)
        each.score = each.fixed + context_score(*each.place) +
                     (near ? near_score(name, *each.place) : 0);
      count_context(name, name.mentions);
    }
    bool changed = false;
    for (auto& name : names_)
      changed |= name.choose(&Candidates::Candidate::score);
    return changed;
  }

  std::span<const PlaceMention> mentions_;
  std::span<const DemonymCount> demonyms_;
  const std::optional<HomeRegion>& home_;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::vector<Candidates> names_;
  std::vector<std::size_t> name_of_;  // of each mention
  std::vector<const Place*> spots_;   // cities and counties, one for a name
  std::array<int, 1 + 26 * 26> countries_{};
  std::map<std::pair<std::string_view, std::string_view>, int> states_;
  int country_mentions_ = 0;
};

/// Square root, rounded down; exact far beyond the squares of distances.
std::int64_t root(std::int64_t n) {
  return static_cast<std::int64_t>(std::sqrt(static_cast<double>(n)));
}

std::int64_t hundredths(float degrees) {
  return std::lround(degrees * 100);
}

}  // namespace

HomeRegion::HomeRegion(const Place& place)
    : country(place.country),
      admin1(place.admin1),
      located(place.kind == PlaceKind::kCity ||
              place.kind == PlaceKind::kAdmin2),
      lat(place.lat),
      lon(place.lon) {}

/// On a plane, with Bhaskara's cosine: whole numbers throughout.
int distance_km(float lat1, float lon1, float lat2, float lon2) {
  const std::int64_t dlat = hundredths(lat1) - hundredths(lat2);
  std::int64_t dlon = std::abs(hundredths(lon1) - hundredths(lon2));
  dlon = std::min(dlon, 36000 - dlon);
  const std::int64_t middle = (hundredths(lat1) + hundredths(lat2)) / 200;
  const std::int64_t squared = middle * middle;
  const std::int64_t cosine =
      (32400 - 4 * squared) * 1000 / (32400 + squared);  // thousandths
  const std::int64_t x = dlon * cosine / 1000;
  return static_cast<int>(root(dlat * dlat + x * x) * 1112 / 1000);
}

std::vector<const Place*> resolve_places(
    const Gazetteer& gazetteer, std::span<const PlaceMention> mentions,
    std::span<const DemonymCount> demonyms,
    const std::optional<HomeRegion>& home) {
  return Resolver(gazetteer, mentions, demonyms, home).resolve();
}

}  // namespace broadsheet
