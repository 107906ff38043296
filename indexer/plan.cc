#include "indexer/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/cli/error.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

void check_every_root(const std::vector<Root>& known,
                      const std::vector<Scope>& scopes) {
  for (const auto& root : known) {
    const auto covers = [&](const Scope& scope) {
      return scope.path == root.path;
    };
    if (std::ranges::none_of(scopes, covers))
      throw Error(fmt::format("this rebuild would leave out the root {}",
                              root.path.string()),
                  "name every root or none; --replace-roots forgets those "
                  "that are not named");
  }
}

void plan_roots(const RunOptions& options, const Live& live, Plan& plan) {
  std::vector<Root> known =
      options.rebuild && options.replace_roots
          ? named_roots(live.roots, options.paths, options.format)
          : live.roots;
  if (options.config) known = configured(known, options.config->roots);
  plan.scopes = scopes_of(known, options.paths, options.format);
  if (plan.scopes.empty())
    throw Error("no PATH, and the archive remembers none",
                "name the directory of the articles");
  if (options.rebuild) check_every_root(known, plan.scopes);
  plan.roots =
      joined(options.rebuild ? std::vector<Root>{} : known, plan.scopes);
}

std::vector<FoundFile> files_in(const Scope& scope, const RunOptions& options,
                                const Live& live, Plan& plan) {
  const auto is_its = [&](const Root& root) {
    return root.name == scope.root.name;
  };
  const bool may_be_gone =
      options.allow_shrink == 100 && std::ranges::any_of(live.roots, is_its);
  if (may_be_gone && !fs::exists(scope.path)) return {};
  auto files = walk(
      *std::ranges::find_if(plan.roots, is_its), scope.path,
      [&](const std::string& origin, const std::string& why) {
        plan.unreadable[origin] = why;
      },
      fs::weakly_canonical(options.archive));
  std::erase_if(files, [&](const FoundFile& file) {
    const bool wanted = is_wanted(file.root->settings, path_below_root(file));
    plan.excluded += wanted ? 0 : 1;
    return !wanted;
  });
  if (files.empty() && options.allow_shrink < 100)
    throw Error(fmt::format("{}: no file in it", scope.path.string()),
                "is the disk mounted? --allow-shrink takes it as it is");
  return files;
}

void find_vanished(const Live& live, Plan& plan) {
  auto file = plan.files.begin();
  for (const auto& entry : live.manifest) {
    const std::string& origin = entry.origin;
    while (file != plan.files.end() && file->origin < origin) ++file;
    const bool there = file != plan.files.end() && file->origin == origin;
    if (!there && in_scope(plan.scopes, origin) && !plan.is_unreadable(origin))
      plan.vanished.push_back(&entry);
  }
}

}  // namespace

bool Plan::is_unreadable(const std::string& origin) const {
  return std::ranges::any_of(unreadable, [&](const auto& problem) {
    return origin == problem.first || origin.starts_with(problem.first + "/");
  });
}

const FoundFile* Plan::find(const std::string& origin) {
  const auto at =
      std::ranges::lower_bound(files, origin, {}, &FoundFile::origin);
  if (at != files.end() && at->origin == origin) return &*at;
  const auto slash = std::min(origin.find('/'), origin.size());
  const auto root =
      std::ranges::find(roots, origin.substr(0, slash), &Root::name);
  if (root == roots.end()) return nullptr;
  fs::path path = root->path;
  if (slash < origin.size()) path /= origin.substr(slash + 1);
  try {
    const auto found = walk(*root, path, [](const auto&, const auto&) {});
    const bool wanted =
        !found.empty() &&
        is_wanted(root->settings, path_below_root(found.front()));
    return wanted ? &*files.insert(at, found.front()) : nullptr;
  } catch (const Error&) {
    return nullptr;
  }
}

Plan plan_run(const RunOptions& options, const Live& live) {
  Plan plan;
  plan_roots(options, live, plan);
  for (const auto& scope : plan.scopes)
    std::ranges::move(files_in(scope, options, live, plan),
                      std::back_inserter(plan.files));
  std::ranges::sort(plan.files, {}, &FoundFile::origin);
  const auto same = std::ranges::unique(plan.files, {}, &FoundFile::origin);
  plan.files.erase(same.begin(), same.end());
  find_vanished(live, plan);
  return plan;
}

}  // namespace broadsheet
