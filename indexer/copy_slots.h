// The copy groups of a whole database, written into its value slots: the one
// thing about a story that hangs on the others.
#pragma once

#include <xapian.h>

#include <cstddef>

namespace broadsheet {

/// Groups all stories anew by their signatures and rewrites the slots of those
/// whose group has changed.
void write_copy_slots(Xapian::WritableDatabase& database);

/// Stories beyond the first of each near group.
std::size_t count_copies(const Xapian::Database& database);

}  // namespace broadsheet
