// The gazetteer's data file as part of the program.
#pragma once

#include <cstdint>
#include <span>

namespace broadsheet {

/// indexer/entities/data/gazetteer.gz, byte for byte.
std::span<const std::uint8_t> gazetteer_data();

}  // namespace broadsheet
