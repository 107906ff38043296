// How good are the names? names_quality [--model FILE] [--language CODE]
// [--errors] SET...
// prints precision, recall and F1 of people and places for each annotated set
// (annotated.h says how they are written): the tagger's exact spans, and the
// distinct names of each story that reach the index. Without --model, of the
// model the program was built with.
#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/news/entity.h"
#include "common/text/fold.h"
#include "indexer/entities/annotator.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/train/annotated.h"

namespace broadsheet {
namespace {

struct Kind {
  Label label;
  EntityKind entity;
  const char* name;
};
constexpr Kind kKinds[] = {{Label::kPerson, EntityKind::kPerson, "PER"},
                           {Label::kLocation, EntityKind::kPlace, "LOC"},
                           {Label::kOrganisation, EntityKind::kOrg, "ORG"}};

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  template <class T>
  void add(const std::set<T>& answers, const std::set<T>& truth) {
    found += answers.size();
    gold += truth.size();
    for (const T& answer : answers) right += truth.contains(answer);
  }
  static double percent(std::size_t part, std::size_t all) {
    return all == 0
               ? 0
               : 100.0 * static_cast<double>(part) / static_cast<double>(all);
  }
  std::string text() const {
    return fmt::format("P {:5.1f}  R {:5.1f}  F {:5.1f}", percent(right, found),
                       percent(right, gold), percent(2 * right, found + gold));
  }
};

using Spans = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Spans spans_of(const std::vector<TaggedSpan>& spans, Label kind) {
  Spans result;
  for (const TaggedSpan& span : spans) {
    if (span.label == kind) result.insert({span.begin, span.end});
  }
  return result;
}

Spans spans_of(const Entities& entities, EntityKind kind) {
  Spans result;
  for (const Entity& entity : entities)
    if (entity.kind == kind)
      for (const Mention& mention : entity.mentions)
        if (mention.zone == Zone::kBody)
          result.insert({mention.begin, mention.end});
  return result;
}

std::set<std::string> names_of(const std::string& text, const Spans& spans) {
  std::set<std::string> names;
  for (const auto& [begin, end] : spans) {
    names.insert(fold_name(text.substr(begin, end - begin)));
  }
  return names;
}

void print_errors(const std::string& text, const Spans& gold,
                  const Spans& found, const char* kind) {
  const auto show = [&](const Spans& spans, const Spans& other,
                        const char* what) {
    for (const auto& [begin, end] : spans) {
      if (other.contains({begin, end})) continue;
      const std::size_t from = begin < 50 ? 0 : begin - 50;
      std::string around = text.substr(from, begin - from) + "[" +
                           text.substr(begin, end - begin) + "]" +
                           text.substr(end, 40);
      std::replace(around.begin(), around.end(), '\n', ' ');
      fmt::print("{} {}: {}\n", kind, what, around);
    }
  };
  show(gold, found, "missed");
  show(found, gold, "wrong ");
}

struct Settings {
  std::string language = "en";
  bool errors = false;
};

void measure(const std::string& path, const TaggerModel& model,
             const Settings& settings) {
  static const Gazetteer gazetteer;
  Annotator annotator(gazetteer, model);
  Tagger tagger(model);
  const std::vector<AnnotatedText> texts = read_annotated(path);
  Score spans[std::size(kKinds)];
  Score names[std::size(kKinds)];
  for (const AnnotatedText& text : texts) {
    const TaggedStory story = tagger.tag(text.headline, text.text);
    Article article;
    article.headline = text.headline;
    article.body = text.text;
    const Entities entities = annotator.annotate(article, settings.language);
    for (std::size_t k = 0; k < std::size(kKinds); ++k) {
      const Spans indexed = spans_of(entities, kKinds[k].entity);
      const Spans found = settings.language == "en"
                              ? spans_of(story.body, kKinds[k].label)
                              : indexed;
      const Spans gold = spans_of(text.spans, kKinds[k].label);
      spans[k].add(found, gold);
      names[k].add(names_of(text.text, indexed), names_of(text.text, gold));
      if (settings.errors && k < 2) {
        print_errors(text.text, gold, found, kKinds[k].name);
      }
    }
  }
  for (std::size_t k = 0; k < std::size(kKinds); ++k) {
    if (spans[k].gold == 0) continue;
    fmt::print("{:28} {:4}  spans {}   names by story {}\n",
               path.substr(path.rfind('/') + 1), kKinds[k].name,
               spans[k].text(), names[k].text());
  }
}

/// A model read from a file, kept on the border it asks for.
class ModelFile {
 public:
  explicit ModelFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    aligned_.resize(bytes.size() / sizeof(std::max_align_t) + 1);
    std::memcpy(aligned_.data(), bytes.data(), bytes.size());
    model_.emplace(std::string_view(
        reinterpret_cast<const char*>(aligned_.data()), bytes.size()));
  }
  const TaggerModel& model() const { return *model_; }

 private:
  std::vector<std::max_align_t> aligned_;
  std::optional<TaggerModel> model_;
};

int run(const std::vector<std::string>& arguments) {
  std::optional<ModelFile> file;
  Settings settings;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--model" && i + 1 < arguments.size()) {
      file.emplace(arguments[++i]);
    } else if (arguments[i] == "--language" && i + 1 < arguments.size()) {
      settings.language = arguments[++i];
    } else if (arguments[i] == "--errors") {
      settings.errors = true;
    } else {
      measure(arguments[i], file ? file->model() : TaggerModel::embedded(),
              settings);
    }
  }
  return 0;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  try {
    return broadsheet::run({argv + 1, argv + argc});
  } catch (const broadsheet::Error& error) {
    fmt::print(stderr, "names_quality: {}\n", error.what());
    return 2;
  }
}
