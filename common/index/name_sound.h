// How a word of a name sounds, roughly and whatever language spelt it: one
// code per sound, the same for Gaddafi, Qadhafi and Kadhafy.
//
// A sound is a string of codes: p b t d l m n r; k (also g, q, kh, gh; x is
// ks); s for every hiss (s, z, c, ch, sh, zh, j where it is no vowel ...); v
// (also f, w, ph); h at the beginning only; the vowels a e i o u (y and j are
// i). Double codes are one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

bool is_vowel(char sound);

/// One way to read a word.
struct Reading {
  std::string sound;
  /// The sound without vowels but a first one, "a"; d is t, b is p.
  std::string skeleton;
};

/// The ways to read a folded word of Latin letters, the likeliest first:
/// German "ch" is also kh, French and English "j" also a hiss ... At least one,
/// at most kMostReadings.
inline constexpr std::size_t kMostReadings = 8;
std::vector<Reading> readings_of(std::string_view word);

/// What readings of all spellings should share: the skeleton with k, s and a
/// first h as one. Coarse: it gathers what is then compared.
std::string coarse_key(const Reading& reading);

}  // namespace broadsheet
