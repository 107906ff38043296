// Which file each story is taken from, where several files have its id, and
// which of them has the newest version of it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/text/string_table.h"
#include "indexer/manifest.h"

namespace broadsheet {

/// Every claim of every file. Of the claims on an id the one that outranks()
/// the others gives the story of that id; the best on each other version gives
/// an older version, which is a story too, of the id version_id().
///
/// A run holds a claim for every story: some 50 bytes and the id's own.
class Claims {
 public:
  /// Adding a claim twice is adding it once.
  void add(std::string_view origin, const Claim& claim);
  /// Takes back what a file claimed; stories it gave are then contested.
  void remove(const FileEntry& entry);
  void remove(std::string_view origin, const Claim& claim);

  /// The id of the story that the file gives by the claim; empty if another
  /// file gives it.
  std::string story_of(std::string_view origin, const Claim& claim) const;
  /// The origin of the file that gives a story; empty if none does.
  std::string owner(std::string_view story) const;

  /// Ids of stories that another file gives now, or none, or of another
  /// version, since this was asked last, in no order; but for those that a
  /// claim just added has won.
  std::unordered_set<std::string> take_contested() {
    return std::exchange(contested_, {});
  }

  /// Stories given by the files of each root (the origin's first part).
  std::map<std::string, std::size_t> stories_by_root() const;

 private:
  using Number = StringTable::Number;
  using Place = std::uint32_t;  ///< in claimants_
  static constexpr Place kNone = ~Place{0};

  /// Of one id; the numbers are those of strings_.
  struct Claimant {
    Number origin;
    Number version;
    Number date;
    Place next;  ///< the next best
  };

  Place best(std::string_view id) const;
  Place best_on(std::string_view version, Place best) const;
  std::string_view origin_of(Place place) const {
    return strings_[claimants_[place].origin];
  }
  std::string_view version_of(Place place) const {
    return strings_[claimants_[place].version];
  }
  Claim claim_of(Place place) const;
  std::string story_of(Place place, Place best, std::string_view id) const;
  Place keep(const Claimant& claimant);

  StringTable ids_;
  StringTable strings_;      ///< origins, versions and dates
  std::vector<Place> best_;  ///< by the id's number
  std::vector<Claimant> claimants_;
  std::vector<Place> free_;
  std::unordered_set<std::string> contested_;
};

}  // namespace broadsheet
