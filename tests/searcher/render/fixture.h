// An answer with everything that a renderer can meet, the hostile included.
#pragma once

#include <string>
#include <vector>

#include "searcher/render/renderer.h"

namespace broadsheet::fixture {

/// The range of a word in a text that holds it.
ByteRange range_of(const std::string& text, const std::string& word);

/// A story as every field of it should be; `show` adds to it.
Hit gaza_story();
/// The same with body, spans, topics.
Hit whole_story();
/// Undated, without a headline; names that do not fit on a line.
Hit bare_story();
/// Text that would turn round, hide, colour or run itself.
Hit hostile_story();
/// Arabic, Chinese, Persian and emoji.
Hit foreign_story();

std::vector<Hit> hits();
Answer answer();
Answer nothing_found();
std::vector<NameRow> people();
std::vector<Facet> facets();
std::vector<TimelineRow> timeline();

/// The whole output of `find` (or of `show`, by what the hits hold).
std::string render(std::string_view format, const Answer& answer,
                   const std::vector<Hit>& hits,
                   const RenderOptions& options = {});
std::string render_names(std::string_view format,
                         const std::vector<NameRow>& rows,
                         const RenderOptions& options = {});
std::string render_timeline(std::string_view format,
                            const std::vector<TimelineRow>& rows,
                            const RenderOptions& options = {});

}  // namespace broadsheet::fixture
