#include "searcher/explanation.h"

#include <fmt/format.h>

#include <vector>

#include "common/cli/error.h"
#include "common/index/fields.h"
#include "searcher/plan.h"
#include "searcher/weighting.h"

namespace broadsheet {
namespace {

constexpr double kLeastWeight = 0.0005;

/// A part of the query by itself.
struct Part {
  std::string typed;
  Xapian::Query query;
};

/// What a story is found by: leaves, and NEAR and ADJ as wholes.
std::vector<Part> parts_of(const ArchiveSet& archives, const Node& root,
                           const SearchOptions& options) {
  std::vector<Part> parts;
  std::vector<const Node*> pending = {&root};
  while (!pending.empty()) {
    const Node& node = *pending.back();
    pending.pop_back();
    if (node.kind == NodeKind::kNot) continue;
    if (node.kind == NodeKind::kAnd || node.kind == NodeKind::kOr) {
      for (auto child = node.children.rbegin(); child != node.children.rend();
           ++child)
        pending.push_back(&*child);
      continue;
    }
    Query one;
    one.typed = to_query(node);
    one.root = node;
    const PlanOptions how{options.exact, false};
    parts.push_back({one.typed, plan(one, archives, how).query});
  }
  return parts;
}

Xapian::MSet run(const ArchiveSet& archives, const Xapian::Query& query,
                 Xapian::doccount most) {
  Xapian::Enquire enquire(archives.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weighting());
  return enquire.get_mset(0, most, archives.database.get_doccount());
}

/// What a query gives one story; nothing if it does not find it.
std::optional<double> weight_in(const ArchiveSet& archives,
                                const Xapian::Query& query,
                                const std::string& story_term) {
  const auto found =
      run(archives,
          {Xapian::Query::OP_FILTER, query, Xapian::Query(story_term)}, 1);
  if (found.empty()) return std::nullopt;
  return found.begin().get_weight();
}

class Lines {
 public:
  void add(std::string_view name, const std::string& value) {
    text_ += fmt::format("{:<11} {}\n", name, value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string forms_of(const Expansion& expansion) {
  std::string forms;
  for (const auto& [form, stories] : expansion.forms)
    forms += fmt::format("{}{} {}", forms.empty() ? "" : ", ", form, stories);
  return fmt::format("{} = {}{}", expansion.clause, forms,
                     expansion.cut ? " (cut)" : "");
}

/// The parts with their share in the story's score, and its place.
void explain_story(Lines& lines, const ArchiveSet& archives,
                   const Search& search, const std::vector<Part>& parts,
                   const std::string& id) {
  const auto term = label_term("Q", id);
  const auto story = archives.database.postlist_begin(term);
  if (story == archives.database.postlist_end(term))
    throw Error(fmt::format("no story has the id {}", id), {}, kExitNothing);
  const auto standing = search.standing(*story);
  lines.add("story", id);
  double rest = standing.score;
  for (const auto& [typed, query] : parts) {
    const auto weight = weight_in(archives, query, term);
    if (weight) rest -= *weight;
    lines.add("", weight ? fmt::format("{:8.3f}  {}", *weight, typed)
                         : fmt::format("       -  {}", typed));
  }
  if (standing.rank == 0) {
    lines.add("rank", "not found, or hidden");
    return;
  }
  if (const auto weight = weight_in(archives, search.raises_new(), term)) {
    rest -= *weight;
    lines.add("", fmt::format("{:8.3f}  how new it is", *weight));
  }
  if (rest > kLeastWeight)
    lines.add("", fmt::format("{:8.3f}  what raises it besides", rest));
  lines.add("score", fmt::format("{:8.3f}", standing.score));
  lines.add("rank",
            fmt::format("{} of {}", standing.rank, search.answer().total));
}

}  // namespace

std::string explanation(const ArchiveSet& archives, const Search& search,
                        const SearchOptions& options,
                        const std::optional<std::string>& id) {
  const Answer& answer = search.answer();
  const auto parts = parts_of(archives, search.query().root, options);
  Lines lines;
  lines.add("typed", answer.typed);
  lines.add("understood", answer.understood);
  lines.add("tree", to_string(search.query().root));
  lines.add("match", answer.match);
  for (const auto& expansion : answer.expansions)
    lines.add("expansion", forms_of(expansion));
  for (const auto& note : answer.notes) lines.add("note", note);
  for (const auto& [typed, query] : parts)
    lines.add("part",
              fmt::format("{}: {}", typed,
                          run(archives, query, 0).get_matches_estimated()));
  lines.add("stories", fmt::format("{}", answer.total));
  lines.add("hidden", fmt::format("{}", answer.hidden));
  if (!answer.suggestion.empty())
    lines.add("meant", fmt::format("{}: {}", answer.suggestion,
                                   answer.suggestion_total));
  if (id) explain_story(lines, archives, search, parts, *id);
  lines.add("runs as", search.ordered_query().get_description());
  return lines.take();
}

}  // namespace broadsheet
