#include "indexer/writer.h"

#include "common/index/fields.h"

namespace broadsheet {
namespace {

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document made;
  for (const auto& [term, wdf, positions] : document.terms) {
    if (wdf == 0 && positions.empty()) {
      made.add_boolean_term(term);
      continue;
    }
    for (const auto position : positions) made.add_posting(term, position, 0);
    made.add_term(term, wdf);
  }
  for (const auto& [slot, value] : document.values)
    made.add_value(slot, value);
  made.set_data(document.data);
  return made;
}

}  // namespace

Writer::Writer(const std::filesystem::path& generation, Mode mode)
    : database_(generation.string(), mode == Mode::kCreate
                                         ? Xapian::DB_CREATE
                                         : Xapian::DB_OPEN) {
  database_.begin_transaction();
}

void Writer::put(const IndexDocument& document) {
  database_.replace_document(label_term("Q", document.id),
                             to_xapian(document));
}

void Writer::remove(const std::string& id) {
  database_.delete_document(label_term("Q", id));
}

std::optional<std::string> Writer::record(const std::string& id) const {
  return record_of(database_, id);
}

void Writer::set_metadata(const std::string& key, const std::string& value) {
  database_.set_metadata(key, value);
}

void Writer::commit() { database_.commit_transaction(); }
void Writer::cancel() { database_.cancel_transaction(); }

std::optional<std::string> record_of(const Xapian::Database& database,
                                     const std::string& id) {
  const std::string term = label_term("Q", id);
  const auto at = database.postlist_begin(term);
  if (at == database.postlist_end(term)) return std::nullopt;
  return database.get_document(*at).get_data();
}

}  // namespace broadsheet
