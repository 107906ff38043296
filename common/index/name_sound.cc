#include "common/index/name_sound.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet {
namespace {

constexpr std::size_t kLongestKey = 24;

/// Where a rule holds: what follows the letters, or where they stand.
enum class Where : unsigned char {
  kAnywhere,
  kInitial,
  kFinal,
  kBeforeVowel,  ///< a e i o u y
  kBeforeFront,  ///< e i y
};

/// Letters and their code. The first rule that fits is taken, so the longer
/// spellings stand above the shorter.
struct Rule {
  std::string_view letters;
  Where where;
  std::string_view codes;  ///< other ways to read them behind a slash
};

constexpr char first_letter(const Rule& rule) {
  return rule.letters.front();
}

constexpr Rule kRules[] = {
    {"schtsch", Where::kAnywhere, "s"}, {"shtch", Where::kAnywhere, "s"},
    {"szcz", Where::kAnywhere, "s"},    {"tsch", Where::kAnywhere, "s"},
    {"dsch", Where::kAnywhere, "s/i"},  {"shch", Where::kAnywhere, "s"},
    {"stch", Where::kAnywhere, "s"},    {"dzsz", Where::kAnywhere, "s"},
    {"dzs", Where::kAnywhere, "s/i"},   {"dzh", Where::kAnywhere, "s/i"},
    {"dzj", Where::kAnywhere, "s/i"},   {"sch", Where::kAnywhere, "s"},
    {"tch", Where::kAnywhere, "s"},     {"tsj", Where::kAnywhere, "s"},
    {"skj", Where::kAnywhere, "s/ski"}, {"ch", Where::kInitial, "s/k/h"},
    {"ch", Where::kAnywhere, "s/k/"},   {"cz", Where::kAnywhere, "s"},
    {"cs", Where::kAnywhere, "s/ks"},   {"cj", Where::kAnywhere, "s"},
    {"ck", Where::kAnywhere, "k"},      {"cc", Where::kBeforeFront, "s/ks"},
    {"c", Where::kBeforeFront, "s/k"},  {"c", Where::kFinal, "k/s"},
    {"c", Where::kAnywhere, "k/s"},     {"sh", Where::kAnywhere, "s"},
    {"sj", Where::kAnywhere, "s/si"},   {"sz", Where::kAnywhere, "s"},
    {"s", Where::kAnywhere, "s"},       {"zh", Where::kAnywhere, "s/i"},
    {"zj", Where::kAnywhere, "s/i"},    {"zs", Where::kAnywhere, "s/i"},
    {"z", Where::kAnywhere, "s"},       {"ts", Where::kAnywhere, "s"},
    {"tz", Where::kAnywhere, "s"},      {"tj", Where::kAnywhere, "s/ti"},
    {"th", Where::kAnywhere, "t"},      {"t", Where::kAnywhere, "t"},
    {"dj", Where::kAnywhere, "s/i"},    {"dz", Where::kAnywhere, "s/i"},
    {"dh", Where::kAnywhere, "d"},      {"d", Where::kAnywhere, "d"},
    {"kh", Where::kInitial, "k/h"},     {"kh", Where::kAnywhere, "k/"},
    {"k", Where::kAnywhere, "k"},       {"gh", Where::kAnywhere, "k"},
    {"g", Where::kBeforeFront, "k/s"},  {"g", Where::kAnywhere, "k"},
    {"que", Where::kFinal, "k"},        {"qu", Where::kBeforeVowel, "k/kv"},
    {"qv", Where::kAnywhere, "kv/k"},   {"q", Where::kAnywhere, "k"},
    {"x", Where::kInitial, "s/k/h"},    {"x", Where::kAnywhere, "ks/k/"},
    {"ph", Where::kAnywhere, "v"},      {"f", Where::kAnywhere, "v"},
    {"vs", Where::kFinal, "v"},         {"js", Where::kFinal, "i"},
    {"v", Where::kAnywhere, "v"},       {"w", Where::kAnywhere, "v"},
    {"ou", Where::kBeforeVowel, "v/u"}, {"oo", Where::kAnywhere, "u"},
    {"ou", Where::kAnywhere, "u"},      {"oe", Where::kAnywhere, "o/u"},
    {"ee", Where::kAnywhere, "i"},      {"ine", Where::kFinal, "in/ine"},
    {"ie", Where::kAnywhere, "i"},      {"ue", Where::kAnywhere, "u"},
    {"ae", Where::kAnywhere, "a/ae"},   {"je", Where::kInitial, "e/ie/se"},
    {"ye", Where::kInitial, "e/ie"},    {"j", Where::kAnywhere, "i/s"},
    {"y", Where::kAnywhere, "i"},       {"bh", Where::kAnywhere, "b"},
    {"h", Where::kInitial, "h"},        {"h", Where::kAnywhere, ""},
};

/// The rules by their first letter, in their order.
constexpr auto kByLetter = [] {
  auto rules = std::to_array(kRules);
  for (auto rule = rules.begin(); rule != rules.end(); ++rule)
    for (auto at = rule;
         at != rules.begin() && first_letter(*at) < first_letter(at[-1]); --at)
      std::swap(at[0], at[-1]);
  return rules;
}();

bool holds(const Rule& rule, std::string_view word, std::size_t at) {
  if (!word.substr(at).starts_with(rule.letters)) return false;
  const std::size_t end = at + rule.letters.size();
  const char next = end < word.size() ? word[end] : '\0';
  switch (rule.where) {
    case Where::kAnywhere:
      return true;
    case Where::kInitial:
      return at == 0;
    case Where::kFinal:
      return end == word.size();
    case Where::kBeforeVowel:
      return next == 'y' || is_vowel(next);
    case Where::kBeforeFront:
      return next == 'e' || next == 'i' || next == 'y';
  }
  return false;
}

void append(std::string& reading, std::string_view code) {
  for (const char c : code)
    if (reading.empty() || reading.back() != c) reading += c;
}

/// Goes on with every way to read the letters, as far as there is room.
void read_on(std::vector<std::string>& sounds, std::string_view codes) {
  std::size_t slash = codes.find('/');
  std::vector<std::string> before;
  if (slash != codes.npos) before = sounds;
  for (auto& sound : sounds) append(sound, codes.substr(0, slash));
  while (slash != codes.npos &&
         sounds.size() + before.size() <= kMostReadings) {
    codes.remove_prefix(slash + 1);
    slash = codes.find('/');
    for (const auto& sound : before)
      append(sounds.emplace_back(sound), codes.substr(0, slash));
  }
}

std::string skeleton_of(std::string_view sound) {
  std::string skeleton;
  for (const char c : sound) {
    if (!is_vowel(c))
      skeleton += c == 'd' ? 't' : c == 'b' ? 'p' : c;
    else if (skeleton.empty())
      skeleton += 'a';
  }
  return skeleton;
}

}  // namespace

