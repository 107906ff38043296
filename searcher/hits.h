// What a search answers, as plain values: the search fills them, the renderers
// write them. Names and order follow the JSON of the contract, section 4.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

/// Half-open byte offsets into a UTF-8 text.
using ByteRange = std::pair<std::size_t, std::size_t>;

/// A person or a place of one story.
struct HitEntity {
  std::string name;
  std::vector<std::string> spellings;
  std::size_t mentions = 0;
  std::string role;      ///< people: "Egyptian Foreign Minister"
  std::uint32_t id = 0;  ///< places: gazetteer id, 0 unknown
  std::string country;   ///< places: ISO 3166 alpha-2
  double lat = 0, lon = 0;
  bool dateline = false;
  bool editors = false;
  bool matched = false;          ///< the query names it
  std::vector<ByteRange> spans;  ///< in the body, for `show`
};

struct Snippet {
  std::string text;
  std::vector<ByteRange> marks;
};

/// A copy of a story.
struct StoryCopy {
  std::string id, source, date;
};

/// A version of a story, itself a story.
struct StoryVersion {
  std::string id, version, date, status, origin;
};

/// One story found.
struct Hit {
  std::size_t rank = 0;
  double score = 0;
  std::string id, archive, headline, date, date_precision, date_source, source,
      byline, section, language, url, origin, status, dateline, version,
      correction, crawled;
  double word_confidence = 0;  ///< of a scanned text; 0 unknown
  std::vector<HitEntity> people, places;
  std::vector<std::string> topics, orgs, nationalities;
  Snippet snippet;
  std::size_t copies = 0;  ///< others that are near copies, or were collapsed
  std::size_t ran_in = 0;  ///< sources of a collapsed group; 0: not collapsed
  std::vector<ByteRange> headline_marks;

  std::string body;
  bool whole = false;  ///< as `show` tells it, with what follows
  std::vector<StoryCopy> other_copies;
  std::vector<StoryVersion> versions;  ///< all, newest first
};

/// How much of a hit is wanted; each has what the one before has.
enum class HitDepth : std::uint8_t {
  kId,        ///< rank, score, id and archive
  kHead,      ///< what the head of the story's record tells
  kBody,      ///< its text
  kFound,     ///< its copies, and what the query found in it
  kVersions,  ///< its other versions
};

/// What a word, name or pattern was taken to mean, and in how many stories
/// each form stands.
struct Expansion {
  std::string clause;  ///< `person:sisi`
  std::vector<std::pair<std::string, std::size_t>> forms;
  bool cut = false;  ///< more forms than are used
};

/// Stories that hold a name's words without its being tagged as one.
struct Untagged {
  std::string clause;
  std::size_t stories = 0;
  std::string query;  ///< what finds them
};

/// One line of people or places: its count equals find's total for `query`.
struct NameRow {
  std::string name;
  std::size_t stories = 0;
  std::string query;
  std::vector<std::string> spellings;
  std::string country;
  bool ambiguous = false;   ///< a spelling that fits several persons
  std::string first, last;  ///< dates; empty if none is dated
  std::vector<std::string> inside = {};  ///< places: in what, nearest first
};

/// A value that stories of the answer share: its count equals find's total for
/// `query` among them. No query can name a value without letter or digit.
struct FacetValue {
  std::string value;
  std::size_t stories = 0;
  std::string query;
};

/// The most frequent values, of so many distinct ones.
struct Facet {
  std::string name;
  std::vector<FacetValue> values;
  std::size_t distinct = 0;
};

/// One line of a timeline.
struct TimelineRow {
  std::string period;  ///< "1987", "1987-02", "1987-02-26" or "undated"
  std::string value;   ///< of --split: whose stories; else empty
  std::size_t stories = 0;
  std::size_t all = 0;  ///< of the archive, whatever the query
};

/// One query of a batch.
struct BatchRow {
  std::string id, query;
  std::size_t total = 0;
  std::string first, last;  ///< dates; empty if no story is dated
};

struct Answer {
  std::string typed, understood;
  std::string match;         ///< "all" or "any"
  bool joins_words = false;  ///< another --match would answer otherwise
  std::vector<Expansion> expansions;
  std::vector<Untagged> untagged;
  std::vector<std::string> notes;  ///< for people: "3 more may be of 1987-03"
  std::size_t total = 0;
  std::size_t total_stories = 0;  ///< those that --collapse hides included
  std::size_t hidden = 0;
  std::size_t offset = 0, shown = 0;  ///< hits left out in front; hits written
  double took_ms = 0;
  std::vector<std::string> generation;
  std::string version;
  std::vector<Facet> facets;
  std::string suggestion;  ///< a query that finds more
  std::size_t suggestion_total = 0;
};

}  // namespace broadsheet
