#include "indexer/bulk/btree_writer.h"

#include <algorithm>
#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/block.h"
#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMaxKey = 255;
constexpr std::size_t kMaxItem = 8194;  // what 13 bits can say
constexpr std::size_t kLeastPart = 64;  // worth an item, to fill a block

std::size_t item_head(std::string_view key, bool first) {
  return kItemHead + key.size() + (first ? 0 : kComponent);
}

}  // namespace

class BtreeWriter::Block {
 public:
  Block(std::size_t size, std::uint32_t number)
      : bytes_(size, '\0'), top_(size), number_(number) {}

  std::uint32_t number() const { return number_; }
  std::size_t space() const { return top_ - dir_end_; }
  bool fits(std::size_t item_size) const {
    return item_size + kItemOffset <= space();
  }
  /// For what follows the head of one more item.
  std::size_t room(std::size_t head) const {
    return fits(head) ? space() - kItemOffset - head : 0;
  }

  /// Room for one more item, whose bytes the caller fills in.
  char* add(std::size_t item_size) {
    top_ -= item_size;
    put_fixed(&bytes_[dir_end_], top_, kItemOffset);
    dir_end_ += kItemOffset;
    return &bytes_[top_];
  }

  std::string_view close(std::size_t level) {
    put_fixed(&bytes_[0], kRevision, 4);
    put_fixed(&bytes_[4], level, 1);
    put_fixed(&bytes_[5], space(), 2);
    put_fixed(&bytes_[7], space(), 2);
    put_fixed(&bytes_[9], dir_end_, 2);
    return bytes_;
  }

  // What lies in the gap does not matter, and stays.
  void restart(std::uint32_t number) {
    number_ = number;
    dir_end_ = kBlockHeader;
    top_ = bytes_.size();
  }

 private:
  std::string bytes_;
  std::size_t dir_end_ = kBlockHeader;
  std::size_t top_;
  std::uint32_t number_;
};

BtreeWriter::BtreeWriter(std::string path, std::uint32_t block_size, Sync sync)
    : path_(std::move(path)),
      block_size_(block_size),
      sync_(sync),
      max_item_(std::min((block_size - kBlockHeader - 4 * kItemOffset) / 4,
                         kMaxItem)) {}

BtreeWriter::~BtreeWriter() = default;

void BtreeWriter::create() {
  if (file_) return;
  file_ = std::make_unique<OutputFile>(path_, sync_);
  open_.emplace_back(block_size_, root_.blocks++);
  // Every table begins with an empty item of an empty key, which isn't counted.
  add_leaf_item({}, 1, {}, kFirst | kLast);
}

void BtreeWriter::add(std::string_view key, std::string_view tag,
                      bool compressed) {
  if (key <= last_key_) throw Error(path_ + ": the keys of a table must rise");
  if (key.size() > kMaxKey) throw Error(path_ + ": a key is too long");
  create();
  const unsigned flags = compressed ? kCompressed : 0;
  for (std::uint32_t component = 1;; ++component) {
    const bool first = component == 1;
    const std::size_t size =
        std::min(tag.size(), component_size(item_head(key, first), tag.size()));
    const bool last = size == tag.size();
    add_leaf_item(key, component, tag.substr(0, size),
                  flags | (first ? kFirst : 0) | (last ? kLast : 0));
    if (last) break;
    tag.remove_prefix(size);
  }
  ++root_.entries;
}

/// What a component may hold of a tag: as much as the open block has room for,
/// if that is worth an item, so that blocks are full whatever tags there are.
std::size_t BtreeWriter::component_size(std::size_t head,
                                        std::size_t tag_size) const {
  const std::size_t most = max_item_ - head;
  const std::size_t room = open_[0].room(head);
  return room < tag_size && room >= kLeastPart ? std::min(room, most) : most;
}

void BtreeWriter::add_leaf_item(std::string_view key, std::uint32_t component,
                                std::string_view tag, unsigned flags) {
  const bool first = flags & kFirst;
  const std::size_t size = item_head(key, first) + tag.size();
  if (!open_[0].fits(size)) {
    const std::size_t same = first ? shared_prefix(last_key_, key) : key.size();
    next_block(0, key.substr(0, same + 1), component);
  }
  char* at = open_[0].add(size);
  at = put_fixed(at, (size - kItemHead) | flags << 8, 2);
  at = put_fixed(at, key.size(), 1);
  last_key_ = {at, key.size()};
  at = put_bytes(at, key);
  if (!first) at = put_fixed(at, component, kComponent);
  put_bytes(at, tag);
}

void BtreeWriter::write_block(std::size_t level) {
  Block& block = open_[level];
  file_->write_at(std::uint64_t{block.number()} * block_size_,
                  block.close(level));
}

// `separator`: what tells the new block's items from those before.
void BtreeWriter::next_block(std::size_t level, std::string_view separator,
                             std::uint32_t component) {
  write_block(level);
  const std::uint32_t old_number = open_[level].number();
  const std::uint32_t number = root_.blocks++;
  open_[level].restart(number);
  if (level + 1 == open_.size()) {
    open_.emplace_back(block_size_, root_.blocks++);
    add_branch_item(level + 1, {}, 0, old_number);
  }
  add_branch_item(level + 1, separator, component, number);
}

void BtreeWriter::add_branch_item(std::size_t level, std::string_view key,
                                  std::uint32_t component,
                                  std::uint32_t child) {
  if (!open_[level].fits(kChild + 1 + key.size() + kComponent)) {
    next_block(level, key, component);
    // The first key of a branch block is never looked at, and is left out.
    key = {};
    component = 0;
  }
  char* at = open_[level].add(kChild + 1 + key.size() + kComponent);
  at = put_fixed(at, child, kChild);
  at = put_fixed(at, key.size(), 1);
  put_fixed(put_bytes(at, key), component, kComponent);
}

TableRoot BtreeWriter::finish() {
  if (!file_) return root_;
  for (std::size_t level = 0; level < open_.size(); ++level) write_block(level);
  root_.levels = static_cast<std::uint32_t>(open_.size() - 1);
  root_.root = open_.back().number();
  file_->close();
  return root_;
}

}  // namespace broadsheet::bulk
