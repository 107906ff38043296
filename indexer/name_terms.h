// The terms that follow from the names of a story's entities.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
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

/// Of a place under one of its names, or of one that it lies in.
struct PlaceTerms {
  TermTable::Number named, inside, dateline;
};

/// Remembers the numbers of terms: names come again and again.
class KnownNames {
 public:
  explicit KnownNames(TermTable& table) : table_(table) {}

  /// As of a StringTable.
  std::uint64_t announce(const Entity& entity);
  /// Valid until it forgets.
  const NameTerms& of(const Entity& entity, std::uint64_t digest);
  /// `id`: as terms write it.
  PlaceTerms of(std::string_view name, std::string_view id);
  /// The term of a text's word in names of a kind but nationalities. `own`: the
  /// word's own term.
  TermTable::Number word_of(EntityKind kind, TermTable::Number own,
                            std::string_view word);

  bool too_many() const {
    return terms_.size() + place_terms_.size() > kMostKnown;
  }
  /// Before the table's numbers begin anew.
  void forget();

 private:
  static constexpr std::size_t kMostKnown = 50'000;

  std::string_view key_of(const Entity& entity);
  NameTerms terms_of(const Entity& entity);
  PlaceTerms terms_of(std::string_view name, std::string_view id);

  TermTable& table_;
  StringTable names_;            ///< each behind its kind
  std::deque<NameTerms> terms_;  ///< by name
  StringTable places_;           ///< each its name behind its id
  std::vector<PlaceTerms> place_terms_;
  std::array<TermLinks, 3> words_;  ///< by kind
  std::string scratch_;
};

}  // namespace broadsheet
