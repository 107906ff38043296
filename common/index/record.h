// The stored record of a story: all that lists, `show` and facets print.
//
// Bytes: number head size, head, body, compressed together. The head is every
// member of Story but the body in the order of record.cc, so that lists never
// parse the body.
#pragma once

#include <string>
#include <string_view>

#include "common/news/article.h"
#include "common/news/entity.h"

namespace broadsheet {

/// A story as the index keeps it.
struct Story {
  std::string id;
  std::string newest;    ///< the id of its newest version; empty: it is that
  std::string added;     ///< YYYYMMDDhhmmss in UTC: first seen by this archive
  std::string language;  ///< declared or detected: ISO 639-1, or "und"
  Article article;
  Entities entities;

  bool operator==(const Story&) const = default;

  /// Where it stands: usable, killed, embargoed, ..., superseded.
  std::string status() const;
};

std::string encode(const Story& story);

/// Everything but article.body. Throws Error on damaged bytes.
Story decode_head(std::string_view record);

/// The whole of it. Throws Error on damaged bytes.
Story decode(std::string_view record);

/// Do they hold the same story to the byte, whatever the compression made of
/// it? Throws Error on damaged bytes.
bool same_record(std::string_view a, std::string_view b);

}  // namespace broadsheet
