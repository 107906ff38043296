#include <xapian.h>

#include "indexer/builder.h"
#include "indexer/bulk/reference.h"
#include "indexer/copy_slots.h"

namespace broadsheet {
namespace {

class ApiBuilder : public Builder {
 public:
  ApiBuilder(const std::filesystem::path& generation,
             const Gazetteer& gazetteer, const BuilderOptions& options)
      : maker_(gazetteer, options.archive),
        database_(generation.string(), Xapian::DB_CREATE_OR_OPEN) {}

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
  }

 private:
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
