// What a run must not take in: the stories that were withdrawn.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/withdrawn.h"
#include "common/news/article.h"
#include "indexer/manifest.h"

namespace broadsheet {

/// What knows a text again, wherever it turns up; empty for one so short that
/// many stories may have it.
std::string body_digest(std::string_view body);

/// An archive's list of withdrawn stories, as its writer sees it.
class Withholding {
 public:
  Withholding() = default;
  explicit Withholding(const std::filesystem::path& archive);

  /// Was the story withdrawn: itself, in that place (if it has a file of its
  /// own), or with that text? One that only its place or text tells is put on
  /// the list, as a copy: just that version of it.
  bool covers(const std::string& id, const Article& article) {
    return covers(id, id, article);
  }
  /// The same of a story of which `newest` is the newest version, which takes
  /// all others along.
  bool covers(const std::string& id, const std::string& newest,
              const Article& article);
  /// Is it on the list?
  bool names(const std::string& id) const { return by_id_.contains(id); }
  /// Or is that version of it?
  bool names(const Claim& claim) const;

  const std::vector<Withdrawal>& list() const { return list_; }
  void add(Withdrawal withdrawal);
  /// Takes a story off, and the copies that went with it; how many?
  std::size_t remove(const std::string& id);
  void set_done();
  bool all_done() const;
  /// Writes the list whole, forced to disk.
  void save() const;

 private:
  void index();

  std::filesystem::path archive_;
  std::vector<Withdrawal> list_;
  using Index = std::unordered_map<std::string, std::size_t>;
  Index by_id_, by_origin_, by_digest_;
};

}  // namespace broadsheet
