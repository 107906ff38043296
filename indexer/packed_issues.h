// Issues of scanned newspapers in an archive of files: a METS and its pages
// come one by one there, in any order, and are held until they can be read
// together.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/formats/reader.h"

namespace broadsheet {

/// The bytes of a text held in memory.
std::unique_ptr<ByteSource> open_text(std::string text);

/// A file in the archive.
struct HeldFile {
  std::string origin;
  std::string name;  ///< of its Input
  std::string text;
};

/// A METS and those of its pages that came.
struct HeldIssue {
  HeldFile mets;
  std::unordered_map<std::string, std::string> pages;  ///< by path from it
};

/// Holds so many bytes and no more: what lies too far apart is not joined.
class PackedIssues {
 public:
  explicit PackedIssues(std::size_t most = std::size_t{128} << 20)
      : most_(most) {}

  void add_mets(HeldFile mets);
  void add_page(HeldFile page);
  /// Nothing more will come.
  void end() { most_ = 0; }

  /// A page that has been held too long: no METS has named it.
  std::optional<HeldFile> take_page();
  /// An issue that is whole; where too much is held though no page can be
  /// taken, the oldest one.
  std::optional<HeldIssue> take_issue();

 private:
  struct Issue {
    HeldIssue held;
    std::size_t missing = 0;  ///< pages
  };
  using Place = std::list<Issue>::iterator;
  using Page = std::list<HeldFile>::iterator;
  struct Named {
    Place issue;
    std::string page;  ///< path from the METS
  };

  HeldFile take(Page page);

  std::size_t most_;
  std::size_t held_ = 0;
  std::list<Issue> issues_;    ///< in the order they came, the whole in front
  std::list<HeldFile> pages_;  ///< that no METS has named
  std::unordered_map<std::string, Page> by_origin_;
  std::unordered_map<std::string, Named> missing_;  ///< by origin
};

}  // namespace broadsheet
