#include "common/disk/embedded.h"
#include "indexer/entities/model.h"

BROADSHEET_EMBED(broadsheet_names_model, BROADSHEET_NAMES_MODEL);

namespace broadsheet {

const TaggerModel& TaggerModel::embedded() {
  static const TaggerModel model(
      std::string_view(broadsheet_names_model, broadsheet_names_model_end));
  return model;
}

}  // namespace broadsheet
