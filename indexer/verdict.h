// `indexer verify`: is an archive sound, and does it equal its files?
#pragma once

#include <string>

#include "indexer/audit.h"
#include "indexer/difference.h"

namespace broadsheet {

struct Verdict {
  std::string generation;
  Audit audit;
  Comparison comparison;

  /// 0 sound and equal, 1 sound but differs, 2 unsound.
  int exit() const;
};

/// Takes no lock: where a writer overtakes it, it begins again, three times in
/// all. Throws Error where there is no archive to be read.
Verdict verify(const ComparisonOptions& options, unsigned jobs);

/// For people; and as JSON.
std::string to_text(const Verdict& verdict);
std::string to_json(const Verdict& verdict);

}  // namespace broadsheet
