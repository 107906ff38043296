#include "indexer/bulk/database_cursor.h"

#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/compressor.h"
#include "indexer/bulk/encoding.h"

namespace broadsheet::bulk {
namespace {

[[noreturn]] void damaged(const std::string& database) {
  throw Error(database + ": the database is damaged");
}

/// Tables with an entry for each document, or two: one group.
class DocumentCursor : public GroupCursor {
 public:
  DocumentCursor(const std::string& database, TableKind kind)
      : database_(database),
        slots_(kind == kTermlist),
        table_(open_table(database, kind)) {
    key_ = slots_ ? "t" : "d";
  }

  bool next_group() override { return std::exchange(first_, false); }

  std::span<const Record> read() override {
    if (!table_.next()) return {};
    std::string_view key = table_.key();
    if (!take_sortable(key, record_.id)) damaged(database_);
    record_.number = table_.compressed();
    record_.bytes = table_.tag();
    if (slots_) record_.id = 2 * record_.id + (key.empty() ? 0 : 1);
    if (!key.empty() && table_.compressed()) {
      list_ = inflated(table_.tag());
      record_.number = 0;
      record_.bytes = list_;
    }
    return {&record_, 1};
  }

 private:
  const std::string database_;
  const bool slots_;
  BtreeReader table_;
  Record record_;
  std::string list_;  ///< of slots
  bool first_ = true;
};

/// Values, lengths and terms, with the positions that another table holds.
class PostingsCursor : public GroupCursor {
 public:
  explicit PostingsCursor(const std::string& database)
      : database_(database),
        lists_(open_table(database, kPostlist)),
        positions_(open_table(database, kPosition)),
        in_list_(lists_.next()),
        in_positions_(positions_.next()) {
    while (in_list_ && lists_.key() < kValuesKey) in_list_ = lists_.next();
  }

  bool next_group() override {
    if (!in_list_) return false;
    std::string_view key = lists_.key();
    if (key.starts_with(kValuesKey)) {
      kind_ = Kind::kValues;
      std::string_view rest = key.substr(kValuesKey.size());
      std::uint64_t slot = 0;
      if (!take_uint(rest, slot)) damaged(database_);
      key.remove_suffix(rest.size());
    } else {
      kind_ = key == kLengthsKey ? Kind::kLengths : Kind::kTerm;
    }
    key_ = key;
    record_ = {};
    begin_chunk();
    return true;
  }

  std::span<const Record> read() override {
    if (!begins_ && rest_.empty()) {
      in_list_ = lists_.next();
      if (!in_list_ || !goes_on()) return {};
      begin_chunk();
    }
    if (!std::exchange(begins_, false)) record_.id += take() + 1;
    if (kind_ == Kind::kValues) {
      if (!take_string(rest_, record_.bytes)) damaged(database_);
      return {&record_, 1};
    }
    record_.number = take();
    if (kind_ == Kind::kTerm) find_positions();
    return {&record_, 1};
  }

 private:
  enum class Kind { kValues, kLengths, kTerm };

  std::uint64_t take() {
    std::uint64_t n = 0;
    if (!take_uint(rest_, n)) damaged(database_);
    return n;
  }

  /// Is this chunk one more of the group?
  bool goes_on() const {
    std::string_view key = lists_.key();
    if (!key.starts_with(key_)) return false;
    key.remove_prefix(key_.size());
    return kind_ != Kind::kTerm ||
           (key.size() > 1 && key[0] == '\0' && key[1] != '\xff');
  }

  /// Stands before the first record of a chunk.
  void begin_chunk() {
    begins_ = true;
    rest_ = lists_.tag();
    std::string_view key = lists_.key().substr(key_.size());
    if (key.empty()) {
      take();  // how many documents
      take();  // and occurrences
      record_.id = take() + 1;
    } else {
      if (kind_ == Kind::kTerm) key.remove_prefix(1);
      if (!take_sortable(key, record_.id)) damaged(database_);
    }
    if (kind_ == Kind::kValues) return;
    if (rest_.empty()) damaged(database_);
    rest_.remove_prefix(1);  // whether it is the last
    take();                  // where it ends
  }

  void find_positions() {
    wanted_ = key_;
    wanted_ += '\0';
    append_sortable(wanted_, record_.id);
    while (in_positions_ && positions_.key() < wanted_)
      in_positions_ = positions_.next();
    const bool found = in_positions_ && positions_.key() == wanted_;
    record_.bytes = found ? positions_.tag() : std::string_view();
  }

  const std::string database_;
  BtreeReader lists_, positions_;
  bool in_list_, in_positions_;
  Kind kind_ = Kind::kTerm;
  Record record_;
  std::string_view rest_;  ///< of the chunk
  bool begins_ = false;    ///< a chunk, the next record
  std::string wanted_;     // scratch
};

}  // namespace

BtreeReader open_table(const std::string& database, TableKind kind) {
  const VersionFile version = read_version_file(database);
  return {table_path(database, kind), version.tables[kind], version.block_size};
}

std::unique_ptr<GroupCursor> open_section(const std::string& database,
                                          Section section) {
  if (section == kPostingsSection)
    return std::make_unique<PostingsCursor>(database);
  return std::make_unique<DocumentCursor>(
      database, section == kTermlistSection ? kTermlist : kDocdata);
}

}  // namespace broadsheet::bulk
