#include "indexer/packed_issues.h"

#include <filesystem>
#include <utility>

#include "indexer/formats/mets.h"

namespace broadsheet {
namespace {

class TextSource : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = text_.copy(to, size, at_);
    at_ += got;
    return got;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_text(std::string text) {
  return std::make_unique<TextSource>(std::move(text));
}

void PackedIssues::add_mets(HeldFile mets) {
  Input input(mets.name, open_text(mets.text));
  const auto directory = std::filesystem::path(mets.origin).parent_path();
  held_ += mets.text.size();
  const Place issue = issues_.insert(issues_.end(), {{std::move(mets), {}}, 0});
  for (const std::string& page : pages_named_by(input)) {
    const std::string origin = (directory / page).lexically_normal().string();
    if (const auto at = by_origin_.find(origin); at != by_origin_.end()) {
      held_ += at->second->text.size();
      issue->held.pages.emplace(page, take(at->second).text);
    } else if (missing_.try_emplace(origin, Named{issue, page}).second) {
      ++issue->missing;
    }
  }
  if (issue->missing == 0) issues_.splice(issues_.begin(), issues_, issue);
}

void PackedIssues::add_page(HeldFile page) {
  held_ += page.text.size();
  const auto named = missing_.find(page.origin);
  if (named == missing_.end()) {
    const Page stray = pages_.insert(pages_.end(), std::move(page));
    const auto [at, first] = by_origin_.try_emplace(stray->origin, stray);
    if (!first) at->second = stray;  // an archive may hold a path twice
    return;
  }
  const Place issue = named->second.issue;
  issue->held.pages.emplace(named->second.page, std::move(page.text));
  missing_.erase(named);
  if (--issue->missing == 0) issues_.splice(issues_.begin(), issues_, issue);
}

std::optional<HeldFile> PackedIssues::take_page() {
  if (pages_.empty() || held_ <= most_) return std::nullopt;
  return take(pages_.begin());
}

std::optional<HeldIssue> PackedIssues::take_issue() {
  if (issues_.empty()) return std::nullopt;
  const Place issue = issues_.begin();
  const bool too_much = held_ > most_ && pages_.empty();
  if (issue->missing > 0 && !too_much) return std::nullopt;
  std::erase_if(missing_,
                [&](const auto& named) { return named.second.issue == issue; });
  HeldIssue taken = std::move(issue->held);
  issues_.erase(issue);
  held_ -= taken.mets.text.size();
  for (const auto& [path, text] : taken.pages) held_ -= text.size();
  return taken;
}

HeldFile PackedIssues::take(Page page) {
  HeldFile taken = std::move(*page);
  held_ -= taken.text.size();
  if (const auto at = by_origin_.find(taken.origin);
      at != by_origin_.end() && at->second == page)
    by_origin_.erase(at);
  pages_.erase(page);
  return taken;
}

}  // namespace broadsheet
