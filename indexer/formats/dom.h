// A small tree of an HTML page that can be pruned and rearranged.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// An element, or (with an empty tag) a piece of text.
struct DomNode {
  std::string tag;  ///< lower case
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  DomNode* parent = nullptr;
  std::vector<DomNode*> children;
  std::optional<double> score;  ///< as a candidate for the story's text

  bool is_text() const { return tag.empty(); }
  bool is(std::string_view name) const { return tag == name; }
  /// Empty if there is no such attribute.
  std::string_view attribute(std::string_view name) const;
  /// Lower case, a space between them.
  std::string class_and_id() const;
};

class Dom {
 public:
  /// Parses HTML that is_shallow(); scripts keep their text.
  explicit Dom(std::string_view html);
  Dom(const Dom& other);

  DomNode* root() { return root_; }
  DomNode* body();
  DomNode* make(std::string tag);

 private:
  std::deque<DomNode> nodes_;
  DomNode* root_;
};

/// Is the nesting below what a tree may be built for (512), and the size below
/// 16 MB?
bool is_shallow(std::string_view html);

void remove(DomNode* node);
void replace(DomNode* node, DomNode* by);
void append(DomNode* parent, DomNode* child);

/// All elements below `node` in document order, with any of the tags.
std::vector<DomNode*> elements(DomNode* node,
                               const std::vector<std::string_view>& tags);
/// The same for every element, `node` itself left out.
std::vector<DomNode*> elements(DomNode* node);

bool has_ancestor(const DomNode* node, std::string_view tag);

/// The text below a node, every run of white space one space.
std::string inner_text(const DomNode* node);
/// The same where it is short: nothing where it has more bytes.
std::optional<std::string> short_text(const DomNode* node, std::size_t most);
/// As it stands.
std::string raw_text(const DomNode* node);

/// The text in paragraphs: one a block, captions and controls left out.
std::string block_text(const DomNode* node);

}  // namespace broadsheet
