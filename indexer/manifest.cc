#include "indexer/manifest.h"

#include <nlohmann/json.hpp>
#include <tuple>

#include "common/cli/error.h"
#include "common/index/fields.h"

namespace broadsheet {
namespace {

using nlohmann::json;

json json_of(const Problem& problem) {
  return {problem.origin, problem.kind, problem.why, problem.first_seen,
          problem.lost};
}

Problem problem_from(const json& row) {
  Problem problem{row.at(0), row.at(1), row.at(2), row.at(3)};
  problem.is_new = false;
  problem.lost = row.at(4);
  return problem;
}

/// Numbers in a version compare as numbers: "10" is above "9".
bool version_less(const std::string& a, const std::string& b) {
  const auto digits = [](const std::string& text) {
    return !text.empty() &&
           text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (digits(a) && digits(b) && a.size() != b.size())
    return a.size() < b.size();
  return a < b;
}

/// What is in our own metadata was written by us: a fault there is damage.
template <class Parse>
auto undamaged(std::string_view text, Parse&& parse) {
  try {
    return parse(json::parse(text));
  } catch (const json::exception& error) {
    throw Error(std::string("damaged manifest: ") + error.what(),
                "rebuild the archive");
  }
}

}  // namespace

bool outranks(const Claim& a, std::string_view origin_a, const Claim& b,
              std::string_view origin_b) {
  if (a.version != b.version) return version_less(b.version, a.version);
  if (a.date != b.date) return a.date > b.date;
  return origin_a < origin_b;
}

std::string metadata_key(const std::string& origin) {
  return label_term("file:", origin);
}

std::string to_json(const FileEntry& entry) {
  json stories = json::array();
  for (const auto& claim : entry.stories)
    stories.push_back({claim.id, claim.version, claim.date});
  json problems = json::array();
  for (const auto& problem : entry.problems)
    problems.push_back(json_of(problem));
  const json all{{"origin", entry.origin},
                 {"first", entry.first_origin},
                 {"state", to_string(entry.state)},
                 {"size", entry.stamp.size},
                 {"mtime", entry.stamp.mtime},
                 {"ctime", entry.stamp.ctime},
                 {"digest", entry.digest},
                 {"scanned", entry.scanned},
                 {"stories", stories},
                 {"problems", problems}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

FileEntry file_entry_from_json(std::string_view text) {
  return undamaged(text, [](const json& all) {
    FileEntry entry;
    all.at("origin").get_to(entry.origin);
    all.at("first").get_to(entry.first_origin);
    entry.state = file_state_named(all.at("state").get<std::string>());
    all.at("size").get_to(entry.stamp.size);
    all.at("mtime").get_to(entry.stamp.mtime);
    all.at("ctime").get_to(entry.stamp.ctime);
    all.at("digest").get_to(entry.digest);
    all.at("scanned").get_to(entry.scanned);
    for (const auto& row : all.at("stories"))
      entry.stories.push_back({row.at(0), row.at(1), row.at(2)});
    for (const auto& row : all.at("problems"))
      entry.problems.push_back(problem_from(row));
    return entry;
  });
}

std::string to_json(const std::vector<Root>& roots) {
  json all = json::array();
  for (const auto& root : roots)
    all.push_back({{"name", root.name},
                   {"path", root.path.string()},
                   {"format", root.format}});
  return all.dump();
}

std::vector<Root> roots_from_json(std::string_view text) {
  if (text.empty()) return {};
  return undamaged(text, [](const json& all) {
    std::vector<Root> roots;
    for (const auto& row : all)
      roots.push_back({row.at("name"), row.at("path").get<std::string>(),
                       row.at("format")});
    return roots;
  });
}

}  // namespace broadsheet
