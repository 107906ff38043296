#include "tests/indexer/archive_fixture.h"

#include <fmt/format.h>
#include <xapian.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "common/index/archive.h"
#include "common/index/fields.h"
#include "common/news/version.h"
#include "indexer/claims.h"
#include "tests/catch.h"

namespace broadsheet::test {
namespace fs = std::filesystem;
namespace {

/// Everything of one document, one line each.
std::string printed(const Xapian::Document& document) {
  std::string all;
  for (auto term = document.termlist_begin(); term != document.termlist_end();
       ++term) {
    all += fmt::format("{} {}", *term, term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end();
         ++at)
      all += fmt::format(" @{}", *at);
    all += '\n';
  }
  for (auto value = document.values_begin(); value != document.values_end();
       ++value)
    all += fmt::format("{}: {}\n", value.get_valueno(), *value);
  return all + document.get_data();
}

/// What every run must leave: each story is held by the file that has the best
/// claim on it, and every claim is kept.
void check_claims(const Archive& archive) {
  Claims claims;
  const auto manifest = archive.manifest();
  for (const auto& entry : manifest)
    for (const auto& claim : entry.stories) claims.add(entry.origin, claim);
  Names claimed;
  for (const auto& entry : manifest)
    for (const auto& claim : entry.stories)
      if (const auto id = claims.story_of(entry.origin, claim); !id.empty()) {
        claimed.push_back(id);
        const Story story = archive.story(id);
        const std::string& from = story.article.origin;
        CHECK(from.substr(0, from.find('#')) == entry.origin);
        CHECK(claims.owner(id) == entry.origin);
        CHECK(plain_version(story.article.version) ==
              plain_version(claim.version));
        CHECK(story.newest == (id == claim.id ? "" : claim.id));
      }
  std::ranges::sort(claimed);
  CHECK(archive.stories() == claimed);
}

void check_accounts(const Report& report, std::size_t before, std::size_t after,
                    bool rebuild) {
  CHECK(report.files_seen() ==
        report.of(FileState::kIndexed) + report.of(FileState::kUnchanged) +
            report.of(FileState::kMoved) + report.of(FileState::kDuplicate) +
            report.of(FileState::kIgnored) + report.of(FileState::kSkipped) +
            report.of(FileState::kFailed));
  CHECK(report.stories_read() ==
        report.of(StoryState::kIndexed) + report.of(StoryState::kUnchanged) +
            report.of(StoryState::kReplaced) +
            report.of(StoryState::kDuplicate) +
            report.of(StoryState::kWithdrawn) + report.of(StoryState::kFailed));
  CHECK(report.stories_total == after);
  if (rebuild)
    CHECK(report.of(StoryState::kIndexed) + report.of(StoryState::kUnchanged) ==
          after);
  else
    CHECK(before + report.of(StoryState::kIndexed) ==
          after + report.stories_removed);
  const bool lost = std::ranges::any_of(report.problems, &Problem::lost);
  CHECK(report.exit == (lost ? 1 : 0));
}

std::size_t files_in(const fs::path& root) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (!entry.is_directory()) ++files;
  return files;
}

}  // namespace

std::string text(std::string_view headline) {
  return fmt::format("{}\n\nThe story says that {} and nothing else.\n",
                     headline, headline);
}

std::string jsonl(const std::vector<Record>& records) {
  std::string lines;
  for (const auto& [id, headline, version, date] : records) {
    nlohmann::json record{{"id", id},
                          {"headline", headline},
                          {"text", "The story says that " + headline + "."},
                          {"source", "Demo"}};
    if (!version.empty()) record["version"] = version;
    if (!date.empty()) record["date"] = date;
    lines += record.dump() + "\n";
  }
  return lines;
}

fs::path Archive::path(std::string_view inside) const {
  if (inside.starts_with('/')) return disk_.path(inside.substr(1));
  return inside.empty() ? disk_.path("news") : disk_.path("news") / inside;
}

void Archive::has_file(std::string_view name, std::string_view bytes) {
  fs::remove(path(name));  // a link is not written through
  fs::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << bytes;
}

void Archive::loses_file(std::string_view name) {
  REQUIRE(fs::remove_all(path(name)) > 0);
}

