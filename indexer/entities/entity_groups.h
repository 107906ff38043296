// Entities of one kind gathered mention by mention.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/news/entity.h"

namespace broadsheet {

/// Entities by a key of the caller's, in order of first mention.
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
    if (seen_.insert(key + '\x1f' + std::string(spelling)).second)
      entity.spellings.emplace_back(spelling);
    return entity;
  }

  Entities take() { return std::move(made_); }

 private:
  EntityKind kind_;
  Entities made_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_set<std::string> seen_;
};

}  // namespace broadsheet
