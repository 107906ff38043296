#include "indexer/roots.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/error.h"
#include "common/text/utf8.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

fs::path absolute_path(const std::string& typed) {
  if (typed.empty())
    throw Error("an empty PATH", "name the directory of the articles");
  if (!valid_utf8(typed))
    throw Error(fmt::format("{}: a PATH must be UTF-8", to_valid_utf8(typed)));
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(typed), error);
  if (error) throw Error(fmt::format("{}: {}", typed, error.message()));
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

void check_not_around(const std::vector<Root>& roots, const fs::path& path) {
  for (const auto& root : roots)
    if (contains(path, root.path))
      throw Error(
          fmt::format("{} holds the root {}: its stories would be there "
                      "twice",
                      path.string(), root.path.string()),
          "to have the outer one only: rebuild --replace-roots");
}

void check_format(const Root& root, const std::string& format) {
  if (!format.empty() && root.format != format)
    throw Error(
        fmt::format("--as {}: {} is read as {}", format, root.path.string(),
                    root.format.empty() ? "what each file is" : root.format),
        "to change that: rebuild --replace-roots");
}

bool lies_in(const std::string& origin, const std::string& scope) {
  return origin == scope || origin.starts_with(scope + "/");
}

}  // namespace

std::vector<Scope> scopes_of(const std::vector<Root>& roots,
                             const std::vector<std::string>& paths,
                             const std::string& format) {
  std::vector<Scope> scopes;
  if (paths.empty() && !format.empty())
    throw Error(fmt::format("--as {}: of which PATH?", format));
  if (paths.empty())
    for (const auto& root : roots) scopes.push_back({root, root.path});
  std::vector<Root> known = roots;
  for (const auto& typed : paths) {
    const fs::path path = absolute_path(typed);
    auto root = std::ranges::find_if(known, [&](const Root& candidate) {
      return contains(candidate.path, path);
    });
    if (root == known.end()) {
      check_not_around(known, path);
      root =
          known.insert(known.end(), Root{free_name(known, path), path, format});
    }
    check_format(*root, format);
    scopes.push_back({*root, path});
  }
  return scopes;
}

std::vector<Root> configured(std::vector<Root> known,
                             const std::vector<Root>& config) {
  for (auto& root : known) root.settings = {};
  std::vector<fs::path> seen;
  for (const auto& wanted : config) {
    const fs::path path = absolute_path(wanted.path.string());
    for (const auto& other : seen)
      if (contains(path, other) || contains(other, path))
        throw Error(fmt::format("--config: {} and {} have files in common",
                                other.string(), path.string()));
    seen.push_back(path);
    auto root = std::ranges::find(known, path, &Root::path);
    if (root == known.end()) {
      check_not_around(known, path);
      const auto name =
          wanted.name.empty() ? free_name(known, path) : wanted.name;
      if (std::ranges::find(known, name, &Root::name) != known.end())
        throw Error(fmt::format("--config: two roots named {}", name));
      root = known.insert(known.end(), Root{name, path, wanted.format});
    } else if (!wanted.name.empty() && wanted.name != root->name) {
      throw Error(
          fmt::format("--config: {} is known as {}, not as {}", path.string(),
                      root->name, wanted.name),
          "stories are named after it; rebuild --replace-roots begins anew");
    }
    check_format(*root, wanted.format);
    root->settings = wanted.settings;
  }
  return known;
}

std::vector<Root> named_roots(std::vector<Root> roots,
                              const std::vector<std::string>& paths,
                              const std::string& format) {
  std::vector<fs::path> named;
  for (const auto& typed : paths) named.push_back(absolute_path(typed));
  std::erase_if(roots, [&](const Root& root) {
    return root.format != format ||
           std::ranges::find(named, root.path) == named.end();
  });
  return roots;
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
