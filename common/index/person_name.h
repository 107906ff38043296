// A person's name taken apart, so that spellings of it can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/name_sound.h"

namespace broadsheet {

/// A name folded, in the form terms hold: words parted by one space, hyphens
/// inside words kept, apostrophes dropped; at most 160 bytes.
std::string name_form(std::string_view name);

/// "Lee, Ann", as catalogues write her, as "Ann Lee"; "Ann Lee, Jr." as it is.
/// What stands behind a second comma is no part of the name.
std::string unturned_name(std::string_view name);

/// One word of a name in Latin letters; hyphenated words are one.
struct NameToken {
  std::string text;                ///< "okaforlindqvist"
  std::vector<std::string> parts;  ///< "okafor", "lindqvist"
  std::vector<Reading> readings;
  bool vowels = true;  ///< false: of a script that leaves them unwritten

  bool initial() const { return text.size() == 1; }
};

struct PersonName {
  std::string form;
  std::vector<std::string> words;  ///< at spaces and hyphens; no titles, "Jr"
  std::vector<NameToken> cores;    ///< without particles
  std::string particles;           ///< those before the last core, joined

  explicit PersonName(std::string_view name);

  bool full() const { return cores.size() > 1; }
  const NameToken& given() const { return cores.front(); }
  const NameToken& last() const { return cores.back(); }
};

}  // namespace broadsheet
