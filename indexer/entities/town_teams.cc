#include "indexer/entities/town_teams.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/entities/name_words.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

constexpr std::string_view kBefore[] = {
    "against", "beat",     "beating", "beats",     "blanked", "crushed",
    "defeat",  "defeated", "downed",  "edge",      "edged",   "host",
    "hosted",  "hosting",  "hosts",   "held",      "over",    "past",
    "routed",  "swept",    "upset",   "outscored", "stunned", "v",
    "v.",      "visit",    "visited", "visits",    "vs",      "vs."};
constexpr std::string_view kPlays[] = {
    "beat",  "beats", "clinched", "defeated", "downed", "drew",
    "edged", "hit",   "hosts",    "improved", "led",    "leads",
    "lost",  "face",  "faces",    "host",     "meet",   "meets",
    "play",  "plays", "rallied",  "snapped",  "routed", "scored",
    "shut",  "trail", "trailed",  "trails",   "visit",  "visits",
    "won",   "wins",  "held",     "swept",    "needed", "outscored",
    "v",     "v.",    "vs",       "vs."};
constexpr std::string_view kPlaced[] = {"at",  "from", "in",      "near", "of",
                                        "off", "to",   "outside", "for"};
constexpr std::string_view kLeads[] = {"ahead", "defeat", "game",
                                       "games", "points", "rout"};

Words name_of(Words words, const StoryName& mention) {
  return words.subspan(mention.begin, mention.end - mention.begin);
}

bool is_country(Words name) {
  return name.front().has(WordClass::kCountry) ||
         name.front().phrase == PhraseClass::kCountry;
}

/// The mentions of a zone, each with the tokens around it.
class TownTeams {
 public:
  TownTeams(const TokenText& story, Words words,
            std::vector<StoryName>& mentions)
      : story_(story), words_(words), mentions_(mentions) {}

