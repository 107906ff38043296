// TEMPORARY stand-in until indexer/document.h lands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

struct IndexTerm {
  std::string term;
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct IndexValue {
  std::uint32_t slot = 0;
  std::string value;
};

struct IndexDocument {
  std::string id;
  std::vector<IndexTerm> terms;
  std::vector<IndexValue> values;
  std::string data;
};

}  // namespace broadsheet
