// Tasks of unequal length on few threads.
#pragma once

#include <atomic>
#include <future>
#include <span>
#include <thread>
#include <vector>

namespace broadsheet::bulk {

using Task = std::packaged_task<void()>;

/// Runs the tasks on so many threads, this one among them; each begins the
/// first task that nobody has begun, so the longest should stand in front. What
/// they threw is in their futures.
inline void run_tasks(std::span<Task> tasks, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t n; (n = next++) < tasks.size();) tasks[n]();
  };
  std::vector<std::jthread> others;
  for (std::size_t n = 1; n < tasks.size() && n < threads; ++n)
    others.emplace_back(work);
  work();
}

}  // namespace broadsheet::bulk
