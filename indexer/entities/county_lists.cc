#include "indexer/entities/county_lists.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "indexer/entities/mention_list.h"
#include "indexer/entities/word_set.h"

namespace broadsheet {
namespace {

using Words = std::span<const StoryWord>;

constexpr std::size_t kLongest = 3;  // words of a name: "Prince of Wales-Hyder"

/// Reads the items of a list away from its head, a token, in one direction.
class ListReader {
 public:
  ListReader(const TokenText& story, Words words)
      : story_(story), words_(words) {}

  /// Of the list that ends before token `at`, the last item first; none of it
  /// is before `least`.
  std::vector<StoryName> before(std::size_t at, std::size_t least) const {
    std::vector<StoryName> items;
    for (std::size_t end = at; end > least;) {
      std::size_t begin = end;
      while (begin > least && end - begin < kLongest && is_capital(begin - 1))
        --begin;
      if (!add(begin, end, items) || begin == least) break;
      end = begin - 1;
      if (!parts(end)) break;
      if (is_and(story_, end) && end > least && story_.at(end - 1) == ",")
        --end;
    }
    return items;
  }

  /// Of the list that begins at token `at`: "Eddy ($23,055), Quay and Mora".
  std::vector<StoryName> from(std::size_t at) const {
    std::vector<StoryName> items;
    for (std::size_t begin = at;;) {
      std::size_t end = begin;
      while (end - begin < kLongest && is_capital(end)) ++end;
      if (!add(begin, end, items)) break;
      end = behind_amount(end);
      if (has_lost_letter(end)) {
        items.pop_back();
        for (std::size_t n = 0; n < kLongest && !parts(end); ++n) ++end;
      }
      if (!parts(end)) break;
      begin = end + 1;
      if (is_and(story_, begin)) ++begin;
    }
    return items;
  }

 private:
  /// Where what an item gets ends, if that stands in brackets.
  std::size_t behind_amount(std::size_t token) const {
    constexpr std::size_t kMost = 8;  // tokens
    if (story_.at(token) != "(") return token;
    for (std::size_t end = token + 1; end < token + kMost; ++end)
      if (story_.at(end) == ")") return end + 1;
    return token;
  }

  /// Is it the sign in "Do?a Ana"?
  bool has_lost_letter(std::size_t token) const {
    return story_.at(token) == "?" && !story_.at(token + 1).empty() &&
           story_.tokens[token].end == story_.tokens[token + 1].begin;
  }

  bool parts(std::size_t token) const {
    const std::string_view text = story_.at(token);
    return text == "," || text == ";" || is_and(story_, token);
  }

  /// The word of the story that a token is.
  const StoryWord* word_of(std::size_t token) const {
    const auto at = std::ranges::lower_bound(
        words_, token, {}, [](const auto& word) { return word.token; });
    return at != words_.end() && at->token == token ? &*at : nullptr;
  }

  bool is_capital(std::size_t token) const {
    const StoryWord* const word = word_of(token);
    return word != nullptr && word->capital;
  }

  /// False if there is nothing to be added.
  bool add(std::size_t begin, std::size_t end,
           std::vector<StoryName>& items) const {
    if (begin == end) return false;
    const auto first =
        static_cast<std::uint32_t>(word_of(begin) - words_.data());
    items.push_back({first, first + static_cast<std::uint32_t>(end - begin),
                     Label::kLocation});
    return true;
  }

  const TokenText& story_;
  Words words_;
};

bool is_head(const TokenText& story, const TaggerToken& token) {
  constexpr std::size_t kSize = 8;  // of each
  static const WordSet heads(
      "counties Counties COUNTIES parishes Parishes PARISHES");
  return token.size() == kSize && heads.has(token.in(story.text));
}

/// Behind "counties" and "of", "are", ":" ..., or "that will benefit include";
/// nothing if it has none of these.
std::optional<std::size_t> list_behind(const TokenText& story,
                                       std::size_t head) {
  static const WordSet links(
      "( : are as being include includes including is of such");
  static const WordSet distant(": being include includes including");
  constexpr std::size_t kMost = 15;  // tokens between
  const auto behind_links = [&](std::size_t at) {
    while (links.has(story.at(at))) ++at;
    return at;
  };
  const std::size_t near = behind_links(head + 1);
  if (near > head + 1) return near;
  for (std::size_t at = head + 1; at < head + kMost; ++at) {
    if (story.at(at) == ".") break;
    if (distant.has(story.at(at))) return behind_links(at);
  }
  return std::nullopt;
}

}  // namespace

void mark_county_lists(const TokenText& story, Words words,
                       std::vector<StoryName>& mentions) {
  const ListReader lists(story, words);
  std::vector<StoryName> counties;
  const auto take = [&](std::vector<StoryName>&& items) {
    if (items.size() < 2) return;
    counties.insert(counties.end(), items.begin(), items.end());
  };
  std::size_t least = 0;
  for (std::size_t at = 0; at < story.tokens.size(); ++at) {
    if (!is_head(story, story.tokens[at])) continue;
    take(lists.before(at, least));
    least = at + 1;
    if (const auto behind = list_behind(story, at)) take(lists.from(*behind));
  }
  // A list between two heads is read from both.
  std::ranges::sort(counties, {}, &StoryName::begin);
  const auto shares = [](const StoryName& one, const StoryName& next) {
    return next.begin < one.end;
  };
  counties.erase(std::unique(counties.begin(), counties.end(), shares),
                 counties.end());
  overlay(counties, mentions);
}

}  // namespace broadsheet
