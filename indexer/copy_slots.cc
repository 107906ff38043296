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

void each_value(const Xapian::Database& database, unsigned slot,
                const VisitValue& visit) {
  for (auto at = database.valuestream_begin(slot);
       at != database.valuestream_end(slot); ++at)
    visit(at.get_docid(), *at);
}

/// Every story with a signature, and its docid.
struct Stories {
  std::vector<CopyEntry> entries;
  std::vector<Xapian::docid> docids;

  explicit Stories(const EachValue& values) {
    values(kSlotSignature, [&](auto docid, auto value) {
      entries.push_back({{}, {}, decode_signature(value)});
      docids.push_back(docid);
    });
    std::size_t next = 0;
    values(kSlotOrder, [&](auto docid, auto value) {
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

}  // namespace

std::map<Xapian::docid, CopySlots> changed_copy_slots(const EachValue& values) {
  std::map<Xapian::docid, CopySlots> changes;
  const Stories stories(values);
  for (const auto& [slot, least] : kLevels) {
    const auto groups = copy_groups(stories.entries, least);
    std::map<Xapian::docid, std::string> held;
    values(slot, [&](auto docid, auto value) { held[docid] = value; });
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

void write_copy_slots(Xapian::WritableDatabase& database) {
  const auto values_of = [&](unsigned slot, const VisitValue& visit) {
    each_value(database, slot, visit);
  };
  for (const auto& [docid, values] : changed_copy_slots(values_of)) {
    auto document = database.get_document(docid);
    for (const auto& [slot, key] : values) document.add_value(slot, key);
    database.replace_document(docid, document);
  }
}

std::size_t count_copies(const Xapian::Database& database) {
  std::size_t stories = 0;
  std::set<std::string> groups;
  each_value(database, kSlotCopyNear, [&](auto, auto value) {
    ++stories;
    groups.emplace(value);
  });
  return stories - groups.size();
}

}  // namespace broadsheet
