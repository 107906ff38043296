#include "indexer/entities/lexicon.h"

#include <cstddef>

#include "common/text/fold.h"
#include "indexer/entities/hash.h"

namespace broadsheet {
Lexicon::SortedKeys::SortedKeys(std::span<const std::uint32_t> keys)
    : keys_(keys) {
  constexpr std::uint32_t kLast = UINT32_MAX >> kShift;
  for (std::uint32_t i = 0; i < keys.size(); ++i)
    begins_.resize((keys[i] >> kShift) + 1, i);
  begins_.resize(kLast + 2, static_cast<std::uint32_t>(keys.size()));
}

// Keys are hashes, so those of the same highest bits are few.
std::size_t Lexicon::SortedKeys::find(std::uint32_t key) const {
  const std::uint32_t end = begins_[(key >> kShift) + 1];
  for (std::uint32_t at = begins_[key >> kShift]; at < end; ++at)
    if (keys_[at] == key) return at;
  return kNone;
}

std::string lexicon_form(std::string_view word) {
  constexpr std::string_view kApostrophe = "’";
  std::string form = fold(word);
  char* out = form.data();  // the form grows over what has been read
  for (std::size_t at = 0; at < form.size(); ++at) {
    const char c = form[at];
    if (c == '`' && at > 0 && at + 1 < form.size()) {
      *out++ = '\'';
    } else if (c == kApostrophe[0] &&
               form.compare(at, kApostrophe.size(), kApostrophe) == 0) {
      *out++ = '\'';
      at += kApostrophe.size() - 1;
    } else if (c != '.') {
      *out++ = c;
    }
  }
  form.resize(static_cast<std::size_t>(out - form.data()));
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
  const std::size_t at = words_.find(key);
  if (at == SortedKeys::kNone) return {};
  return tables_.kinds[tables_.word_kinds[at]];
}

PhraseClass Lexicon::phrase(std::uint64_t key) const {
  const auto top = static_cast<std::uint32_t>(key >> 32);
  const std::size_t at = phrases_.find(top);
  if (at == SortedKeys::kNone) return PhraseClass::kNone;
  return static_cast<PhraseClass>(tables_.phrase_classes[at]);
}

}  // namespace broadsheet
