// Reading XML formats: one pure function a format, names without prefixes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "common/news/article.h"
#include "indexer/formats/reader.h"

namespace broadsheet {

/// The stories of a document that was parsed as far as it is well-formed.
using ReadXml = std::vector<Article> (*)(const pugi::xml_node& root,
                                         const OnSkip& on_skip);

/// A reader that parses the whole file. Damaged XML is told with its line; the
/// stories before the damage are read.
std::unique_ptr<Reader> open_xml(Input& input, OnSkip on_skip, ReadXml read);

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
