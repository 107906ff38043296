#include "indexer/document.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

#include "common/index/fields.h"
#include "common/index/name_key.h"
#include "common/index/names.h"
#include "common/index/packed.h"
#include "common/text/fold.h"
#include "indexer/copy_signature.h"
#include "indexer/identity.h"

namespace broadsheet {
namespace {

/// A word of a text, and what it comes to.
struct Word {
  Token token;
  bool is_known = false;     ///< terms are
  std::uint64_t digest = 0;  ///< of its own term, if they are not
  WordTerms terms;
};

/// The kinds of terms that a story has, on their way into the table.
class TermCollector {
 public:
  explicit TermCollector(TermTable& table) : table_(table) {}

  void boolean(std::string_view prefix, std::string_view value) {
    boolean(label_term(prefix, value));
  }
  void label(std::string_view prefix, std::string_view value) {
    if (auto folded = fold_name(value); !folded.empty())
      boolean(prefix, folded);
  }
  void has(std::string_view field) { boolean("XHAS:", field); }
  void boolean(std::string_view term) { boolean(table_.number_of(term)); }
  void boolean(TermTable::Number term) { table_.add(term); }

  void post(TermTable::Number term, Position position, std::uint32_t wdf) {
    table_.post(term, position, wdf);
  }
  void post(std::string_view prefix, std::string_view word, Position position) {
    post(table_.number_of(joined(prefix, word)), position, 1);
  }

  void post(const WordTerms& terms, Position position) {
    table_.post(terms.word, position, 1);
    if (terms.stem != terms.word) table_.count(terms.stem, 1);
  }

  /// Fetches from memory what look_up() will look at.
  void fetch(std::string_view prefix, const Token& token,
             const LanguageStems& language) const {
    if (token.is_short()) language.known.fetch(prefix, token.short_form());
  }
  /// Takes the word's terms if they are known. Fetches what terms_of(), and
  /// post() at them, will look at.
  void look_up(std::string_view prefix, Word& word, LanguageStems& language) {
    const auto& token = word.token;
    const auto* known = token.is_short()
                            ? language.known.find(prefix, token.short_form())
                            : nullptr;
    word.is_known = known != nullptr;
    if (!known) {
      word.digest = table_.announce(named(prefix, token.term()));
      return;
    }
    word.terms = *known;
    table_.fetch(known->word);
    table_.fetch(known->stem);
  }

  /// Fetches what terms_of() will look at then.
  void fetch_string(const Word& word) const {
    if (!word.is_known) table_.fetch_string(word.digest);
  }

  /// Of a word that was looked up.
  const WordTerms& terms_of(std::string_view prefix, Word& word,
                            LanguageStems& language) {
    if (!word.is_known) make_terms(prefix, word, language);
    return word.terms;
  }

 private:
  void make_terms(std::string_view prefix, Word& word,
                  LanguageStems& language) {
    const auto& [token, is_known, digest, terms] = word;
    const auto own = table_.number_of(named(prefix, token.term()), digest);
    word.terms = {own, stem_of(own, prefix, token, language),
                  prefix.empty() ? digest : digest64(token.term())};
    if (token.is_short()) language.known.add(prefix, token.short_form(), terms);
  }

  TermTable::Number stem_of(TermTable::Number word, std::string_view prefix,
                            const Token& token, LanguageStems& language) {
    if (!token.stemmable) return word;
    auto& known = language.stems[word];
    const bool plain = token.is_short() || token.lower() == token.term();
    if (plain && known != TermLinks::kUnknown) return known;
    joined("Z", prefix) += language.stemmer.stem(token);
    const auto stem = table_.number_of(scratch_);
    if (plain) known = stem;
    return stem;
  }

  std::string_view named(std::string_view prefix, std::string_view word) {
    return prefix.empty() ? word : joined(prefix, word);
  }
  std::string& joined(std::string_view prefix, std::string_view rest) {
    return scratch_.assign(prefix).append(rest);
  }

