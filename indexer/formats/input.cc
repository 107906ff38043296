#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/formats/reader.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

}  // namespace

Input::Input(std::string name, std::unique_ptr<ByteSource> bytes)
    : name_(std::move(name)),
      bytes_(std::move(bytes)),
      block_(std::make_unique_for_overwrite<char[]>(kBlock)) {}

/// One more block into the buffer; false at the end.
bool Input::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t got = bytes_->read(block_.get(), kBlock);
  buffer_.append(block_.get(), got);
  at_end_ = got == 0;
  return got > 0;
}

std::string_view Input::peek(std::size_t size) {
  while (ahead() < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

std::string_view Input::take(std::size_t size) {
  const std::string_view bytes = peek(size);
  begin_ += bytes.size();
  line_number_ +=
      static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  return bytes;
}

bool Input::line(std::string& to, std::size_t limit) {
  to.clear();
  truncated_ = false;
  bool any = false;
  while (ahead() > 0 || fill()) {
    any = true;
    const char* from = buffer_.data() + begin_;
    const auto* end =
        static_cast<const char*>(std::memchr(from, '\n', ahead()));
    const std::size_t size =
        end ? static_cast<std::size_t>(end - from) : ahead();
    const std::size_t kept = std::min(size, limit - to.size());
    to.append(from, kept);
    truncated_ = truncated_ || kept < size;
    begin_ += size + (end ? 1 : 0);
    if (end) break;
  }
  if (!any) return false;
  ++line_number_;
  if (!truncated_ && !to.empty() && to.back() == '\r') to.pop_back();
  return true;
}

std::string Input::rest(std::size_t limit) {
  while (ahead() <= limit && fill()) {
  }
  truncated_ = ahead() > limit;
  std::string all = buffer_.substr(begin_, limit);
  begin_ = buffer_.size();
  while (truncated_ && fill()) begin_ = buffer_.size();
  return all;
}

}  // namespace broadsheet
