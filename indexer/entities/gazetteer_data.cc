#include "indexer/entities/gazetteer_data.h"

#include "common/disk/embedded.h"

BROADSHEET_EMBED(broadsheet_gazetteer, BROADSHEET_GAZETTEER);

namespace broadsheet {

std::span<const std::uint8_t> gazetteer_data() {
  const auto bytes = [](const char* at) {
    return reinterpret_cast<const std::uint8_t*>(at);
  };
  return {bytes(broadsheet_gazetteer), bytes(broadsheet_gazetteer_end)};
}

}  // namespace broadsheet
