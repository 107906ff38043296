// What the elements of a page look like to someone who looks for the story.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/formats/dom.h"

namespace broadsheet {

using Names = std::vector<std::string_view>;

inline const Names kHeadings = {"h1", "h2", "h3", "h4", "h5", "h6"};

bool one_of(std::string_view name, const Names& names);

/// Does the text hold any of the parts?
bool holds_any(std::string_view text, const Names& parts);

/// Is one of the words of a class or an id, parted by " ", "-" or "_", listed?
bool has_word(std::string_view names, const Names& words);

/// White space between tags.
bool is_blank(const DomNode* node);

/// Text, or what runs on in a line of it.
bool is_phrasing(const DomNode* node);

bool is_visible(const DomNode* node);

/// The words in its class and id for (> 0) or against an element: 25 each.
double class_weight(const DomNode* node);

/// Is it marked up as that property of a thing, in microdata or RDFa?
bool has_property(const DomNode* node, std::string_view name);

/// How much of the text below is links, 0 to 1.
double link_density(DomNode* node);

/// Commas of any script: prose has them.
std::size_t comma_count(std::string_view text);

/// Characters, not bytes.
std::size_t text_length(std::string_view text);

/// Is the element a heading that repeats most of the headline's words?
bool repeats(DomNode* node, std::string_view headline);

}  // namespace broadsheet
