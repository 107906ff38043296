// A story's id: its source's own, or else where it lies. Never its text.
#pragma once

#include <string>
#include <string_view>

#include "common/news/article.h"

namespace broadsheet {

/// The id of a story whose origin is set: "outlet:id" where the source gives
/// one (its outlet, else the host of its URL, else `root` qualifies it; a URN,
/// a URL or a GUID needs no outlet), else its URL, else `file` and the
/// fragment. `file` is the origin under which the file first came in. Without
/// white space or control characters, and never like a version of another's.
std::string story_id(const Article& article, std::string_view root,
                     std::string_view file);

/// The id of an older version of a story: "herald:3@1".
std::string version_id(const std::string& id, std::string_view version);

}  // namespace broadsheet
