#include "indexer/entities/gazetteer_loader.h"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>

#include "common/cli/error.h"
#include "indexer/entities/hash.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagic = "broadsheet gazetteer 1\n";

enum NameFlag : std::uint8_t {
  kPrimary = 1,
  kShown = 2,
  kAbbreviation = 4,
  kCommonWord = 8,
  kPerson = 16,
  kForeign = 32,
  kShort = 64,
  kUsual = 128,
};

[[noreturn]] void damaged(const char* what) {
  throw Error(std::string("the gazetteer is damaged: ") + what,
              "build the program again from a clean checkout");
}

std::uint32_t little_endian(const char* at) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(at[i]))
             << (8 * i);
  return value;
}

std::string unpacked(std::span<const std::uint8_t> packed) {
  if (packed.size() < 18) damaged("too short");
  const auto* tail = reinterpret_cast<const char*>(&packed.back()) - 3;
  std::string raw(little_endian(tail), '\0');
  const std::unique_ptr<libdeflate_decompressor,
                        decltype(&libdeflate_free_decompressor)>
      inflater(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  if (libdeflate_gzip_decompress(inflater.get(), packed.data(), packed.size(),
                                 raw.data(), raw.size(),
                                 nullptr) != LIBDEFLATE_SUCCESS)
    damaged("does not unpack");
  return raw;
}

std::uint32_t population_of(std::uint32_t code) {
  std::uint32_t population = code % 100;
  for (std::uint32_t i = code / 100; i > 0; --i) population *= 10;
  return population;
}

/// Front-coded words: each starts with what it shares with the one before.
class FrontDecoder {
 public:
  explicit FrontDecoder(GazetteerBytes& bytes) : bytes_(bytes) {}

  const std::string& next() {
    const std::size_t shared = bytes_.byte();
    if (shared > word_.size()) damaged("bad name");
    word_.resize(shared);
    word_ += bytes_.until('\0');
    return word_;
  }

 private:
  GazetteerBytes& bytes_;
  std::string word_;
};

/// An open table of the entries, numbered from 1, by the hash of each.
template <class Entries, class Hash>
std::vector<std::uint32_t> slots_of(const Entries& entries, Hash&& hash) {
  const std::size_t size = std::bit_ceil(entries.size() * 2 + 1);
  std::vector<std::uint32_t> slots(size);
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    std::size_t at = hash(entries[i]);
    while (slots[at & (size - 1)] != 0) ++at;
    slots[at & (size - 1)] = i + 1;
  }
  return slots;
}

}  // namespace

std::string_view GazetteerBytes::take(std::size_t size) {
  if (size > rest_.size()) damaged("cut short");
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint32_t GazetteerBytes::number() {
  return little_endian(take(4).data());
}

std::string_view GazetteerBytes::until(char end) {
  const std::size_t size = rest_.find(end);
  if (size == std::string_view::npos) damaged("cut short");
  const std::string_view found = take(size);
  take(1);
  return found;
}

std::vector<std::uint32_t> GazetteerBytes::planes(std::size_t count,
                                                  int planes) {
  std::vector<std::uint32_t> values(count);
  for (int plane = 0; plane < planes; ++plane) {
    const std::string_view bytes = take(count);
    for (std::size_t i = 0; i < count; ++i)
      values[i] |=
          static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]))
          << (8 * plane);
  }
  return values;
}

void GazetteerLoader::load(std::span<const std::uint8_t> packed) {
  const std::string raw = unpacked(packed);
  GazetteerBytes file(raw);
  if (file.take(kMagic.size()) != kMagic) damaged("another format");
  GazetteerBytes counts = file.section();
  to_.places_.resize(counts.number());
  const std::size_t names = counts.number();
  read_divisions(file.section());
  GazetteerBytes name_bytes = file.section();
  read_names(name_bytes, names, file.section());
  read_places(file.section());
  index_divisions();
  find_parents();
  read_links(file.section());
  read_demonyms(file.section());
  index_words();
  index_ids();
}

void GazetteerLoader::read_divisions(GazetteerBytes bytes) {
  std::vector<std::string_view> codes;
  while (!bytes.empty()) codes.push_back(bytes.until('\n'));
  for (const auto code : codes) to_.codes_ += code;
  std::string_view rest = to_.codes_;
  for (const auto code : codes) {
    Division division;
    division.country = rest.substr(0, std::min<std::size_t>(2, code.size()));
    if (code.size() > 3) division.admin1 = rest.substr(3, code.size() - 3);
    rest.remove_prefix(code.size());
    divisions_.push_back(division);
  }
}

