// What stands below the hits: nothing is left out, changed or guessed in
// silence.
#include <fmt/format.h>

#include <algorithm>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kFormsShown = 12;
constexpr std::size_t kMargin = 2;

std::string forms_of(const Expansion& expansion) {
  if (expansion.forms.empty()) return ": found in no story";
  std::string text;
  const auto shown = std::min(expansion.forms.size(), kFormsShown);
  for (std::size_t i = 0; i < shown; ++i)
    text += fmt::format("{}{} {}", i == 0 ? " = " : ", ",
                        expansion.forms[i].first, expansion.forms[i].second);
  if (shown < expansion.forms.size())
    text += fmt::format(", +{}", expansion.forms.size() - shown);
  return text + (expansion.cut ? ", and more that are not searched" : "");
}

/// The lines below the summary, the most wanted first.
std::vector<std::string> remarks(const Answer& answer) {
  std::vector<std::string> lines;
  if (answer.total == 0 && !answer.understood.empty()) {
    lines.push_back("understood as: " + answer.understood);
    if (answer.match == "all" && answer.joins_words)
      lines.push_back("all words must occur; --match any takes any of them");
  }
  if (!answer.suggestion.empty())
    lines.push_back(
        fmt::format("did you mean: {} ({})", answer.suggestion,
                    counted(answer.suggestion_total, "story", "stories")));
  if (answer.hidden > 0)
    lines.push_back(counted(answer.hidden, "story is", "stories are") +
                    " hidden; --include killed,embargoed shows them");
  if (answer.match == "any" && answer.joins_words && answer.total > 0)
    lines.push_back("any of the words, best first; --match all wants them all");
  for (const auto& expansion : answer.expansions)
    lines.push_back(expansion.clause + forms_of(expansion));
  for (const auto& untagged : answer.untagged)
    lines.push_back(fmt::format(
        "{}: {} the words untagged: {}", untagged.clause,
        counted(untagged.stories, "more story holds", "more stories hold"),
        untagged.query));
  lines.insert(lines.end(), answer.notes.begin(), answer.notes.end());
  return lines;
}

}  // namespace

std::string shown_of(const Answer& answer, std::string_view one,
                     std::string_view many) {
  if (answer.total == 0) return fmt::format("No {} found.", many);
  auto text = counted(answer.total, one, many);
  if (answer.offset >= answer.total)
    text += fmt::format(", none after the first {}", answer.offset);
  else if (answer.shown > 0 && answer.shown < answer.total)
    text += fmt::format(", showing {}-{}", answer.offset + 1,
                        answer.offset + answer.shown);
  return text;
}

std::string text_footer(const Answer& answer, std::string_view summary,
                        const RenderOptions& options) {
  auto text = StyledText(options).add(summary, Style::kBold).wrapped();
  for (const auto& line : remarks(answer))
    text += StyledText(options).add(line).wrapped(kMargin);
  return text;
}

}  // namespace broadsheet
