// Persons who are none: "Mr. President", and whom a line of capitals made up:
// RESIGNS, DLR BOND, JUL8 UNTRD.
#pragma once

#include <string_view>

#include "common/news/entity.h"

namespace broadsheet {

/// Takes out persons with a number in the name or an office for a name, and
/// those who stand in capitals only and have neither office nor editors for
/// witness: where the story has small letters somewhere (`prose`), they would
/// tell who it is; where it has none, a name of several words must begin with a
/// known given name.
void drop_doubtful(Entities& people, bool prose);

}  // namespace broadsheet
