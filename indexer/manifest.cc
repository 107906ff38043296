#include "indexer/manifest.h"

#include <compare>
#include <nlohmann/json.hpp>

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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes a number without its leading zeros, or one character.
std::string_view next_part(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const bool number = size > 0;
  auto part = text.substr(0, number ? size : 1);
  text.remove_prefix(part.size());
  while (number && part.size() > 1 && part.front() == '0')
    part.remove_prefix(1);
  return part;
}

/// "1.10" is above "1.9" and "1.x", and equal to "01.10".
std::weak_ordering compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const auto one = next_part(a), other = next_part(b);
    const bool numbers = is_digit(one[0]) && is_digit(other[0]);
    if (numbers && one.size() != other.size())
      return one.size() <=> other.size();
    if (one != other) return one <=> other;
  }
  return a.size() <=> b.size();
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
  const auto order = compare_versions(a.version, b.version);
  if (order != 0) return order > 0;
  if (a.date != b.date) return a.date > b.date;
  return origin_a < origin_b;
}

bool is_settled(const FileEntry& entry, const FileStamp& stamp) {
  constexpr std::int64_t kTimeGrain = 2'000'000'000;
  return entry.stamp == stamp && stamp.mtime < entry.scanned - kTimeGrain &&
         stamp.ctime < entry.scanned - kTimeGrain;
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
                 {"settings", entry.settings},
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
    entry.settings = all.value("settings", "");
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
                   {"format", root.format},
                   {"settings", json::parse(to_json(root.settings))}});
  return all.dump();
}

std::vector<Root> roots_from_json(std::string_view text) {
  if (text.empty()) return {};
  return undamaged(text, [](const json& all) {
    std::vector<Root> roots;
    for (const auto& row : all) {
      roots.push_back({row.at("name"),
                       row.at("path").get<std::string>(),
                       row.at("format"),
                       {}});
      if (row.contains("settings"))
        roots.back().settings =
            root_settings_from_json(row.at("settings").dump());
    }
    return roots;
  });
}

}  // namespace broadsheet
