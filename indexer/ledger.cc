#include "indexer/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "indexer/clock.h"
#include "indexer/generations.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Problem problem_from(const json& row) {
  Problem problem;
  row.at("origin").get_to(problem.origin);
  row.at("kind").get_to(problem.kind);
  row.at("why").get_to(problem.why);
  row.at("first_seen").get_to(problem.first_seen);
  return problem;
}

/// The origin without the number of a line: records move within their file.
std::string_view file_of(const std::string& origin) {
  const auto colon = origin.rfind(':');
  const bool line =
      colon != std::string::npos && colon + 1 < origin.size() &&
      origin.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  return std::string_view(origin).substr(0, line ? colon : origin.size());
}

}  // namespace

Ledger::Ledger(const fs::path& archive, const fs::path& copy, Report& report)
    : archive_(archive),
      copy_(copy),
      report_(report),
      started_(now_nanoseconds()) {
  report_.last_good = last_good_run(text_of(archive / "report.json"));
}

void Ledger::close(Outcome outcome, int exit) {
  const auto now = now_nanoseconds();
  report_.outcome = outcome;
  report_.exit = exit;
  report_.started = iso_utc(started_);
  report_.finished = iso_utc(now);
  report_.seconds = static_cast<double>(now - started_) / 1e9;
  const bool reads =
      report_.command == "update" || report_.command == "rebuild";
  if (reads &&
      (outcome == Outcome::kPublished || outcome == Outcome::kNothingToDo))
    report_.last_good = report_.finished;
  write_file(archive_ / "report.json", to_json(report_));
  if (!copy_.empty()) write_file(copy_, to_json(report_));
}

void Ledger::refuse(const std::string& why) {
  report_.refusal = why;
  try {
    close(Outcome::kRefused, kExitError);
  } catch (const Error&) {
    // On a full disk the report goes too.
  }
}

std::string last_good_run(const std::string& report_json) {
  const auto report = json::parse(report_json, nullptr, false);
  if (!report.is_object()) return {};
  const auto at = report.find("last_good");
  return at != report.end() && at->is_string() ? at->get<std::string>() : "";
}

std::vector<Problem> problems_in_report(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error))
    throw Error(fmt::format("{}: no such report", path.string()),
                "for a first run an empty file will do");
  const std::string text = text_of(path);
  if (text.empty()) return {};
  try {
    std::vector<Problem> problems;
    const auto report = json::parse(text);
    for (const auto& row : report.at("problems"))
      problems.push_back(problem_from(row));
    return problems;
  } catch (const json::exception& fault) {
    throw Error(
        fmt::format("{}: not a report: {}", path.string(), fault.what()),
        "--known takes what --report wrote");
  }
}

void mark_known(std::vector<Problem> known, std::vector<Problem>& problems) {
  for (auto& problem : problems) {
    const auto same = std::ranges::find_if(known, [&](const Problem& other) {
      return other.kind == problem.kind && other.why == problem.why &&
             file_of(other.origin) == file_of(problem.origin);
    });
    problem.is_new = same == known.end();
    if (problem.is_new) continue;
    problem.first_seen = std::min(problem.first_seen, same->first_seen);
    known.erase(same);
  }
}

}  // namespace broadsheet
