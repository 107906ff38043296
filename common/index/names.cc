#include "common/index/names.h"

#include <fmt/format.h>

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

std::uint64_t entity_number(const Entity& entity) {
  if (entity.place_id != 0) return entity.place_id;
  return entity.kind == EntityKind::kPerson ? person_number(entity.name)
                                            : digest64(fold_name(entity.name));
}

std::string entity_id(const Entity& entity) {
  const auto number = entity_number(entity);
  if (entity.place_id != 0) return std::to_string(number);
  return fmt::format("{}{:016x}", entity.kind == EntityKind::kPlace ? "x" : "",
                     number);
}

}  // namespace broadsheet
