// The terms that follow from the names of a story's entities.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/news/entity.h"
#include "common/text/string_table.h"
#include "indexer/term_links.h"
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
  std::uint64_t digest = 0;              ///< name_number()
};

/// Of a place, and of all that it lies in.
struct PlaceTerms {
  std::vector<TermTable::Number> booleans;
  std::vector<TermTable::Number> dateline;  ///< of one that a story is from
};

/// Remembers the numbers of terms: names come again and again.
class KnownNames {
 public:
  explicit KnownNames(TermTable& table) : table_(table) {}

  /// As of a StringTable.
  std::uint64_t announce(const Entity& entity);
  /// Valid until it forgets.
  const NameTerms& of(const Entity& entity, std::uint64_t digest);
  /// Of a place under its own name; what it lies in follows from its place_id,
  /// unless that is 0. Valid until another is asked for.
  const PlaceTerms& of_place(const Entity& place);
  /// The boolean of a place's name; `id`: as terms write it.
  TermTable::Number named(std::string_view name, std::string_view id);
  /// The term of a text's word in names of a kind but nationalities. `own`: the
  /// word's own term.
  TermTable::Number word_of(EntityKind kind, TermTable::Number own,
                            std::string_view word);

  bool too_many() const {
    return terms_.size() + places_.size() + named_.size() > kMostKnown;
  }
  /// Before the table's numbers begin anew.
  void forget();

 private:
  static constexpr std::size_t kMostKnown = 50'000;

  std::string_view key_of(const Entity& entity);
  NameTerms terms_of(const Entity& entity);
  PlaceTerms place_terms_of(const Entity& place);

  TermTable& table_;
  StringTable names_;            ///< each behind its kind
  std::deque<NameTerms> terms_;  ///< by name
  std::unordered_map<std::uint32_t, PlaceTerms> places_;  ///< by place_id
  PlaceTerms unknown_;       ///< of the last place that no gazetteer has
  StringTable place_names_;  ///< each behind its place's id
  std::vector<TermTable::Number> named_;  ///< by place name
  std::array<TermLinks, 3> words_;        ///< by kind
  std::string scratch_;
};

}  // namespace broadsheet
