#include "searcher/commands/answer_stream.h"

#include <algorithm>

#include "common/cli/error.h"
#include "common/cli/program.h"

namespace broadsheet {
namespace {

/// A page of this size is written at once, and can always be made anew.
constexpr std::size_t kPending = std::size_t{1} << 16;

[[noreturn]] void changed() {
  throw Error(
      "the archive was changed while its stories were written: what is written "
      "is incomplete",
      "run it again");
}

}  // namespace

void AnswerStream::begin() {
  pending_.clear();
  again_ = 0;
  repeated_ = {};
}

void AnswerStream::add(std::string_view bytes) {
  pending_ += repeated(bytes);
  if (pending_.size() >= kPending) flush();
}

void AnswerStream::end() {
  if (again_ < out_) changed();
  flush();
}

/// Takes from the bytes what is out already; gives the rest.
std::string_view AnswerStream::repeated(std::string_view bytes) {
  if (again_ == out_) return bytes;
  const auto old = std::min(bytes.size(), out_ - again_);
  repeated_.add(bytes.substr(0, old));
  again_ += old;
  if (again_ == out_ && repeated_.value() != written_.value()) changed();
  return bytes.substr(old);
}

void AnswerStream::flush() {
  write_out(pending_);
  written_.add(pending_);
  out_ = again_ = out_ + pending_.size();
  pending_.clear();
}

}  // namespace broadsheet
