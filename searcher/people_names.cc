#include "searcher/people_names.h"

#include <algorithm>
#include <tuple>

#include "common/index/name_key.h"

namespace broadsheet {
namespace {

using Members = std::vector<NameFamily::Member>;

NameMatch match(const KnownName& name, const PersonName& wanted,
                const NameSketch& sketch) {
  return may_match(name.sketch, sketch) ? match_names(name.name, wanted)
                                        : NameMatch::kNone;
}

bool differ(const PersonName& a, const PersonName& b) {
  return match_names(a, b) == NameMatch::kNone &&
         match_names(b, a) == NameMatch::kNone;
}

/// Are two of the names, which all fit one, those of two persons?
bool disagree(const std::vector<const PersonName*>& names) {
  for (const auto* one : names)
    for (const auto* other : names)
      if (one < other && differ(*one, *other)) return true;
  return false;
}

/// The names that have more than the one asked for, and so may part persons.
std::vector<const PersonName*> fuller(const Members& members) {
  std::vector<const PersonName*> names;
  for (const auto& [known, match] : members)
    if (match == NameMatch::kMore) names.push_back(&known->name);
  return names;
}

/// As it is asked for first, then what is spelt otherwise, then the rest; each
/// once.
void sort(Members& members, const PersonName& wanted) {
  std::ranges::sort(members, {}, [&](const NameFamily::Member& member) {
    return std::tuple(member.known->name.words != wanted.words,
                      member.match != NameMatch::kSame,
                      -static_cast<long>(member.known->stories),
                      std::string_view(member.known->name.form));
  });
  const auto twice =
      std::ranges::unique(members, {}, &NameFamily::Member::known);
  members.erase(twice.begin(), twice.end());
}

}  // namespace

std::string posted_term(const PersonName& name) {
  return name_key_term(name_key(name), name.form);
}

KnownName* PeopleNames::add(const std::string& form) {
  const auto at = names_.find(form);
  if (at != names_.end()) return &at->second;
  KnownName known{PersonName(form), {}, 0};
  known.sketch = sketch_of(known.name);
  return &names_.emplace(form, std::move(known)).first->second;
}

const PeopleNames::Names& PeopleNames::under(const std::string& key) {
  const auto [at, is_new] = by_key_.try_emplace(key);
  if (!is_new || complete_) return at->second;
  const std::string prefix = name_key_term(key, {});
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term)
    at->second.push_back(add((*term).substr(prefix.size())));
  return at->second;
}

void PeopleNames::read_all() {
  by_key_.clear();
  const std::string prefix = "XPK:";
  const auto end = database_.allterms_end(prefix);
  for (auto at = database_.allterms_begin(prefix); at != end; ++at) {
    const std::string term = (*at).substr(prefix.size());
    const auto parted = term.find(kKeySeparator);
    by_key_[term.substr(0, parted)].push_back(add(term.substr(parted + 1)));
  }
  complete_ = true;
}

/// All that stand under the keys of a name; one may come twice.
template <typename Take>
void PeopleNames::each_candidate(const PersonName& wanted, Take take) {
  for (const auto& key : keys_to_search(wanted))
    for (auto* known : under(key)) take(*known);
}

/// Few of the candidates are members: only their stories are counted.
NameFamily::Member PeopleNames::member(KnownName& known,
                                       NameMatch match) const {
  if (known.stories == 0)
    known.stories = database_.get_termfreq(posted_term(known.name));
  return {&known, match};
}

/// Does the name leave out what would tell whom of two persons it means?
bool PeopleNames::is_anothers_too(const KnownName& name,
                                  const PersonName& wanted,
                                  const NameSketch& sketch) {
  bool found = false;
  each_candidate(wanted, [&](const KnownName& other) {
    found =
        found || (other.name.full() &&
                  match(other, name.name, name.sketch) == NameMatch::kMore &&
                  match(other, wanted, sketch) == NameMatch::kNone);
  });
  return found;
}

NameFamily PeopleNames::family(const PersonName& wanted) {
  const NameSketch sketch = sketch_of(wanted);
  NameFamily family;
  each_candidate(wanted, [&](KnownName& known) {
    const auto how = match(known, wanted, sketch);
    if (how != NameMatch::kNone) family.members.push_back(member(known, how));
  });
  sort(family.members, wanted);
  std::erase_if(family.members, [&](const NameFamily::Member& member) {
    return member.match == NameMatch::kLess &&
           is_anothers_too(*member.known, wanted, sketch);
  });
  family.ambiguous = wanted.full() && disagree(fuller(family.members));
  return family;
}

NameFamily PeopleNames::bearers(const PersonName& wanted) {
  const NameSketch sketch = sketch_of(wanted);
  NameFamily family;
  each_candidate(wanted, [&](KnownName& known) {
    if (may_match_last(known.sketch, sketch) && match_last(known.name, wanted))
      family.members.push_back(member(known, match_names(known.name, wanted)));
  });
  sort(family.members, wanted);
  std::vector<const PersonName*> persons;
  for (const auto& [known, how] : family.members)
    if (known->name.full()) persons.push_back(&known->name);
  family.ambiguous = disagree(persons);
  return family;
}

}  // namespace broadsheet