void GazetteerLoader::show(std::string_view key, std::string_view shown) {
  const std::size_t begin = to_.shown_.size();
  to_.shown_ += shown;
  if (!shown.empty()) return;
  to_.shown_ += key;
  bool first = true;
  for (std::size_t i = begin; i < to_.shown_.size(); ++i) {
    char& c = to_.shown_[i];
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == ' ';
  }
}

void GazetteerLoader::add_name(std::string_view key, std::uint8_t flags) {
  auto& names = to_.names_;
  if (names.empty() || to_.key(names.size() - 1) != key) {
    names.push_back({static_cast<std::uint32_t>(to_.keys_.size()),
                     static_cast<std::uint32_t>(to_.senses_.size()),
                     (flags & kCommonWord) != 0, (flags & kPerson) != 0});
    to_.keys_ += key;
  }
}

void GazetteerLoader::read_names(GazetteerBytes bytes, std::size_t count,
                                 GazetteerBytes alternates) {
  if (to_.places_.size() > count) damaged("more places than names");
  const auto targets = alternates.planes(count - to_.places_.size(), 3);
  to_.names_.reserve(count + 1);
  to_.senses_.reserve(count);
  to_.keys_.reserve(count * 12);
  std::vector<std::size_t> ends;
  ends.reserve(to_.places_.size());
  auto target = targets.begin();
  FrontDecoder words(bytes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& key = words.next();
    const std::uint8_t flags = bytes.byte();
    const bool primary = (flags & kPrimary) != 0;
    add_name(key, flags);
    if (primary) {
      show(key, (flags & kShown) != 0 ? bytes.until('\0') : std::string_view());
      ends.push_back(to_.shown_.size());
    }
    if (primary ? ends.size() > to_.places_.size() : target == targets.end())
      damaged("names and places differ");
    const std::size_t place = primary ? ends.size() - 1 : *target++;
    if (place >= to_.places_.size()) damaged("bad place");
    to_.senses_.push_back({&to_.places_[place], primary,
                           (flags & kAbbreviation) != 0,
                           (flags & kForeign) != 0, (flags & kShort) != 0,
                           (flags & kUsual) != 0});
  }
  to_.names_.shrink_to_fit();
  if (ends.size() != to_.places_.size()) damaged("names and places differ");
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    to_.places_[i].name =
        std::string_view(to_.shown_).substr(begin, ends[i] - begin);
    begin = ends[i];
  }
}

void GazetteerLoader::read_places(GazetteerBytes bytes) {
  const std::size_t count = to_.places_.size();
  const auto ids = bytes.planes(count, 4);
  const auto kinds = bytes.planes(count, 1);
  division_of_ = bytes.planes(count, 2);
  county_of_ = bytes.planes(count, 1);
  const auto lats = bytes.planes(count, 2);
  const auto lons = bytes.planes(count, 2);
  const auto populations = bytes.planes(count, 2);
  for (std::size_t i = 0; i < count; ++i) {
    Place& place = to_.places_[i];
    place.id = ids[i];
    place.kind = static_cast<PlaceKind>(kinds[i] & 7);
    if (place.kind > PlaceKind::kCity) damaged("bad kind");
    place.capital = (kinds[i] & 8) != 0;
    place.seat = (kinds[i] & 16) != 0;
    if (division_of_[i] >= divisions_.size()) damaged("bad district");
    place.country = divisions_[division_of_[i]].country;
    place.admin1 = divisions_[division_of_[i]].admin1;
    place.lat = static_cast<float>(static_cast<int>(lats[i]) - 9000) / 100;
    place.lon = static_cast<float>(static_cast<int>(lons[i]) - 18000) / 100;
    place.population = population_of(populations[i]);
  }
}

