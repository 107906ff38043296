// The pages of an issue, and which of their words its stories have.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "indexer/formats/alto_page.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

/// "alto/0001.xml" of "file://./alto/0001.xml", for a Windows program
/// "file://.\\alto\\0001.xml".
std::string page_path(std::string href);
bool has_page_name(const std::string& path);

/// A page and which of its words no story has yet: each belongs to one.
class PageWords {
 public:
  PageWords(std::string path, AltoPage page);

  const std::string& path() const { return path_; }
  OcrRange all() const { return {0, page_.words().size()}; }
  OcrRange range(const std::string& first, const std::string& last) const {
    return page_.range(first, last);
  }
  /// The words of the range that are free, in their order, to `text`.
  void move(const OcrRange& range, OcrText& text);

 private:
  std::size_t free_from(std::size_t at);

  std::string path_;
  AltoPage page_;
  std::vector<std::size_t> next_free_;
};

/// The files of ALTO that a METS names.
class MetsPages {
 public:
  /// Opens them by `beside`; one that is not there or damaged is told.
  MetsPages(const pugi::xml_node& mets, const OpenBeside& beside,
            const OnSkip& on_skip);

  /// The words of a zone that no story has yet, to `text`. A pointer to a
  /// whole page takes none: stories share pages.
  void move_zone(const pugi::xml_node& pointer, OcrText& text);

  std::vector<PageWords>& all() { return pages_; }

 private:
  std::vector<PageWords> pages_;
  std::unordered_map<std::string, std::size_t> by_file_;  ///< by its id
};

}  // namespace broadsheet
