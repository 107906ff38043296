#include "indexer/entities/native_places.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/written_place.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t kTown = 100'000;
constexpr std::uint32_t kCity = 400'000;

/// How a script writes names: what proves one, and what may be stuck to it.
struct Script {
  char32_t first, last;
  bool capitals;              ///< names begin with one
  bool spaces;                ///< stand between words
  std::uint32_t least;        ///< inhabitants of a town that is looked for
  std::size_t shortest;       ///< letters
  std::string_view prefixes;  ///< of one letter: "and", "in", "to"
};

constexpr Script kScripts[] = {
    {0x0370, 0x03FF, true, true, kTown, 3, ""},
    {0x0400, 0x04FF, true, true, kTown, 3, ""},
    {0x0590, 0x05FF, false, true, kCity, 3, "ובלמהש"},
    {0x0600, 0x06FF, false, true, kCity, 3, "وبلف"},
    {0x3040, 0x30FF, false, false, kCity, 2, ""},
    {0x3400, 0x9FFF, false, false, kCity, 2, ""},
    {0xAC00, 0xD7A3, false, false, kCity, 2, ""},
};

const Script* script_of(char32_t c) {
  const auto* found = std::ranges::find_if(
      kScripts, [c](const Script& s) { return c >= s.first && c <= s.last; });
  return found == std::end(kScripts) ? nullptr : found;
}

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_char(text, at);
  return count;
}

bool joined(const Word& word) {
  return word.join == Join::kSpace || word.join == Join::kHyphen;
}

class Finder {
 public:
  Finder(const ZoneText& zone, const Gazetteer& gazetteer)
      : zone_(zone), gazetteer_(gazetteer) {}

  std::vector<TaggedSpan> run() const {
    std::vector<TaggedSpan> found;
    for (std::size_t i = 0; i < zone_.words.size();) {
      const auto [span, words] = at_word(i);
      if (words > 0) found.push_back(span);
      i += std::max<std::size_t>(words, 1);
    }
    return found;
  }

 private:
  using Found = std::pair<TaggedSpan, std::size_t>;  // and how many words

  Found at_word(std::size_t i) const {
    std::size_t at = zone_.words[i].begin;
    const Script* script = script_of(next_char(zone_.text, at));
    if (script == nullptr || (script->capitals && !zone_.words[i].capital()))
      return {};
    const std::size_t most = script->spaces ? 3 : 8;
    const bool in_name = script->capitals && stands_in_name(i);
    for (std::size_t n = run_length(i, most, *script); n > 0; --n) {
      TaggedSpan span{zone_.words[i].begin, zone_.words[i + n - 1].end,
                      Label::kLocation};
      if (is_place(span, *script, in_name)) return {span, n};
      if (!takes_prefix(span, *script)) continue;
      span.begin = static_cast<std::uint32_t>(at);
      if (is_place(span, *script, in_name)) return {span, n};
    }
    return {};
  }

  /// "Vladimir" in "Vladimir Putin", or after another word of a name.
  bool stands_in_name(std::size_t i) const {
    const auto& words = zone_.words;
    const auto goes_on = [&](std::size_t at) {
      return joined(words[at]) && words[at].capital();
    };
    const bool behind = i > 0 && goes_on(i) && words[i - 1].capital() &&
                        !is_common_word(words[i - 1].folded);
    return behind || (i + 1 < words.size() && goes_on(i + 1) &&
                      gazetteer_.longest_match(std::array<std::string_view, 2>{
                          words[i].folded, words[i + 1].folded}) < 2);
  }

  /// How many words may make one name from word `i` on.
  std::size_t run_length(std::size_t i, std::size_t most,
                         const Script& script) const {
    const auto& words = zone_.words;
    std::size_t n = 1;
    while (n < most && i + n < words.size() &&
           (script.spaces ? joined(words[i + n])
                          : words[i + n].begin == words[i + n - 1].end))
      ++n;
    return n;
  }

  bool takes_prefix(const TaggedSpan& span, const Script& script) const {
    std::size_t at = span.begin;
    next_char(zone_.text, at);
    const auto letter = zone_.text.substr(span.begin, at - span.begin);
    return !letter.empty() && script.prefixes.find(letter) != std::string::npos;
  }

  bool is_place(const TaggedSpan& span, const Script& script,
                bool in_name) const {
    if (letters_of(zone_.of(span)) < script.shortest) return false;
    const PlaceName name = find_written(gazetteer_, fold_name(zone_.of(span)));
    if (!name || name.ambiguous_word()) return false;
    const Place& place = *name.senses.front().place;
    if (place.kind <= PlaceKind::kFormerCountry) return true;
    return !in_name && (place.kind <= PlaceKind::kAdmin1 || place.capital ||
                        place.population >= script.least);
  }

  const ZoneText& zone_;
  const Gazetteer& gazetteer_;
};

}  // namespace

void add_native_places(ZoneText& zone, const Gazetteer& gazetteer) {
  zone.add(Finder(zone, gazetteer).run());
}

}  // namespace broadsheet
