#include "searcher/name_check.h"

#include <algorithm>
#include <optional>

#include "common/index/name_sound.h"
#include "common/index/pet_names.h"
#include "common/text/digest.h"

namespace broadsheet {
namespace {

// What is forgiven was set on tests/quality/politicians.sh.
constexpr int kVowel = 1;          ///< another vowel
constexpr int kSound = 2;          ///< a vowel more; t for d, p for b
constexpr int kReading = 1;        ///< a word read not in the likeliest way
constexpr int kMost = 3;           ///< in given and last name together
constexpr int kMostIfLess = 1;     ///< where one has a name more
constexpr std::size_t kShort = 5;  ///< letters; chance makes such names alike
constexpr std::size_t kSyllable = 2;  ///< sounds, that alone tell nothing

int forgiven(std::size_t sounds) {
  return sounds <= 4 ? 0 : sounds <= 6 ? kSound : kMost;
}

int cost(char a, char b) {
  if (a == b) return 0;
  return is_vowel(a) && is_vowel(b) ? kVowel : kSound;
}

/// The least cost that makes one sound the other.
int edits(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 1; j < row.size(); ++j) row[j] = row[j - 1] + kSound;
  for (const char c : a) {
    int corner = row[0];
    row[0] += kSound;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int other = corner + cost(c, b[j]);
      corner = row[j + 1];
      row[j + 1] = std::min({other, corner + kSound, row[j] + kSound});
    }
  }
  return row.back();
}

std::string_view first_vowels(std::string_view sound) {
  const auto begin = std::min(sound.find_first_of("aeiou"), sound.size());
  const auto end =
      std::min(sound.find_first_not_of("aeiou", begin), sound.size());
  return sound.substr(begin, end - begin);
}

/// "Aleksandr" and "Aleksandra", "Mario" and "Maria" are two.
bool endings_agree(const NameToken& a, const NameToken& b) {
  const auto feminine = [](const NameToken& token) {
    return token.readings.front().sound.ends_with('a');
  };
  return feminine(a) == feminine(b);
}

/// Are at most half of the letters others? They are not of Chavez and Savas,
/// however alike these sound.
bool letters_agree(const NameToken& a, const NameToken& b) {
  const auto most = std::max(a.text.size(), b.text.size());
  return edits(a.text, b.text) * 2 <= kSound * static_cast<int>(most);
}

/// How far two spellings of one word are apart; nothing if they are not that.
/// Alone, with no other name to tell, Volcker is not Walker, nor Baker Packer,
/// nor Foo Wu.
std::optional<int> distance(const NameToken& a, const NameToken& b,
                            bool alone = false) {
  if (a.text == b.text) return 0;
  const bool vowels = a.vowels && b.vowels;
  if (vowels && !endings_agree(a, b)) return std::nullopt;
  if (alone && vowels && !letters_agree(a, b)) return std::nullopt;
  std::optional<int> least;
  for (const auto& one : a.readings)
    for (const auto& other : b.readings) {
      if (one.skeleton != other.skeleton) continue;
      if (!vowels) return 0;
      const int changes = edits(one.sound, other.sound);
      if (alone && (changes > kVowel || one.sound.size() <= kSyllable ||
                    first_vowels(one.sound) != first_vowels(other.sound)))
        continue;
      const int readings = (&one == &a.readings.front() ? 0 : kReading) +
                           (&other == &b.readings.front() ? 0 : kReading);
      const int found = readings + changes;
      const auto most = std::max(one.sound.size(), other.sound.size());
      if (found <= forgiven(most))
        least = std::min(found, least.value_or(found));
    }
  return least;
}

bool initials_agree(const NameToken& a, const NameToken& b) {
  return (a.initial() || b.initial()) && a.text.front() == b.text.front();
}

bool tokens_agree(const NameToken& a, const NameToken& b) {
  return initials_agree(a, b) || distance(a, b);
}

std::optional<int> last_distance(const PersonName& a, const PersonName& b,
                                 bool alone = false) {
  if (a.cores.empty() || b.cores.empty()) return std::nullopt;
  // Van der Meulen, Vandermeulen
  if (a.particles + a.last().text == b.particles + b.last().text) return 0;
  return distance(a.last(), b.last(), alone);
}

