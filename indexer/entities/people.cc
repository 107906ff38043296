#include "indexer/entities/people.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "common/index/pet_names.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entities/given_names.h"
#include "indexer/entities/titles.h"

namespace broadsheet {
namespace {

/// Where a form fits more persons than these, only the latest are looked at.
constexpr std::size_t kMostCandidates = 64;

std::vector<std::string> split(std::string_view folded) {
  std::vector<std::string> words;
  words.reserve(1 + std::ranges::count(folded, ' '));
  while (!folded.empty()) {
    const std::size_t end = folded.find(' ');
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(end == folded.npos ? folded.size() : end + 1);
  }
  return words;
}

/// Equal, or one the initial of the other.
bool agree(const std::string& a, const std::string& b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) ||
         (b.size() == 1 && a.starts_with(b));
}

using Words = std::span<const std::string>;

bool all_agree(Words a, Words b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), agree);
}

bool same_person(const NameWords& a, const NameWords& b) {
  if (a.cores < 2 || b.cores < 2) return false;
  if (a.words.back() != b.words.back()) return false;
  const std::string& given = a.words.front();
  const std::string& other = b.words.front();
  if (!agree(given, other) && !is_in_short(given, other)) return false;
  const Words middle_a = Words(a.words).subspan(1, a.words.size() - 2);
  const Words middle_b = Words(b.words).subspan(1, b.words.size() - 2);
  return middle_a.empty() || middle_b.empty() || all_agree(middle_a, middle_b);
}

std::size_t letters_of(const NameWords& name) {
  std::size_t letters = 0;
  for (const std::string& word : name.words) letters += word.size();
  return letters;
}

std::string joined(const NameWords& name) {
  std::string all;
  for (const std::string& word : name.words) all += word;
  return all;
}

/// "al Sissi" and "alSissi".
bool same_letters(const NameWords& a, const NameWords& b) {
  return letters_of(a) == letters_of(b) && joined(a) == joined(b);
}

/// One way in which persons are written in this story.
struct Form {
  NameWords name;
  std::vector<std::size_t> mentions;  ///< indices, rising
};

/// A person under construction: forms that surely are theirs.
struct Person {
  NameWords name;
  std::vector<std::size_t> mentions;
  std::string role;
};

class Grouping {
 public:
  explicit Grouping(std::span<const PersonMention> mentions)
      : mentions_(mentions) {}

  Entities run() {
    for (const Form& form : forms_by_length()) place(form);
    for (Person& person : people_) {
      std::sort(person.mentions.begin(), person.mentions.end());
      person.role = first_role(person);
    }
    resolve_open();
    return entities();
  }

 private:
  std::vector<Form> forms_by_length() const {
    std::map<std::vector<std::string>, Form> forms;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      NameWords name(mentions_[i].text);
      if (name.words.empty()) continue;
      auto key = name.words;
      auto at = forms.try_emplace(std::move(key), Form{std::move(name), {}});
      at.first->second.mentions.push_back(i);
    }
    std::vector<Form> sorted;
    for (auto& [key, form] : forms) sorted.push_back(std::move(form));
    std::sort(sorted.begin(), sorted.end(), [](const Form& a, const Form& b) {
      return std::tuple(-static_cast<long>(a.name.cores),
                        -static_cast<long>(a.name.words.size()),
                        a.mentions.front()) <
             std::tuple(-static_cast<long>(b.name.cores),
                        -static_cast<long>(b.name.words.size()),
                        b.mentions.front());
    });
    return sorted;
  }

  /// Joins a form to the one person it fits, or opens a person; a form that
  /// fits several waits for resolve_open().
  void place(const Form& form) {
    std::vector<std::size_t> fitting = candidates(form.name);
    if (fitting.empty()) {
      open_person(form);
    } else if (fitting.size() == 1) {
      auto& to = people_[fitting.front()].mentions;
      to.insert(to.end(), form.mentions.begin(), form.mentions.end());
    } else {
      for (const std::size_t mention : form.mentions)
        open_.emplace_back(mention, fitting);
    }
  }

  void open_person(const Form& form) {
    const std::size_t id = people_.size();
    people_.push_back({form.name, form.mentions, {}});
    for (const std::string& word : form.name.words) {
      auto& ids = by_word_[word];
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
  }

  /// The persons that a form fits best.
  std::vector<std::size_t> candidates(const NameWords& name) const {
    std::vector<std::size_t> best;
    Fit best_fit = Fit::kNone;
    for (const std::string* word : {&name.words.back(), &name.words.front()}) {
      const auto found = by_word_.find(*word);
      if (found == by_word_.end()) continue;
      const auto& ids = found->second;
      const std::size_t skip =
          ids.size() > kMostCandidates ? ids.size() - kMostCandidates : 0;
      for (std::size_t i = skip; i < ids.size(); ++i) {
        const Fit how = fit(people_[ids[i]].name, name);
        if (how > best_fit) best.clear();
        best_fit = std::max(best_fit, how);
        if (how != Fit::kNone && how == best_fit &&
            std::find(best.begin(), best.end(), ids[i]) == best.end())
          best.push_back(ids[i]);
      }
    }
    return best;
  }

  void resolve_open() {
    std::vector<std::pair<std::size_t, std::size_t>> chosen;
    for (const auto& [mention, fitting] : open_)
      chosen.emplace_back(mention,
                          *std::min_element(fitting.begin(), fitting.end(),
                                            [&, at = mention](auto a, auto b) {
                                              return distance(at, people_[a]) <
                                                     distance(at, people_[b]);
                                            }));
    for (const auto& [mention, person] : chosen)
      people_[person].mentions.push_back(mention);
    for (Person& person : people_)
      std::sort(person.mentions.begin(), person.mentions.end());
  }

  /// How far a mention is from a person it may name; less is nearer.
  std::tuple<bool, bool, std::size_t> distance(std::size_t mention,
                                               const Person& person) const {
    const auto& sure = person.mentions;
    const auto after = std::lower_bound(sure.begin(), sure.end(), mention);
    const bool none_before = after == sure.begin();
    const std::size_t far =
        none_before ? *after - mention : mention - *std::prev(after);
    return {!same_office(mentions_[mention].role, person.role), none_before,
            far};
  }

  /// Do both name an office and end in the same word?
  static bool same_office(std::string_view a, std::string_view b) {
    const std::string office = fold_name(a);
    if (office.empty() || b.empty()) return false;
    const std::string last = office.substr(office.rfind(' ') + 1);
    return (" " + fold_name(b) + " ").find(" " + last + " ") !=
           std::string::npos;
  }

  std::string first_role(const Person& person) const {
    std::string_view role;
    for (const std::size_t i : person.mentions) {
      const PersonMention& mention = mentions_[i];
      if (mention.role.empty()) continue;
      if (mention.where.zone == Zone::kBody) return std::string(mention.role);
      if (role.empty()) role = mention.role;
    }
    return std::string(role);
  }

  Entities entities() const {
    std::vector<const Person*> order;
    for (const Person& person : people_) order.push_back(&person);
    std::sort(order.begin(), order.end(), [](auto* a, auto* b) {
      return a->mentions.front() < b->mentions.front();
    });
    Entities result;
    for (const Person* person : order) result.push_back(entity(*person));
    return result;
  }

  Entity entity(const Person& person) const {
    Entity made;
    made.kind = EntityKind::kPerson;
    made.role = first_role(person);
    std::unordered_set<std::string_view> seen;
    for (const std::size_t i : person.mentions) {
      const PersonMention& mention = mentions_[i];
      made.mentions.push_back(mention.where);
      if (seen.insert(mention.text).second)
        made.spellings.emplace_back(mention.text);
    }
    made.name = proper_case(canonical(made.spellings));
    return made;
  }

  /// The spelling of most words, of mixed case, the longest: the first such.
  static const std::string& canonical(
      const std::vector<std::string>& spellings) {
    if (spellings.size() == 1) return spellings.front();
    return *std::ranges::max_element(spellings, {}, [](const auto& text) {
      return std::tuple(NameWords(text).words.size(), has_small_letter(text),
                        text.size());
    });
  }

  std::span<const PersonMention> mentions_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
  /// Mentions that fit several persons, with these.
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> open_;
};

}  // namespace

