// The roots of an archive and the part of them that a run looks at.
#pragma once

#include <string>
#include <vector>

#include "indexer/walk.h"

namespace broadsheet {

/// What one run walks: a root, and the path in it that was asked for.
struct Scope {
  Root root;
  std::filesystem::path path;
};

/// The scopes of `paths` (as typed; empty: all of `roots`). A path inside a
/// known root is a part of that root; any other becomes a root named after its
/// last part ("corpus", "corpus-2" where that name is taken), its files read as
/// `format`, if one is given. Throws Error for a path that cannot be one, for
/// one around another root, and for a format that a known root does not have.
std::vector<Scope> scopes_of(const std::vector<Root>& roots,
                             const std::vector<std::string>& paths,
                             const std::string& format);

/// The known roots with the settings of a configuration, and the roots that
/// only it has. Throws Error where it names a known one otherwise, or has roots
/// of one path or name, or one in another.
std::vector<Root> configured(std::vector<Root> known,
                             const std::vector<Root>& config);

/// Those of the roots that `paths` name whole, and that have the format.
std::vector<Root> named_roots(std::vector<Root> roots,
                              const std::vector<std::string>& paths,
                              const std::string& format);

/// The known roots and those the scopes add, by name.
std::vector<Root> joined(std::vector<Root> roots,
                         const std::vector<Scope>& scopes);

/// Does a file of that origin lie in one of the scopes?
bool in_scope(const std::vector<Scope>& scopes, const std::string& origin);

}  // namespace broadsheet
