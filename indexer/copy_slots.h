// The copy groups of a whole database, written into its value slots: the one
// thing about a story that hangs on the others.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace broadsheet {

/// The values of a slot, docids rising, as any kind of database has them.
using VisitValue = std::function<void(Xapian::docid, std::string_view)>;
using EachValue = std::function<void(unsigned slot, const VisitValue& visit)>;

/// What the slots of a story should hold and do not.
using CopySlots = std::map<unsigned, std::string>;

/// Groups all stories anew by their signatures. Calls visit(docid, slots) for
/// those whose group is not what they hold, docids rising. While it groups it
/// holds some 200 bytes a story, and the sketches of those that may be copies.
void each_changed_copy(
    const EachValue& values,
    const std::function<void(Xapian::docid, const CopySlots&)>& visit);

/// Rewrites those.
void write_copy_slots(Xapian::WritableDatabase& database);

/// Stories beyond the first of each near group.
std::size_t count_copies(const Xapian::Database& database);

}  // namespace broadsheet