void cut_possessives(std::span<PersonMention> mentions) {
  // "Bush" is the end of "George Bush", "George Bush" only of itself.
  std::unordered_set<std::string_view> ends;
  for (const PersonMention& mention : mentions) {
    ends.insert(mention.text);
    ends.insert(mention.text.substr(mention.text.rfind(' ') + 1));
  }
  for (PersonMention& mention : mentions) {
    if (!mention.text.ends_with('s')) continue;
    const auto owner = mention.text.substr(0, mention.text.size() - 1);
    if (!ends.contains(owner) || is_given_name(fold_name(owner))) continue;
    mention.text = owner;
    --mention.where.end;
  }
}

Entities group_people(std::span<const PersonMention> mentions) {
  return Grouping(mentions).run();
}

NameWords::NameWords(std::string_view name) : words(split(fold_name(name))) {
  while (words.size() > 1 && is_name_suffix(words.back())) words.pop_back();
  while (words.size() > 1 && is_honorific(words.front()))
    words.erase(words.begin());
  cores = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(),
                    [](const auto& word) { return !is_particle(word); }));
}

Fit fit(const NameWords& full, const NameWords& part) {
  if (full.words.empty() || part.words.empty()) return Fit::kNone;
  if (same_person(full, part) || same_letters(full, part)) return Fit::kSame;
  if (part.words.size() >= full.words.size() || part.cores == 0 ||
      (part.cores == 1 && part.words.back().size() == 1))
    return Fit::kNone;
  const Words words(full.words);
  if (all_agree(words.last(part.words.size()), part.words)) return Fit::kEnds;
  if (all_agree(words.first(part.words.size()), part.words))
    return Fit::kBegins;
  return Fit::kNone;
}

bool has_capital_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (u_isupper(static_cast<UChar32>(next_char(text, at)))) return true;
  return false;
}

bool has_small_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (u_islower(static_cast<UChar32>(next_char(text, at)))) return true;
  return false;
}

std::string proper_case(std::string_view name) {
  if (has_small_letter(name) && has_capital_letter(name))
    return std::string(name);
  std::string made;
  std::string word;
  const auto flush = [&] {
    if (made.empty() || !is_particle(word)) {
      std::size_t at = 0;
      const char32_t first = word.empty() ? 0 : next_char(word, at);
      if (!word.empty())
        append_utf8(made, static_cast<char32_t>(
                              u_toupper(static_cast<UChar32>(first))));
      made += std::string_view(word).substr(at);
    } else {
      made += word;
    }
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_char(name, at);
    if (char_class(c) == CharClass::kOther) {
      flush();
      append_utf8(made, c);
    } else {
      append_lower(word, c);
    }
  }
  flush();
  return made;
}

}  // namespace broadsheet
