// What the readers make of the sample archive, whole and damaged files alike.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/golden.h"
#include "tests/indexer/formats/reading.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string described(const std::string& name, const std::string& bytes) {
  const test::Reading result = test::reading(name, bytes);
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
       {"damaged", "feeds", "html", "json", "mail", "markdown", "ninjs", "sgml",
        "text", "warc", "xml"}) {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(corpus / directory)) {
      files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files) {
      all += described(std::string(directory) + "/" + file.filename().string(),
                       read_all(file));
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
