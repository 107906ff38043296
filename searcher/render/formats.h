// The formats, one file each; renderer.cc has the table of them.
#pragma once

#include "searcher/render/renderer.h"

namespace broadsheet {

Renderer text_renderer();
Renderer json_renderer();
Renderer jsonl_renderer();
Renderer csv_renderer();
Renderer trec_renderer();
Renderer ids_renderer();

/// For a format that writes nothing before or behind its hits.
std::string nothing(const Answer&, const RenderOptions&);

}  // namespace broadsheet
