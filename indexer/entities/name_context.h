// What the tokens around a name say of it. Each function takes the index of a
// token that may lie beyond the text's last.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/token.h"

namespace broadsheet {

/// A text with its tokens.
struct TokenText {
  std::string_view text;
  const std::vector<TaggerToken>& tokens;

  std::string_view at(std::size_t i) const {
    return i < tokens.size() ? tokens[i].in(text) : std::string_view();
  }
};

/// Has a text of some length no commas and no points?
bool is_bare(const TokenText& story);

/// Is it "said"? Then a name before it is no place.
bool speaks(const TokenText& story, std::size_t at);

/// Does "in" stand before it? Then a town's name means no team of it.
bool is_inside(const TokenText& story, std::size_t at);

/// Does "in", "at" or "near" stand before it?
bool is_placed(const TokenText& story, std::size_t at);

/// Or "for", "from", "of", "to"?
bool is_approached(const TokenText& story, std::size_t at);

/// "and", "or".
bool is_and(const TokenText& story, std::size_t at);

/// "left for", "flew to": what a journey's end or beginning follows.
bool is_destination(const TokenText& story, std::size_t at);

/// Does "by" or "ahead of" stand before it?
bool is_agent(const TokenText& story, std::size_t at);

/// "judge", "coach": an office in small letters, which a name follows.
bool follows_office(const TokenText& story, std::size_t at);

/// Is it "urges", which firms hardly do?
bool urges(const TokenText& story, std::size_t at);

/// Does it open a flash, "****** ..."?
bool is_flash(const TokenText& story, std::size_t at);

/// Is it the last of a text that gives its source so: "... - Poehl"?
bool is_source(const TokenText& story, std::size_t at);

/// "the president of the coffee institute, ": an office held by who follows.
bool holds_office(const TokenText& story, std::size_t at);

/// Does "the" stand before it?
bool has_article(const TokenText& story, std::size_t at);

/// Is it the hyphen of "Dallas-based"? Then a town is meant.
bool is_base(const TokenText& story, std::size_t at);

/// Is it the ending of "Moody's"?
bool is_possessive(const TokenText& story, std::size_t at);

/// Does such an ending stand before it?
bool follows_possessive(const TokenText& story, std::size_t at);

/// Does "<" stand before the name, or a stock's sign "<EFH>" behind it?
bool is_listed(const TokenText& story, std::size_t first, std::size_t end);

/// Is it the comma of ", Inc."?
bool is_incorporated(const TokenText& story, std::size_t at);

/// Is it a word of accounts, "Shr" or "Revs", a currency or the agency's own?
bool is_account(const TokenText& story, std::size_t at);

/// Does "tanker" or "cyclone" stand before it? Then no person bears the name.
bool is_ship(const TokenText& story, std::size_t at);

/// Does "Committee on" stand before it? Then it is what one deals with.
bool is_matter(const TokenText& story, std::size_t at);

/// Is it the "S." of "S. 1843", a bill?
bool is_numbered(const TokenText& story, std::size_t at);

/// Is it "mid-February"?
bool is_date(const TokenText& story, std::size_t at);

/// Do only a quoted word or two stand between these tokens?
bool only_nickname_between(const TokenText& story, std::size_t left,
                           std::size_t right);

}  // namespace broadsheet
