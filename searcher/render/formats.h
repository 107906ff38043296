// The formats, one file each; renderer.cc has the table of them.
#pragma once

#include "common/cli/error.h"
#include "searcher/render/renderer.h"

namespace broadsheet {

Renderer text_renderer();
Renderer json_renderer();
Renderer jsonl_renderer();
Renderer csv_renderer();
Renderer trec_renderer();
Renderer ids_renderer();
Renderer rss_renderer();

/// For a format that writes nothing before or behind its hits.
std::string nothing(const Answer&, const RenderOptions&);

template <HitDepth depth>
HitDepth depth_of(const RenderOptions&) {
  return depth;
}

/// For a format that has no such rows: throws Error.
template <class Row>
std::string no_rows(const Answer&, const std::vector<Row>&,
                    const RenderOptions&) {
  throw Error("a format of stories only", "use --format csv or jsonl");
}

}  // namespace broadsheet
