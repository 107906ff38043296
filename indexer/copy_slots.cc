#include "indexer/copy_slots.h"

#include <algorithm>
#include <array>
#include <future>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/coding.h"
#include "common/index/fields.h"
#include "indexer/copy_groups.h"

namespace broadsheet {
namespace {

constexpr std::pair<unsigned, double> kLevels[] = {
    {kSlotCopyExact, 1.0}, {kSlotCopyNear, 0.9}, {kSlotCopyLoose, 0.7}};

void each_value(const Xapian::Database& database, unsigned slot,
                const VisitValue& visit) {
  for (auto at = database.valuestream_begin(slot);
       at != database.valuestream_end(slot); ++at)
    visit(at.get_docid(), *at);
}

/// Every story with a signature.
class Stories {
 public:
  explicit Stories(const EachValue& values) {
    auto probes = read_signatures(values);
    read_order(values);
    first_ = first_of_contents(signatures_, order_);
    std::erase_if(probes, [&](const Probe& probe) {
      return first_[probe.place] != probe.place;
    });
    shared_ = SharedProbes(std::move(probes), size());
    read_sketches(values);
  }

  std::size_t size() const { return docids_.size(); }
  Xapian::docid docid(std::size_t place) const { return docids_[place]; }

  std::vector<std::uint64_t> groups(double least) const {
    return copy_groups(signatures_, order_, first_, shared_, least);
  }

  /// Calls visit(place, value) for the values of a slot.
  void each(const EachValue& values, unsigned slot, auto visit) const {
    std::size_t place = 0;
    values(slot, [&](Xapian::docid docid, std::string_view value) {
      while (place < size() && docids_[place] < docid) ++place;
      if (place < size() && docids_[place] == docid) visit(place, value);
    });
  }

 private:
  /// All but their sketches; their probes.
  std::vector<Probe> read_signatures(const EachValue& values) {
    std::vector<Probe> probes;
    values(kSlotSignature, [&](auto docid, auto value) {
      const auto signature = decode_signature(value);
      append_probes(signature, static_cast<std::uint32_t>(size()), probes);
      docids_.push_back(docid);
      signatures_.push_back({signature.content, {}});
    });
    return probes;
  }

  void read_order(const EachValue& values) {
    std::vector<std::string> keys(size());
    each(values, kSlotOrder,
         [&](std::size_t place, auto value) { keys[place] = value; });
    order_ = earliest_first(keys);
  }

  /// Of the stories that need one.
  void read_sketches(const EachValue& values) {
    each(values, kSlotSignature, [&](std::size_t place, auto value) {
      if (!shared_.of(place).empty())
        signatures_[place] = decode_signature(value);
    });
  }

  std::vector<Xapian::docid> docids_;  ///< rising
  std::vector<CopySignature> signatures_;
  std::vector<std::uint32_t> order_;  ///< places, earliest first
  std::vector<std::uint32_t> first_;  ///< the earliest of a story's content
  SharedProbes shared_;
};

std::string key_of(std::uint64_t group) {
  std::string key;
  if (group != 0) append_big_endian(key, group);
  return key;
}

std::uint64_t group_of(std::string_view key) {
  std::uint64_t group = 0;
  for (const char c : key) group = group << 8 | static_cast<unsigned char>(c);
  return group;
}

}  // namespace

void each_changed_copy(
    const EachValue& values,
    const std::function<void(Xapian::docid, const CopySlots&)>& visit) {
  const Stories stories(values);
  std::array<std::vector<std::uint64_t>, std::size(kLevels)> groups;
  std::array<std::vector<bool>, std::size(kLevels)> changed;
  std::vector<std::future<void>> grouping;  // side by side
  for (std::size_t level = 0; level < groups.size(); ++level)
    grouping.push_back(std::async(std::launch::async, [&, level] {
      groups[level] = stories.groups(kLevels[level].second);
    }));
  for (auto& done : grouping) done.get();
  for (std::size_t level = 0; level < groups.size(); ++level) {
    const auto slot = kLevels[level].first;
    for (const auto group : groups[level]) changed[level].push_back(group != 0);
    stories.each(values, slot, [&](std::size_t place, auto value) {
      changed[level][place] = groups[level][place] != group_of(value);
    });
  }
  CopySlots slots;
  for (std::size_t place = 0; place < stories.size(); ++place) {
    slots.clear();
    for (std::size_t level = 0; level < groups.size(); ++level)
      if (changed[level][place])
        slots[kLevels[level].first] = key_of(groups[level][place]);
    if (!slots.empty()) visit(stories.docid(place), slots);
  }
}

void write_copy_slots(Xapian::WritableDatabase& database) {
  const auto values_of = [&](unsigned slot, const VisitValue& visit) {
    each_value(database, slot, visit);
  };
  each_changed_copy(values_of, [&](Xapian::docid docid, const auto& slots) {
    auto document = database.get_document(docid);
    for (const auto& [slot, key] : slots) document.add_value(slot, key);
    database.replace_document(docid, document);
  });
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
