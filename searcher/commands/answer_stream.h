// An answer on its way out, hit by hit.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Holds the first bytes back, so that a search that a writer overtakes can
/// begin anew; once they are out it cannot.
class AnswerStream {
 public:
  void add(std::string_view bytes);
  /// All has been added.
  void end();
  /// Is some of it out?
  bool begun() const { return begun_; }

 private:
  std::string held_;
  bool begun_ = false;
};

}  // namespace broadsheet
