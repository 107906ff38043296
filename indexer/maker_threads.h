// Threads that make documents of stories, fed by the one that reads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/story_maker.h"

namespace broadsheet {

/// A bounded queue of stories, and those who empty it.
class MakerThreads {
 public:
  using Batch = std::vector<Draft>;
  /// The next stories, which are this thread's own; nothing at the end. They
  /// come in the order of add(), so each thread's docids rise.
  using Next = std::function<std::optional<Batch>()>;
  /// What each thread does.
  using Work = std::function<void(const Next& next)>;

  MakerThreads(unsigned jobs, Work work);
  /// What has not been made is left.
  ~MakerThreads();

  /// Waits for room. Throws what a thread has thrown.
  void add(Draft&& draft);
  /// Waits till all is made, and all threads have ended; more may be added.
  void finish();

 private:
  void start();
  void join();
  void give_batch();
  std::optional<Batch> take();
  void work_reporting();

  const unsigned jobs_;
  const Work work_;
  Batch batch_;  ///< not yet in the queue
  std::size_t batch_bytes_ = 0;
  std::vector<std::thread> threads_;

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable room_, ready_;
  std::deque<std::pair<Batch, std::size_t>> queue_;
  std::size_t queued_ = 0;  ///< bytes
  bool ended_ = false;
  bool failed_ = false;
  std::exception_ptr failure_;
};

}  // namespace broadsheet
