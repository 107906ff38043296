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

/// A phrase whose first words were met.
struct Begun {
  const std::vector<std::string>* words;
  unsigned term;
  std::size_t met = 0;
  std::vector<ByteRange> ranges = {};  ///< words that touch are one

  void take(const Token& token) {
    ++met;
    if (!ranges.empty() && ranges.back().second == token.begin)
      ranges.back().second = token.end;
    else
      ranges.emplace_back(token.begin, token.end);
  }
};

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
  if (!wanted_.words.empty() || !wanted_.stems.empty() ||
      !wanted_.phrases.empty())
    mark_words(story, text, marks);
  drop_overlaps(marks);
  return marks;
}

void Marker::mark_words(const Story& story, std::string_view text,
                        std::vector<Mark>& marks) {
  auto& stemmer =
      stemmers_.try_emplace(story.language, story.language).first->second;
  std::vector<Begun> begun;
  Tokenizer tokenizer(text, 1, stemmer.turkic());
  for (Token token; tokenizer.next(token);) {
    auto term = find_term(wanted_.words, token.term);
    if (!term) term = find_term(wanted_.stems, stemmer.stem(token));
    if (term) marks.push_back({{token.begin, token.end}, *term, 1.0});
    for (const auto& [words, of] : wanted_.phrases)
      if (words.front() == token.term) begun.push_back({&words, of});
    std::erase_if(begun, [&](Begun& phrase) {
      if ((*phrase.words)[phrase.met] != token.term) return true;
      phrase.take(token);
      if (phrase.met < phrase.words->size()) return false;
      for (const auto& range : phrase.ranges)
        marks.push_back({range, phrase.term, 1.0});
      return true;
    });
  }
}

}  // namespace broadsheet
