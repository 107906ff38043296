#include "indexer/formats/markup.h"

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"
#include "indexer/formats/entity_names.h"

namespace broadsheet {
namespace {

static_assert(std::is_sorted(std::begin(kEntityNames), std::end(kEntityNames),
                             [](const EntityName& a, const EntityName& b) {
                               return a.name < b.name;
                             }));

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ends_name(char c) {
  return is_space(c) || c == '>' || c == '/';
}

/// Where a tag's '>' is, quotes heeded; a quote that nothing closes is not
/// one. npos at the end.
std::size_t tag_end(std::string_view text) {
  char quote = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      if (text[i - 1] == '=' || is_space(text[i - 1])) quote = c;
    } else if (c == '>') {
      return i;
    }
  }
  return quote != 0 ? text.find('>') : text.npos;
}

/// <!-- -->, <![CDATA[ ]]>, <!DOCTYPE >, <? ?>: where it ends.
std::size_t declaration_end(std::string_view text) {
  std::string_view close = ">";
  if (text.starts_with("<!--")) close = "-->";
  if (text.starts_with("<![CDATA[")) close = "]]>";
  // Declarations may stand inside of a document type.
  if (same_name(text.substr(0, 9), "<!DOCTYPE") &&
      text.find('[') < text.find('>')) {
    close = "]>";
  }
  const std::size_t at = text.find(close, 2);
  return at == text.npos ? text.size() : at + close.size();
}

char32_t named(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kEntityNames), std::end(kEntityNames), name,
      [](const EntityName& a, std::string_view b) { return a.name < b; });
  return found != std::end(kEntityNames) && found->name == name
             ? found->character
             : 0;
}

/// "#8217" or "#x2019"; 0 if it is no number. Numbers 128 to 159 are meant as
/// windows-1252, as every browser reads them.
char32_t numbered(std::string_view name) {
  const bool hex = name.size() > 1 && ascii_lower(name[1]) == 'x';
  char32_t value = 0;
  for (const char c : name.substr(hex ? 2 : 1)) {
    const char l = ascii_lower(c);
    const bool digit = l >= '0' && l <= '9';
    if (!digit && !(hex && l >= 'a' && l <= 'f')) return 0;
    value = value * (hex ? 16 : 10) +
            static_cast<char32_t>(digit ? l - '0' : l - 'a' + 10);
    if (value > 0x10FFFF) return kReplacement;
  }
  constexpr std::u32string_view kWindows =
      U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
  return value >= 0x80 && value < 0xA0 ? kWindows[value - 0x80] : value;
}

constexpr std::string_view kBlocks[] = {
    "address",    "article", "aside",  "blockquote", "body",   "br",
    "center",     "dd",      "div",    "dl",         "dt",     "fieldset",
    "figcaption", "figure",  "footer", "form",       "h1",     "h2",
    "h3",         "h4",      "h5",     "h6",         "header", "hr",
    "li",         "main",    "nav",    "ol",         "option", "p",
    "pre",        "section", "table",  "tbody",      "td",     "th",
    "title",      "tr",      "ul"};

constexpr std::string_view kNoText[] = {"script",   "style",  "noscript",
                                        "template", "iframe", "svg",
                                        "textarea", "select", "object"};

template <std::size_t N>
bool listed(const std::string_view (&list)[N], std::string_view name) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view n) { return same_name(n, name); });
}

}  // namespace

bool opens_markup(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_space(text[at])) ++at;
  return at < text.size() && text[at] == '<';
}

std::string lower_case(std::string_view text) {
  std::string lowered(text);
  std::transform(text.begin(), text.end(), lowered.begin(), ascii_lower);
  return lowered;
}

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return ascii_lower(x) == ascii_lower(y);
         });
}

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         same_name(name.substr(name.size() - ending.size()), ending);
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return lower_case(host);
}

bool is_block_tag(std::string_view name) {
  return listed(kBlocks, name);
}

