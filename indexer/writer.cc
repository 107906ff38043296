#include "indexer/writer.h"

#include "common/index/fields.h"
#include "indexer/bulk/reference.h"
#include "indexer/copy_slots.h"

namespace broadsheet {

Transaction::Transaction(const std::filesystem::path& generation)
    : database_(generation.string(), Xapian::DB_OPEN) {
  database_.begin_transaction();
}

void Transaction::put(const IndexDocument& document) {
  changed_ = true;
  database_.replace_document(label_term("Q", document.id),
                             bulk::to_xapian(document));
}

void Transaction::remove(const std::string& id) {
  changed_ = true;
  database_.delete_document(label_term("Q", id));
}

void Transaction::set_metadata(const std::string& key,
                               const std::string& value) {
  database_.set_metadata(key, value);
}

void Transaction::commit() {
  database_.commit_transaction();
}
void Transaction::cancel() {
  try {
    database_.cancel_transaction();
  } catch (const Xapian::InvalidOperationError&) {
    // A write that failed has ended the transaction already.
  }
}
TargetCounts Transaction::finish() {
  if (changed_) write_copy_slots(database_);
  return counts_of(database_);
}

Xapian::docid docid_of(const Xapian::Database& database,
                       const std::string& id) {
  const std::string term = label_term("Q", id);
  const auto at = database.postlist_begin(term);
  return at == database.postlist_end(term) ? 0 : *at;
}

std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id) {
  const Xapian::docid docid = docid_of(database, id);
  if (docid == 0) return std::nullopt;
  return database.get_document(docid).get_data();
}

void report_totals(const TargetCounts& counts, Report& report) {
  report.stories_total = counts.stories;
  report.stories_undated = counts.undated;
  report.stories_hidden = counts.hidden;
  report.stories_copies = counts.copies;
}

TargetCounts counts_of(const Xapian::Database& database) {
  TargetCounts counts;
  counts.stories = database.get_doccount();
  counts.undated = counts.stories - database.get_termfreq("XHAS:date");
  for (const auto* status : {"killed", "withheld", "embargoed", "superseded"})
    counts.hidden += database.get_termfreq(label_term("XSTATUS:", status));
  counts.copies = count_copies(database);
  return counts;
}

}  // namespace broadsheet
