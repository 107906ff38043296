// A TREC run file: "topic Q0 id rank score run". Its columns are separated by
// blanks, so white space inside one is written as %20 and the like.
#include <fmt/format.h>

#include <string>

#include "searcher/render/formats.h"
#include "searcher/render/line.h"

namespace broadsheet {
namespace {

std::string hit(const Hit& hit, bool, const RenderOptions& options) {
  return fmt::format(
      "{} Q0 {} {} {} {}\n",
      one_word(options.topic.empty() ? "1" : options.topic, options),
      one_word(hit.id, options), hit.rank, hit.score,
      one_word(options.run, options));
}

}  // namespace

Renderer trec_renderer() {
  return {.name = "trec",
          .help = "a TREC run file",
          .unlimited = true,
          .chooses_fields = false,
          .shows_answer = false,
          .depth = depth_of<HitDepth::kId>,
          .head = nothing,
          .hit = hit,
          .tail = nothing,
          .names = no_rows<NameRow>,
          .timeline = no_rows<TimelineRow>,
          .batch = no_rows<BatchRow>};
}

}  // namespace broadsheet
