// The gazetteer: what the world's places are called, where they are and what
// they lie in. Made by train/make_gazetteer.py, kept inside the program.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/word_set.h"

namespace broadsheet {

enum class PlaceKind : std::uint8_t {
  kCountry,
  kFormerCountry,
  kRegion,  ///< what no list of districts has: Middle East, Sinai, Red Sea
  kAdmin1,  ///< state, province
  kAdmin2,  ///< county
  kCity,
};

/// Ids are GeoNames'; our own regions count from kRegionIds, former countries
/// from kFormerCountryIds, and neither is ever given to another place.
constexpr std::uint32_t kRegionIds = 2'000'000'000;
constexpr std::uint32_t kFormerCountryIds = 2'000'100'000;

/// One place. Views and pointers live as long as the gazetteer.
struct Place {
  std::uint32_t id = 0;
  std::uint32_t population = 0;   ///< to two digits; regions have none
  std::string_view name;          ///< as English news writes it, where known
  std::string_view country;       ///< ISO 3166 alpha-2; empty where several
  std::string_view admin1;        ///< GeoNames code within the country: "TX"
  const Place* parent = nullptr;  ///< the nearest place that contains it
  float lat = 0;                  ///< degrees, to two decimals
  float lon = 0;
  PlaceKind kind = PlaceKind::kCity;
  bool capital = false;  ///< of a country
  bool seat = false;     ///< of a state or province
};

/// One place that a name may mean, and how the name stands to it.
struct PlaceSense {
  const Place* place = nullptr;
  bool primary = false;       ///< the name that is shown
  bool abbreviation = false;  ///< Calif., UK, NSW
  bool foreign = false;       ///< one of GeoNames' unsorted alternate names
  bool shortened = false;     ///< "orange" for Orange County
  bool usual = false;         ///< the name alone means this: New York, the city
};

/// What is known of one name. Without senses the name is unknown.
struct PlaceName {
  std::span<const PlaceSense> senses;  ///< the likeliest by itself first
  bool common_word = false;            ///< reading, nice, of, us
  bool person_name = false;  ///< people's or groups' too: Jordan, Clinton, NATO

  explicit operator bool() const { return !senses.empty(); }
  /// The name alone, without capitals or context, does not prove a place.
  bool ambiguous_word() const { return common_word || person_name; }
  /// Nothing but short for longer names.
  bool abbreviation() const;
};

/// Immutable once made, so any number of threads may share it. Every name
/// asked for is folded by fold_name().
class Gazetteer {
 public:
  /// Unpacks the data in the program (about 45 ms). Throws Error.
  Gazetteer();
  /// Unpacks a file of train/make_gazetteer.py. Throws Error when damaged.
  explicit Gazetteer(std::span<const std::uint8_t> packed);

  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  PlaceName find(std::string_view folded) const;

  /// How many of the words, from the first on, make the longest known name;
  /// 0 if none does. Words are folded by fold(); one that begins with an
  /// apostrophe belongs to the word before it.
  std::size_t longest_match(std::span<const std::string_view> words) const;

  /// nullptr if there is none.
  const Place* place(std::uint32_t id) const;
  const Place* country(std::string_view iso_code) const;
  const Place* district(std::string_view iso_code,
                        std::string_view admin1) const;

  /// The countries (or regions, states, former countries) whose people or
  /// things the word names: "egyptians", "texan", "soviet".
  std::span<const Place* const> demonym(std::string_view folded) const;

  /// Does any such word of two begin with it, as "costa rican" does?
  bool opens_demonym(std::string_view folded) const {
    return demonym_openers_.has(folded);
  }

  /// What contains the place, nearest first: county, state, country.
  std::vector<const Place*> chain(const Place& place) const;
  /// The regions that it or anything of its chain lies in, nearest first.
  std::vector<const Place*> regions(const Place& place) const;
  /// The countries of today in place of a former one, the main one first.
  std::vector<const Place*> successors(const Place& place) const;

  std::span<const Place> places() const { return places_; }
  std::size_t name_count() const { return names_.size(); }
  /// The names in byte order, for checks of the data.
  std::string_view name_at(std::size_t index) const { return key(index); }

 private:
  friend class GazetteerLoader;

  /// Name `index` is keys_[begin, next begin); its senses likewise.
  struct Name {
    std::uint32_t begin = 0;
    std::uint32_t sense = 0;
    bool common_word = false;
    bool person_name = false;
  };
  /// The names that begin with one word.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Link {
    std::uint32_t from = 0;
    std::uint32_t type = 0;
    std::uint32_t to = 0;
    auto operator<=>(const Link&) const = default;
  };
  struct Demonym {
    std::string_view word;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::string_view key(std::size_t index) const;
  std::string_view first_word(const Range& range) const;
  Range range_of(std::string_view word) const;
  std::uint32_t first_in(Range range, std::string_view name) const;
  Range narrowed(Range range, std::string_view prefix) const;
  PlaceName name_in(Range range, std::string_view folded) const;
  std::span<const Link> linked(const Place& place, std::uint32_t type) const;

  std::string keys_;   // all names, one after another
  std::string shown_;  // what places are shown as
  std::string codes_;  // country and district codes
  std::vector<Name> names_;
  std::vector<PlaceSense> senses_;
  std::vector<Range> ranges_;
  std::vector<std::uint32_t> range_slots_;  // hash of the first word
  std::vector<Place> places_;
  std::vector<std::uint32_t> id_slots_;   // hash of the id
  std::vector<std::uint32_t> districts_;  // countries and states by code
  std::array<const Place*, 26 * 26> countries_{};
  std::vector<Link> links_;
  std::string demonym_words_;
  std::vector<Demonym> demonyms_;
  std::vector<std::uint32_t> demonym_slots_;  // hash of the word
  std::vector<const Place*> demonym_places_;
  WordSet demonym_openers_{""};
};

}  // namespace broadsheet
