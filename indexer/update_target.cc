#include <unordered_set>

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
      : live_(live),
        writer_(archive / live.generation),
        maker_(gazetteer, archive_name(archive)) {}

  StoryState put(Incoming&& incoming) override {
    const auto before = record_of(live_.database, incoming.id);
    if (before) incoming.added = decode_head(*before).added;
    const IndexDocument document = maker_.make(std::move(incoming));
    const bool same = before && *before == document.data;
    const bool first = touched_.insert(document.id).second;
    if (!same || !first) writer_.put(document);
    if (same) return StoryState::kUnchanged;
    return before ? StoryState::kReplaced : StoryState::kIndexed;
  }

  bool remove(const std::string& id) override {
    touched_.insert(id);
    writer_.remove(id);
    return record_of(live_.database, id).has_value();
  }

  void set_metadata(const std::string& key, const std::string& value) override {
    writer_.set_metadata(key, value);
  }

  TargetCounts finish() override {
    if (!touched_.empty()) writer_.group_copies();
    return writer_.counts();
  }
  void publish() override { writer_.commit(); }
  void cancel() override { writer_.cancel(); }

 private:
  const Live& live_;  ///< the archive as it was before this run
  Writer writer_;
  std::unordered_set<std::string> touched_;  ///< ids put or removed
  StoryMaker maker_;
};

}  // namespace

std::unique_ptr<Target> make_update_target(const std::filesystem::path& archive,
                                           const Live& live,
                                           const Gazetteer& gazetteer) {
  return std::make_unique<UpdateTarget>(archive, live, gazetteer);
}

}  // namespace broadsheet
