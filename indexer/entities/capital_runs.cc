#include "indexer/entities/capital_runs.h"

#include <algorithm>

#include "indexer/entities/given_names.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostParticles = 3;
/// Longer runs are cut, so that reading one is bounded.
constexpr std::size_t kLongestRun = 40;  // words

/// Particles that English text has as words of its own. These need a hyphen
/// behind them ("as-Sisi") ...
bool needs_hyphen(std::string_view folded) {
  static const WordSet set("as an ad ar at az ash ur bar");
  return set.has(folded);
}

/// ... and these a capital before them ("Marijke ten Broek").
bool needs_capital(std::string_view folded) {
  static const WordSet set("do den ten e le les los las wa st mac mc d'");
  return set.has(folded);
}

}  // namespace

bool opens_sentence(const Word& word) {
  return word.join == Join::kSentence || word.opener == '"';
}

namespace {

class Cutter {
 public:
  Cutter(const std::vector<Word>& words, const CaseCounts& cases)
      : words_(words), cases_(cases) {}

  std::vector<WordRange> run() {
    std::vector<WordRange> runs;
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t last = starts(at) ? end_of(at) : at;
      if (last > at) runs.push_back({at, last});
      at = std::max(last, at + 1);
    }
    return runs;
  }

 private:
  const Word& word(std::size_t i) const { return words_[i]; }

  bool joined(std::size_t i) const {
    if (i >= words_.size()) return false;
    const Join join = word(i).join;
    return join == Join::kSpace || join == Join::kHyphen;
  }

  bool starts(std::size_t i) const {
    if (word(i).capital()) return !breaks(i);
    return is_particle(word(i).folded) && after_particles(i) > i;
  }

  /// Is this capital only a sentence's, or a day's or a function word's?
  bool breaks(std::size_t i) const {
    const Word& w = word(i);
    if (w.shape == Shape::kInitial && w.folded.size() > 1) return false;
    if (w.shape == Shape::kUpper && w.folded == "us") return false;
    if (is_calendar_word(w.folded)) return !behind_given_name(i);
    if (is_function_word(w.folded)) return true;
    // A word that only its sentence made large may still open a name ("New
    // York"); who reads the run takes it off if it does not.
    const bool goes_on = joined(i + 1) && (word(i + 1).capital() ||
                                           is_particle(word(i + 1).folded));
    return opens_sentence(w) && !goes_on &&
           (is_common_word(w.folded) || cases_.mostly_lower(w.folded));
  }

  bool follows_capital(std::size_t i) const {
    return i > 0 && joined(i) && word(i - 1).capital();
  }

  /// "Theresa May".
  bool behind_given_name(std::size_t i) const {
    return i > 0 && word(i).join == Join::kSpace &&
           is_given_name(word(i - 1).folded) && word(i - 1).capital();
  }

  /// The capital behind the particles that begin at `i`; `i` if none is.
  std::size_t after_particles(std::size_t i) const {
    std::size_t at = i;
    while (at < words_.size() && at - i < kMostParticles &&
           !word(at).capital()) {
      if (!is_particle(word(at).folded) || !joined(at + 1)) return i;
      if (needs_hyphen(word(at).folded) && word(at + 1).join != Join::kHyphen)
        return i;
      if (at == i && needs_capital(word(at).folded) &&
          word(at + 1).join != Join::kHyphen && !follows_capital(i))
        return i;
      ++at;
    }
    return at < words_.size() && word(at).capital() && !breaks(at) ? at : i;
  }

  std::size_t end_of(std::size_t first) const {
    std::size_t at = first + 1;
    if (!word(first).capital()) at = after_particles(first) + 1;
    bool tail = false;  // inside the "of ..." of an organisation
    while (at < words_.size() && at - first < kLongestRun) {
      const bool ampersand = word(at).join == Join::kAmpersand;
      if (!joined(at) && !ampersand) break;
      const std::size_t next = extended(first, at, tail);
      if (next == at) break;
      at = next;
    }
    return at;
  }

