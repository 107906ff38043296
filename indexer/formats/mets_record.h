// What METS says of an issue or an article: its descriptions in MODS or Dublin
// Core.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

namespace broadsheet {

/// Fields that are not told are empty.
struct MetsRecord {
  std::string title;
  std::string host;  ///< title of what it is a part of
  std::string date;
  std::string language;  ///< ISO 639-1
  std::string byline;
  std::string url;
};

class MetsRecords {
 public:
  explicit MetsRecords(const pugi::xml_node& mets);

  /// Of a division, by its DMDID, which may name several.
  MetsRecord of(const pugi::xml_node& division);
  /// The first of each field in all but those that of() has given.
  MetsRecord of_issue() const;

 private:
  struct Section {
    MetsRecord record;
    bool given = false;  ///< by of()
  };
  std::vector<Section> sections_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace broadsheet
