#include "indexer/entities/region_finder.h"

#include <algorithm>

#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

const WordTraits kNoWord;

// Small words that may stand inside a name, besides particles.
bool is_joint(const WordTraits& word) {
  static const WordSet joints("& 's and for in of on the ’s");
  return joints.has(word.cased);
}

bool has_capital(LetterCase letters) {
  return letters >= LetterCase::kCapital;
}

}  // namespace

std::size_t RegionFinder::sentence_end(const std::vector<TaggerToken>& tokens,
                                       std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < tokens.size() && !tokens[end].opens_sentence) ++end;
  return end;
}

void RegionFinder::open_sentence(std::string_view text,
                                 const std::vector<TaggerToken>& tokens,
                                 std::size_t begin, std::size_t end) {
  text_ = text;
  tokens_ = tokens.data() + begin;
  first_ = begin;
  count_ = end - begin;
  used_ = at_ = 0;
  changed_.clear();
  readings_.clear();
  const Style how = style();
  in_capitals_ = how == Style::kCapitals;
  changed_.reserve(count_ * (in_capitals_ ? 2 : 1));
  for (std::size_t i = 0; i < count_; ++i) {
    const TaggerToken& token = tokens_[i];
    const bool capital = has_capital(token.letters);
    if (capital && token.kind == TokenKind::kWord)
      readings_.push_back(read(token, how));
    else
      readings_.push_back({token.in(text_), capital});
  }
  ask_ahead();
  if (in_capitals_) restore_places();
}

// What regions will hold is on its way from memory when they are found.
void RegionFinder::ask_ahead() {
  std::size_t next = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    if (!readings_[i].capital) continue;
    next = std::max(next, i - std::min<std::size_t>(i, kReach));
    for (const std::size_t end = std::min(i + kReach + 1, count_); next < end;
         ++next)
      ask(next);
  }
}

void RegionFinder::ask(std::size_t at) {
  Reading& reading = readings_[at];
  if (reading.key != 0) return;
  reading.key = word_key(reading.text, tokens_[at].kind);
  words_.fetch(reading.key);
}

// A line is in capitals if its long words are; a headline, if nearly all words
// of four letters and more begin with one.
RegionFinder::Style RegionFinder::style() const {
  std::array<std::size_t, kLetterCases> words{};
  for (std::size_t i = 0; i < count_; ++i) {
    const TaggerToken& token = tokens_[i];
    if (token.kind == TokenKind::kWord && token.size() >= 4)
      ++words[static_cast<std::size_t>(token.letters)];
  }
  const auto number_of = [&words](LetterCase letters) {
    return words[static_cast<std::size_t>(letters)];
  };
  const std::size_t small = number_of(LetterCase::kLower);
  const std::size_t upper = number_of(LetterCase::kUpper);
  const std::size_t all = small + upper + number_of(LetterCase::kCapital) +
                          number_of(LetterCase::kMixed);
  if (upper >= 2 && upper * 4 >= all * 3) return Style::kCapitals;
  const bool title = all >= 4 && small * 8 <= all;
  return title ? Style::kTitle : Style::kPlain;
}

RegionFinder::Reading RegionFinder::read(const TaggerToken& token, Style how) {
  const std::string_view word = token.in(text_);
  if (how == Style::kCapitals && token.letters == LetterCase::kUpper) {
    return read_capitals(word);
  }
  const bool opens =
      token.opens_sentence || token.opens_clause || how == Style::kTitle;
  const bool acronym = token.letters == LetterCase::kUpper && token.size() > 1;
  if (!opens || acronym) return {word, true};
  make_room();
  const std::uint64_t key = word_key(word, token.kind);
  const WordTraits& known = words_.look_up(key, word, token.kind);
  const bool ordinary =
      known.small == SmallShare::kAlways && !known.has(WordClass::kGiven);
  if (!ordinary) return {word, true, false, key, &known};
  changed_.push_back(lowered(word));
  return {changed_.back(), false, true};
}

RegionFinder::Reading RegionFinder::read_capitals(std::string_view word) {
  const std::uint64_t key = hash_of(word);
  Known& known = known_[key % known_.size()];
  if (known.key != key) known = {key, elsewhere(word)};
  if (known.elsewhere == Elsewhere::kCapitals) return {word, true, false};
  const bool small = known.elsewhere == Elsewhere::kSmall;
  changed_.push_back(small ? lowered(word) : capitalised(word));
  return {changed_.back(), !small, true};
}

RegionFinder::Elsewhere RegionFinder::elsewhere(std::string_view word) const {
  if (lexicon_.word(acronym_form(word)) != WordEntry{}) {
    return Elsewhere::kCapitals;
  }
  const SmallShare small = lexicon_.word(lexicon_form(word)).small;
  const bool ordinary =
      small == SmallShare::kAlways || small == SmallShare::kMostly;
  return ordinary ? Elsewhere::kSmall : Elsewhere::kCapitalised;
}

bool RegionFinder::is_connector(std::size_t at) {
  return is_joint(word_at(at)) || leads(at);
}

// May the word begin a name although it is small, as in "bin Laden"?
bool RegionFinder::leads(std::size_t at) {
  const TaggerToken& token = tokens_[at];
  if (token.kind != TokenKind::kWord || token.size() > 5) return false;
  return word_at(at).has(WordClass::kParticle);
}

// "Monday", "I": capitals that by themselves never name anything.
bool RegionFinder::is_plain(std::size_t begin, std::size_t end) {
  if (end - begin > 1) return false;
  const WordTraits& word = word_at(begin);
  const bool plain = word.has(WordClass::kDay) || word.has(WordClass::kMonth) ||
                     word.has(WordClass::kFunction);
  return plain && !word.has(WordClass::kGiven) &&
         !word.has(WordClass::kFamily) && !word.has(WordClass::kAcronymOrg) &&
         !word.has(WordClass::kCountry);
}

