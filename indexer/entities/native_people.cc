#include "indexer/entities/native_people.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/entities/ideograph_people.h"
#include "indexer/entities/native_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestName = 6;   // words
constexpr std::size_t kLongestTitle = 4;  // words, with what qualifies it
constexpr std::string_view kArabicArticle = "ال";
constexpr std::string_view kHebrewArticle = "ה";
constexpr std::string_view kAnd = "و";
/// What may be stuck to a title: articles, "and", "to", "in".
constexpr std::string_view kLeading[] = {
    kArabicArticle, kHebrewArticle, kAnd, "ف", "ب", "ل", "ו", "ל", "ב"};
constexpr std::size_t kLetter = 2;  // bytes of an Arabic or Hebrew letter

bool is_semitic(const ZoneText& zone, const Word& word) {
  const auto lead = static_cast<unsigned char>(zone.text[word.begin]);
  return lead >= 0xD6 && lead <= 0xDB;
}

bool has_article(std::string_view word) {
  return word.starts_with(kArabicArticle) || word.starts_with(kHebrewArticle);
}

/// "بالأمير" as "امير", "והשופטת" as "שופטת".
bool is_title(std::string_view word) {
  if (is_semitic_title(word)) return true;
  return std::ranges::any_of(kLeading, [&](std::string_view part) {
    return word.starts_with(part) && is_title(word.substr(part.size()));
  });
}

/// "القحطاني": of a tribe or a town.
bool is_family_name(std::string_view word) {
  return word.starts_with(kArabicArticle) && word.ends_with("ي") &&
         word.size() >= 5 * kLetter;
}

class Finder {
 public:
  explicit Finder(const ZoneText& zone) : zone_(zone) {}

  std::vector<TaggedSpan> run() const {
    std::vector<TaggedSpan> found;
    for (std::size_t i = 0; i < zone_.words.size();) {
      const std::size_t end = end_of_name(i);
      if (end > i)
        found.push_back(
            {begin_of(i), zone_.words[end - 1].end, Label::kPerson});
      i = std::max(end, i + 1);
    }
    return found;
  }

 private:
  std::string_view word(std::size_t i) const { return zone_.words[i].folded; }

  bool joined(std::size_t i) const {
    return i < zone_.words.size() && zone_.words[i].join == Join::kSpace;
  }

  /// "وسامية" is "and Samia".
  bool has_and(std::size_t i) const {
    return word(i).starts_with(kAnd) && !is_given(word(i)) &&
           is_given(word(i).substr(kAnd.size()));
  }
  static bool is_given(std::string_view word) {
    return is_semitic_given_name(word);
  }
  bool opens_name(std::size_t i) const {
    return is_given(word(i)) || has_and(i) ||
           (is_semitic_link(word(i)) && joined(i + 1) && titled(i));
  }

  std::uint32_t begin_of(std::size_t i) const {
    return zone_.words[i].begin + (has_and(i) ? std::uint32_t{kAnd.size()} : 0);
  }

  /// Does a title stand before, but for "of the Republic" and the like?
  bool titled(std::size_t i) const {
    for (std::size_t back = 1; back <= std::min(i, kLongestTitle); ++back) {
      if (!joined(i - back + 1)) return false;
      if (is_title(word(i - back))) return true;
      if (!has_article(word(i - back))) return false;
    }
    return false;
  }

  /// The end of the name that begins at word `i`; `i` if none does.
  std::size_t end_of_name(std::size_t i) const {
    if (!is_semitic(zone_, zone_.words[i]) || !opens_name(i)) return i;
    std::size_t end = i + (is_semitic_link(word(i)) ? 2 : 1);
    while (joined(end) && end - i < kLongestName) {
      if (is_semitic_link(word(end)) && joined(end + 1)) {
        end += 2;
      } else if (is_given(word(end))) {
        ++end;
      } else if (is_family_name(word(end))) {
        ++end;
        break;
      } else {
        break;
      }
    }
    if (end - i == 1 && joined(end) && titled(i) &&
        !is_semitic_small_word(word(end)))
      ++end;
    return end - i > 1 ? end : i;
  }

  const ZoneText& zone_;
};

/// The family names of what was found, and where else they stand.
class Families {
 public:
  void learn(const ZoneText& zone, const std::vector<TaggedSpan>& people) {
    for (const TaggedSpan& person : people) {
      const std::string_view last =
          zone.words[zone.word_at(person.end) - 1].folded;
      if (last.starts_with(kArabicArticle)) known_.insert(last);
    }
  }

  std::vector<TaggedSpan> find(const ZoneText& zone) const {
    std::vector<TaggedSpan> found;
    for (const Word& word : zone.words)
      if (known_.contains(word.folded))
        found.push_back({word.begin, word.end, Label::kPerson});
    return found;
  }

 private:
  std::unordered_set<std::string_view> known_;
};

}  // namespace

void add_native_people(std::span<ZoneText> zones) {
  Families families;
  for (ZoneText& zone : zones) {
    const std::vector<TaggedSpan> people = Finder(zone).run();
    families.learn(zone, people);
    zone.add(people);
  }
  for (ZoneText& zone : zones) zone.add(families.find(zone));
  add_ideograph_people(zones);
}

}  // namespace broadsheet
