#include "common/index/names.h"

#include <algorithm>
#include <array>

#include "common/index/analysis.h"
#include "common/text/digest.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

constexpr auto kNotCore = std::to_array<std::string_view>(
    {"abu", "af", "al", "ap", "as", "av", "bin", "bint", "da", "dal", "das",
     "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
     "ii", "iii", "iv", "jr", "la", "las", "le", "los", "of", "sr", "st",
     "ter", "the", "van", "ver", "vom", "von", "y", "zu", "zum", "zur"});
static_assert(std::ranges::is_sorted(kNotCore));

bool is_core(const std::string& word) {
  return !std::ranges::binary_search(kNotCore, std::string_view(word));
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  return words_of(name);
}

std::string name_key(const std::vector<std::string>& words) {
  const auto first = std::ranges::find_if(words, is_core);
  if (first == words.end()) return {};
  const auto last = std::find_if(words.rbegin(), words.rend(), is_core);
  if (last.base() - 1 == first) return *first;
  return *last + ' ' + *first;
}

bool is_full_key(std::string_view key) {
  return key.find(' ') != std::string_view::npos;
}

std::string place_term_id(const Entity& place) {
  return place.place_id != 0 ? std::to_string(place.place_id)
                             : "x" + digest_hex(fold_name(place.name));
}

}  // namespace broadsheet
