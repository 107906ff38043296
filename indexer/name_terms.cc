#include "indexer/name_terms.h"

#include "common/index/fields.h"
#include "common/index/name_key.h"
#include "common/index/names.h"
#include "common/index/person_name.h"
#include "common/text/digest.h"
#include "common/text/fold.h"

namespace broadsheet {

EntityPrefixes prefixes_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return {"XP:", "XPN:"};
    case EntityKind::kPlace:
      return {"XL:", ""};
    case EntityKind::kOrg:
      return {"XO:", "XON:"};
    case EntityKind::kNationality:
      break;
  }
  return {};
}

/// Valid until another is asked for.
std::string_view KnownNames::key_of(const Entity& entity) {
  return scratch_.assign(1, static_cast<char>(entity.kind)).append(entity.name);
}

std::uint64_t KnownNames::announce(const Entity& entity) {
  return names_.announce(key_of(entity));
}

const NameTerms& KnownNames::of(const Entity& entity, std::uint64_t digest) {
  const auto number = names_.number_of(key_of(entity), digest);
  if (number == terms_.size()) terms_.push_back(terms_of(entity));
  return terms_[number];
}

NameTerms KnownNames::terms_of(const Entity& entity) {
  const auto prefixes = prefixes_of(entity.kind);
  NameTerms terms;
  terms.digest = name_number(entity.kind, entity.name);
  const auto boolean = [&](std::string_view term) {
    terms.booleans.push_back(table_.number_of(term));
  };
  if (!prefixes.digest.empty())
    boolean(label_term(prefixes.digest, hex64(terms.digest)));
  if (entity.kind == EntityKind::kPerson) {
    const PersonName parsed(entity.name);
    terms.key = table_.number_of(name_key_term(name_key(parsed), parsed.form));
    for (const auto& key : further_keys(parsed))
      boolean(name_key_term(key, parsed.form));
  }
  if (entity.kind == EntityKind::kNationality)
    if (const auto folded = fold_name(entity.name); !folded.empty())
      boolean(label_term("XNAT:", folded));
  if (!prefixes.word.empty())
    for (const auto& word : name_words(entity.name))
      terms.words.push_back(
          table_.number_of(std::string(prefixes.word) + word));
  return terms;
}

const PlaceTerms& KnownNames::of_place(const Entity& place) {
  if (place.place_id == 0) return unknown_ = place_terms_of(place);
  const auto [at, is_new] = places_.try_emplace(place.place_id);
  if (is_new) at->second = place_terms_of(place);
  return at->second;
}

PlaceTerms KnownNames::place_terms_of(const Entity& place) {
  PlaceTerms terms;
  const auto add = [&](std::string_view name, const std::string& id) {
    terms.booleans.push_back(named(name, id));
    terms.booleans.push_back(table_.number_of("XLI:" + id));
    terms.dateline.push_back(table_.number_of("XDI:" + id));
  };
  const std::string own = entity_id(place);
  add(place.name, own);
  terms.booleans.push_back(table_.number_of("XLO:" + own));
  for (const auto& outer : place.inside)
    add(outer.name, std::to_string(outer.id));
  return terms;
}

TermTable::Number KnownNames::named(std::string_view name,
                                    std::string_view id) {
  scratch_.assign(id).append(1, kKeySeparator).append(name);
  const auto number = place_names_.number_of(scratch_);
  if (number == named_.size())
    named_.push_back(table_.number_of(label_term(
        "XLN:", fold_name(name).append(1, kKeySeparator).append(id))));
  return named_[number];
}

TermTable::Number KnownNames::word_of(EntityKind kind, TermTable::Number own,
                                      std::string_view word) {
  auto& known = words_[static_cast<std::size_t>(kind)][own];
  if (known == TermLinks::kUnknown)
    known = table_.number_of(scratch_.assign(prefixes_of(kind).word) += word);
  return known;
}

void KnownNames::forget() {
  names_.clear();
  terms_.clear();
  places_.clear();
  place_names_.clear();
  named_.clear();
  for (auto& words : words_) words.forget();
}

}  // namespace broadsheet
