// German words by their other spelling: Mueller for Müller, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// The word with its umlauts spelled out, or, if it has none, with those it may
/// stand for: "müller" is "mueller", "buerger" "bürger", "neue" "neü". Lower
/// case both. Nothing if there is no other spelling.
inline std::optional<std::string> other_umlauts(std::string_view word) {
  struct Row {
    std::string_view umlaut, spelled;
  };
  constexpr Row kRows[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}};
  const auto replaced = [&](std::string_view Row::*from,
                            std::string_view Row::*to) {
    std::string other;
    for (std::size_t at = 0; at < word.size();) {
      const auto rest = word.substr(at);
      const Row* found = nullptr;
      for (const Row& row : kRows)
        if (rest.starts_with(row.*from)) found = &row;
      other += found != nullptr ? found->*to : rest.substr(0, 1);
      at += found != nullptr ? (found->*from).size() : 1;
    }
    return other;
  };
  for (const auto& other : {replaced(&Row::umlaut, &Row::spelled),
                            replaced(&Row::spelled, &Row::umlaut)})
    if (other != word) return other;
  return std::nullopt;
}

}  // namespace broadsheet