  void mark() {
    count();
    const bool clubs = clubs_ > 2 * lands_ + 1;
    const bool lands = lands_ > 2 * clubs_ + 1;
    const bool sport = playing_ >= kLeastTeams;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      StoryName& mention = mentions_[i];
      if (mention.kind == Label::kLocation && !is_country(name(i))) {
        if ((sport && plays(i)) || (clubs && is_bracketed(i)))
          mention.kind = Label::kOrganisation;
      } else if (mention.kind == Label::kOrganisation) {
        if ((lands && is_bracketed(i) && is_place_name(name(i))) ||
            (playing_ == 0 && !is_bracketed(i) && is_capital(i)))
          mention.kind = Label::kLocation;
      }
    }
    for (std::size_t i = 1; sport && i < mentions_.size(); ++i) mark_partner(i);
  }

 private:
  static constexpr unsigned kLeastTeams = 2;

  Words name(std::size_t i) const { return name_of(words_, mentions_[i]); }
  std::size_t first(std::size_t i) const { return name(i).front().token; }
  std::size_t end(std::size_t i) const {
    return name(i).back().token + std::size_t{1};
  }
  std::string before(std::size_t i, std::size_t back = 1) const {
    return first(i) < back ? std::string() : lower(first(i) - back);
  }
  /// The token in small letters: results may be printed in capitals.
  std::string lower(std::size_t token) const {
    std::string word(story_.at(token));
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return word;
  }

  void count() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const bool club = mentions_[i].kind == Label::kOrganisation;
      playing_ +=
          is_town(i, Label::kOrganisation) && (plays(i) || is_number(end(i)));
      if (!is_bracketed(i)) continue;
      clubs_ += club;
      lands_ += mentions_[i].kind == Label::kLocation && is_country(name(i));
    }
  }

  /// Is the mention of this kind, and called like a town?
  bool is_town(std::size_t i, Label kind) const {
    return mentions_[i].kind == kind && is_place_name(name(i)) &&
           !is_country(name(i));
  }

  /// "Washington", by itself.
  bool is_capital(std::size_t i) const {
    const StoryWord& word = name(i).front();
    return name(i).size() == 1 && !is_in_run(words_, mentions_[i].begin) &&
           (is_sure_place(word) || is_namesake(word));
  }

  bool is_number(std::size_t token) const {
    return token < story_.tokens.size() && !story_.tokens[token].glued &&
           story_.tokens[token].kind == TokenKind::kNumber;
  }

  bool plays(std::size_t i) const {
    return is_opponent(i) || is_winner(i) || is_row(i) || is_host(i) ||
           is_pair(i, i + 1) || (i > 0 && is_pair(i - 1, i));
  }

  /// "past Texas", "four games behind New York".
  bool is_opponent(std::size_t i) const {
    return among(kBefore, before(i)) ||
           (before(i) == "out" && before(i, 2) == "shut") ||
           (before(i) == "of" && among(kLeads, before(i, 2)));
  }

  /// "California held on".
  bool is_winner(std::size_t i) const {
    return among(kPlays, lower(end(i))) && !among(kPlaced, before(i));
  }

  /// The "NEW YORK" of a table's line "NEW YORK 10 6 .625".
  bool is_row(std::size_t i) const {
    const std::size_t third = end(i) + 2;
    return is_number(end(i)) && is_number(end(i) + 1) &&
           (is_number(third) || story_.at(third).starts_with('.')) &&
           opens_line(first(i));
  }

  /// "ST LOUIS 4 CHICAGO 3" or "NEW YORK AT GREEN BAY", a line by itself.
  bool is_pair(std::size_t left, std::size_t right) const {
    if (right >= mentions_.size() || first(right) != end(left) + 1 ||
        is_country(name(left)) || is_country(name(right)))
      return false;
    const bool result = is_number(end(left)) && is_number(end(right));
    return opens_line(first(left)) &&
           ((result && opens_line(end(right) + 1)) ||
            (lower(end(left)) == "at" && opens_line(end(right))));
  }

  /// Is the token the first of a line, or the text's end?
  bool opens_line(std::size_t token) const {
    if (token == 0 || token >= story_.tokens.size()) return true;
    const std::uint32_t from = story_.tokens[token - 1].end;
    const std::uint32_t to = story_.tokens[token].begin;
    return story_.text.substr(from, to - from).find('\n') !=
           std::string_view::npos;
  }

  /// The "Dallas" of a line "Chicago at Dallas".
  bool is_host(std::size_t i) const {
    return i > 0 && before(i) == "at" && end(i - 1) + 1 == first(i) &&
           is_town(i - 1, Label::kOrganisation);
  }

  /// Does it stand in brackets behind a person? "(Real Madrid)" may be there
  /// with its last word only.
  bool is_bracketed(std::size_t i) const {
    if (i == 0 || mentions_[i - 1].kind != Label::kPerson ||
        story_.at(end(i)) != ")")
      return false;
    const std::size_t bracket = end(i - 1);
    return story_.at(bracket) == "(" &&
           (bracket + 1 == first(i) || bracket + 2 == first(i));
  }

  /// "Denver and Dallas are tied": a town beside a team is a team.
  void mark_partner(std::size_t i) {
    const std::size_t link = end(i - 1);
    if (first(i) != link + 1 || story_.at(link) != "and") return;
    if (is_town(i - 1, Label::kOrganisation) && is_town(i, Label::kLocation))
      mentions_[i].kind = Label::kOrganisation;
    else if (is_town(i - 1, Label::kLocation) &&
             is_town(i, Label::kOrganisation) && !among(kPlaced, before(i - 1)))
      mentions_[i - 1].kind = Label::kOrganisation;
  }

  const TokenText& story_;
  Words words_;
  std::vector<StoryName>& mentions_;
  unsigned playing_ = 0;  ///< towns that surely are teams
  unsigned clubs_ = 0;    ///< in brackets behind players
  unsigned lands_ = 0;    ///< countries there
};

}  // namespace

void mark_town_teams(const TokenText& story, Words words,
                     std::vector<StoryName>& mentions) {
  TownTeams(story, words, mentions).mark();
}

}  // namespace broadsheet
