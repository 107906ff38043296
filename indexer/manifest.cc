#include "indexer/manifest.h"

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/coding.h"
#include "common/index/fields.h"
#include "common/news/version.h"

namespace broadsheet {
namespace {

using nlohmann::json;

void write(const Claim& claim, ByteWriter& out) {
  out.string(claim.id);
  out.string(claim.version);
  out.string(claim.date);
}

void write(const Problem& problem, ByteWriter& out) {
  out.string(problem.origin);
  out.string(problem.kind);
  out.string(problem.why);
  out.string(problem.first_seen);
  out.number(problem.lost);
}

// Braces, so that the fields are read in their order.
Claim read_claim(ByteReader& in) {
  return {in.string(), in.string(), in.string()};
}

Problem read_problem(ByteReader& in) {
  constexpr bool kIsNew = false;
  return {in.string(), in.string(), in.string(),
          in.string(), kIsNew,      in.number() != 0};
}

FileState read_state(ByteReader& in) {
  const auto state = in.number();
  if (state >= kFileStates) throw Error("no such state");
  return static_cast<FileState>(state);
}

std::int64_t read_time(ByteReader& in) {
  return static_cast<std::int64_t>(in.number());
}

FileEntry read_entry(ByteReader& in) {
  FileEntry entry{in.string(),
                  in.string(),
                  read_state(in),
                  {in.number(), read_time(in), read_time(in)},
                  in.string(),
                  in.string(),
                  read_time(in),
                  {},
                  {}};
  for (auto n = in.number(); n > 0; --n)
    entry.stories.push_back(read_claim(in));
  for (auto n = in.number(); n > 0; --n)
    entry.problems.push_back(read_problem(in));
  if (!in.done()) throw Error("a record is too long");
  return entry;
}

void write_time(std::int64_t time, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(time));
}

/// What is in our own metadata was written by us: a fault there is damage.
template <class Parse>
auto undamaged(Parse&& parse) {
  std::string fault;
  try {
    return parse();
  } catch (const json::exception& error) {
    fault = error.what();
  } catch (const Error& error) {
    fault = error.what();
  }
  throw Error("damaged manifest: " + fault, "rebuild the archive");
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

std::string encode(const FileEntry& entry) {
  ByteWriter out;
  out.string(entry.origin);
  out.string(entry.first_origin);
  out.number(static_cast<std::uint64_t>(entry.state));
  out.number(entry.stamp.size);
  write_time(entry.stamp.mtime, out);
  write_time(entry.stamp.ctime, out);
  out.string(entry.digest);
  out.string(entry.settings);
  write_time(entry.scanned, out);
  out.number(entry.stories.size());
  for (const auto& claim : entry.stories) write(claim, out);
  out.number(entry.problems.size());
  for (const auto& problem : entry.problems) write(problem, out);
  return out.take();
}

FileEntry decode_file_entry(std::string_view bytes) {
  return undamaged([&] {
    ByteReader in(bytes);
    return read_entry(in);
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
  return undamaged([&] {
    std::vector<Root> roots;
    for (const auto& row : json::parse(text)) {
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
