#include "indexer/bulk/btree_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/block.h"
#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {

BtreeReader::BtreeReader(std::string path, const TableRoot& root,
                         std::uint32_t block_size)
    : path_(std::move(path)), block_size_(block_size), root_(root) {
  if (root.blocks == 0) return;
  fd_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) throw Error(path_ + ": cannot open: " + std::strerror(errno));
  levels_.resize(root.levels + std::size_t{1});
  descend(root.root, root.levels);
}

BtreeReader::~BtreeReader() {
  if (fd_ >= 0) ::close(fd_);
}

/// Stands before the first leaf below the block.
void BtreeReader::descend(std::uint32_t block, std::size_t level) {
  Level& here = levels_[level];
  here.block.resize(block_size_);
  const off_t offset = off_t{block} * off_t{block_size_};
  if (::pread(fd_, here.block.data(), block_size_, offset) !=
      static_cast<ssize_t>(block_size_))
    damaged();
  const std::string_view head(here.block.data(), kBlockHeader);
  here.at = kBlockHeader;
  here.end = read_fixed(head.substr(9, 2));
  if (read_fixed(head.substr(4, 1)) != level || here.end < kBlockHeader ||
      here.end > block_size_)
    damaged();
}

bool BtreeReader::next_leaf() {
  std::size_t level = 1;
  while (level < levels_.size() && levels_[level].at == levels_[level].end)
    ++level;
  if (level >= levels_.size()) return false;
  for (; level > 0; --level) {
    Level& branch = levels_[level];
    if (branch.at == branch.end) damaged();
    const auto offset =
        read_fixed(std::string_view(branch.block).substr(branch.at, 2));
    branch.at += kItemOffset;
    if (offset + kChild > block_size_) damaged();
    descend(static_cast<std::uint32_t>(read_fixed(
                std::string_view(branch.block).substr(offset, kChild))),
            level - 1);
  }
  return true;
}

/// An item of a leaf, from its size on; empty at the table's end.
std::string_view BtreeReader::next_item() {
  while (levels_[0].at == levels_[0].end)
    if (!next_leaf()) return {};
  Level& leaf = levels_[0];
  const std::string_view block = leaf.block;
  const auto offset = read_fixed(block.substr(leaf.at, 2));
  leaf.at += kItemOffset;
  if (offset + kItemHead > block_size_) damaged();
  const auto size =
      (read_fixed(block.substr(offset, 2)) & kItemSize) + kItemHead;
  if (offset + size > block_size_) damaged();
  return block.substr(offset, size);
}

bool BtreeReader::next() {
  if (levels_.empty()) return false;
  tag_.clear();
  for (bool more = true; more;) {
    std::string_view item = next_item();
    if (item.empty()) return false;
    const auto flags = read_fixed(item.substr(0, 1));
    const std::size_t key_size = read_fixed(item.substr(2, 1));
    item.remove_prefix(kItemHead);
    const bool first = flags & kFirst;
    const std::size_t head = key_size + (first ? 0 : kComponent);
    if (first != begins_ || head > item.size()) damaged();
    key_ = item.substr(0, key_size);
    tag_ += item.substr(head);
    compressed_ = flags & kCompressed;
    more = !(flags & kLast);
    begins_ = !more;
  }
  return !key_.empty() || next();  // the first entry of a table is no entry
}

void BtreeReader::damaged() const {
  throw Error(path_ + ": the table is damaged");
}

}  // namespace broadsheet::bulk
