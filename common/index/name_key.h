// Under which keys the spellings of a person's name stand in the index, and
// under which they are looked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/person_name.h"

namespace broadsheet {

/// Parts a key from the name, or from the place id, behind it in a term.
inline constexpr char kKeySeparator = '\x1f';

/// What a name's last word sounds like, coarsely.
std::string name_key(const PersonName& name);

/// The other keys under which a name is to be found: of several surnames
/// ("okafor-lindqvist" also as Okafor, "de la fuente barragan" as Fuente), of a
/// script without vowels.
std::vector<std::string> further_keys(const PersonName& name);

/// The keys under which spellings of a name may stand, its own first.
std::vector<std::string> keys_to_search(const PersonName& name);

/// "XPK:" + key + separator + the name's form.
std::string name_key_term(std::string_view key, std::string_view form);

}  // namespace broadsheet
