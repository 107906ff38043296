// Which of the dates that a source gives is the story's.
#pragma once

#include <string>
#include <string_view>

#include "common/news/article.h"

namespace broadsheet {

/// Where a date was found, in order of trust: the first one that can be read
/// and is plausible wins, whatever order they are offered in.
enum class DateOrigin : unsigned char {
  kJsonLd,
  kMeta,
  kTimeElement,
  kFeed,
  kDateline,
  kText,
  kPath,
};

/// As it stands in Article::date_source.
std::string_view to_string(DateOrigin origin);

/// Offers a text that is meant to be a date. A better one replaces what the
/// article has; an unreadable or impossible one is kept in date_rejected,
/// unless a better one was found before.
void offer_date(Article& article, DateOrigin origin, std::string_view text);

/// The same for a date already read; `text` is how it was spelled.
void offer_date(Article& article, DateOrigin origin, const Date& date,
                std::string_view text);

/// Do the words before a date say that it is an update's?
bool tells_update(std::string_view words);

/// Takes a dateline from the first paragraph, if it begins with one and the
/// source gave none, and offers the date in it.
void take_dateline(Article& article);

/// Offers the date in the path, if there is one.
void offer_path_date(Article& article, std::string_view path);

}  // namespace broadsheet
