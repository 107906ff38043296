// The seam between a story and what is inferred of it.
#pragma once

#include <memory>
#include <string_view>

#include "common/news/article.h"
#include "common/news/entity.h"
#include "indexer/entities/tagger.h"

namespace broadsheet {

class Gazetteer;
struct Place;

/// Finds the people, places, organisations and nationalities of a story: the
/// editors' own first, then what the text names. Holds no shared state that
/// changes: one annotator a thread. The result depends on the arguments and the
/// shipped tables alone.
class Annotator {
 public:
  explicit Annotator(const Gazetteer& gazetteer);
  Annotator(const Gazetteer& gazetteer, const TaggerModel& model);
  ~Annotator();

  /// Entities in order of kind, then of mentions (most first), then of name.
  /// Looks at the first kMaxTagged bytes of the body. `language` is the
  /// story's, ISO 639-1 or "und"; `home` is where its source is at home, or
  /// null.
  Entities annotate(const Article& article, std::string_view language,
                    const Place* home = nullptr);

  /// The same in two steps, for many stories one after the other.
  TaggedStory tag(const Article& article, std::string_view language);
  Entities annotate(const Article& article, std::string_view language,
                    const Place* home, TaggedStory&& tagged);

  static constexpr std::size_t kMaxTagged = std::size_t{1} << 20;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
