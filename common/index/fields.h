// The field table: every field a query can name, and how it lies on disk.
//
// Index format (kIndexVersion)
// ============================
// One Xapian document is one story (one version of one story).
//
// Terms. Text is folded (common/text/fold.h) by one analysis
// (common/index/analysis.h) for stories and for queries.
//   ""          word of the body, or of a correction in the names zone, at its
//               position, wdf 1 a mention
//   "S"         headline word, at its position
//   "XCORRECTION:"  word of a correction, once more
//   "Z" + these stem of a body, headline or correction word, no positions; for
//               one that is not stemmable its own term stands
//   "A"         byline word, at a position of the names zone
//   "XP:"       word of a person's name, at the position it has in headline or
//               body; every name once more in the names zone
//   "XPK:"      key, "\x1f", form of a person's canonical name (name_key.h,
//               person_name.h): at every word of every mention. The key is the
//               sound of the last name, so that one walk yields all who bear
//               it, each with its stories. Under the keys of inner surnames the
//               same form is a boolean that leads to the term with positions
//   "XPN:"      person, boolean: 16 hex digits of the digest of that form
//   "XL:"       word of a place's name (as XP:)
//   "XLN:"      full folded name, "\x1f", place id: boolean, for the places
//               named and for all that they lie in
//   "XLI:"      place id, boolean: the place and all that it lies in
//   "XLO:"      place id, boolean: the place itself only
//   "XDL:" "XDI:"   dateline: word; place id and ancestors
//   "XO:" "XON:"  organisation: word; digest of the canonical name
//   "XNAT:"     nationality, boolean label
//   "XSOURCE:" "XSECTION:" "XTOPIC:" "XSTATUS:" "XDATESOURCE:" "XARCHIVE:"
//               boolean labels, folded (fold_name())
//   "L"         language, boolean: ISO 639-1, or "und"
//   "U"         URL, boolean        "XORIGIN:"  origin, boolean
//   "Q"         id, boolean, one story each
//   "XNEWEST:"  id of its newest version, boolean, in each older one
//   "XHAS:"     field name, boolean: the story has that field
//   "XV:"       index version, boolean, in every story
// A boolean longer than a term may be ends in its digest (label_term()).
//
// Positions. Headline from 1, body from 1,001, one skipped between paragraphs;
// then the names zone: each name from the next multiple of 1,000 that is more
// than 500 behind the last word, so that no phrase and no NEAR/500 joins two
// zones. (So does the body, behind a headline of 500 words.)
//
// Values: the enum Slot. Data: common/index/record.h.
// Metadata of a generation (for the indexer only): indexer/manifest.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr std::string_view kIndexVersion = "11";

/// Value slots; never renumbered, they are on disk.
enum Slot : unsigned {
  kSlotOrder = 0,      ///< date (8 digits, 00000000 undated), then id
  kSlotDateBegin = 1,  ///< 8 digits; absent if undated
  kSlotDateEnd = 2,    ///< 8 digits; absent if undated
  kSlotStatus = 3,     ///< absent: usable
  kSlotVisible = 4,    ///< YYYYMMDDhhmmss from which it may be shown
  kSlotCopyExact = 5,  ///< copy groups at similarity 1.0, 0.9 and 0.7: 8 bytes,
                       ///< absent where a story has no copies
  kSlotCopyNear = 6,
  kSlotCopyLoose = 7,
  kSlotPeople = 8,  ///< packed digests, most mentioned first (packed.h)
  kSlotPlaces = 9,  ///< places, kContaining, those that contain them
  kSlotOrgs = 10,
  kSlotSource = 11,
  kSlotSection = 12,
  kSlotTopics = 13,  ///< packed strings
  kSlotLanguage = 14,
  kSlotByline = 15,
  kSlotVersion = 16,    ///< family@version
  kSlotAdded = 17,      ///< YYYYMMDDhhmmss in UTC
  kSlotSignature = 18,  ///< by which copies are known (for the indexer only)
};

/// How a field's words become terms, and so what a query on it may hold.
enum class FieldKind : std::uint8_t {
  kText,    ///< words with positions and stems
  kPerson,  ///< names: words with positions, keys, digests
  kPlace,   ///< names and the places they contain
  kWords,   ///< words with positions, no stems
  kLabel,   ///< one folded string; the whole of it is matched
  kExact,   ///< one string as it stands
  kDate,    ///< a period
};

struct Field {
  std::string_view name;     ///< as typed in a query
  std::string_view aliases;  ///< separated by commas
  std::string_view prefix;   ///< of its words or its label
  FieldKind kind;
  int slot;       ///< -1: none
  double weight;  ///< scale of its terms in ranking; 0 boolean
  std::string_view help;
};

std::span<const Field> fields();

/// The field of that name or alias (letters of either case), or null.
const Field* find_field(std::string_view name);

/// The prefix under which the stems of a kText field stand: "Z" + prefix.
std::string stem_prefix(const Field& field);

/// prefix + value, cut to what Xapian allows: a value that would make the term
/// longer than 240 bytes keeps its head and ends in its own digest.
std::string label_term(std::string_view prefix, std::string_view value);

}  // namespace broadsheet
