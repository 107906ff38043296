// Which file each story is taken from, where several files have its id, and
// which of them has the newest version of it.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/manifest.h"

namespace broadsheet {

/// Every claim of every file. Of the claims on an id the one that outranks()
/// the others gives the story of that id; the best on each other version gives
/// an older version, which is a story too, of the id version_id().
class Claims {
 public:
  /// Adding a claim twice is adding it once.
  void add(const std::string& origin, const Claim& claim);
  /// Takes back what a file claimed; stories it gave are then contested.
  void remove(const FileEntry& entry);
  void remove(const std::string& origin, const Claim& claim);

  /// The id of the story that the file gives by the claim; empty if another
  /// file gives it.
  std::string story_of(const std::string& origin, const Claim& claim) const;
  /// The origin of the file that gives a story; empty if none does.
  const std::string& owner(const std::string& story) const;

  /// Ids of stories that another file gives now, or none, or of another
  /// version, since this was asked last, in no order; but for those that a
  /// claim just added has won.
  std::unordered_set<std::string> take_contested() {
    return std::exchange(contested_, {});
  }

  /// Stories given by the files of each root (the origin's first part).
  std::map<std::string, std::size_t> stories_by_root() const;

 private:
  struct Claimant {
    std::string origin;
    Claim claim;

    bool operator==(const Claimant&) const = default;
  };
  using Claimants = std::vector<Claimant>;  ///< of one id, best first

  static Claimants::const_iterator best_on(const Claim& version,
                                           const Claimants& claimants);
  static std::string story_of(Claimants::const_iterator claimant,
                              const Claimants& claimants);

  std::unordered_map<std::string, Claimants> by_id_;
  std::unordered_set<std::string> contested_;
};

}  // namespace broadsheet
