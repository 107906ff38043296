#include "indexer/identity.h"

#include <algorithm>
#include <cctype>

#include "common/news/version.h"
#include "common/text/fold.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

/// Is the identifier unique by itself, whoever gave it? A colon alone says
/// little: "sports:1234" and "2024:15" are of one outlet.
bool is_global(std::string_view id) {
  if (id.find("://") != std::string_view::npos) return true;
  for (const std::string_view scheme : {"urn:", "tag:", "doi:", "info:"})
    if (id.starts_with(scheme)) return true;
  const auto hex = [](char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == '-';
  };
  return id.size() >= 32 && std::ranges::all_of(id, hex);
}

std::string outlet_of(const Article& article, std::string_view root) {
  if (auto outlet = fold_name(article.source); !outlet.empty()) return outlet;
  if (auto host = host_of(article.url); !host.empty()) return host;
  return fold_name(root);
}

std::string without_spaces(std::string id) {
  for (char& c : id)
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f') c = '_';
  return id;
}

}  // namespace

std::string story_id(const Article& article, std::string_view root,
                     std::string_view file) {
  const std::string& own = article.source_id;
  if (!own.empty())
    return without_spaces(
        is_global(own) ? own : outlet_of(article, root) + ":" + own);
  if (!article.url.empty()) return without_spaces(article.url);
  std::string origin(file);
  if (!article.fragment.empty()) origin.append("#").append(article.fragment);
  return without_spaces(origin);
}

std::string version_id(const std::string& id, std::string_view version) {
  return id + "@" + without_spaces(plain_version(version));
}

}  // namespace broadsheet