  TermTable& table_;
  std::string scratch_;
};

/// An entity of the story, and what follows from its name.
struct KnownEntity {
  const Entity& entity;
  const NameTerms& terms;
};
using KnownEntities = std::vector<KnownEntity>;

KnownEntities known(const Entities& entities, KnownNames& names) {
  std::vector<std::uint64_t> digests;
  digests.reserve(entities.size());
  for (const auto& entity : entities) digests.push_back(names.announce(entity));
  KnownEntities all;
  all.reserve(entities.size());
  for (const auto& entity : entities)
    all.push_back({entity, names.of(entity, digests[all.size()])});
  return all;
}

/// One mention and whose it is.
struct Marked {
  Mention mention;
  const KnownEntity* whose;
};

Zone zone_of(const Marked& marked) {
  return marked.mention.zone;
}

/// In text order, the headline's first.
std::vector<Marked> mentions_of(const KnownEntities& entities) {
  std::vector<Marked> marked;
  for (const auto& known : entities)
    for (const auto& mention : known.entity.mentions)
      marked.push_back({mention, &known});
  std::ranges::sort(marked, {}, &Marked::mention);
  return marked;
}

/// Writes one story's terms.
class TermWriter {
 public:
  TermWriter(TermCollector& terms, LanguageStems& language, KnownNames& names)
      : terms_(terms), language_(language), names_(names) {}

  /// Words, stems and the names among them. The words are signed, too, if
  /// there is a signer.
  void zone(std::string_view text, std::string_view prefix, Position first,
            std::span<const Marked> marked, CopySigner* signer = nullptr) {
    Tokenizer tokenizer(text, first, language_.stemmer.turkic());
    auto at = marked.begin();
    for (std::span<Word> words;
         !(words = next_words(tokenizer, prefix)).empty();)
      for (Word& word : words) {
        const Token& token = word.token;
        const WordTerms& terms = terms_.terms_of(prefix, word, language_);
        terms_.post(terms, token.position);
        while (at != marked.end() && at->mention.end <= token.begin) ++at;
        for (auto name = at;
             name != marked.end() && name->mention.begin < token.end; ++name)
          if (name->mention.end > token.begin)
            name_word(*name->whose, terms.word, token);
        if (signer) sign(token, terms.digest, *signer);
        last_ = token.position;
      }
  }

  /// Where the body begins: kBodyStart, but behind a headline without end.
  Position body_start() const { return zone_start() + 1; }

  /// A name by itself, in the names zone behind the body.
  void name(const KnownEntity& known) {
    const std::uint32_t wdf = known.entity.mentions.empty() ? 1 : 0;
    start_name();
    for (const auto word : known.terms.words) {
      terms_.post(word, last_, wdf);
      if (known.terms.key) terms_.post(*known.terms.key, last_, wdf);
      ++last_;
    }
  }

  /// A published correction is searched as the body is, and by itself.
  void correction(std::string_view text) {
    start_name();
    const Position first = last_;
    for (const auto* prefix : {"", "XCORRECTION:"})
      zone(text, prefix, first, {});
  }

  /// Words that are nobody's mention: byline, dateline, editors' codes.
  void words(std::string_view prefix, std::string_view text) {
    start_name();
    for (const auto& word : words_of(text)) terms_.post(prefix, word, last_++);
  }

 private:
  /// Some, so that memory is waited for by all of them at once.
  std::span<Word> next_words(Tokenizer& tokenizer, std::string_view prefix) {
    std::size_t count = 0;
    while (count < words_.size() && tokenizer.next(words_[count].token))
      terms_.fetch(prefix, words_[count++].token, language_);
    const auto words = std::span(words_).first(count);
    for (Word& word : words) terms_.look_up(prefix, word, language_);
    for (const Word& word : words) terms_.fetch_string(word);
    return words;
  }

  static void sign(const Token& token, std::uint64_t digest,
                   CopySigner& signer) {
    if (token.is_short())
      signer.add(token.short_form(), digest);
    else
      signer.add(token.term(), digest);
  }

  void name_word(const KnownEntity& known, TermTable::Number word,
                 const Token& token) {
    if (known.entity.kind == EntityKind::kNationality) return;
    terms_.post(names_.word_of(known.entity.kind, word, token.term()),
                token.position, 1);
    if (known.terms.key) terms_.post(*known.terms.key, token.position, 1);
  }

