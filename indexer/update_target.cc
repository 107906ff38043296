#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/target.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace {

class UpdateTarget : public Target {
 public:
  UpdateTarget(const std::filesystem::path& archive, const Live& live,
               const Gazetteer& gazetteer)
      : writer_(archive / live.generation),
        maker_(gazetteer, archive_name(archive)) {}

  StoryState put(Incoming&& incoming) override {
    const std::string id = incoming.id;
    const auto before = writer_.record(id);
    if (before) incoming.added = decode_head(*before).added;
    const IndexDocument document = maker_.make(std::move(incoming));
    if (before && *before == document.data) return StoryState::kUnchanged;
    writer_.put(document);
    return before ? StoryState::kReplaced : StoryState::kIndexed;
  }

  bool remove(const std::string& id) override {
    if (!writer_.record(id)) return false;
    writer_.remove(id);
    return true;
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    writer_.set_metadata(key, value);
  }

  TargetCounts finish() override { return writer_.counts(); }
  void publish() override { writer_.commit(); }
  void cancel() override { writer_.cancel(); }

 private:
  Writer writer_;
  StoryMaker maker_;
};

}  // namespace

std::unique_ptr<Target> make_update_target(const std::filesystem::path& archive,
                                           const Live& live,
                                           const Gazetteer& gazetteer) {
  return std::make_unique<UpdateTarget>(archive, live, gazetteer);
}

}  // namespace broadsheet
