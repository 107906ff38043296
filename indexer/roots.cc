#include "indexer/roots.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/error.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

fs::path absolute_path(const std::string& typed) {
  if (typed.empty())
    throw Error("an empty PATH", "name the directory of the articles");
  fs::path path = fs::weakly_canonical(fs::absolute(typed));
  return path.has_filename() ? path : path.parent_path();
}

bool contains(const fs::path& outer, const fs::path& inner) {
  const auto [end, rest] =
      std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

std::string free_name(const std::vector<Root>& roots, const fs::path& path) {
  const std::string plain =
      path.has_filename() ? path.filename().string() : "root";
  std::string name = plain;
  const auto taken = [&](const Root& root) { return root.name == name; };
  for (int n = 2; std::ranges::any_of(roots, taken); ++n)
    name = fmt::format("{}-{}", plain, n);
  return name;
}

bool lies_in(const std::string& origin, const std::string& scope) {
  return origin == scope || origin.starts_with(scope + "/");
}

}  // namespace

std::vector<Scope> scopes_of(const std::vector<Root>& roots,
                             const std::vector<std::string>& paths,
                             const std::string& format) {
  std::vector<Scope> scopes;
  if (paths.empty())
    for (const auto& root : roots) scopes.push_back({root, root.path});
  std::vector<Root> known = roots;
  for (const auto& typed : paths) {
    const fs::path path = absolute_path(typed);
    auto root = std::ranges::find_if(known, [&](const Root& candidate) {
      return contains(candidate.path, path);
    });
    if (root == known.end())
      root = known.insert(known.end(),
                          Root{free_name(known, path), path, format});
    scopes.push_back({*root, path});
  }
  return scopes;
}

std::vector<Root> joined(std::vector<Root> roots,
                         const std::vector<Scope>& scopes) {
  for (const auto& [root, path] : scopes)
    if (std::ranges::find(roots, root.name, &Root::name) == roots.end())
      roots.push_back(root);
  std::ranges::sort(roots, {}, &Root::name);
  return roots;
}

bool in_scope(const std::vector<Scope>& scopes, const std::string& origin) {
  return std::ranges::any_of(scopes, [&](const Scope& scope) {
    return lies_in(origin, origin_of(scope.root, scope.path));
  });
}

}  // namespace broadsheet
