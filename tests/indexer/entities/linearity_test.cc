// What the tagger takes of memory grows with the text and no faster, whatever
// the text; region_finder_test.cc counts how often words are looked up.
#include <malloc.h>

#include <cstdlib>
#include <functional>
#include <new>
#include <string>

#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"
#include "tests/catch.h"

namespace {

struct Heap {
  std::size_t taken = 0;  ///< bytes, all in all
  std::size_t live = 0;
  std::size_t peak = 0;
} heap;

}  // namespace

void* operator new(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t bytes = malloc_usable_size(memory);
  heap.taken += bytes;
  heap.live += bytes;
  heap.peak = std::max(heap.peak, heap.live);
  return memory;
}

void operator delete(void* memory) noexcept {
  heap.live -= malloc_usable_size(memory);
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}

namespace broadsheet {
namespace {

using Text = std::function<std::string(std::size_t size)>;

Text repeated(std::string unit) {
  return [unit](std::size_t size) {
    std::string text;
    while (text.size() < size) text += unit;
    return text;
  };
}

/// Words of random letters, hardly one of them twice.
std::string capitals(std::size_t size) {
  std::string text;
  std::uint32_t state = 1;
  while (text.size() < size) {
    state = state * 1664525 + 1013904223;
    const bool gap = state >> 29 == 0;
    text += gap ? ' ' : static_cast<char>('A' + (state >> 16) % 26);
  }
  return text;
}

struct Kind {
  const char* name;
  Text text;
};

const Kind kKinds[] = {
    {"capitals", capitals},
    {"one sentence", repeated("the man said that Kofi Annan went on and ")},
    {"one word", repeated("A")},
    {"firms", repeated("Wagner and Brown, Harland Tool Co. Moody's ")},
    {"particles", repeated("al de bin van Salman ")},
    {"lists of counties", repeated("Anson Counties, ")},
    {"marks", repeated("\" '' `` - ")},
};

struct Cost {
  std::size_t taken = 0;
  std::size_t peak = 0;  ///< beside the text and what was found
};

Cost cost_of_tagging(const std::string& text) {
  Tagger tagger(TaggerModel::embedded());
  heap.taken = 0;
  heap.peak = heap.live;
  const std::size_t before = heap.live;
  const auto spans = tagger.tag("", text).body;
  const std::size_t found = spans.capacity() * sizeof spans[0];
  // While the list of names found grows, its old copy lives too.
  return {heap.taken, heap.peak - before - std::min(heap.peak, 3 * found / 2)};
}

TEST_CASE("memory taken is linear, and bounded beside the result") {
  constexpr std::size_t kSize = std::size_t{3} << 19;  // pieces of 1 MB
  for (const auto& [name, make] : kKinds) {
    INFO(name);
    const Cost once = cost_of_tagging(make(kSize));
    const Cost twice = cost_of_tagging(make(2 * kSize));
    INFO(once.taken << " " << twice.taken << ", " << once.peak << " "
                    << twice.peak);
    CHECK(twice.taken < once.taken * 5 / 2);
    CHECK(twice.peak < once.peak * 3 / 2);
  }
}

}  // namespace
}  // namespace broadsheet
