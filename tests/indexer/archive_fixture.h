// An archive and the files it is made from, as sentences:
//
//   archive.has_file("a.txt", text("Strike in Cairo"));
//   archive.update();
//   CHECK(archive.stories() == Names{"news/a.txt"});
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/record.h"
#include "indexer/manifest.h"
#include "indexer/run.h"
#include "tests/directory.h"

namespace broadsheet::test {

using Names = std::vector<std::string>;

/// A plain text story.
std::string text(std::string_view headline);

/// One record of a JSON dump of the outlet "Demo": its id is "demo:" + id.
struct Record {
  std::string id;
  std::string headline;
  std::string version = {};
  std::string date = "1987-02-26";
};
std::string jsonl(const std::vector<Record>& records);

class Archive {
 public:
  /// Files are written under a root called "news", unless their name begins
  /// with '/': then under the directory of all.
  void has_file(std::string_view name, std::string_view bytes);
  void loses_file(std::string_view name);
  void moves(std::string_view from, std::string_view to);
  /// A file that opens and then cannot be read, whoever reads.
  void cannot_read(std::string_view name);
  void has_broken_link(std::string_view name);

  /// Each runs the indexer, checks what every run must keep, and returns its
  /// report.
  Report update(Names paths = {});
  Report rebuild(Names paths = {});
  /// As these, where the run must be refused: nothing may have changed but
  /// the report. Returns the error's message and hint.
  std::string refused_update(Names paths = {});
  std::string refused_rebuild(Names paths = {});

  /// The ids of all stories, sorted.
  Names stories() const;
  Story story(const std::string& id) const;
  std::string headline(const std::string& id) const {
    return story(id).article.headline;
  }
  std::string origin(const std::string& id) const {
    return story(id).article.origin;
  }
  /// The length, every term with wdf and positions, every value and the data,
  /// by id.
  std::map<std::string, std::string> dump() const;
  Manifest manifest() const;
  /// The report that the last run left in the archive.
  std::string report_json() const;

  std::filesystem::path path(std::string_view inside = {}) const;
  std::filesystem::path db() const { return disk_.path("news.db"); }

  RunOptions options;  ///< of all runs; archive, paths and command are filled

 private:
  Report checked_run(bool rebuild, Names paths);
  std::string refused_run(bool rebuild, Names paths);
  RunOptions options_of(bool rebuild, Names paths) const;

  Directory disk_;
};

}  // namespace broadsheet::test
