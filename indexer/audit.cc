#include "indexer/audit.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <future>
#include <optional>

#include "common/cli/error.h"
#include "common/index/fields.h"
#include "common/text/digest.h"
#include "indexer/bulk/database_cursor.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/position_list.h"
#include "indexer/bulk/table_check.h"
#include "indexer/claims.h"
#include "indexer/document.h"
#include "indexer/withholding.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

using Faults = std::vector<std::string>;

/// The sum of a document's postings, whatever their order: once from the
/// documents, once from the posting lists.
using Sums = std::vector<std::uint64_t>;

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value) {
  sum = (sum ^ value) * 0x9e3779b97f4a7c15;
  return sum ^ (sum >> 32);
}

/// What one posting adds; `positions`: as they are written.
std::uint64_t sum_of(std::uint64_t term, std::uint64_t wdf,
                     std::string_view positions) {
  return mixed(mixed(term, wdf), digest64(positions));
}

/// The values of one slot.
struct SlotSeen {
  std::size_t values = 0;
  std::string least, greatest;

  void add(const SlotSeen& other) {
    if (other.values == 0) return;
    if (values == 0 || other.least < least) least = other.least;
    greatest = std::max(greatest, other.greatest);
    values += other.values;
  }
};
using SlotsSeen = std::array<SlotSeen, 100>;

/// Slots whose values depend on other stories.
bool is_of_others(unsigned slot) {
  return slot >= kSlotCopyExact && slot <= kSlotCopyLoose;
}

/// The name that `archive:` finds its stories by, as they have it.
std::string name_in(const Xapian::Database& database) {
  const std::string prefix = "XARCHIVE:";
  const auto term = database.allterms_begin(prefix);
  return term == database.allterms_end(prefix) ? ""
                                               : (*term).substr(prefix.size());
}

/// What one thread finds in the documents from `first` to `last`.
class StoryAudit {
 public:
  StoryAudit(const fs::path& generation, Xapian::docid first,
             Xapian::docid last, Sums& sums)
      : database_(generation.string()),
        first_(first),
        last_(last),
        sums_(sums),
        maker_(name_in(database_)) {}

  void run() {
    const std::string every;
    auto at = database_.postlist_begin(every);
    for (at.skip_to(first_);
         at != database_.postlist_end(every) && *at <= last_; ++at) {
      docid_ = *at;
      ++stories_;
      try {
        check(database_.get_document(docid_));
      } catch (const Error& error) {
        fault(error.what());
      }
    }
  }

  std::size_t stories_ = 0;
  SlotsSeen slots_{};
  Faults faults_;

 private:
  void fault(std::string_view what) {
    faults_.push_back(fmt::format("document {}: {}", docid_, what));
  }

  void check(const Xapian::Document& stored) {
    const std::string data = stored.get_data();
    IndexDocument made = maker_.make(decode(data));
    std::erase_if(made.values,
                  [](const auto& value) { return is_of_others(value.first); });
    if (!same_record(made.data, data))
      fault("its record is not as it would be written");
    check_terms(stored, made);
    check_values(stored, made);
  }

  void check_terms(const Xapian::Document& stored, IndexDocument& made) {
    made.terms.sort();
    std::uint64_t length = 0;
    auto at = stored.termlist_begin();
    const auto end = stored.termlist_end();
    for (const auto& term : made.terms) {
      if (at == end || *at != term.term || at.get_wdf() != term.wdf)
        return fault(
            fmt::format("its terms are not its record's, at '{}'", term.term));
      ++at;
      length += term.wdf;
      key_.clear();
      bulk::append_sortable(key_, term.term);
      positions_.clear();
      if (!term.positions.empty())
        bulk::append_positions(positions_, term.positions);
      sums_[docid_] += sum_of(digest64(key_), term.wdf, positions_);
    }
    if (at != end)
      fault(fmt::format("a term that is not its record's: '{}'", *at));
    if (database_.get_doclength(docid_) != length)
      fault("its length is not the sum of its frequencies");
  }

  void check_values(const Xapian::Document& stored, const IndexDocument& made) {
    auto expected = made.values.begin();
    for (auto at = stored.values_begin(); at != stored.values_end(); ++at) {
      const auto slot = at.get_valueno();
      slots_.at(slot).add({1, *at, *at});
      if (is_of_others(slot)) continue;
      const auto due = expected == made.values.end() ? slot : expected->first;
      if (expected == made.values.end() || due != slot ||
          expected->second != *at)
        return value_fault(std::min(slot, due));
      ++expected;
    }
    if (expected != made.values.end()) value_fault(expected->first);
  }

  void value_fault(unsigned slot) {
    fault(fmt::format("value {} is not its record's", slot));
  }

  const Xapian::Database database_;
  const Xapian::docid first_, last_;
  Sums& sums_;  ///< each thread writes its own documents'
  DocumentMaker maker_;
  Xapian::docid docid_ = 0;
  std::string key_, positions_;  // scratch
};

