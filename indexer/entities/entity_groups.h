// Entities of one kind gathered mention by mention.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/news/entity.h"

namespace broadsheet {

/// Entities by a key of the caller's, in order of first mention. Spellings are
/// views that live as long as it does.
class EntityGroups {
 public:
  explicit EntityGroups(EntityKind kind) : kind_(kind) {}

  Entity& add(const std::string& key, std::string_view spelling,
              const Mention& mention) {
    const auto [at, fresh] = index_.try_emplace(key, made_.size());
    if (fresh) {
      made_.emplace_back();
      made_.back().kind = kind_;
    }
    Entity& entity = made_[at->second];
    entity.mentions.push_back(mention);
    if (seen_.insert({at->second, spelling}).second)
      entity.spellings.emplace_back(spelling);
    return entity;
  }

  Entities take() { return std::move(made_); }

 private:
  struct Spelling {
    std::size_t entity = 0;
    std::string_view text;
    bool operator==(const Spelling&) const = default;
  };
  struct SpellingHash {
    std::size_t operator()(const Spelling& spelling) const {
      return std::hash<std::string_view>()(spelling.text) ^ spelling.entity;
    }
  };

  EntityKind kind_;
  Entities made_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_set<Spelling, SpellingHash> seen_;
};

}  // namespace broadsheet
