#include "indexer/identity.h"

#include <algorithm>
#include <cctype>
#include <utility>

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

/// An own id that could be taken for a version of another story ("x@2") has
/// its sign written "%40"; "x@mail.example" cannot be.
std::string without_version(std::string id) {
  const std::size_t at = id.rfind('@');
  if (at == id.npos || at + 1 == id.size()) return id;
  const std::string_view tail = std::string_view(id).substr(at + 1);
  const bool digit = tail[0] >= '0' && tail[0] <= '9';
  const bool path = tail.find('/') != tail.npos;
  if (!path && (digit || tail.find('.') == tail.npos)) id.replace(at, 1, "%40");
  return id;
}

}  // namespace

std::string story_id(const Article& article, std::string_view root,
                     std::string_view file) {
  const std::string& own = article.source_id;
  std::string id(file);
  if (!own.empty()) {
    id = is_global(own) ? own : outlet_of(article, root) + ":" + own;
  } else if (!article.url.empty()) {
    id = article.url;
  } else if (!article.fragment.empty()) {
    id.append("#").append(article.fragment);
  }
  return without_version(without_spaces(std::move(id)));
}

std::string version_id(const std::string& id, std::string_view version) {
  return id + "@" + without_spaces(plain_version(version));
}

}  // namespace broadsheet
