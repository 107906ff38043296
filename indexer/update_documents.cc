#include "indexer/update_documents.h"

#include <utility>

namespace broadsheet {
namespace {

/// So little need not be asked of the budget.
constexpr std::size_t kLittle = std::size_t{4} << 20;

}  // namespace

UpdateDocuments::UpdateDocuments(std::string archive, unsigned jobs,
                                 std::size_t memory, std::size_t most,
                                 Spill spill)
    : archive_(std::move(archive)),
      most_(most),
      spill_(std::move(spill)),
      budget_(memory, jobs),
      makers_(jobs, [this](const auto& next) { make(next); }) {}

void UpdateDocuments::add(Draft&& draft, bool again) {
  if (!gazetteer_) gazetteer_.emplace();
  if (again) {
    const std::lock_guard lock(mutex_);
    again_.insert(draft.docid);
  }
  makers_.add(std::move(draft));
}

// Each thread holds its own: documents share the vocabulary of their maker.
void UpdateDocuments::make(const MakerThreads::Next& next) {
  StoryMaker maker(*gazetteer_, archive_);
  Documents held;
  std::size_t bytes = 0;
  while (auto batch = next()) {
    std::vector<IndexDocument> documents = maker.make(*batch);
    for (std::size_t n = 0; n < documents.size(); ++n) {
      const std::uint32_t docid = (*batch)[n].docid;
      IndexDocument& document = documents[n];
      if (!is_kept(docid, document.data == (*batch)[n].before)) continue;
      const std::size_t size = document.data.size() + document.terms.memory();
      budget_.hold(size);
      bytes += size;
      ++count_;
      held.emplace(docid, std::move(document));
      if (!too_much(bytes + maker.terms_memory())) continue;
      count_ -= held.size();
      spill_(std::exchange(held, {}));
      maker.forget_terms();
      budget_.release(std::exchange(bytes, 0));
    }
  }
  const std::lock_guard lock(mutex_);
  held_.push_back(std::move(held));
}

bool UpdateDocuments::is_kept(std::uint32_t docid, bool same) {
  const std::lock_guard lock(mutex_);
  if (same) same_.insert(docid);
  return !keeps_old(docid);
}

bool UpdateDocuments::too_much(std::size_t bytes) {
  return (count_ > most_ && !many_.exchange(true)) ||
         (bytes > kLittle && bytes > budget_.share());
}

}  // namespace broadsheet
