// A tolerant tokenizer for SGML, XML and HTML that may be broken, and the
// reading of text out of markup without building a tree.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

enum class MarkupKind : unsigned char { kText, kOpen, kClose, kOther };

/// A piece of markup; views into the text it was cut from.
struct MarkupToken {
  MarkupKind kind = MarkupKind::kText;
  std::string_view name;        ///< of a tag, as written
  std::string_view attributes;  ///< what stands behind the name
  std::string_view text;        ///< all of the piece
  bool closed = false;          ///< <br/>
};

/// Cuts markup into tags and text, never failing: a '<' that begins no tag is
/// text, an unclosed comment or tag reaches to the end.
class MarkupTokenizer {
 public:
  explicit MarkupTokenizer(std::string_view text) : rest_(text) {}
  bool next(MarkupToken& token);
  /// Passes over the text of a <script> or the like, up to its closing tag.
  void skip_to_close(std::string_view name);
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

/// The value of an attribute (names without regard to case), entities resolved.
std::string attribute_of(std::string_view attributes, std::string_view name);

/// Character references and the names of ISO 8879 resolved; an '&' that begins
/// none stays.
std::string decode_entities(std::string_view text);

/// The text of HTML with one line a block ("p", "li", "br" ...), scripts and
/// styles left out, entities resolved.
std::string markup_text(std::string_view html);

/// Does a text that should be plain hold tags or entities?
bool holds_markup(std::string_view text);

/// Does a tag of that name begin a new line of text?
bool is_block_tag(std::string_view name);

/// "news.example" of "https://www.news.example/a/b"; empty for no URL.
std::string host_of(std::string_view url);

/// Is the first character that is not blank a '<'?
bool opens_markup(std::string_view text);

/// ASCII letters made small.
std::string lower_case(std::string_view text);

/// ASCII letters without regard to case.
bool same_name(std::string_view a, std::string_view b);

/// Does a name end so, behind something, as same_name() has it?
bool has_ending(std::string_view name, std::string_view ending);

}  // namespace broadsheet