void GazetteerLoader::index_divisions() {
  for (std::size_t i = 0; i < to_.places_.size(); ++i) {
    const Place& place = to_.places_[i];
    Division& division = divisions_[division_of_[i]];
    if (place.kind == PlaceKind::kCountry && place.country.size() == 2) {
      const int code = (place.country[0] - 'A') * 26 + (place.country[1] - 'A');
      if (code < 0 || code >= 26 * 26) damaged("bad country");
      to_.countries_[static_cast<std::size_t>(code)] = &place;
      division.place = &place;
    } else if (place.kind == PlaceKind::kAdmin1) {
      division.place = &place;
    } else if (place.kind == PlaceKind::kAdmin2) {
      if (division.counties.size() < county_of_[i])
        division.counties.resize(county_of_[i]);
      if (county_of_[i] > 0) division.counties[county_of_[i] - 1] = &place;
    }
  }
  for (const auto& division : divisions_) {
    if (division.place != nullptr)
      to_.districts_.push_back(
          static_cast<std::uint32_t>(division.place - to_.places_.data()));
  }
}

void GazetteerLoader::find_parents() {
  for (std::size_t i = 0; i < to_.places_.size(); ++i) {
    Place& place = to_.places_[i];
    const Division& division = divisions_[division_of_[i]];
    const std::size_t county = county_of_[i];
    switch (place.kind) {
      case PlaceKind::kCity:
        place.parent = county > 0 && county <= division.counties.size()
                           ? division.counties[county - 1]
                           : division.place;
        break;
      case PlaceKind::kAdmin2:
        place.parent = division.place;
        break;
      case PlaceKind::kAdmin1:
        place.parent = to_.country(place.country);
        break;
      case PlaceKind::kCountry:
      case PlaceKind::kFormerCountry:
      case PlaceKind::kRegion:
        break;
    }
  }
}

void GazetteerLoader::read_links(GazetteerBytes bytes) {
  while (!bytes.empty()) {
    const std::uint32_t from = bytes.number();
    const std::uint32_t type = bytes.number();
    const std::uint32_t to = bytes.number();
    if (std::max(from, to) >= to_.places_.size()) damaged("bad link");
    if (type == kParentLink)
      to_.places_[from].parent = &to_.places_[to];
    else
      to_.links_.push_back({from, type, to});
  }
  std::stable_sort(to_.links_.begin(), to_.links_.end(),
                   [](const auto& a, const auto& b) {
                     return std::tie(a.from, a.type) < std::tie(b.from, b.type);
                   });
}

void GazetteerLoader::read_demonyms(GazetteerBytes bytes) {
  struct End {
    std::size_t word;
    std::size_t place;
  };
  std::vector<End> ends;
  FrontDecoder words(bytes);
  while (!bytes.empty()) {
    to_.demonym_words_ += words.next();
    for (int count = bytes.byte(); count > 0; --count) {
      const std::uint32_t place = bytes.number();
      if (place >= to_.places_.size()) damaged("bad demonym");
      to_.demonym_places_.push_back(&to_.places_[place]);
    }
    ends.push_back({to_.demonym_words_.size(), to_.demonym_places_.size()});
  }
  End begin{0, 0};
  std::string openers;
  for (const auto& end : ends) {
    const auto word = std::string_view(to_.demonym_words_)
                          .substr(begin.word, end.word - begin.word);
    to_.demonyms_.push_back({word, static_cast<std::uint32_t>(begin.place),
                             static_cast<std::uint32_t>(end.place)});
    if (const std::size_t space = word.find(' '); space != word.npos)
      openers.append(word.substr(0, space + 1));
    begin = end;
  }
  to_.demonym_openers_ = WordSet(openers);
  to_.demonym_slots_ = slots_of(
      to_.demonyms_, [](const auto& demonym) { return hash_of(demonym.word); });
}

void GazetteerLoader::index_words() {
  auto& ranges = to_.ranges_;
  std::string_view word;
  for (std::uint32_t i = 0; i < to_.names_.size(); ++i) {
    const std::string_view key = to_.key(i);
    const bool same = i > 0 && key.starts_with(word) &&
                      (key.size() == word.size() || key[word.size()] == ' ');
    if (!same) {
      word = key.substr(0, key.find(' '));
      ranges.push_back({i, i});
    }
    ranges.back().end = i + 1;
  }
  to_.range_slots_ = slots_of(ranges, [this](const auto& range) {
    return hash_of(to_.first_word(range));
  });
}

void GazetteerLoader::index_ids() {
  to_.id_slots_ = slots_of(to_.places_, [](const Place& place) {
    return place.id * std::size_t{2654435761};
  });
}

}  // namespace broadsheet
