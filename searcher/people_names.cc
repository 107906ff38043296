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

/// A name that one story has where so many have another is a slip of the pen as
/// like as not ("Edward E. Kennedy").
constexpr std::size_t kSlip = 30;

/// The names that tell persons apart, most stories first, but for slips.
using Persons = std::vector<const PersonName*>;
Persons persons_of(const Members& members, std::size_t most, auto tells) {
  Persons persons;
  for (const auto& member : members)
    if (tells(member) && member.known->stories * kSlip >= most)
      persons.push_back(&member.known->name);
  return persons;
}

std::size_t most_stories(const Members& members, auto counts) {
  std::size_t most = 0;
  for (const auto& member : members)
    if (counts(member)) most = std::max(most, member.known->stories);
  return most;
}

/// Are two of the names, which all fit one, those of two persons?
bool disagree(const Persons& names) {
  for (const auto* one : names)
    for (const auto* other : names)
      if (one < other && differ(*one, *other)) return true;
  return false;
}

bool has_more(const NameFamily::Member& member) {
  return member.match == NameMatch::kMore;
}

bool leaves_nothing_out(const NameFamily::Member& member) {
  return member.match != NameMatch::kLess;
}

bool is_full(const NameFamily::Member& member) {
  return member.known->name.full();
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
std::size_t PeopleNames::stories_of(KnownName& known) const {
  if (known.stories == 0)
    known.stories = database_.get_termfreq(posted_term(known.name));
  return known.stories;
}

NameFamily::Member PeopleNames::member(KnownName& known,
                                       NameMatch match) const {
  stories_of(known);
  return {&known, match};
}

/// Does the name leave out what would tell whom of two persons it means? `most`
/// are the stories of the one wanted.
bool PeopleNames::is_anothers_too(const KnownName& name,
                                  const PersonName& wanted,
                                  const NameSketch& sketch, std::size_t most) {
  bool found = false;
  each_candidate(wanted, [&](KnownName& other) {
    found =
        found || (other.name.full() &&
                  match(other, name.name, name.sketch) == NameMatch::kMore &&
                  match(other, wanted, sketch) == NameMatch::kNone &&
                  stories_of(other) * kSlip >= most);
  });
  return found;
}

NameFamily PeopleNames::family(const PersonName& wanted) {
  const NameSketch sketch = sketch_of(wanted);
  NameFamily family;
  auto& members = family.members;
  each_candidate(wanted, [&](KnownName& known) {
    const auto how = match(known, wanted, sketch);
    if (how != NameMatch::kNone) members.push_back(member(known, how));
  });
  sort(members, wanted);
  const auto most = most_stories(members, leaves_nothing_out);
  std::erase_if(members, [&](const NameFamily::Member& member) {
    return member.match == NameMatch::kLess &&
           is_anothers_too(*member.known, wanted, sketch, most);
  });
  if (!wanted.full()) return family;
  const auto persons = persons_of(members, most, has_more);
  family.ambiguous = disagree(persons);
  for (auto& member : members)
    member.another = !persons.empty() && has_more(member) &&
                     differ(member.known->name, *persons.front());
  return family;
}

NameFamily PeopleNames::bearers(const PersonName& wanted) {
  const NameSketch sketch = sketch_of(wanted);
  NameFamily family;
  auto& members = family.members;
  each_candidate(wanted, [&](KnownName& known) {
    if (may_match_last(known.sketch, sketch) && match_last(known.name, wanted))
      members.push_back(member(known, match_names(known.name, wanted)));
  });
  sort(members, wanted);
  family.ambiguous =
      disagree(persons_of(members, most_stories(members, is_full), is_full));
  return family;
}

}  // namespace broadsheet
