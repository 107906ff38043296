// Which words of a story a query meant: what lists and snippets mark.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/record.h"
#include "common/index/stems.h"
#include "searcher/snippet.h"

namespace broadsheet {

/// A name the query asked for: entities of the kind that have all the words in
/// one of their names, or, for persons, one of the forms; for places, that are
/// or lie in one of the ids.
struct WantedName {
  EntityKind kind = EntityKind::kPerson;
  std::vector<std::string> words;
  std::set<std::string> forms;
  std::set<std::uint32_t> places;
  unsigned term = 0;

  bool operator==(const WantedName&) const = default;
};

/// What a planned query wants marked; terms are numbered by clause.
struct Wanted {
  std::map<std::string, unsigned> words;  ///< folded, as written
  std::map<std::string, unsigned> stems;  ///< folded stems, any language
  /// Words that are meant in a row only.
  std::vector<std::pair<std::vector<std::string>, unsigned>> phrases;
  std::vector<WantedName> names;

  bool operator==(const Wanted&) const = default;
};

/// Marks stories. Both that it is made of must outlive it.
class Marker {
 public:
  Marker(const Wanted& wanted, std::map<std::string, Stemmer>& stemmers);

  /// Marks in one of the story's texts, in order, not overlapping.
  std::vector<Mark> marks(const Story& story, Zone zone, std::string_view text);

 private:
  void mark_words(const Story& story, std::string_view text,
                  std::vector<Mark>& marks);

  /// What a run of characters without blanks may hold.
  enum class Holds { kNoWord, kOtherWords, kWanted };
  Holds may_hold(std::string_view run) const;
  void add_beginning(const std::string& word);

  const Wanted& wanted_;
  std::map<std::string, Stemmer>& stemmers_;
  std::bitset<128 * 128> beginnings_;  ///< of wanted words: their first two
};

/// Is the entity one the name asks for?
bool is_wanted(const WantedName& name, const Entity& entity);

}  // namespace broadsheet
