// Names that were taken for two.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/name_context.h"
#include "indexer/entities/story.h"

namespace broadsheet {

/// Joins the last two mentions if they are one name: "Daniel" and "Moi" of
/// "Daniel arap Moi", "George" and "Washington".
void join_last(std::span<const StoryWord> words,
               std::vector<StoryName>& mentions);

/// Joins people around a nickname: "Clarence" and "Lee" of "Clarence "Bud"
/// Lee", whatever "Lee" was taken for.
void join_nicknames(const TokenText& story, std::span<const StoryWord> words,
                    std::vector<StoryName>& mentions);

/// Takes the river into a town's name: "Newcastle upon Tyne".
void join_rivers(const TokenText& story, std::span<const StoryWord> words,
                 std::vector<StoryName>& mentions);

}  // namespace broadsheet
