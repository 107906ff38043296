// Which of an archive's names are one person's: the rule that person: and the
// rows of people share.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/person_name.h"
#include "searcher/name_check.h"

namespace broadsheet {

/// A canonical name that stories of an archive have.
struct KnownName {
  PersonName name;
  NameSketch sketch;
  std::size_t stories = 0;  ///< 0 before a family asked for them
};

/// Names of an archive that one asked for may mean.
struct NameFamily {
  struct Member {
    const KnownName* known;
    NameMatch match;  ///< how it stands to the name asked for
    /// It is of another person than the rest, or a slip of the pen: it has what
    /// they do not, and hardly a story.
    bool another = false;
  };
  /// As asked for first, then spelt otherwise, then the rest; most stories
  /// first.
  std::vector<Member> members;
  /// The name asked for fits persons who are not one. Who is in hardly a story
  /// for the most frequent's many parts nobody.
  bool ambiguous = false;
};

/// The term that is posted at the mentions of a name.
std::string posted_term(const PersonName& name);

/// The names of an archive by their keys, read as they are asked for.
class PeopleNames {
 public:
  explicit PeopleNames(const Xapian::Database& database)
      : database_(database) {}

  /// Reads them all at once, for many families to come.
  void read_all();
  /// The names read so far, by form.
  const std::unordered_map<std::string, KnownName>& names() const {
    return names_;
  }

  /// A full name's spellings. One that leaves out what would tell two persons
  /// of the archive apart is neither's: "George Bush" is in the family of
  /// "George W. Bush" only where there is no other. A single name's family are
  /// the single names alike.
  NameFamily family(const PersonName& wanted);

  /// All names whose last name may be that of `wanted`.
  NameFamily bearers(const PersonName& wanted);

 private:
  using Names = std::vector<KnownName*>;
  const Names& under(const std::string& key);
  template <typename Take>
  void each_candidate(const PersonName& wanted, Take take);
  bool is_anothers_too(const KnownName& name, const PersonName& wanted,
                       const NameSketch& sketch, std::size_t most);
  std::size_t stories_of(KnownName& known) const;
  NameFamily::Member member(KnownName& known, NameMatch match) const;
  KnownName* add(const std::string& form);

  const Xapian::Database& database_;
  std::unordered_map<std::string, KnownName> names_;  ///< by form
  std::unordered_map<std::string, Names> by_key_;
  bool complete_ = false;
};

}  // namespace broadsheet
