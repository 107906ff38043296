// A story as its source gave it: nothing here is inferred.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "common/text/date.h"

namespace broadsheet {

/// What a reader takes from a source. Text is UTF-8 without control
/// characters; `body` has paragraphs separated by one "\n" and no line breaks
/// inside them. A field the source does not give stays empty.
struct Article {
  /// The part of the origin behind '#': the record's number (from 1) or own id
  /// inside its file; empty where the file is one story.
  std::string fragment;
  /// Where it was read: input name, then '#' and the fragment. Filled by the
  /// pipeline, not by readers.
  std::string origin;
  /// The source's own identifier as it stands ("1234", a URN, a GUID).
  std::string source_id;

  std::string headline;
  std::string body;
  std::string dateline;  ///< as printed: "SALVADOR, Feb 26"
  std::string byline;    ///< persons, "; " between them; no leading "By"

  Date date;                  ///< the publication date as printed
  std::string date_source;    ///< which part of the source gave it: "meta" ...
  std::string date_rejected;  ///< text of a date that was dropped
  /// Where the source gives a moment and no day, in seconds since 1970: the
  /// date is that of UTC, until the source's time zone is known.
  std::optional<std::int64_t> instant;

  std::string source;  ///< outlet or agency
  std::string section;
  std::string language;  ///< ISO 639-1 as declared; empty if not
  std::string url;
  std::string status;             ///< "" (usable), "killed", "embargoed", ...
  std::string embargo;            ///< visible from: "YYYYMMDDhhmmss" in UTC
  bool embargo_is_local = false;  ///< until the source's time zone is known
  std::string version;            ///< the source's version of this story
  std::string correction;         ///< text of a published correction
  std::string crawled;  ///< when a crawler saved the page: ISO 8601 in UTC
  /// How sure the recognition of a scanned text was of its words: the mean,
  /// above 0 to 1; 0 where it does not tell.
  double word_confidence = 0;

  std::vector<std::string> topics;
  std::vector<std::string> people;  ///< editors' codes and names, as given
  std::vector<std::string> places;
  std::vector<std::string> orgs;

  bool operator==(const Article&) const = default;
};

/// One "key: value" line a field that is not empty; for tests and dry runs.
std::ostream& operator<<(std::ostream& out, const Article& article);

}  // namespace broadsheet