bool RegionFinder::next_region() {
  std::size_t end = at_;
  do {
    at_ = end;
    while (at_ < count_ && !readings_[at_].capital) ++at_;
    if (at_ == count_) return false;
    make_room();
    end = region_end(at_);
  } while (is_plain(at_, end));
  std::size_t begin = at_;
  constexpr std::size_t kLeading = 2;
  while (begin > used_ && at_ - begin < kLeading && leads(begin - 1)) --begin;
  if (begin == at_ && begin > used_ &&
      tokens_[begin - 1].kind == TokenKind::kNumber) {
    --begin;
  }
  used_ = at_ = end;
  fill(begin, at_);
  return true;
}

// The end of the stretch of capitals, over up to three connectors at a time.
std::size_t RegionFinder::region_end(std::size_t begin) {
  constexpr std::size_t kConnectors = 3;
  std::size_t end = begin + 1;
  while (end < count_ && end - begin < kLongestRegion) {
    std::size_t next = end;
    while (next < count_ && next - end < kConnectors &&
           !readings_[next].capital && is_connector(next)) {
      ++next;
    }
    if (next == count_ || !readings_[next].capital) break;
    end = next + 1;
  }
  return end;
}

const WordTraits& RegionFinder::word_at(std::size_t at) {
  Reading& reading = readings_[at];
  if (reading.word == nullptr) {
    ask(at);
    reading.word = &words_.look_up(reading.key, reading.text, tokens_[at].kind);
  }
  return *reading.word;
}

void RegionFinder::make_room() {
  if (!words_.make_room()) return;
  for (Reading& reading : readings_) reading.word = nullptr;
}

void RegionFinder::fill(std::size_t begin, std::size_t end) {
  Region& region = found_.region;
  found_.first = static_cast<std::uint32_t>(first_ + begin);
  region.words.clear();
  region.opens_sentence = begin == 0;
  region.in_capitals = in_capitals_;
  for (std::size_t i = 0; i < end - begin + 2 * kReach; ++i) {
    const bool inside = begin + i >= kReach && begin + i - kReach < count_;
    region.words.push_back(inside ? &word_at(begin + i - kReach) : &kNoWord);
  }
  mark_runs();
  mark_phrases();
}

void RegionFinder::mark_runs() {
  Region& region = found_.region;
  region.run_begin.assign(region.words.size(), 0);
  region.run_end.assign(region.words.size(), 0);
  for (std::size_t i = region.begin(); i < region.end();) {
    std::size_t end = i + 1;
    while (region.words[i]->capital && end < region.end() &&
           region.words[end]->capital) {
      ++end;
    }
    for (std::size_t j = i; j < end; ++j) {
      region.run_begin[j] = static_cast<std::uint32_t>(i);
      region.run_end[j] = static_cast<std::uint32_t>(end);
    }
    i = end;
  }
}

void RegionFinder::mark_phrases() {
  found_.region.phrases.assign(found_.region.words.size(), 0);
  for (std::size_t i = found_.region.begin(); i < found_.region.end(); ++i) {
    if (found_.region.phrases[i] == 0) mark_phrase_at(i);
  }
}

template <class Form>
std::pair<std::size_t, PhraseClass> RegionFinder::longest_phrase(
    std::size_t most, Form&& form) const {
  constexpr std::size_t kMost = Lexicon::kLongestPhrase;
  std::pair<std::size_t, PhraseClass> best{0, PhraseClass::kNone};
  std::uint64_t key = 0;
  for (std::size_t n = 0; n < std::min(most, kMost); ++n) {
    key = combined(key, form(n));
    const PhraseClass kind = n == 0 ? best.second : lexicon_.phrase(key);
    if (kind != PhraseClass::kNone) best = {n + 1, kind};
  }
  return best;
}

// In a line of capitals, the "NEW" of "NEW ZEALAND" is no ordinary word, nor
// that of "NEW YORK KNICKS".
void RegionFinder::restore_places() {
  for (std::size_t i = 0; i + 1 < count_; ++i) {
    const Reading& first = readings_[i];
    const bool read_small = first.changed && !first.capital;
    if (!read_small || !readings_[i + 1].capital) continue;
    make_room();
    if (!word_at(i).has(WordClass::kPhraseStart)) continue;
    const auto [size, kind] = longest_phrase(
        count_ - i, [&](std::size_t n) { return word_at(i + n).form; });
    if (kind == PhraseClass::kNone ||
        (kind > PhraseClass::kCityMiddle && kind != PhraseClass::kOrganisation))
      continue;
    for (const std::size_t end = i + size; i < end; ++i) {
      changed_.push_back(capitalised(tokens_[i].in(text_)));
      readings_[i] = {changed_.back(), true, true};
    }
    --i;
  }
}

// Marks the longest phrase of the lexicon that begins here.
void RegionFinder::mark_phrase_at(std::size_t at) {
  Region& region = found_.region;
  if (!region.words[at]->has(WordClass::kPhraseStart)) return;
  const auto [size, kind] =
      longest_phrase(region.end() - at,
                     [&](std::size_t n) { return region.words[at + n]->form; });
  for (std::size_t n = 0; n < size; ++n) {
    region.phrases[at + n] =
        static_cast<std::uint8_t>(2 * static_cast<unsigned>(kind) + (n > 0));
  }
}

}  // namespace broadsheet
