#include "indexer/entities/name_context.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {
namespace {

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kSpeech[] = {"added", "asked", "said",
                                        "says",  "told",  "wrote"};
constexpr std::string_view kUrges[] = {
    "DOUBTS", "HOPES", "MAINTAINS", "URGES", "VOWS", "WELCOMES",
    "doubts", "hopes", "maintains", "urges", "vows", "welcomes"};
constexpr std::string_view kInside[] = {"in", "In", "IN"};
constexpr std::string_view kSites[] = {"at", "At", "near", "Near"};
constexpr std::string_view kApproaches[] = {"for", "from", "of", "to"};
constexpr std::string_view kOffices[] = {
    "archbishop", "bishop",     "captain",     "chief",    "coach",
    "colonel",    "commander",  "emir",        "general",  "goalkeeper",
    "governor",   "journalist", "judge",       "king",     "lawyer",
    "leader",     "mayor",      "midfielder",  "minister", "nurse",
    "poet",       "premier",    "president",   "priest",   "prince",
    "princess",   "professor",  "queen",       "senator",  "singer",
    "speaker",    "spokesman",  "spokeswoman", "striker",  "sultan",
    "teacher"};
constexpr std::string_view kJourneys[] = {
    "arrived", "came",   "drove",     "fled",     "flew", "fly",
    "flying",  "leave",  "leaves",    "leaving",  "left", "marched",
    "sailed",  "travel", "travelled", "traveled", "trip", "walked"};
constexpr std::string_view kDirections[] = {"for", "from", "to"};
constexpr std::string_view kArticles[] = {"the", "The", "THE"};
constexpr std::string_view kBases[] = {"area", "based", "born", "bound"};
constexpr std::string_view kPossessives[] = {"'s", "’s", "'S", "’S"};
constexpr std::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view kAccounts[] = {
    "Avg",      "DOLLAR", "Dlrs", "Dollar",   "FRANCS",   "Francs",
    "NIL",      "Net",    "Nil",  "Oper",     "PLATINUM", "Platinum",
    "Qtly",     "Qtr",    "REVS", "Reuter",   "Revs",     "SHR",
    "STERLING", "Shr",    "Shrs", "Sterling", "YEN",      "Yen"};
constexpr std::string_view kIncorporated[] = {
    "INC", "INC.", "Inc", "Inc.", "LLC", "LTD", "LTD.", "Ltd", "Ltd."};
constexpr std::string_view kShips[] = {
    "destroyer", "dhow",    "ferry",     "freighter", "frigate",   "schooner",
    "ship",      "steamer", "submarine", "tanker",    "trawler",   "tug",
    "tugboat",   "vessel",  "warship",   "yacht",     "cyclone",   "hurricane",
    "typhoon",   "ferries", "tankers",   "gunboat",   "icebreaker"};
constexpr std::string_view kCommittees[] = {"Committee", "committee",
                                            "Subcommittee", "subcommittee"};
constexpr std::string_view kQuotes[] = {"\"", "“", "”", "``",
                                        "''", "‘", "’", "'"};

}  // namespace

bool is_bare(const TokenText& story) {
  constexpr std::size_t kLeast = 50;
  if (story.tokens.size() < kLeast) return false;
  std::size_t marks = 0;
  for (const TaggerToken& token : story.tokens) {
    const char first = story.text[token.begin];
    marks += first == ',' || first == '.';
    if (marks * 100 >= story.tokens.size()) return false;
  }
  return true;
}

bool speaks(const TokenText& story, std::size_t at) {
  return among(kSpeech, story.at(at));
}

bool is_inside(const TokenText& story, std::size_t at) {
  return at > 0 && among(kInside, story.at(at - 1));
}

bool is_placed(const TokenText& story, std::size_t at) {
  return is_inside(story, at) || (at > 0 && among(kSites, story.at(at - 1)));
}

bool is_approached(const TokenText& story, std::size_t at) {
  return is_placed(story, at) ||
         (at > 0 && among(kApproaches, story.at(at - 1)));
}

bool is_and(const TokenText& story, std::size_t at) {
  return story.at(at) == "and" || story.at(at) == "or";
}

