// Reads the gazetteer's data file.
//
// A gzip file holding, little-endian, the line "broadsheet gazetteer 1" and
// seven sections, each after its length in 4 bytes:
//   counts     places, names, demonyms (4 bytes each)
//   divisions  a line for each code of a country or state; the first is empty
//   names      sorted by name, the likelier place first: bytes shared with the
//              name before, the rest, NUL, flags (a bit each: primary, shown,
//              abbreviation, common word, person, foreign, short, usual); if
//              shown, the name as it is shown, NUL. The n-th primary name is
//              that of place n. A place without shown name is shown as its name
//              with capitals.
//   alternates the place of each name that is not primary, 3 planes
//   places     id (4 planes), kind and flags (kind | capital << 3 | seat << 4),
//              division (2), county in its division (1; 0 none), latitude + 90
//              and longitude + 180 in hundredths (2 each), population (2) as
//              exponent * 100 + two digits
//   links      from, type (0 parent, 1 member of, 2 successor), to; 4 bytes
//   each demonyms   shared bytes, the rest, NUL, count, places of 4 bytes each
// A number in n planes is stored as all lowest bytes, then all next ones.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace broadsheet {

constexpr std::uint32_t kParentLink = 0;
constexpr std::uint32_t kMemberLink = 1;
constexpr std::uint32_t kSuccessorLink = 2;

/// Bytes read in order; throws Error past the end.
class GazetteerBytes {
 public:
  explicit GazetteerBytes(std::string_view bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  std::string_view take(std::size_t size);
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
  std::uint32_t number();
  std::string_view until(char end);
  GazetteerBytes section() { return GazetteerBytes(take(number())); }
  /// `count` numbers of `planes` bytes.
  std::vector<std::uint32_t> planes(std::size_t count, int planes);

 private:
  std::string_view rest_;
};

/// Fills a gazetteer, section by section.
class GazetteerLoader {
 public:
  explicit GazetteerLoader(Gazetteer& to) : to_(to) {}
  void load(std::span<const std::uint8_t> packed);

 private:
  void read_divisions(GazetteerBytes bytes);
  void read_names(GazetteerBytes bytes, std::size_t count,
                  GazetteerBytes alternates);
  void add_name(std::string_view key, std::uint8_t flags);
  void show(std::string_view key, std::string_view shown);
  void read_places(GazetteerBytes bytes);
  void read_links(GazetteerBytes bytes);
  void read_demonyms(GazetteerBytes bytes);
  void index_words();
  void index_ids();
  void index_divisions();
  void find_parents();

  struct Division {
    std::string_view country;
    std::string_view admin1;
    const Place* place = nullptr;
    std::vector<const Place*> counties;
  };

  Gazetteer& to_;
  std::vector<Division> divisions_;
  std::vector<std::uint32_t> division_of_;  // of each place
  std::vector<std::uint32_t> county_of_;
};

}  // namespace broadsheet
