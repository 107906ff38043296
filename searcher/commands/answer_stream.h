// An answer on its way out, from work that may have to begin again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/digest.h"

namespace broadsheet {

/// Writes what a run of with_archives() gives, a piece at a time. A run that is
/// overtaken begins again on a newer snapshot: it must first give the very
/// bytes that are out already, which are compared and not written, so that the
/// whole is always what one snapshot answers. If it gives others the rest is
/// refused.
class AnswerStream {
 public:
  /// A run begins, the first or another.
  void begin();
  /// Throws Error if other bytes are out.
  void add(std::string_view bytes);
  /// The run is at its end; throws Error if more bytes are out.
  void end();

 private:
  std::string_view repeated(std::string_view bytes);
  void flush();

  std::string pending_;    ///< of this run, not yet out
  std::size_t out_ = 0;    ///< bytes that are out
  Digest written_;         ///< of these
  std::size_t again_ = 0;  ///< of these, given by this run too
  Digest repeated_;        ///< of what this run gave of them
};

}  // namespace broadsheet
