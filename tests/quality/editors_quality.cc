// How much of what editors say a story is about does its text alone give?
// editors_quality [--misses] FILE... reads stories whose sources name people
// and places, keeps that from the annotator, and prints the share it finds
// again: of all, and of those whose name the text has at all.
#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/error.h"
#include "common/text/fold.h"
#include "indexer/entities/annotator.h"
#include "indexer/entities/editors.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/written_place.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/formats.h"

namespace broadsheet {
namespace {

struct Count {
  std::size_t all = 0, named = 0, found = 0;

  void print(const char* what) const {
    const auto percent = [this](std::size_t of) {
      return 100.0 * static_cast<double>(found) / static_cast<double>(of);
    };
    fmt::print("{:26} {:6} given, {:5} found: {:.1f} %; of {} named {:.1f} %\n",
               what, all, found, percent(all), named, percent(named));
  }
};

class Measure {
 public:
  explicit Measure(bool misses) : misses_(misses) {}

  void read_file(const char* path) {
    Input input(path, open_file(path));
    const Format* format = detect(input);
    if (!format) return;
    const auto reader = format->open(input, {}, [](const Skip&) {});
    while (const auto story = reader->next()) add(*story);
  }

  void print() const {
    people_.print("people");
    places_.print("places");
    with_peoples_.print("places or nationalities");
  }

 private:
  void add(Article story) {
    std::vector<std::string> people, places;
    people.swap(story.people);
    places.swap(story.places);
    if (people.empty() && places.empty()) return;
    const Entities found = annotator_.annotate(story, "en");
    text_ = " " + fold_name(story.headline + " " + story.body) + " ";
    source_id_ = story.source_id;
    for (const std::string& value : people) add_person(value, found);
    for (const std::string& value : places) add_place(value, found);
  }

  void add_person(const std::string& value, const Entities& found) {
    Entities persons = of_kind(found, EntityKind::kPerson);
    const std::size_t before = persons.size();
    join_editors_people({value}, persons);
    const std::string name = fold_name(readable_name(value));
    count(people_, persons.size() == before, value,
          has_word(name.substr(name.rfind(' ') + 1)));
  }

  void add_place(const std::string& value, const Entities& found) {
    const std::string name = readable_place(value);
    const Place* place = described_place(gazetteer_, name);
    if (place == nullptr) return;
    const auto is_it = [place](const Entity& entity) {
      return entity.place_id == place->id ||
             std::ranges::any_of(entity.inside, [place](const PlaceRef& outer) {
               return outer.id == place->id;
             });
    };
    const bool named = has_word(fold_name(place->name)) ||
                       has_word(fold_name(name)) || names_people_of(*place);
    const bool as_place =
        std::ranges::any_of(of_kind(found, EntityKind::kPlace), is_it);
    const bool as_people = std::ranges::any_of(
        of_kind(found, EntityKind::kNationality), [&](const Entity& people) {
          return std::ranges::find(gazetteer_.demonym(fold_name(people.name)),
                                   place) !=
                 gazetteer_.demonym(fold_name(people.name)).end();
        });
    count(places_, as_place, {}, named);
    count(with_peoples_, as_place || as_people, value, named);
  }

  static Entities of_kind(const Entities& all, EntityKind kind) {
    Entities some;
    std::ranges::copy_if(all, std::back_inserter(some),
                         [kind](const Entity& e) { return e.kind == kind; });
    return some;
  }

  bool has_word(std::string_view folded) const {
    return text_.find(" " + std::string(folded) + " ") != text_.npos;
  }

  bool names_people_of(const Place& place) const {
    for (std::size_t at = 1; at < text_.size();) {
      const std::size_t end = text_.find(' ', at);
      const auto places =
          gazetteer_.demonym(std::string_view(text_).substr(at, end - at));
      if (std::ranges::find(places, &place) != places.end()) return true;
      at = end + 1;
    }
    return false;
  }

  void count(Count& into, bool found, std::string_view value, bool named) {
    ++into.all;
    into.found += found;
    into.named += named || found;
    if (misses_ && !found && named && !value.empty())
      fmt::print("missed {}: {}\n", source_id_, value);
  }

  bool misses_;
  Gazetteer gazetteer_;
  Annotator annotator_{gazetteer_};
  Count people_, places_, with_peoples_;
  std::string text_;  ///< of the story, folded, a space on either side
  std::string source_id_;
};

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  const bool misses = argc > 1 && std::strcmp(argv[1], "--misses") == 0;
  broadsheet::Measure measure(misses);
  try {
    for (int i = misses ? 2 : 1; i < argc; ++i) measure.read_file(argv[i]);
  } catch (const broadsheet::Error& error) {
    fmt::print(stderr, "editors_quality: {}\n", error.what());
    return error.exit_code();
  }
  measure.print();
}
