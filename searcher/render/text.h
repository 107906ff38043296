// The parts of the text format.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/render/layout.h"

namespace broadsheet {

inline constexpr std::string_view kDot = " · ";

/// One hit of a list: a few lines and an empty one.
std::string text_hit(const Hit& hit, const RenderOptions& options);

/// A whole story, for a hit with a body.
std::string text_story(const Hit& hit, const RenderOptions& options);

/// What is said below the hits: a summary, notes and how the query was read.
std::string text_footer(const Answer& answer, std::string_view summary,
                        const RenderOptions& options);

/// "21 stories, showing 11-20", or "No stories found."
std::string shown_of(const Answer& answer, std::string_view one,
                     std::string_view many);

/// The headline with the query's words marked; what stands there without one.
StyledText headline_of(const Hit& hit, const RenderOptions& options);

/// people and places, as a table.
std::string text_names(const Answer& answer, const std::vector<NameRow>& rows,
                       const RenderOptions& options);

/// timeline, as bars that fill the width.
std::string text_timeline(const Answer& answer,
                          const std::vector<TimelineRow>& rows,
                          const RenderOptions& options);

/// batch, as a table; the query comes last and is never cut.
std::string text_batch(const Answer& answer, const std::vector<BatchRow>& rows,
                       const RenderOptions& options);

/// The facets, one a paragraph, and an empty line; nothing without any.
std::string text_facets(const Answer& answer, const RenderOptions& options);

/// As many items as fit into so many columns, and how many more there are:
/// "Cairo 9 · Gaza 4 · +1". The first is always there, cut if it must be.
StyledText fitting(const std::vector<StyledText>& items, std::size_t columns,
                   const RenderOptions& options);

/// "21,578".
std::string grouped(std::size_t n);
/// "1 story", "21,578 stories".
std::string counted(std::size_t n, std::string_view one, std::string_view many);

}  // namespace broadsheet
