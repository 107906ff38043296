#include "indexer/entities/story_memory.h"

#include <algorithm>

#include "indexer/entities/given_names.h"
#include "indexer/entities/rule_words.h"
#include "indexer/entities/titles.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongest = 8;  // words of a name that is remembered

}  // namespace

std::string phrase(const std::vector<Word>& words, std::size_t first,
                   std::size_t last) {
  std::string joined(words[first].folded);
  for (std::size_t i = first + 1; i < last; ++i)
    joined.append(" ").append(words[i].folded);
  return joined;
}

void StoryMemory::learn(const std::vector<Word>& words, const RuleName& name) {
  if (name.label == Label::kMisc) return;
  whole_.try_emplace(phrase(words, name.first, name.last), name.label);
  if (name.label == Label::kPerson) learn_person(words, name);
  if (name.label == Label::kOrganisation) learn_org(words, name);
}

void StoryMemory::learn_person(const std::vector<Word>& words,
                               const RuleName& name) {
  std::size_t last = name.last;
  if (last - name.first > 1 && is_name_suffix(words[last - 1].folded)) --last;
  if (last - name.first > kLongest) return;
  const std::string_view tail = words[last - 1].folded;
  if (is_particle(tail) || is_org_ending(tail) || tail.size() < 2) return;
  const std::size_t from = last - name.first > 1 ? name.first + 1 : name.first;
  if (from > name.first) given_.emplace(words[name.first].folded);
  for (std::size_t i = from; i < last; ++i)
    surnames_.insert(phrase(words, i, last));
}

void StoryMemory::learn_org(const std::vector<Word>& words,
                            const RuleName& name) {
  std::size_t last = std::min(name.last, name.first + kLongest);
  while (last > name.first + 1 && is_org_ending(words[last - 1].folded)) --last;
  if (last == name.last) return;
  const std::string_view head = words[name.first].folded;
  const std::string short_name = phrase(words, name.first, last);
  org_shorts_.insert(short_name);
  if (is_firm_ending(words[last].folded)) firms_.insert(short_name);
  if (!cases_.ever_lower(head) && !is_given_name(head) && !is_common_word(head))
    org_shorts_.emplace(head);
}

Label StoryMemory::whole(const std::string& name) const {
  const auto found = whole_.find(name);
  return found == whole_.end() ? Label::kMisc : found->second;
}

bool StoryMemory::is_given(const std::string& name) const {
  return given_.contains(name);
}

bool StoryMemory::is_surname(const std::string& name) const {
  return surnames_.contains(name);
}

bool StoryMemory::is_firm(const std::string& name) const {
  return firms_.contains(name);
}

bool StoryMemory::is_org_short(const std::string& name) const {
  return org_shorts_.contains(name);
}

}  // namespace broadsheet
