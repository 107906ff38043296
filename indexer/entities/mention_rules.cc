#include "indexer/entities/mention_rules.h"

namespace broadsheet {

void MentionRules::learn(std::span<const StoryWord>) {}

void MentionRules::apply(std::string_view, const std::vector<Token>&,
                         std::span<const StoryWord>, std::vector<Mention>&) {}

}  // namespace broadsheet
