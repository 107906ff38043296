#include "searcher/watermark.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "common/index/fields.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// Where programs keep what is neither data nor settings (XDG base directory
/// specification).
fs::path state_directory() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value == nullptr ? "" : value);
  };
  if (const auto state = variable("XDG_STATE_HOME"); state.is_absolute())
    return state / "broadsheet";
  const auto home = variable("HOME");
  if (home.empty())
    throw Error("--since-last: no directory to remember it in",
                "set HOME or XDG_STATE_HOME");
  return home / ".local" / "state" / "broadsheet";
}

bool is_plain(const std::string& name) {
  return !name.empty() && name.front() != '.' &&
         std::ranges::all_of(name, [](unsigned char c) {
           return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
         });
}

/// When the story was added that came last; nothing in an empty archive.
std::string newest_of(const ArchiveSet& archives, const std::string& archive) {
  const Xapian::Query of =
      archives.names.size() == 1
          ? Xapian::Query::MatchAll
          : Xapian::Query(label_term("XARCHIVE:", fold_name(archive)));
  Xapian::Enquire enquire(archives.database);
  enquire.set_query(of);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kSlotAdded, true);
  const auto found = enquire.get_mset(0, 1);
  if (found.empty()) return {};
  return archives.document(*found.begin()).get_value(kSlotAdded);
}

}  // namespace

Watermark::Watermark(const std::string& name) : name_(name) {
  if (!is_plain(name))
    throw Error(fmt::format("--since-last {}: not a name", name),
                "letters, digits, - and _");
  file_ = state_directory() / (name + ".json");
  std::ifstream in(file_);
  if (!in) return;
  try {
    const auto state = nlohmann::json::parse(in);
    state.at("query").get_to(query_);
    state.at("seen").get_to(seen_);
  } catch (const nlohmann::json::exception&) {
    throw Error(fmt::format("{}: damaged", file_.string()),
                "remove it, and the next run begins anew");
  }
}

std::map<std::string, std::string> Watermark::marks(const ArchiveSet& archives,
                                                    const std::string& query) {
  if (!is_first() && query != query_)
    throw Error(
        fmt::format("--since-last {}: was another query, {}", name_, query_),
        "choose another name for this one");
  asked_ = query;
  newest_.clear();
  std::map<std::string, std::string> marks;
  for (const auto& archive : archives.names) {
    const auto newest = newest_of(archives, archive);
    const auto seen = seen_.find(archive);
    marks[archive] = seen == seen_.end() ? newest : seen->second;
    newest_[archive] = std::max(newest, marks[archive]);
  }
  return marks;
}

void Watermark::save() const {
  auto seen = seen_;
  for (const auto& [archive, newest] : newest_) seen[archive] = newest;
  fs::create_directories(file_.parent_path());
  const nlohmann::json state = {{"query", asked_}, {"seen", seen}};
  write_file(file_, state.dump(2) + "\n");
}

}  // namespace broadsheet