bool is_destination(const TokenText& story, std::size_t at) {
  return at > 1 && among(kDirections, story.at(at - 1)) &&
         among(kJourneys, story.at(at - 2));
}

bool is_agent(const TokenText& story, std::size_t at) {
  return (at > 0 && story.at(at - 1) == "by") ||
         (at > 1 && story.at(at - 1) == "of" && story.at(at - 2) == "ahead");
}

bool follows_office(const TokenText& story, std::size_t at) {
  return at > 0 && among(kOffices, story.at(at - 1));
}

bool urges(const TokenText& story, std::size_t at) {
  return among(kUrges, story.at(at));
}

bool is_flash(const TokenText& story, std::size_t at) {
  return at == 1 && story.at(0).starts_with('*');
}

bool is_source(const TokenText& story, std::size_t at) {
  return at + 1 == story.tokens.size() && at > 3 && story.at(at - 1) == "-" &&
         story.tokens[at].letters == LetterCase::kCapital;
}

bool holds_office(const TokenText& story, std::size_t at) {
  constexpr std::size_t kFarthest = 9;
  if (at < 4 || story.at(at - 1) != ",") return false;
  for (std::size_t i = at - 2; i > 0 && at - i < kFarthest; --i) {
    if (story.at(i) == "," || story.tokens[i].opens_sentence) return false;
    if (story.at(i) == "of" && among(kOffices, story.at(i - 1))) return true;
  }
  return false;
}

bool has_article(const TokenText& story, std::size_t at) {
  return at > 0 && among(kArticles, story.at(at - 1));
}

bool is_base(const TokenText& story, std::size_t at) {
  return story.at(at) == "-" && story.tokens[at].glued &&
         among(kBases, story.at(at + 1));
}

bool follows_possessive(const TokenText& story, std::size_t at) {
  return at > 0 && is_possessive(story, at - 1);
}

bool is_possessive(const TokenText& story, std::size_t at) {
  return among(kPossessives, story.at(at)) && story.tokens[at].glued;
}

bool is_listed(const TokenText& story, std::size_t first, std::size_t end) {
  if (first > 0 && story.at(first - 1) == "<") return true;
  return story.at(end) == "<" && end + 1 < story.tokens.size() &&
         story.tokens[end + 1].letters == LetterCase::kUpper &&
         (story.at(end + 2) == ">" || story.at(end + 2) == ".");
}

bool is_incorporated(const TokenText& story, std::size_t at) {
  return story.at(at) == "," && among(kIncorporated, story.at(at + 1));
}

bool is_account(const TokenText& story, std::size_t at) {
  return among(kAccounts, story.at(at));
}

bool is_ship(const TokenText& story, std::size_t at) {
  return at > 0 && story.tokens[at - 1].letters == LetterCase::kLower &&
         among(kShips, story.at(at - 1));
}

bool is_matter(const TokenText& story, std::size_t at) {
  return at > 1 && story.at(at - 1) == "on" &&
         among(kCommittees, story.at(at - 2));
}

bool is_numbered(const TokenText& story, std::size_t at) {
  const std::string_view word = story.at(at);
  const bool letter = word.size() == 1 || (word.size() == 2 && word[1] == '.');
  return letter && at + 1 < story.tokens.size() &&
         story.tokens[at + 1].kind == TokenKind::kNumber;
}

bool is_date(const TokenText& story, std::size_t at) {
  const std::string_view word = story.at(at);
  const std::size_t hyphen = word.find('-');
  return hyphen != word.npos && among(kMonths, word.substr(hyphen + 1));
}

bool only_nickname_between(const TokenText& story, std::size_t left,
                           std::size_t right) {
  constexpr std::size_t kMostWords = 2;
  if (right < left + 4 || right > left + 3 + kMostWords) return false;
  const std::string_view opens = story.at(left + 1);
  const std::string_view closes = story.at(right - 1);
  const bool quoted = among(kQuotes, opens) && among(kQuotes, closes);
  if (!quoted && (opens != "(" || closes != ")")) return false;
  for (std::size_t i = left + 2; i < right - 1; ++i)
    if (among(kQuotes, story.at(i)) ||
        story.tokens[i].letters < LetterCase::kCapital)
      return false;
  return !story.tokens[right].opens_sentence;
}

}  // namespace broadsheet
