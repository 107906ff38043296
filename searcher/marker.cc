#include "searcher/marker.h"

#include <algorithm>
#include <optional>

#include "common/index/names.h"
#include "common/index/person_name.h"

namespace broadsheet {
namespace {

bool has_all(const std::string& name, const std::vector<std::string>& wanted) {
  const auto words = name_words(name);
  return std::ranges::all_of(wanted, [&](const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  });
}

std::optional<unsigned> find_term(const std::map<std::string, unsigned>& terms,
                                  const std::string& word) {
  const auto at = terms.find(word);
  if (at == terms.end()) return std::nullopt;
  return at->second;
}

void drop_overlaps(std::vector<Mark>& marks) {
  std::ranges::sort(marks, {}, &Mark::range);
  std::size_t end = 0;
  std::erase_if(marks, [&](const Mark& mark) {
    if (mark.range.first < end) return true;
    end = mark.range.second;
    return false;
  });
}

}  // namespace

bool is_wanted(const WantedName& name, const Entity& entity) {
  if (entity.kind != name.kind) return false;
  if (name.places.contains(entity.place_id)) return true;
  for (const auto& outer : entity.inside)
    if (name.places.contains(outer.id)) return true;
  if (name.forms.contains(name_form(entity.name))) return true;
  if (name.words.empty()) return false;
  if (has_all(entity.name, name.words)) return true;
  return std::ranges::any_of(entity.spellings, [&](const std::string& form) {
    return has_all(form, name.words);
  });
}

std::vector<Mark> Marker::marks(const Story& story, Zone zone,
                                std::string_view text) {
  std::vector<Mark> marks;
  for (const auto& name : wanted_.names)
    for (const auto& entity : story.entities)
      if (is_wanted(name, entity))
        for (const auto& mention : entity.mentions)
          if (mention.zone == zone && mention.end <= text.size())
            marks.push_back({{mention.begin, mention.end}, name.term, 1.0});
  if (!wanted_.words.empty() || !wanted_.stems.empty()) {
    auto& stemmer =
        stemmers_.try_emplace(story.language, story.language).first->second;
    Tokenizer tokenizer(text, 1);
    for (Token token; tokenizer.next(token);) {
      auto term = find_term(wanted_.words, token.term);
      if (!term) term = find_term(wanted_.stems, stemmer.stem(token));
      if (term) marks.push_back({{token.begin, token.end}, *term, 1.0});
    }
  }
  drop_overlaps(marks);
  return marks;
}

}  // namespace broadsheet
