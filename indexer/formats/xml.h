// Reading XML formats: one pure function a format, names without prefixes.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "common/news/article.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

/// The stories of a document; of one that is not well-formed, as far as can be.
using ReadXml = std::function<std::vector<Article>(const pugi::xml_node& root,
                                                   const OnSkip& on_skip)>;

/// A reader that parses the whole file. Damaged XML is told with its line; the
/// stories before the damage are read.
std::unique_ptr<Reader> open_xml(Input& input, OnSkip on_skip, ReadXml read);

/// A document of the bytes, anyhow where they are not well-formed.
class XmlFile {
 public:
  explicit XmlFile(Input& input);

  /// Null if it is nested too deep to be read.
  pugi::xml_node root() const;
  bool is_sound() const { return result_ && !too_deep_; }
  bool declares_entities() const;
  /// What is wrong, and where; `lost` is for the caller to say.
  Skip damage() const;

 private:
  std::string text_;
  bool cut_ = false;
  bool too_deep_ = false;
  pugi::xml_document document_;
  pugi::xml_parse_result result_;
};

/// The name of the first element in the first bytes, without its prefix.
std::string_view root_name(std::string_view head);

std::string_view local_name(const pugi::xml_node& node);

/// The first child of that name (a path: "head/docdata"), or nothing.
pugi::xml_node child(const pugi::xml_node& node, std::string_view path);
/// All children of that name.
std::vector<pugi::xml_node> children(const pugi::xml_node& node,
                                     std::string_view name);
/// The first element of that name at any depth, and all of them.
pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name);
std::vector<pugi::xml_node> descendants(const pugi::xml_node& node,
                                        std::string_view name);

/// All text below the node, on one line.
std::string text_of(const pugi::xml_node& node);
/// The text in paragraphs: one a block element, those named in `without`
/// (separated by commas) left out.
std::string paragraphs_in(const pugi::xml_node& node,
                          std::string_view without = {});

std::string attribute(const pugi::xml_node& node, const char* name);

}  // namespace broadsheet