/// Reads every posting list and its positions, front to back: through the
/// library each would be looked for by itself.
Faults add_postings(const fs::path& generation, Sums& sums) {
  Faults faults;
  try {
    const auto lists =
        bulk::open_section(generation.string(), bulk::kPostingsSection);
    while (lists->next_group()) {
      const std::string& key = lists->key();
      const bool term = bulk::is_term(key);
      const std::uint64_t of_term = digest64(key);
      std::size_t postings = 0;
      for (; lists->next(); ++postings) {
        const auto& [docid, wdf, positions] = lists->record();
        if (docid >= sums.size())
          throw Error(fmt::format("document {}: has postings only", docid));
        if (term) sums[docid] += sum_of(of_term, wdf, positions);
      }
      if (key.starts_with('Q') && postings != 1)
        faults.push_back(
            fmt::format("{} stories have the id {}", postings, key.substr(1)));
    }
  } catch (const Error& error) {
    faults.emplace_back(error.what());
  }
  return faults;
}

class GenerationAudit {
 public:
  GenerationAudit(const fs::path& generation, unsigned jobs)
      : generation_(generation), jobs_(jobs), database_(generation.string()) {}

  Audit run() {
    if (check_tables()) {
      check_stories();
      check_claims();
    }
    return std::move(audit_);
  }

 private:
  template <class... Parts>
  void fault(fmt::format_string<Parts...> what, Parts&&... parts) {
    audit_.faults.push_back(fmt::format(what, std::forward<Parts>(parts)...));
  }
  void take(Faults&& faults) {
    std::ranges::move(faults, std::back_inserter(audit_.faults));
  }

  bool check_tables() {
    try {
      bulk::check_tables(generation_.string());
    } catch (const Error& error) {
      fault("{}", error.what());
    }
    return audit_.faults.empty();
  }

  void check_stories() {
    const Xapian::docid last = database_.get_lastdocid();
    Sums expected(last + 1), found(last + 1);
    auto postings = std::async(
        std::launch::async, [&] { return add_postings(generation_, found); });
    std::vector<std::future<StoryAudit>> parts;
    const Xapian::docid share = last / jobs_ + 1;
    for (Xapian::docid first = 1; first <= last; first += share)
      parts.push_back(std::async(std::launch::async, [=, this, &expected] {
        StoryAudit part(generation_, first, first + share - 1, expected);
        part.run();
        return part;
      }));
    SlotsSeen slots{};
    for (auto& future : parts) {
      auto part = future.get();
      audit_.stories += part.stories_;
      for (unsigned slot = 0; slot < slots.size(); ++slot)
        slots[slot].add(part.slots_[slot]);
      take(std::move(part.faults_));
    }
    take(postings.get());
    for (Xapian::docid docid = 1; docid <= last; ++docid)
      if (expected[docid] != found[docid])
        fault("document {}: its postings are not its record's", docid);
    for (unsigned slot = 0; slot < slots.size(); ++slot)
      check_slot(slot, slots[slot]);
    if (audit_.stories != database_.get_doccount())
      fault("{} stories, not the {} counted", audit_.stories,
            database_.get_doccount());
  }

  void check_slot(unsigned slot, const SlotSeen& seen) {
    if (database_.get_value_freq(slot) != seen.values)
      fault("slot {}: {} values, not {}", slot, seen.values,
            database_.get_value_freq(slot));
    else if (seen.values > 0 &&
             (seen.least < database_.get_value_lower_bound(slot) ||
              seen.greatest > database_.get_value_upper_bound(slot)))
      fault("slot {}: values outside its bounds", slot);
  }

  /// Every story belongs to the file with the best claim on it; no other claim
  /// is left.
  void check_claims() {
    Claims claims;
    std::vector<FileEntry> entries;
    const std::string files = "file:";
    for (auto key = database_.metadata_keys_begin(files);
         key != database_.metadata_keys_end(files); ++key) {
      entries.push_back(decode_file_entry(database_.get_metadata(*key)));
      const FileEntry& entry = entries.back();
      if (metadata_key(entry.origin) != *key)
        fault("{}: is remembered as {}", entry.origin, *key);
      for (const auto& claim : entry.stories) claims.add(entry.origin, claim);
    }
    const std::string every;
    for (auto at = database_.postlist_begin(every);
         at != database_.postlist_end(every); ++at)
      check_owner(claims, *at);
    const Withholding withholding(generation_.parent_path());
    for (const auto& withdrawal : withholding.list())
      if (database_.term_exists(label_term("Q", withdrawal.id)))
        fault("story {}: was withdrawn", withdrawal.id);
    std::size_t claimed = 0;
    for (const auto& entry : entries)
      for (const auto& claim : entry.stories)
        if (!claims.story_of(entry.origin, claim).empty() &&
            !withholding.names(claim))
          ++claimed;
    if (claimed != database_.get_doccount())
      fault("{} stories, but files claim {}", database_.get_doccount(),
            claimed);
  }

  void check_owner(const Claims& claims, Xapian::docid docid) {
    Story story;
    try {
      story = decode_head(database_.get_document(docid).get_data());
    } catch (const Error&) {
      return;  // told already
    }
    const std::string& owner = claims.owner(story.id);
    const std::string& origin = story.article.origin;
    if (owner.empty())
      fault("story {}: no file claims it", story.id);
    else if (!origin.starts_with(owner))
      fault("story {}: is of {}, but belongs to {}", story.id, origin, owner);
  }

  const fs::path generation_;
  const unsigned jobs_;
  const Xapian::Database database_;
  Audit audit_;
};

}  // namespace

Audit audit(const fs::path& generation, unsigned jobs) {
  return GenerationAudit(generation, jobs).run();
}

}  // namespace broadsheet
