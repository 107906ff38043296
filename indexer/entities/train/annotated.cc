#include "indexer/entities/train/annotated.h"

#include <fmt/core.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

Label kind_of(const std::string& name) {
  if (name == "PER") return Label::kPerson;
  if (name == "LOC") return Label::kLocation;
  if (name == "ORG") return Label::kOrganisation;
  return Label::kMisc;
}

AnnotatedText parse(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  AnnotatedText text;
  text.headline = json.value("headline", "");
  text.text = json.at("text").get<std::string>();
  for (const auto& span : json.at("spans")) {
    text.spans.push_back({span.at(0).get<std::uint32_t>(),
                          span.at(1).get<std::uint32_t>(),
                          kind_of(span.at(2).get<std::string>())});
  }
  return text;
}

// "\\n" is a line end; lines that begin with # are comments.
AnnotatedText parse_marked(std::string_view line) {
  AnnotatedText text;
  TaggedSpan span;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '[') {
      const std::size_t space = line.find(' ', at);
      span.label = kind_of(std::string(line.substr(at + 1, space - at - 1)));
      span.begin = static_cast<std::uint32_t>(text.text.size());
      at = space;
    } else if (line[at] == ']') {
      span.end = static_cast<std::uint32_t>(text.text.size());
      text.spans.push_back(span);
    } else if (line.substr(at, 2) == "\\n") {
      text.text += '\n';
      ++at;
    } else {
      text.text += line[at];
    }
  }
  return text;
}

}  // namespace

std::vector<AnnotatedText> read_annotated(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error{"cannot read " + path, ""};
  std::vector<AnnotatedText> texts;
  std::string line;
  while (std::getline(in, line)) {
    if (path.ends_with(".txt")) {
      if (!line.starts_with('#')) texts.push_back(parse_marked(line));
      continue;
    }
    try {
      texts.push_back(parse(line));
    } catch (const nlohmann::json::exception& error) {
      throw Error{
          fmt::format("{}:{}: {}", path, texts.size() + 1, error.what()), ""};
    }
  }
  return texts;
}

}  // namespace broadsheet
