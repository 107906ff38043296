// A timeline as bars: period, stories, their share of the period, a bar; one
// chart a value where it is split, all to one scale.
#include <fmt/format.h>

#include <algorithm>

#include "searcher/render/text.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLeastBar = 8;
/// A block of so many eighths of a column.
constexpr std::string_view kBlocks[] = {"",  "▏", "▎", "▍", "▌",
                                        "▋", "▊", "▉", "█"};

/// Never empty for a story, however many the longest bar stands for.
std::string bar(std::size_t stories, std::size_t most, std::size_t columns) {
  if (stories == 0) return {};
  const auto part = static_cast<double>(stories) / static_cast<double>(most);
  const auto eighths = std::max<std::size_t>(
      1, static_cast<std::size_t>(part * static_cast<double>(8 * columns)));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += kBlocks[8];
  return text.append(kBlocks[eighths % 8]);
}

std::string share_of(const TimelineRow& row) {
  if (row.all == 0) return "-";
  return fmt::format("{:.1f}%", 100 * static_cast<double>(row.stories) /
                                    static_cast<double>(row.all));
}

std::string chart(const std::vector<TimelineRow>& rows,
                  const RenderOptions& options) {
  std::size_t most = 0, period = 0, stories = 0;
  for (const auto& row : rows) {
    most = std::max(most, row.stories);
    period = std::max(period, row.period.size());
    stories = std::max(stories, grouped(row.stories).size());
  }
  std::string text;
  const std::string* value = nullptr;
  for (const auto& row : rows) {
    if (!row.value.empty() && (value == nullptr || *value != row.value))
      text += (value == nullptr ? "" : "\n") +
              StyledText(options).add(row.value, Style::kPerson).line() + "\n";
    value = &row.value;
    StyledText line(options);
    line.add(row.period).pad(period);
    line.add(fmt::format("  {:>{}}", grouped(row.stories), stories),
             Style::kBold);
    line.add(fmt::format("  {:>6}", share_of(row)), Style::kDim);
    const auto used = line.width() + 2;
    const auto columns = std::max(options.width, used + kLeastBar) - used;
    if (row.stories > 0)
      line.add("  ").add(bar(row.stories, most, columns), Style::kPlace);
    text += line.line() + "\n";
  }
  return text;
}

}  // namespace

std::string text_timeline(const Answer& answer,
                          const std::vector<TimelineRow>& rows,
                          const RenderOptions& options) {
  const auto footer =
      text_footer(answer, shown_of(answer, "story", "stories"), options);
  return rows.empty() ? footer : chart(rows, options) + "\n" + footer;
}

}  // namespace broadsheet
