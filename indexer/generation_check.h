// What a generation that was built aside must pass before anybody sees it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "common/cli/error.h"
#include "indexer/number_map.h"
#include "indexer/target.h"

namespace broadsheet {

/// A generation does not pass.
class Unsound : public Error {
 public:
  using Error::Error;
};

/// Docids of stories, by id.
using Docids = NumberMap;

/// Takes a step that reads the generation. What finds it damaged becomes
/// Unsound.
void unsound_if_damaged(const std::filesystem::path& generation,
                        const std::function<void()>& step);

/// Every story must be there, and some of `written` found by their own ids;
/// throws Unsound if it is not so.
TargetCounts check_stories(const std::filesystem::path& generation,
                           std::size_t stories, const Docids& written);

}  // namespace broadsheet
