#include <xapian.h>

#include <string>

#include "indexer/builder.h"
#include "indexer/bulk/reference.h"
#include "indexer/bulk/table_check.h"
#include "indexer/copy_slots.h"

namespace broadsheet {
namespace {

class ApiBuilder : public Builder {
 public:
  ApiBuilder(const std::filesystem::path& generation,
             const Gazetteer& gazetteer, const BuilderOptions& options)
      : generation_(generation.string()),
        maker_(gazetteer, options.archive),
        database_(generation_, Xapian::DB_CREATE_OR_OPEN) {}

  void add(std::uint32_t docid, Incoming&& story) override {
    database_.replace_document(docid,
                               bulk::to_xapian(maker_.make(std::move(story))));
  }

  void drop(std::uint32_t docid) override { database_.delete_document(docid); }

  void finish(const std::map<std::string, std::string>& metadata) override {
    for (const auto& [key, value] : metadata)
      database_.set_metadata(key, value);
    write_copy_slots(database_);
    database_.commit();
    database_.close();
    bulk::check_tables(generation_);
  }

 private:
  const std::string generation_;
  StoryMaker maker_;
  Xapian::WritableDatabase database_;
};

}  // namespace

std::unique_ptr<Builder> make_api_builder(
    const std::filesystem::path& generation, const Gazetteer& gazetteer,
    const BuilderOptions& options) {
  return std::make_unique<ApiBuilder>(generation, gazetteer, options);
}

}  // namespace broadsheet
