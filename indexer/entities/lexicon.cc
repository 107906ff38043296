#include "indexer/entities/lexicon.h"

#include <algorithm>
#include <cstddef>

#include "common/text/fold.h"
#include "indexer/entities/hash.h"

namespace broadsheet {
namespace {

// Keys are hashes, so they lie evenly: the place is near where the key's share
// of all numbers says.
std::size_t find(std::span<const std::uint32_t> keys, std::uint32_t key) {
  const std::size_t guess =
      static_cast<std::size_t>((keys.size() * std::uint64_t{key}) >> 32);
  std::size_t low = guess;
  std::size_t high = guess;
  for (std::size_t step = 64; low > 0 && keys[low] >= key; step *= 2) {
    low -= std::min(low, step);
  }
  for (std::size_t step = 64; high < keys.size() && keys[high] < key;
       step *= 2) {
    high += std::min(keys.size() - high, step);
  }
  const auto begin = keys.begin();
  const auto it =
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                       begin + static_cast<std::ptrdiff_t>(high), key);
  return it != keys.end() && *it == key ? static_cast<std::size_t>(it - begin)
                                        : keys.size();
}

}  // namespace

std::string lexicon_form(std::string_view word) {
  constexpr std::string_view kApostrophe = "’";
  const std::string folded = fold(word);
  std::string form;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (folded[at] == '`' && at > 0 && at + 1 < folded.size()) {
      form += '\'';
    } else if (folded.compare(at, kApostrophe.size(), kApostrophe) == 0) {
      form += '\'';
      at += kApostrophe.size() - 1;
    } else if (folded[at] != '.') {
      form += folded[at];
    }
  }
  return form;
}

std::string acronym_form(std::string_view word) {
  std::string form = lexicon_form(word);
  form += '^';
  return form;
}

std::uint64_t phrase_key(std::uint64_t so_far, std::string_view form) {
  return combined(so_far, hash_of(form));
}

WordEntry Lexicon::word(std::string_view form) const {
  const auto key = static_cast<std::uint32_t>(hash_of(form) >> 32);
  const std::size_t at = find(tables_.word_keys, key);
  if (at == tables_.word_keys.size()) return {};
  return tables_.kinds[tables_.word_kinds[at]];
}

PhraseClass Lexicon::phrase(std::uint64_t key) const {
  const auto top = static_cast<std::uint32_t>(key >> 32);
  const std::size_t at = find(tables_.phrase_keys, top);
  if (at == tables_.phrase_keys.size()) return PhraseClass::kNone;
  return static_cast<PhraseClass>(tables_.phrase_classes[at]);
}

}  // namespace broadsheet
