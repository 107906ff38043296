// Which file each story is taken from, where several files have its id.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/manifest.h"

namespace broadsheet {

/// Every claim of every file on every id. The owner of an id is the claimant
/// that outranks() the others.
class Claims {
 public:
  void add(const std::string& origin, const Claim& claim);
  /// Takes back what a file claimed; ids it owned are then contested.
  void remove(const FileEntry& entry);
  void remove(const std::string& origin, const std::string& id);
  /// Takes back what all files claim of an id; it is not contested then.
  void remove_all(const std::string& id) { by_id_.erase(id); }

  /// The origin of the file that owns an id; empty if nobody claims it.
  const std::string& owner(const std::string& id) const;
  bool owns(const std::string& origin, const std::string& id) const {
    return owner(id) == origin;
  }

  /// Ids that lost their owner since this was asked last, in no order.
  std::unordered_set<std::string> take_contested() {
    return std::exchange(contested_, {});
  }

  /// Stories owned by the files of each root (the origin's first part).
  std::map<std::string, std::size_t> stories_by_root() const;

 private:
  struct Claimant {
    std::string origin;
    Claim claim;
  };
  std::unordered_map<std::string, std::vector<Claimant>> by_id_;
  std::unordered_set<std::string> contested_;
};

}  // namespace broadsheet
