#include "searcher/commands/answer_stream.h"

#include <cstddef>

#include "common/cli/program.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostHeld = std::size_t{1} << 20;

}  // namespace

void AnswerStream::add(std::string_view bytes) {
  held_ += bytes;
  if (held_.size() >= kMostHeld) end();
}

void AnswerStream::end() {
  begun_ = true;
  write_out(held_);
  held_.clear();
}

}  // namespace broadsheet
