// Prints what the readers make of files: a JSON object a story with --json,
// else "key: value" lines. Problems go to stderr.
#include <cstring>
#include <iostream>

#include <nlohmann/json.hpp>

#include "common/cli/error.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/formats.h"
#include "indexer/formats/mets.h"

namespace {

using namespace broadsheet;

void print(const Article& story, bool json) {
  if (!json) {
    std::cout << story << '\n';
    return;
  }
  const nlohmann::json line = {
      {"headline", story.headline},    {"body", story.body},
      {"byline", story.byline},        {"dateline", story.dateline},
      {"date", to_string(story.date)}, {"date_source", story.date_source},
      {"source", story.source},        {"url", story.url},
      {"language", story.language},    {"section", story.section},
      {"topics", story.topics}};
  std::cout << line.dump() << '\n';
}

void read_file(const char* path, bool json) {
  Input input(path, open_file(path));
  const Format* format = detect(input);
  if (!format) return;
  const OnSkip tell = [&](const Skip& skip) {
    std::cerr << path << ':' << skip.line << ": " << skip.record << ": "
              << skip.why << '\n';
  };
  const auto reader = format->open == open_mets
                          ? open_issue(input, beside(path), tell)
                          : format->open(input, {}, tell);
  while (const auto story = reader->next()) print(*story, json);
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--json") == 0) {
      json = true;
      continue;
    }
    try {
      read_file(argv[i], json);
    } catch (const Error& error) {
      std::cerr << error.what() << '\n';
      return error.exit_code();
    }
  }
}