void Archive::moves(std::string_view from, std::string_view to) {
  fs::create_directories(path(to).parent_path());
  fs::rename(path(from), path(to));
}

void Archive::cannot_read(std::string_view name) {
  fs::remove(path(name));
  fs::create_symlink("/proc/self/mem", path(name));  // address 0: EIO
}

void Archive::has_broken_link(std::string_view name) {
  fs::remove(path(name));
  fs::create_symlink("nowhere", path(name));
}

RunOptions Archive::options_of(bool rebuild, Names paths) const {
  RunOptions all = options;
  all.archive = db();
  all.rebuild = rebuild;
  all.command = rebuild ? "rebuild" : "update";
  all.paths = std::move(paths);
  if (all.paths.empty() && !is_archive(db())) all.paths = {path()};
  return all;
}

Report Archive::checked_run(bool rebuild, Names paths) {
  const bool everything = paths.empty();
  const auto before = is_archive(db()) ? stories().size() : 0;
  const Report report = run(options_of(rebuild, std::move(paths)));
  check_accounts(report, before, stories().size(), rebuild);
  check_claims(*this);
  CHECK(report_json() == to_json(report));
  CHECK(report.generation == live_generation(db()));
  std::size_t files = 0;
  for (const auto& root : report.roots) files += files_in(root);
  if (everything) CHECK(report.files_seen() == files);
  return report;
}

Report Archive::update(Names paths) {
  if (!is_archive(db())) return rebuild(std::move(paths));
  return checked_run(false, std::move(paths));
}

Report Archive::rebuild(Names paths) {
  return checked_run(true, std::move(paths));
}

std::string Archive::refused_run(bool rebuild, Names paths) {
  const bool there = is_archive(db());
  const auto before = there ? dump() : std::map<std::string, std::string>{};
  const auto manifest_before = there ? manifest() : Manifest{};
  const auto generation = there ? live_generation(db()) : "";
  std::string refusal;
  try {
    run(options_of(rebuild, std::move(paths)));
    FAIL("the run was not refused");
  } catch (const Error& error) {
    refusal = fmt::format("{} / {}", error.what(), error.hint());
    CHECK(error.exit_code() == kExitError);
    const auto report = nlohmann::json::parse(report_json());
    CHECK(report.at("outcome") == "refused");
    CHECK(report.at("exit") == 2);
    CHECK(report.at("refusal") == error.what());
  }
  REQUIRE(is_archive(db()) == there);
  if (!there) return refusal;
  CHECK(live_generation(db()) == generation);
  CHECK(dump() == before);
  CHECK(manifest() == manifest_before);
  return refusal;
}

std::string Archive::refused_update(Names paths) {
  return refused_run(false, std::move(paths));
}

std::string Archive::refused_rebuild(Names paths) {
  return refused_run(true, std::move(paths));
}

Names Archive::stories() const {
  const auto database = open_archive(db());
  Names ids;
  for (auto term = database.allterms_begin("Q");
       term != database.allterms_end("Q"); ++term) {
    CHECK(term.get_termfreq() == 1);
    ids.push_back((*term).substr(1));
  }
  CHECK(database.get_doccount() == ids.size());
  return ids;
}

Story Archive::story(const std::string& id) const {
  const auto database = open_archive(db());
  const std::string term = label_term("Q", id);
  auto at = database.postlist_begin(term);
  REQUIRE(at != database.postlist_end(term));
  return decode(database.get_document(*at).get_data());
}

std::map<std::string, std::string> Archive::dump() const {
  const auto database = open_archive(db());
  std::map<std::string, std::string> all;
  for (auto at = database.postlist_begin(""); at != database.postlist_end("");
       ++at) {
    const auto document = database.get_document(*at);
    all[decode_head(document.get_data()).id] =
        fmt::format("{}\n{}", database.get_doclength(*at), printed(document));
  }
  return all;
}

Manifest Archive::manifest() const {
  const auto database = open_archive(db());
  Manifest files;
  for (auto key = database.metadata_keys_begin("file:");
       key != database.metadata_keys_end("file:"); ++key) {
    files.push_back(decode_file_entry(database.get_metadata(*key)));
    CHECK(metadata_key(files.back().origin) == *key);
  }
  return files;
}

std::string Archive::report_json() const {
  std::ifstream in(db() / "report.json");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace broadsheet::test
