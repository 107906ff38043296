#include "searcher/copies.h"

#include <algorithm>
#include <set>

#include "common/text/date.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

constexpr std::size_t kDateDigits = 8;

/// "19870226cd:12" of the order slot.
StoryCopy told_of(const Xapian::Document& document) {
  const auto order = document.get_value(kSlotOrder);
  StoryCopy copy;
  copy.id = order.substr(kDateDigits);
  copy.source = document.get_value(kSlotSource);
  if (const auto day = parse_iso_date(order.substr(0, kDateDigits)))
    copy.date = to_string(*day);
  return copy;
}

}  // namespace

std::optional<unsigned> copy_slot(std::string_view level) {
  if (level == "exact") return kSlotCopyExact;
  if (level == "near" || level.empty()) return kSlotCopyNear;
  if (level == "loose") return kSlotCopyLoose;
  return std::nullopt;
}

CopyGroup copy_group(const ArchiveSet& archives, const Xapian::Query& among,
                     Xapian::docid story, unsigned slot) {
  using Xapian::Query;
  CopyGroup group;
  const auto key = archives.document(story).get_value(slot);
  if (key.empty()) return group;
  Xapian::Enquire enquire(archives.database);
  enquire.set_query(
      {Query::OP_FILTER, among, Query(Query::OP_VALUE_RANGE, slot, key, key)});
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kSlotOrder, false);
  const auto found = enquire.get_mset(0, archives.database.get_doccount());
  std::vector<std::pair<Xapian::docid, StoryCopy>> members;
  std::set<std::string> sources;
  for (auto at = found.begin(); at != found.end(); ++at) {
    members.emplace_back(*at, told_of(archives.document(*at)));
    sources.insert(fold_name(members.back().second.source));
  }
  std::ranges::stable_partition(
      members, [](const auto& member) { return !member.second.date.empty(); });
  for (auto& [docid, told] : members) {
    group.stories.push_back(docid);
    group.told.push_back(std::move(told));
  }
  group.sources = sources.size();
  return group;
}

}  // namespace broadsheet
