// What the readers make of the sample archive, whole and damaged files alike.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "indexer/formats/mets.h"
#include "tests/golden.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

test::Reading read(const std::string& name, const fs::path& file) {
  test::Reading result = test::reading(name, read_all(file));
  if (result.format != "mets") return result;
  result = {"mets", {}, {}};
  Input input = test::input_of(name, read_all(file));
  const auto reader = open_issue(
      input, beside(file), [&](const Skip& s) { result.skips.push_back(s); });
  while (auto story = reader->next()) result.stories.push_back(*story);
  return result;
}

std::string described(const fs::path& file) {
  const std::string name =
      (file.parent_path().filename() / file.filename()).string();
  const test::Reading result = read(name, file);
  std::ostringstream out;
  out << "## " << name << ": "
      << (result.format.empty() ? "ignored" : result.format) << '\n';
  for (const Skip& skip : result.skips) {
    out << "! " << skip.line << ": " << skip.record << ": " << skip.why
        << (skip.lost ? "" : " (kept)") << '\n';
  }
  for (const Article& story : result.stories) out << story << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("the sample archive reads as it always did") {
  const fs::path corpus = "corpus";
  for (const char* directory :
       {"damaged", "feeds", "html", "json", "mail", "markdown", "mets", "ninjs",
        "sgml", "text", "warc", "xml"}) {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(corpus / directory)) {
      files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files) {
      all += described(file);
    }
    check_golden("formats/" + std::string(directory) + ".txt", all);
  }
}

TEST_CASE("no cut of a file makes a reader fail") {
  const fs::path corpus = "corpus";
  for (const auto& file : fs::recursive_directory_iterator(corpus)) {
    if (!file.is_regular_file()) continue;
    const std::string bytes = read_all(file.path());
    const std::string name = file.path().filename().string();
    CAPTURE(name);
    for (std::size_t part = 1; part < 8; ++part) {
      const auto result =
          test::reading(name, bytes.substr(0, bytes.size() * part / 8));
      for (const Article& story : result.stories) {
        CHECK(story.body.find("\n\n") == std::string::npos);
        CHECK((!story.headline.empty() || !story.body.empty()));
      }
    }
  }
}
