// What the words around a name say of it: that it is a person's.
#pragma once

#include <cstddef>
#include <vector>

namespace broadsheet {

struct Word;

/// "..., chairman of", "..., 45,", "..., a spokesman" behind word `last` - 1.
bool has_apposition(const std::vector<Word>& words, std::size_t last);

/// "...," said Hagel.
bool is_quoted_speaker(const std::vector<Word>& words, std::size_t first,
                       std::size_t last);

/// "the envoy for coastal waters, Adaeze Okafor-Lindqvist, called"
bool explains_role(const std::vector<Word>& words, std::size_t first,
                   std::size_t last);

/// "Ilmar Martens said", "said Ilmar Martens", "Ilmar Martens, who"
bool speaks(const std::vector<Word>& words, std::size_t first,
            std::size_t last);

}  // namespace broadsheet
