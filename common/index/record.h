// The stored record of a story: all that lists, `show` and facets print.
//
// Bytes: number head size, head, body. The head is every member of Story but
// the body in the order of record.cc, so that lists never read the body.
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

/// The body; a view into `record`.
std::string_view body_of(std::string_view record);

/// The whole of it.
Story decode(std::string_view record);

}  // namespace broadsheet