/// Do all middle names of the one that has fewer stand in the other, in order?
/// An initial skips none: George W. is not George H. W.
bool middles_agree(const PersonName& a, const PersonName& b) {
  if (a.cores.size() > b.cores.size()) return middles_agree(b, a);
  auto other = b.cores.begin() + 1;
  const auto end = b.cores.end() - 1;
  for (auto one = a.cores.begin() + 1; one + 1 != a.cores.end(); ++one) {
    const auto skipped = other;
    other = std::find_if(other, end, [&](const NameToken& token) {
      return tokens_agree(*one, token);
    });
    if (other == end || (one->initial() && other != skipped)) return false;
    ++other;
  }
  return true;
}

bool is_short(const PersonName& name) {
  return std::ranges::all_of(name.cores, [](const NameToken& token) {
    return std::ranges::all_of(token.parts, [](const std::string& part) {
      return part.size() <= kShort;
    });
  });
}

/// How much a name tells; an initial counts half.
std::size_t detail(const PersonName& name) {
  return 2 * name.cores.size() - static_cast<std::size_t>(std::ranges::count_if(
                                     name.cores, &NameToken::initial));
}

bool full_names_agree(const PersonName& a, const PersonName& b) {
  const auto last = last_distance(a, b);
  if (!last || !middles_agree(a, b)) return false;
  const bool same_last = a.last().text == b.last().text;
  if (initials_agree(a.given(), b.given())) return same_last;
  if (is_in_short(a.given().text, b.given().text)) return same_last;
  if (is_short(a) && is_short(b))
    return same_last && a.given().text == b.given().text;
  const auto given = distance(a.given(), b.given());
  const bool as_many = a.cores.size() == b.cores.size();
  return given && *given + *last <= (as_many ? kMost : kMostIfLess);
}

std::uint64_t bit_of(std::string_view text) {
  return std::uint64_t{1} << (digest64(text) & 63);
}

std::uint64_t sounds_of(const NameToken& token) {
  std::uint64_t bits = bit_of(token.text);
  for (const auto& reading : token.readings) bits |= bit_of(reading.skeleton);
  return bits;
}

}  // namespace

NameSketch sketch_of(const PersonName& name) {
  NameSketch sketch;
  for (const auto& word : name.words) sketch.words |= bit_of(word);
  if (name.cores.empty()) return sketch;
  sketch.full = name.full();
  sketch.initial = name.given().initial();
  sketch.first = name.given().text.front();
  sketch.last =
      sounds_of(name.last()) | bit_of(name.particles + name.last().text);
  sketch.given = name.full() ? sounds_of(name.given()) : sketch.last;
  for (const auto full : in_full(name.given().text))
    sketch.given |= bit_of(full);
  return sketch;
}

bool may_match_last(const NameSketch& name, const NameSketch& wanted) {
  return (name.last & wanted.last) != 0;
}

bool may_match(const NameSketch& name, const NameSketch& wanted) {
  if (name.full != wanted.full) return name.words == wanted.words;
  const bool holds = (wanted.words & ~name.words) == 0;
  const bool initials =
      (name.initial || wanted.initial) && name.first == wanted.first;
  const bool given = initials || (name.given & wanted.given) != 0;
  return holds || (given && may_match_last(name, wanted));
}

bool match_last(const PersonName& name, const PersonName& wanted) {
  return last_distance(name, wanted, true).has_value();
}

bool holds_words(const PersonName& name, const PersonName& wanted) {
  return !std::ranges::search(name.words, wanted.words).empty();
}

NameMatch match_names(const PersonName& name, const PersonName& wanted) {
  if (name.words == wanted.words) return NameMatch::kSame;
  if (name.full() != wanted.full()) return NameMatch::kNone;
  if (!name.full())
    return match_last(name, wanted) ? NameMatch::kSame : NameMatch::kNone;
  if (!full_names_agree(name, wanted))
    return holds_words(name, wanted) ? NameMatch::kHolds : NameMatch::kNone;
  const auto more = detail(name), less = detail(wanted);
  if (more == less) return NameMatch::kSame;
  return more < less ? NameMatch::kLess : NameMatch::kMore;
}

}  // namespace broadsheet
