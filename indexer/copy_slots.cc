#include "indexer/copy_slots.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/fields.h"
#include "indexer/copy_groups.h"

namespace broadsheet {
namespace {

constexpr std::pair<unsigned, double> kLevels[] = {
    {kSlotCopyExact, 1.0}, {kSlotCopyNear, 0.9}, {kSlotCopyLoose, 0.7}};
constexpr std::size_t kDateDigits = 8;

/// Calls `visit(docid, value)` for each value of a slot.
void each_value(const Xapian::Database& database, unsigned slot, auto&& visit) {
  for (auto at = database.valuestream_begin(slot);
       at != database.valuestream_end(slot); ++at)
    visit(at.get_docid(), *at);
}

/// Every story with a signature, and its docid.
struct Stories {
  std::vector<CopyEntry> entries;
  std::vector<Xapian::docid> docids;

  explicit Stories(const Xapian::Database& database) {
    each_value(database, kSlotSignature, [&](auto docid, const auto& value) {
      entries.push_back({{}, {}, decode_signature(value)});
      docids.push_back(docid);
    });
    std::size_t next = 0;
    each_value(database, kSlotOrder, [&](auto docid, const auto& value) {
      if (next == docids.size() || docids[next] != docid) return;
      CopyEntry& entry = entries[next++];
      entry.date = value.substr(0, kDateDigits);
      if (entry.date.find_first_not_of('0') == entry.date.npos)
        entry.date.clear();
      entry.id = value.substr(kDateDigits);
    });
  }
};

std::string key_of(std::uint64_t group) {
  std::string key;
  for (int shift = 56; group != 0 && shift >= 0; shift -= 8)
    key += static_cast<char>(group >> shift);
  return key;
}

/// What each story's slots should hold and do not, by docid and slot.
using Changes = std::map<Xapian::docid, std::map<unsigned, std::string>>;

Changes changes_of(const Xapian::Database& database) {
  Changes changes;
  const Stories stories(database);
  for (const auto& [slot, least] : kLevels) {
    const auto groups = copy_groups(stories.entries, least);
    std::map<Xapian::docid, std::string> held;
    each_value(database, slot,
               [&](auto docid, const auto& value) { held[docid] = value; });
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto docid = stories.docids[i];
      const auto before = held.find(docid);
      auto key = key_of(groups[i]);
      if (before == held.end() ? !key.empty() : before->second != key)
        changes[docid][slot] = std::move(key);
    }
  }
  return changes;
}

}  // namespace

void write_copy_slots(Xapian::WritableDatabase& database) {
  for (const auto& [docid, values] : changes_of(database)) {
    auto document = database.get_document(docid);
    for (const auto& [slot, key] : values) document.add_value(slot, key);
    database.replace_document(docid, document);
  }
}

std::size_t count_copies(const Xapian::Database& database) {
  std::size_t stories = 0;
  std::set<std::string> groups;
  each_value(database, kSlotCopyNear, [&](auto, const auto& value) {
    ++stories;
    groups.insert(value);
  });
  return stories - groups.size();
}

}  // namespace broadsheet
