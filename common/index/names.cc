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

std::uint64_t name_number(EntityKind kind, std::string_view name) {
  return kind == EntityKind::kPerson ? person_number(name)
                                     : digest64(fold_name(name));
}

std::string entity_id(const Entity& entity) {
  if (entity.place_id != 0) return std::to_string(entity.place_id);
  const auto number = hex64(name_number(entity.kind, entity.name));
  return entity.kind == EntityKind::kPlace ? "x" + number : number;
}

}  // namespace broadsheet
