#include "searcher/plan/patterns.h"

#include <cctype>

#include "common/index/names.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

bool has_wildcard(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

Terms wildcard_parts(const std::string& folded) {
  Terms parts(1);
  for (const char c : folded) {
    const auto u = static_cast<unsigned char>(c);
    const bool in_word =
        u >= 0x80 || std::isalnum(u) != 0 || c == '*' || c == '?' || c == '.';
    if (in_word)
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

Terms parts_of(const Node& node) {
  return node.kind == NodeKind::kWildcard ? wildcard_parts(fold(node.text))
                                          : words_of(node.text);
}

}  // namespace

bool is_pattern(const Node& node) {
  return node.kind == NodeKind::kWildcard || node.kind == NodeKind::kFuzzy;
}

Forms forms_under(const Planning& planning, const std::string& prefix,
                  const Node& node, const std::string& text) {
  return node.kind == NodeKind::kWildcard
             ? matching(planning.database, prefix, text)
             : near(planning.database, prefix, text, node.distance);
}

std::vector<Terms> expanded(Planning& planning, const Node& node,
                            const std::string& prefix) {
  std::vector<Terms> places;
  Expansion expansion{to_query(node), {}, false};
  for (const auto& part : parts_of(node)) {
    auto& terms = places.emplace_back();
    if (node.kind == NodeKind::kWildcard && !has_wildcard(part)) {
      terms.push_back(prefix + part);
      continue;
    }
    const auto forms = forms_under(planning, prefix, node, part);
    for (const auto& form : forms.found) {
      terms.push_back(prefix + form.text);
      expansion.forms.emplace_back(form.text, form.stories);
    }
    expansion.cut |= forms.cut;
  }
  planning.add_expansion(std::move(expansion));
  return places;
}

Xapian::Query name_pattern(Planning& planning, const Node& node) {
  const auto places = expanded(planning, node, std::string(node.field->prefix));
  if (places.empty()) planning.fail("no letter or digit in this name", node);
  return phrase_of(places);
}

}  // namespace broadsheet
