#include "indexer/glob.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace broadsheet {

Glob Glob::below_root(std::string_view pattern) {
  std::string whole(pattern);
  if (whole.starts_with('/')) whole.erase(0, 1);
  if (whole.ends_with('/')) whole += "**";
  if (pattern.find('/') == pattern.npos) whole.insert(0, "**/");
  return Glob(whole);
}

Glob::Glob(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size();) {
    const auto rest = pattern.substr(at);
    const auto take = [&](std::string_view written, Kind kind) {
      if (!rest.starts_with(written)) return false;
      steps_.push_back({kind, 0});
      at += written.size();
      return true;
    };
    if (take("**/", Kind::kDirectories) || take("**", Kind::kAny) ||
        take("*", Kind::kName) || take("?", Kind::kAnyOne))
      continue;
    steps_.push_back({Kind::kOne, next_char(pattern, at)});
  }
}

void Glob::enter(States& states, std::size_t step) const {
  for (; states[step] == 0; ++step) {
    states[step] = 1;
    if (step == steps_.size()) return;
    const Kind kind = steps_[step].kind;
    if (kind == Kind::kOne || kind == Kind::kAnyOne) return;
  }
}

Glob::States Glob::run(std::string_view text) const {
  States now(steps_.size() + 1, 0), next;
  enter(now, 0);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    next.assign(now.size(), 0);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (now[i] == 0) continue;
      const auto [kind, wanted] = steps_[i];
      const bool name = c != U'/';
      if (kind == Kind::kOne ? c == wanted : kind == Kind::kAnyOne && name)
        enter(next, i + 1);
      else if (kind == Kind::kAny || (kind == Kind::kName && name))
        enter(next, i);
    }
    // A run of directories may end only behind a '/'.
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (now[i] == 0 || steps_[i].kind != Kind::kDirectories) continue;
      if (c == U'/') enter(next, i + 1);
      next[i] = 1;
    }
    now.swap(next);
  }
  return now;
}

bool Glob::may_begin(std::string_view text) const {
  const States states = run(text);
  return std::ranges::find(states, 1) != states.end();
}

bool is_pattern(std::string_view text) {
  return text.find_first_of("*?") != text.npos;
}

}  // namespace broadsheet
