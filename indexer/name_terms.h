// The terms that follow from the names of a story's entities.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/news/entity.h"
#include "indexer/term_table.h"

namespace broadsheet {

/// Prefixes of the terms that an entity of one kind posts.
struct EntityPrefixes {
  std::string_view word;
  std::string_view digest;  ///< persons and organisations
};
EntityPrefixes prefixes_of(EntityKind kind);

/// Of a canonical name.
struct NameTerms {
  std::vector<TermTable::Number> words;
  std::vector<TermTable::Number> booleans;
  std::optional<TermTable::Number> key;  ///< at every word of a person
};

/// Of a place under one of its names, or of one that it lies in.
struct PlaceTerms {
  TermTable::Number named, inside, dateline;
};

/// Remembers the numbers of terms: names come again and again. What it gives
/// is valid until it forgets.
class KnownNames {
 public:
  explicit KnownNames(TermTable& table) : table_(table) {}

  const NameTerms& of(const Entity& entity);
  /// `id`: as terms write it.
  const PlaceTerms& of(std::string_view name, const std::string& id);

  bool too_many() const { return count_ > kMostKnown; }
  /// Before the table's numbers begin anew.
  void forget();

 private:
  static constexpr std::size_t kMostKnown = 20'000;

  struct NamedPlace {
    std::string name;
    PlaceTerms terms;
  };

  NameTerms terms_of(const Entity& entity);
  PlaceTerms terms_of(std::string_view name, std::string_view id);

  TermTable& table_;
  std::map<EntityKind, std::unordered_map<std::string, NameTerms>> names_;
  std::unordered_map<std::string, std::deque<NamedPlace>> places_;  ///< by id
  std::size_t count_ = 0;
};

}  // namespace broadsheet