  /// The first multiple of kZoneGap that no NEAR reaches from here.
  Position zone_start() const {
    return ((last_ + kMaxNear) / kZoneGap + 1) * kZoneGap;
  }
  void start_name() {
    last_ = std::max(last_, kBodyStart);
    last_ = zone_start();
  }

  TermCollector& terms_;
  LanguageStems& language_;
  KnownNames& names_;
  std::array<Word, 16> words_;
  Position last_ = 0;  ///< of those taken, or one more
};

/// Under its names, its own id and the ids of all that it lies in.
void add_place(TermCollector& terms, KnownNames& names, const Entity& place) {
  const auto& [booleans, dateline] = names.of_place(place);
  for (const auto term : booleans) terms.boolean(term);
  if (place.dateline)
    for (const auto term : dateline) terms.boolean(term);
  for (const auto& spelling : place.spellings)
    if (spelling != place.name)
      terms.boolean(names.named(spelling, entity_id(place)));
}

void add_entity(TermCollector& terms, TermWriter& writer, KnownNames& names,
                const KnownEntity& known) {
  for (const auto term : known.terms.booleans) terms.boolean(term);
  if (known.entity.kind != EntityKind::kNationality) writer.name(known);
  if (known.entity.kind == EntityKind::kPlace)
    add_place(terms, names, known.entity);
}

constexpr std::pair<EntityKind, std::string_view> kNameFields[] = {
    {EntityKind::kPerson, "person"},
    {EntityKind::kPlace, "place"},
    {EntityKind::kOrg, "org"},
    {EntityKind::kNationality, "nationality"},
};

void add_once(std::vector<std::uint64_t>& numbers, std::uint64_t number) {
  if (std::ranges::find(numbers, number) == numbers.end())
    numbers.push_back(number);
}

std::string packed_entities(const KnownEntities& entities, EntityKind kind) {
  std::vector<std::uint64_t> numbers;
  numbers.reserve(entities.size());
  for (const auto& [entity, terms] : entities)
    if (entity.kind == kind)
      add_once(numbers, entity.place_id != 0 ? entity.place_id : terms.digest);
  if (kind != EntityKind::kPlace || numbers.empty())
    return pack_numbers(numbers);
  numbers.push_back(kContaining);
  for (const auto& [entity, terms] : entities)
    for (const auto& outer : entity.inside) add_once(numbers, outer.id);
  return pack_numbers(numbers);
}

/// What the editors wrote finds the story, whatever was made of it.
void add_editors_codes(TermWriter& writer, const Article& article) {
  for (const auto& code : article.people) writer.words("XP:", code);
  for (const auto& code : article.places) writer.words("XL:", code);
  for (const auto& code : article.orgs) writer.words("XO:", code);
}

/// A member of the article that is one label, and its field.
struct LabelRow {
  std::string_view field;
  std::string Article::*member;
};
constexpr LabelRow kLabels[] = {
    {"source", &Article::source},
    {"section", &Article::section},
    {"date_source", &Article::date_source},
};

void add_labels(TermCollector& terms, const Story& story) {
  const Article& article = story.article;
  for (const auto& [field, member] : kLabels) {
    if ((article.*member).empty()) continue;
    terms.label(find_field(field)->prefix, article.*member);
    terms.has(field);
  }
  for (const auto& topic : article.topics) {
    terms.label("XTOPIC:", topic);
    terms.has("topic");
  }
  terms.label("XSTATUS:", story.status());
  terms.boolean("L", story.language);
  terms.has("lang");
}

void add_exact(TermCollector& terms, const Story& story,
               std::string_view archive) {
  terms.boolean("XV:", kIndexVersion);
  terms.boolean("XARCHIVE:", fold_name(archive));
  terms.boolean("Q", story.id);
  if (!story.newest.empty()) terms.boolean("XNEWEST:", story.newest);
  terms.boolean("XORIGIN:", story.article.origin);
  if (!story.article.url.empty()) {
    terms.boolean("U", story.article.url);
    terms.has("url");
  }
}

/// has: of what is plain text in the article, and of names.
void add_presence(TermCollector& terms, const Story& story) {
  const Article& article = story.article;
  const std::pair<std::string_view, bool> rows[] = {
      {"headline", !article.headline.empty()},
      {"body", !article.body.empty()},
      {"byline", !article.byline.empty()},
      {"dateline", !article.dateline.empty()},
      {"date", static_cast<bool>(article.date)},
      {"correction", !article.correction.empty()},
  };
  for (const auto& [field, there] : rows)
    if (there) terms.has(field);
  for (const auto& [kind, field] : kNameFields)
    if (std::ranges::find(story.entities, kind, &Entity::kind) !=
        story.entities.end())
      terms.has(field);
}

/// "herald:3@2"
std::string family_and_version(const Story& story) {
  const std::string& version = story.article.version;
  if (!story.newest.empty()) return story.id;
  return version.empty() ? "" : version_id(story.id, version);
}

std::vector<std::pair<unsigned, std::string>> values_of(
    const Story& story, const KnownEntities& entities,
    const CopySignature& signature) {
  const Article& article = story.article;
  const bool dated = static_cast<bool>(article.date);
  std::pair<unsigned, std::string> slots[] = {
      {kSlotOrder,
       (dated ? compact(article.date.first_day()) : "00000000") + story.id},
      {kSlotDateBegin, dated ? compact(article.date.first_day()) : ""},
      {kSlotDateEnd, dated ? compact(article.date.last_day()) : ""},
      {kSlotStatus, story.newest.empty() ? article.status : story.status()},
      {kSlotVisible, article.embargo},
      {kSlotPeople, packed_entities(entities, EntityKind::kPerson)},
      {kSlotPlaces, packed_entities(entities, EntityKind::kPlace)},
      {kSlotOrgs, packed_entities(entities, EntityKind::kOrg)},
      {kSlotSource, article.source},
      {kSlotSection, article.section},
      {kSlotTopics, pack_strings(article.topics)},
      {kSlotLanguage, story.language},
      {kSlotByline, article.byline},
      {kSlotVersion, family_and_version(story)},
      {kSlotAdded, story.added},
      // An older version is no copy of the newest.
      {kSlotSignature, story.newest.empty() ? encode(signature) : ""},
  };
  std::vector<std::pair<unsigned, std::string>> values;
  values.reserve(std::size(slots));
  for (auto& value : slots)
    if (!value.second.empty()) values.push_back(std::move(value));
  return values;
}

}  // namespace

DocumentMaker::DocumentMaker(std::string archive)
    : archive_(std::move(archive)) {}

LanguageStems& DocumentMaker::stems_of(const std::string& language) {
  return languages_.try_emplace(language, language).first->second;
}

void DocumentMaker::forget_terms() {
  names_.forget();
  terms_.forget_terms();
  for (auto& [name, language] : languages_) language.forget_terms();
}

IndexDocument DocumentMaker::make(const Story& story) {
  if (terms_.memory() >= kMostMemory) forget_terms();
  if (names_.too_many()) names_.forget();
  const Article& article = story.article;
  TermCollector terms(terms_);
  add_exact(terms, story, archive_);
  add_labels(terms, story);
  add_presence(terms, story);

  const KnownEntities entities = known(story.entities, names_);
  TermWriter writer(terms, stems_of(story.language), names_);
  const auto marked = mentions_of(entities);
  const auto body = std::ranges::find(marked, Zone::kBody, zone_of);
  writer.zone(article.headline, "S", kHeadlineStart, {marked.begin(), body});
  writer.zone(article.body, "", writer.body_start(), {body, marked.end()},
              &signer_);
  for (const auto& known : entities) add_entity(terms, writer, names_, known);
  add_editors_codes(writer, article);
  if (!article.correction.empty()) writer.correction(article.correction);
  if (!article.byline.empty()) writer.words("A", article.byline);
  if (!article.dateline.empty()) writer.words("XDL:", article.dateline);

  return {story.id, terms_.take(), values_of(story, entities, signer_.take()),
          encode(story), true};
}

}  // namespace broadsheet