bool MarkupTokenizer::next(MarkupToken& token) {
  token = {};
  if (rest_.empty()) return false;
  std::size_t end = rest_.find('<', 1);
  const char second = rest_.size() > 1 ? rest_[1] : ' ';
  if (rest_[0] == '<' && (second == '!' || second == '?')) {
    token.kind = MarkupKind::kOther;
    end = declaration_end(rest_);
    token.text = rest_.substr(0, end);
    if (token.text.starts_with("<![CDATA[")) token.name = "[CDATA[";
  } else if (rest_[0] == '<' && (is_letter(second) || second == '/')) {
    token.kind = second == '/' ? MarkupKind::kClose : MarkupKind::kOpen;
    const std::size_t close = tag_end(rest_);
    end = close == rest_.npos ? rest_.size() : close + 1;
    token.text = rest_.substr(0, end);
    std::string_view inner = token.text.substr(second == '/' ? 2 : 1);
    if (inner.ends_with('>')) inner.remove_suffix(1);
    if (inner.ends_with('/')) {
      token.closed = true;
      inner.remove_suffix(1);
    }
    const auto* stop = std::find_if(inner.begin(), inner.end(), ends_name);
    token.name =
        inner.substr(0, static_cast<std::size_t>(stop - inner.begin()));
    token.attributes = inner.substr(token.name.size());
  } else {
    token.text = rest_.substr(0, end);
  }
  rest_.remove_prefix(token.text.size());
  return true;
}

void MarkupTokenizer::skip_to_close(std::string_view name) {
  for (std::size_t at = 0; (at = rest_.find("</", at)) != rest_.npos; at += 2) {
    if (same_name(rest_.substr(at + 2, name.size()), name)) {
      rest_.remove_prefix(at);
      return;
    }
  }
  rest_ = {};
}

std::string attribute_of(std::string_view attributes, std::string_view name) {
  std::size_t at = 0;
  const auto skip_spaces = [&] {
    while (at < attributes.size() &&
           (is_space(attributes[at]) || attributes[at] == '/')) {
      ++at;
    }
  };
  while (skip_spaces(), at < attributes.size()) {
    const std::size_t key = at;
    while (at < attributes.size() && !is_space(attributes[at]) &&
           attributes[at] != '=') {
      ++at;
    }
    const std::string_view found = attributes.substr(key, at - key);
    skip_spaces();
    if (at >= attributes.size() || attributes[at] != '=') {
      if (same_name(found, name)) return {};
      if (at == key) ++at;
      continue;
    }
    ++at;
    while (at < attributes.size() && is_space(attributes[at])) ++at;
    std::size_t begin = at;
    std::size_t end = at;
    if (at < attributes.size() &&
        (attributes[at] == '"' || attributes[at] == '\'')) {
      begin = at + 1;
      end = std::min(attributes.find(attributes[at], begin), attributes.size());
      at = end + 1;
    } else {
      while (end < attributes.size() && !is_space(attributes[end])) ++end;
      at = end;
    }
    if (same_name(found, name)) {
      return decode_entities(attributes.substr(begin, end - begin));
    }
  }
  return {};
}

std::string decode_entities(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t amp = std::min(text.find('&', at), text.size());
    plain.append(text, at, amp - at);
    at = amp;
    if (at >= text.size()) break;
    const std::size_t end = text.substr(at, 12).find(';');
    char32_t c = 0;
    bool known = false;
    if (end != text.npos && end > 1) {
      const std::string_view name = text.substr(at + 1, end - 1);
      known = name[0] == '#' && name.size() > 1;
      c = known ? numbered(name) : named(name);
      known = known || c != 0;
    }
    if (!known) {
      plain += text[at++];
      continue;
    }
    if (c != 0) append_utf8(plain, c);
    at += end + 1;
  }
  return plain;
}

std::string markup_text(std::string_view html) {
  std::string text;
  MarkupTokenizer tokens(html);
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.kind == MarkupKind::kText) {
      // Line breaks of the source mean nothing between tags.
      for (const char c : decode_entities(token.text)) {
        text += c == '\n' || c == '\r' ? ' ' : c;
      }
    } else if (token.name == "[CDATA[") {
      text += token.text.substr(9, token.text.size() - 12);
    } else if (token.kind == MarkupKind::kOpen && !token.closed &&
               listed(kNoText, token.name)) {
      tokens.skip_to_close(token.name);
    } else if (is_block_tag(token.name)) {
      text += '\n';
    }
  }
  return text;
}

bool holds_markup(std::string_view text) {
  MarkupTokenizer tokens(text);
  MarkupToken token;
  while (tokens.next(token)) {
    const bool tag =
        token.kind == MarkupKind::kOpen || token.kind == MarkupKind::kClose;
    constexpr std::string_view kInline[] = {
        "a", "b",    "i",      "em",    "strong", "span", "img",
        "u", "font", "script", "style", "sup",    "sub"};
    if (tag && token.text.ends_with('>') &&
        (is_block_tag(token.name) || listed(kInline, token.name))) {
      return true;
    }
  }
  return decode_entities(text) != text;
}

}  // namespace broadsheet