bool is_vowel(char sound) {
  return std::string_view("aeiou").find(sound) != std::string_view::npos;
}

std::vector<Reading> readings_of(std::string_view word) {
  std::vector<std::string> sounds(1);
  for (std::size_t at = 0; at < word.size();) {
    const auto begin =
        std::ranges::lower_bound(kByLetter, word[at], {}, first_letter);
    const auto end =
        std::ranges::upper_bound(kByLetter, word[at], {}, first_letter);
    const auto rule = std::find_if(
        begin, end, [&](const Rule& one) { return holds(one, word, at); });
    if (rule == end) {
      for (auto& sound : sounds) append(sound, word.substr(at, 1));
      ++at;
      continue;
    }
    read_on(sounds, rule->codes);
    at += rule->letters.size();
  }
  std::vector<Reading> readings;
  for (auto& sound : sounds) {
    auto skeleton = skeleton_of(sound);
    readings.push_back({std::move(sound), std::move(skeleton)});
  }
  return readings;
}

std::string coarse_key(const Reading& reading) {
  std::string key;
  for (const char c : reading.skeleton) {
    const char code = c == 's' || c == 'h' ? 'k' : c;
    append(key, std::string_view(&code, 1));
  }
  if (key.size() > kLongestKey) key.resize(kLongestKey);
  return key;
}

}  // namespace broadsheet
