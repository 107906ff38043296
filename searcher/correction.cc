#include "searcher/correction.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/analysis.h"
#include "searcher/term_walk.h"

namespace broadsheet {
namespace {

/// A neighbour must be in so many times as many stories as the word typed.
constexpr std::size_t kTimesCommoner = 10;
/// A word in more stories than this, and than this share of all, is no slip.
constexpr std::size_t kFewStories = 5;
constexpr double kRareShare = 0.001;
constexpr std::size_t kLeastChars = 3, kLongChars = 6;

/// Short words have many neighbours by chance.
int most_edits(std::size_t chars) {
  if (chars < kLeastChars) return 0;
  return chars < kLongChars ? 1 : 2;
}

bool is_rare(std::size_t stories, const Xapian::Database& database) {
  return stories <= kFewStories ||
         static_cast<double>(stories) <= kRareShare * database.get_doccount();
}

/// The word that was probably meant; the word itself if none is near.
std::string corrected_word(const std::string& word, const std::string& prefix,
                           const Xapian::Database& database) {
  const int most = most_edits(length(word));
  const std::size_t stories = database.get_termfreq(prefix + word);
  if (most == 0 || !is_rare(stories, database) ||
      std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }))
    return word;
  EditDistance distance(word, most);
  std::string best = word;
  int fewest = most + 1;
  std::size_t commonest = 0;
  for (const auto& form : near(database, prefix, word, most).found) {
    if (form.text == word || form.stories < kTimesCommoner * stories) continue;
    const int edits = distance.to(form.text);
    if (edits > fewest || (edits == fewest && form.stories <= commonest))
      continue;
    best = form.text;
    fewest = edits;
    commonest = form.stories;
  }
  return best;
}

bool can_be_corrected(const Node& leaf) {
  if (leaf.kind != NodeKind::kWord && leaf.kind != NodeKind::kPhrase)
    return false;
  if (leaf.literal || leaf.text.starts_with('#')) return false;
  if (leaf.field == nullptr) return true;
  switch (leaf.field->kind) {
    case FieldKind::kText:
    case FieldKind::kWords:
    case FieldKind::kPerson:
    case FieldKind::kPlace:
      return true;
    case FieldKind::kLabel:
    case FieldKind::kExact:
    case FieldKind::kDate:
      break;
  }
  return false;
}

/// Corrects a leaf; false if it stays.
bool correct(Node& leaf, const Xapian::Database& database) {
  const std::string prefix(leaf.field == nullptr ? "" : leaf.field->prefix);
  const auto words = words_of(leaf.text);
  std::string text;
  bool changed = false;
  for (const auto& word : words) {
    const auto better = corrected_word(word, prefix, database);
    changed |= better != word;
    text += (text.empty() ? "" : " ") + better;
  }
  if (!changed) return false;
  leaf.text = text;
  if (words.size() > 1) leaf.kind = NodeKind::kPhrase;
  return true;
}

}  // namespace

std::optional<Node> corrected(const Node& root,
                              const Xapian::Database& database,
                              const std::set<std::string>& known) {
  Node whole = root;
  bool changed = false;
  std::vector<Node*> pending = {&whole};
  while (!pending.empty()) {
    Node& node = *pending.back();
    pending.pop_back();
    if (node.kind == NodeKind::kNot) continue;
    if (can_be_corrected(node) && !known.contains(to_query(node)))
      changed |= correct(node, database);
    for (auto& child : node.children) pending.push_back(&child);
  }
  if (!changed) return std::nullopt;
  return whole;
}

}  // namespace broadsheet
