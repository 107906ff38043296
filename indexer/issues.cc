#include "indexer/issues.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/mets.h"
#include "indexer/settings.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

bool has_mets_name(const fs::path& file) {
  const std::string stem = lower_case(file.stem().string());
  return stem.find("mets") != stem.npos ||
         stem == lower_case(file.parent_path().filename().string());
}

/// The XML files of a directory, with their sizes and times, in any order.
std::vector<std::string> stamps_in(const fs::path& directory) {
  std::vector<std::string> stamps;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    if (extension_of(entry.path()) != "xml") continue;
    const auto time = entry.last_write_time(error).time_since_epoch().count();
    stamps.push_back(fmt::format("{} {} {}\n", entry.path().native(),
                                 entry.file_size(error), time));
  }
  return stamps;
}

std::string digest_below(const fs::path& directory) {
  std::vector<std::string> stamps = stamps_in(directory);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error))
    if (entry.is_directory(error))
      std::ranges::move(stamps_in(entry.path()), std::back_inserter(stamps));
  std::ranges::sort(stamps);
  return digest_hex(fmt::format("{}", fmt::join(stamps, "")));
}

/// The pages it names, below the directory it lies in; none if it cannot be
/// read, which is told where it is read for its stories.
std::unordered_set<std::string> pages_of(const fs::path& mets) {
  std::unordered_set<std::string> pages;
  try {
    Input input(mets.string(), open_file(mets.string()));
    for (const std::string& path : pages_named_by(input))
      pages.insert((mets.parent_path() / path).string());
  } catch (const Error&) {
  }
  return pages;
}

}  // namespace

bool Issues::has_page(const FoundFile& file) {
  for (const fs::path& mets : around(file).mets) {
    const fs::path below = mets.lexically_relative(file.root->path);
    if (mets == file.path()) continue;  // it may name itself
    if (!is_wanted(file.root->settings, below.string())) continue;
    const auto [at, first] = pages_.try_emplace(mets.string());
    if (first) at->second = pages_of(mets);
    if (at->second.contains(file.path())) return true;
  }
  return false;
}

std::string Issues::digest(const FoundFile& file) {
  return around(file).digest;
}

const Issues::Directory& Issues::around(const FoundFile& file) {
  static const Directory kNone;
  if (!file.root->format.empty() || !has_ending(file.origin, ".xml"))
    return kNone;
  const fs::path path = file.path();
  if (extension_of(path) != "xml" || path == file.root->path) return kNone;
  const fs::path parent = path.parent_path();
  const Directory& own = directory(parent);
  if (!own.mets.empty() || parent == file.root->path) return own;
  return directory(parent.parent_path());
}

const Issues::Directory& Issues::directory(const fs::path& path) {
  const auto [at, first] = directories_.try_emplace(path.string());
  Directory& found = at->second;
  if (!first) return found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path, error))
    if (extension_of(entry.path()) == "xml" && has_mets_name(entry.path()))
      found.mets.push_back(entry.path());
  if (!found.mets.empty()) found.digest = digest_below(path);
  return found;
}

}  // namespace broadsheet
