// The seam between raw text and labelled names: which bytes name what.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace broadsheet {

class TaggerModel;

enum class Label : std::uint8_t { kPerson, kLocation, kOrganisation, kMisc };

/// Half-open byte offsets into the text, on character borders; spans never
/// overlap and rise. Titles and possessives are outside.
struct TaggedSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Label label = Label::kMisc;

  bool operator==(const TaggedSpan&) const = default;
};

/// The names of a story, each zone's offsets relative to that zone.
struct TaggedStory {
  std::vector<TaggedSpan> headline;
  std::vector<TaggedSpan> body;

  bool operator==(const TaggedStory&) const = default;
};

/// Labels the names of a story. Headline and body are judged together, since a
/// name is often plain in one place and ambiguous in the other. Any bytes will
/// do; time is linear in them, and working memory bounded for any length up to
/// 4 GiB. The result depends on the text and the model alone: no floating
/// point, no state that shows. One tagger a thread.
class Tagger {
 public:
  explicit Tagger(const TaggerModel& model);
  ~Tagger();
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;

  TaggedStory tag(std::string_view headline, std::string_view body);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
