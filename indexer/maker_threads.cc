#include "indexer/maker_threads.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
constexpr std::size_t kStoryOverhead = 512;

}  // namespace

MakerThreads::MakerThreads(unsigned jobs, Work work)
    : jobs_(jobs), work_(std::move(work)) {}

MakerThreads::~MakerThreads() {
  {
    const std::lock_guard lock(mutex_);
    failed_ = true;
  }
  join();
}

void MakerThreads::add(Draft&& draft) {
  if (threads_.empty()) start();
  batch_bytes_ += draft.story.article.body.size() + kStoryOverhead;
  batch_.push_back(std::move(draft));
  if (batch_bytes_ >= kBatchBytes) give_batch();
}

void MakerThreads::finish() {
  if (!batch_.empty()) give_batch();
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  join();
  if (failure_) std::rethrow_exception(failure_);
}

void MakerThreads::start() {
  ended_ = false;
  for (unsigned job = 0; job < jobs_; ++job)
    threads_.emplace_back([this] { work_reporting(); });
}

void MakerThreads::join() {
  ready_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void MakerThreads::give_batch() {
  std::unique_lock lock(mutex_);
  const std::size_t most = kBatchBytes * (jobs_ + 2);
  room_.wait(lock, [&] { return queued_ < most || failed_; });
  if (failed_) std::rethrow_exception(failure_);
  queued_ += batch_bytes_;
  const std::size_t stories = batch_.size();
  queue_.emplace_back(std::exchange(batch_, {}),
                      std::exchange(batch_bytes_, 0));
  batch_.reserve(stories);
  ready_.notify_one();
}

std::optional<MakerThreads::Batch> MakerThreads::take() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [&] { return !queue_.empty() || ended_ || failed_; });
  if (queue_.empty() || failed_) return std::nullopt;
  auto [batch, bytes] = std::move(queue_.front());
  queue_.pop_front();
  queued_ -= bytes;
  room_.notify_one();
  return std::move(batch);
}

void MakerThreads::work_reporting() {
  try {
    work_([this] { return take(); });
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    failed_ = true;
    room_.notify_all();
    ready_.notify_all();
  }
}

}  // namespace broadsheet
