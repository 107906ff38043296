#include "indexer/formats/mets_division.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "common/text/fold.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

using Kind = DivisionKind;

struct TypeName {
  std::string_view type;  ///< folded
  Kind kind;
};

constexpr TypeName kTypes[] = {
    {"newspaper", Kind::kHolder},
    {"journal", Kind::kHolder},
    {"periodical", Kind::kHolder},
    {"volume", Kind::kHolder},
    {"year", Kind::kHolder},
    {"month", Kind::kHolder},
    {"day", Kind::kHolder},
    {"issue", Kind::kHolder},
    {"edition", Kind::kHolder},
    {"supplement", Kind::kHolder},
    {"additional", Kind::kHolder},
    {"content", Kind::kHolder},
    {"body matter", Kind::kHolder},
    {"page", Kind::kHolder},
    {"np issue", Kind::kHolder},
    {"np page", Kind::kHolder},
    {"section", Kind::kSection},
    {"chapter", Kind::kSection},
    {"title section", Kind::kMasthead},
    {"masthead", Kind::kMasthead},
    {"table of contents", Kind::kMasthead},
    {"page number", Kind::kMasthead},
    {"running title", Kind::kMasthead},
    {"heading", Kind::kHeading},
    {"title", Kind::kHeadline},
    {"headline", Kind::kHeadline},
    {"author", Kind::kByline},
    {"byline", Kind::kByline},
};

}  // namespace

std::string type_of(const pugi::xml_node& division) {
  return fold_name(attribute(division, "TYPE"));
}

DivisionKind kind_of(const pugi::xml_node& division) {
  const std::string type = type_of(division);
  const auto* found = std::ranges::find(kTypes, type, &TypeName::type);
  return found == std::end(kTypes) ? Kind::kStory : found->kind;
}

}  // namespace broadsheet
