// The seam between an answer and its bytes: one file a format, pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/hits.h"

namespace broadsheet {

/// How the text should look; only the text renderer cares for most of it.
struct RenderOptions {
  bool terminal = false;   ///< make control and bidi characters visible
  bool color = false;      ///< ANSI colours
  std::size_t width = 80;  ///< columns
  std::vector<std::string> fields;  ///< --fields; empty: the format's default
  std::string run = "broadsheet";   ///< trec: run name (last column)
  std::string topic;  ///< of a batch: the query's id, in a column of its own

  /// Is it read as it stands, now or later in a pager?
  bool for_eyes() const { return terminal || color; }
};

/// An output format of `find` and `show`: bytes = head, then hit by hit, then
/// tail, so that a million hits stream through one in memory. Pure functions:
/// values in, UTF-8 out (invalid bytes become U+FFFD). `first` is true for the
/// first hit of the answer.
struct Renderer {
  std::string_view name;
  std::string_view help;
  bool unlimited;       ///< without --limit all hits are written
  bool chooses_fields;  ///< heeds RenderOptions::fields
  bool shows_answer;    ///< says what the answer does besides the hits
  /// How much of each hit it writes.
  HitDepth (*depth)(const RenderOptions&);
  std::string (*head)(const Answer&, const RenderOptions&);
  std::string (*hit)(const Hit&, bool first, const RenderOptions&);
  std::string (*tail)(const Answer&, const RenderOptions&);
  /// The rows of people and places; whole.
  std::string (*names)(const Answer&, const std::vector<NameRow>&,
                       const RenderOptions&);
  /// The rows of timeline; whole.
  std::string (*timeline)(const Answer&, const std::vector<TimelineRow>&,
                          const RenderOptions&);
  /// The rows of batch; whole.
  std::string (*batch)(const Answer&, const std::vector<BatchRow>&,
                       const RenderOptions&);
};

/// text, json, jsonl, csv, trec, ids, rss.
std::span<const Renderer> renderers();

/// Throws Error with a suggestion.
const Renderer& renderer_named(std::string_view name);

/// The names --fields may list, for hits in the order of the contract, and for
/// the rows of people and places, and those of timeline and batch.
std::span<const std::string_view> hit_fields();
std::span<const std::string_view> name_fields();
std::span<const std::string_view> timeline_fields();
std::span<const std::string_view> batch_fields();

/// Throws Error, with the nearest name, if a name of that kind ("field") is not
/// among the known.
void check_known(std::string_view kind, std::string_view name,
                 std::span<const std::string_view> known);

/// Throws Error for --fields that the format does not heed or that are not
/// among the known.
void check_fields(const Renderer& renderer, const RenderOptions& options,
                  std::span<const std::string_view> known);

}  // namespace broadsheet
