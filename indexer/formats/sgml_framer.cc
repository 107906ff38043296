#include "indexer/formats/sgml_framer.h"

#include <algorithm>

namespace broadsheet {

/// "<DOC>" and "<DOC id=...>", but not "<DOCNO>".
bool SgmlFramer::opens(std::string_view line, std::size_t& at) const {
  at = line.find(begin_);
  if (at == line.npos) return false;
  const std::size_t behind = at + begin_.size();
  return behind == line.size() || line[behind] == '>' || line[behind] == ' ' ||
         line[behind] == '\t';
}

bool SgmlFramer::next(SgmlFrame& frame) {
  std::size_t at = 0;
  while (ahead_ || input_.line(line_)) {
    ahead_ = false;
    if (opens(line_, at)) break;
    line_.clear();
  }
  if (line_.empty()) return false;
  frame.text.assign(line_, at);
  frame.line = input_.line_number();
  frame.number = ++count_;
  frame.closed = false;
  line_.clear();
  std::size_t checked = 0;
  for (;;) {
    if (frame.text.find(end_, checked) != frame.text.npos) {
      frame.closed = true;
      return true;
    }
    checked = frame.text.size() - std::min(frame.text.size(), end_.size());
    if (!input_.line(line_)) {
      line_.clear();
      return true;
    }
    if (line_.starts_with(begin_) && opens(line_, at)) {
      ahead_ = true;
      return true;
    }
    // Beyond the bound only the end is looked for.
    const bool full = frame.text.size() >= Input::kMaxText;
    if (!full) (frame.text += '\n') += line_;
    if (full && line_.find(end_) != line_.npos) frame.text += end_;
  }
}

}  // namespace broadsheet