  /// Where the run goes on behind `at`; `at` if it ends there.
  std::size_t extended(std::size_t first, std::size_t at, bool& tail) const {
    if (word(at).capital()) return breaks(at) ? at : at + 1;
    if (is_particle(word(at).folded)) {
      const std::size_t next = after_particles(at);
      if (next > at) return next + 1;
    }
    return extended_by_tail(first, at, tail);
  }

  /// "of Foreign Affairs", "for Economic Cooperation and Development".
  std::size_t extended_by_tail(std::size_t first, std::size_t at,
                               bool& tail) const {
    static const WordSet links("of for on");
    const std::string_view folded = word(at).folded;
    if (folded == "and" && joined(at + 1) &&
        (ends_firm(at + 1) || pairs_up(at)))
      return at + 2;
    const bool opens = links.has(folded) && takes_tail(first, at);
    const bool goes_on = folded == "and" && tail && lists_affairs(first);
    if (!opens && !goes_on) return at;
    std::size_t next = at + 1;
    if (opens && next < words_.size() && word(next).folded == "the") ++next;
    if (!joined(at + 1) || !joined(next) || !word(next).capital() ||
        breaks(next))
      return at;
    if (goes_on && opens_name(next)) return at;
    tail = true;
    return next + 1;
  }

  /// "Merck and Co".
  bool ends_firm(std::size_t i) const {
    static const WordSet set("co company sons brothers bros partners");
    return word(i).capital() && word(i).join == Join::kSpace &&
           set.has(word(i).folded);
  }

  /// "Securities and Exchange Commission", "Telephone and Telegraph".
  bool pairs_up(std::size_t at) const {
    static const WordSet set(
        "securities food savings telephone ways cable trade commerce science "
        "health housing education agriculture fish oceanic aeronautics budget "
        "research arts industry labor labour culture transport water oil gas "
        "iron steel coal standard black olin procter marks abercrombie simon "
        "dun arms armed human economic radio monuments mergers home");
    return word(at - 1).capital() && set.has(word(at - 1).folded) &&
           word(at).join == Join::kSpace && word(at + 1).capital() &&
           word(at + 1).join == Join::kSpace;
  }

  /// Does the run begin as bodies do that are named for what they care for
  /// ("Trade and Industry")? A bank's or a university's "and" parts two names.
  bool lists_affairs(std::size_t first) const {
    static const WordSet set(
        "ministry department minister secretary organization organisation "
        "committee subcommittee commission bureau council office center centre "
        "institute association administration federation conference board "
        "undersecretary directorate agency commissioner fund agreement");
    for (std::size_t i = first; i < words_.size() && i < first + 5; ++i)
      if (set.has(word(i).folded)) return true;
    return false;
  }

  bool opens_name(std::size_t i) const {
    const Word& w = word(i);
    return w.shape == Shape::kUpper || is_given_name(w.folded) ||
           is_honorific(w.folded) || is_role(w.folded) ||
           is_known_org(w.folded) || is_org_head(w.folded);
  }

  bool takes_tail(std::size_t first, std::size_t at) const {
    const std::string_view before = word(at - 1).folded;
    if (!word(at - 1).capital()) return false;
    if (is_org_head(before) || is_role(before)) return true;
    if (word(at).folded == "for" && at >= first + 3 &&
        is_role(word(at - 3).folded))
      return true;  // "Undersecretary of State for Economic Affairs"
    return at - first > 1 && is_org_ending(before);
  }

  const std::vector<Word>& words_;
  const CaseCounts& cases_;
};

}  // namespace

void CaseCounts::count(const std::vector<Word>& words) {
  for (const Word& word : words) {
    Counts& counts = counts_[word.folded];
    if (word.shape == Shape::kLower)
      ++counts.lower;
    else if (!opens_sentence(word))
      ++counts.capital;
  }
}

bool CaseCounts::mostly_lower(std::string_view folded) const {
  const auto found = counts_.find(folded);
  return found != counts_.end() &&
         found->second.lower > 2 * found->second.capital;
}

bool CaseCounts::ever_lower(std::string_view folded) const {
  const auto found = counts_.find(folded);
  return found != counts_.end() && found->second.lower > 0;
}

std::vector<WordRange> capital_runs(const std::vector<Word>& words,
                                    const CaseCounts& cases) {
  return Cutter(words, cases).run();
}

}  // namespace broadsheet
