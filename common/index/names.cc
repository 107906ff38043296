#include "common/index/names.h"

#include "common/index/analysis.h"
#include "common/index/person_name.h"
#include "common/text/digest.h"
#include "common/text/fold.h"

namespace broadsheet {

std::vector<std::string> name_words(std::string_view name) {
  return words_of(name);
}

std::uint64_t person_number(std::string_view name) {
  return digest64(name_form(name));
}

std::string person_term_id(std::string_view name) {
  return digest_hex(name_form(name));
}

std::string place_term_id(const Entity& place) {
  return place.place_id != 0 ? std::to_string(place.place_id)
                             : "x" + digest_hex(fold_name(place.name));
}

}  // namespace broadsheet
