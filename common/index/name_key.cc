#include "common/index/name_key.h"

#include <algorithm>
#include <array>

#include "common/index/fields.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLeast = 3;  ///< letters of a word that is a surname

/// Particles that may be written as one with the name: Vandermeulen, Elbaradei.
constexpr auto kSolid = std::to_array<std::string_view>(
    {"al", "ben", "bin", "de", "del", "dela", "della", "di", "du", "el", "van",
     "vande", "vanden", "vander", "vom", "von"});

void add(std::vector<std::string>& keys, std::string key) {
  if (std::ranges::find(keys, key) == keys.end())
    keys.push_back(std::move(key));
}

void add(std::vector<std::string>& keys, const std::vector<Reading>& readings) {
  for (const auto& reading : readings) add(keys, coarse_key(reading));
}

void add_readings(std::vector<std::string>& keys, std::string_view word) {
  add(keys, readings_of(word));
}

std::string key_of(std::string_view word) {
  return coarse_key(readings_of(word).front());
}

}  // namespace

std::string name_key(const PersonName& name) {
  return name.cores.empty() ? "" : coarse_key(name.last().readings.front());
}

std::vector<std::string> further_keys(const PersonName& name) {
  std::vector<std::string> keys = {name_key(name)};
  const auto add_surname = [&](const std::string& word) {
    if (word.size() >= kLeast) add(keys, key_of(word));
  };
  if (name.cores.empty()) return {};
  if (!name.last().vowels) add(keys, name.last().readings);
  if (name.last().parts.size() > 1)
    std::ranges::for_each(name.last().parts, add_surname);
  for (std::size_t i = 1; i + 1 < name.cores.size(); ++i)
    add_surname(name.cores[i].text);
  keys.erase(keys.begin());
  return keys;
}

std::vector<std::string> keys_to_search(const PersonName& name) {
  std::vector<std::string> keys = {name_key(name)};
  if (name.cores.empty()) return keys;
  const auto& last = name.last();
  add(keys, last.readings);
  if (last.parts.size() > 1) add_readings(keys, last.parts.back());
  if (!name.particles.empty()) add_readings(keys, name.particles + last.text);
  if (name.cores.size() > 2)
    add_readings(keys, name.cores[name.cores.size() - 2].text + last.text);
  for (const auto particle : kSolid)
    if (last.text.starts_with(particle) &&
        last.text.size() >= particle.size() + kLeast)
      add_readings(keys, std::string_view(last.text).substr(particle.size()));
  return keys;
}

std::string name_key_term(std::string_view key, std::string_view form) {
  std::string value(key);
  return label_term("XPK:", value.append(1, kKeySeparator).append(form));
}

}  // namespace broadsheet
