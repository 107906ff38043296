// Given names that the rules of rule_tagger.h know.
#pragma once

#include <string_view>

namespace broadsheet {

bool is_given_name(std::string_view folded);

}  // namespace broadsheet
