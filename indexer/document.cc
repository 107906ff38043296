#include "indexer/document.h"

#include <algorithm>
#include <array>
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
    table_.count(terms.stem, 1);
  }

  /// Fetches from memory what terms_of() will look at first.
  void fetch(std::string_view prefix, const Token& token,
             const LanguageStems& language) const {
    if (token.is_short()) language.known.fetch(prefix, token.short_form());
  }
  /// And what it will look at then, and post() at its terms.
  void fetch_terms(std::string_view prefix, const Token& token,
                   const LanguageStems& language) {
    const auto* known = token.is_short()
                            ? language.known.peek(prefix, token.short_form())
                            : nullptr;
    if (known) {
      table_.fetch(known->word);
      table_.fetch(known->stem);
    } else {
      table_.announce(named(prefix, token.term()));
    }
  }

  /// Of a word and its stem.
  WordTerms terms_of(std::string_view prefix, const Token& token,
                     LanguageStems& language) {
    if (token.is_short())
      if (const auto* known = language.known.find(prefix, token.short_form()))
        return *known;
    return made_terms(prefix, token, language);
  }

 private:
  WordTerms made_terms(std::string_view prefix, const Token& token,
                       LanguageStems& language) {
    const auto word = table_.number_of(named(prefix, token.term()));
    const WordTerms made = {word, stem_of(word, prefix, token, language),
                            digest64(token.term())};
    if (token.is_short()) language.known.add(prefix, token.short_form(), made);
    return made;
  }

  TermTable::Number stem_of(TermTable::Number word, std::string_view prefix,
                            const Token& token, LanguageStems& language) {
    auto& known = language.stem_of(word);
    const bool plain = token.is_short() || token.lower() == token.term();
    if (plain && known != LanguageStems::kUnknown) return known;
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

/// One mention and whose it is.
struct Marked {
  Mention mention;
  const KnownEntity* whose;
};

std::vector<Marked> mentions_in(const KnownEntities& entities, Zone zone) {
  std::vector<Marked> marked;
  for (const auto& known : entities)
    for (const auto& mention : known.entity.mentions)
      if (mention.zone == zone) marked.push_back({mention, &known});
  std::ranges::sort(marked, {}, &Marked::mention);
  return marked;
}

/// Writes one story's terms.
class TermWriter {
 public:
  TermWriter(TermCollector& terms, LanguageStems& language)
      : terms_(terms), language_(language) {}

  /// Words, stems and the names among them. The words are signed, too, if
  /// there is a signer.
  void zone(std::string_view text, std::string_view prefix, Position first,
            const std::vector<Marked>& marked, CopySigner* signer = nullptr) {
    Tokenizer tokenizer(text, first, language_.stemmer.turkic());
    auto at = marked.begin();
    for (std::span<const Token> tokens;
         !(tokens = next_tokens(tokenizer, prefix)).empty();)
      for (const Token& token : tokens) {
        const WordTerms terms = terms_.terms_of(prefix, token, language_);
        terms_.post(terms, token.position);
        while (at != marked.end() && at->mention.end <= token.begin) ++at;
        for (auto name = at;
             name != marked.end() && name->mention.begin < token.end; ++name)
          if (name->mention.end > token.begin)
            name_word(*name->whose, token.term(), token.position);
        if (signer) signer->add(token.term(), terms.digest);
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
  std::span<const Token> next_tokens(Tokenizer& tokenizer,
                                     std::string_view prefix) {
    std::size_t count = 0;
    while (count < tokens_.size() && tokenizer.next(tokens_[count]))
      terms_.fetch(prefix, tokens_[count++], language_);
    const auto tokens = std::span(tokens_).first(count);
    for (const Token& token : tokens)
      terms_.fetch_terms(prefix, token, language_);
    return tokens;
  }

  void name_word(const KnownEntity& known, std::string_view word,
                 Position position) {
    const auto prefix = prefixes_of(known.entity.kind).word;
    if (prefix.empty()) return;
    terms_.post(prefix, word, position);
    if (known.terms.key) terms_.post(*known.terms.key, position, 1);
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
  std::array<Token, 16> tokens_;
  Position last_ = 0;  ///< of those taken, or one more
};

/// Under its names, its own id and the ids of all that it lies in.
void add_place(TermCollector& terms, KnownNames& names, const Entity& place) {
  const auto add = [&](std::string_view name, std::string_view id) {
    const PlaceTerms of = names.of(name, id);
    for (const auto term : {of.named, of.inside}) terms.boolean(term);
    if (place.dateline) terms.boolean(of.dateline);
  };
  const std::string id = entity_id(place);
  add(place.name, id);
  for (const auto& spelling : place.spellings) add(spelling, id);
  terms.boolean("XLO:", id);
  for (const auto& outer : place.inside)
    add(outer.name, std::to_string(outer.id));
}

void add_entity(TermCollector& terms, TermWriter& writer, KnownNames& names,
                const KnownEntity& known) {
  for (const auto term : known.terms.booleans) terms.boolean(term);
  if (known.entity.kind != EntityKind::kNationality) writer.name(known);
  if (known.entity.kind == EntityKind::kPlace)
    add_place(terms, names, known.entity);
}

constexpr std::string_view field_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return "person";
    case EntityKind::kPlace:
      return "place";
    case EntityKind::kOrg:
      return "org";
    case EntityKind::kNationality:
      break;
  }
  return "nationality";
}

void add_once(std::vector<std::uint64_t>& numbers, std::uint64_t number) {
  if (std::ranges::find(numbers, number) == numbers.end())
    numbers.push_back(number);
}

std::string packed_entities(const Entities& entities, EntityKind kind) {
  std::vector<std::uint64_t> numbers;
  for (const auto& entity : entities)
    if (entity.kind == kind) add_once(numbers, entity_number(entity));
  if (kind != EntityKind::kPlace || numbers.empty())
    return pack_numbers(numbers);
  numbers.push_back(kContaining);
  for (const auto& entity : entities)
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

/// has: of what is plain text in the article.
void add_presence(TermCollector& terms, const Article& article) {
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
}

/// "herald:3@2"
std::string family_and_version(const Story& story) {
  const std::string& version = story.article.version;
  if (!story.newest.empty()) return story.id;
  return version.empty() ? "" : version_id(story.id, version);
}

std::vector<std::pair<unsigned, std::string>> values_of(
    const Story& story, const CopySignature& signature) {
  const Article& article = story.article;
  const bool dated = static_cast<bool>(article.date);
  std::vector<std::pair<unsigned, std::string>> values = {
      {kSlotOrder,
       (dated ? compact(article.date.first_day()) : "00000000") + story.id},
      {kSlotDateBegin, dated ? compact(article.date.first_day()) : ""},
      {kSlotDateEnd, dated ? compact(article.date.last_day()) : ""},
      {kSlotStatus, story.newest.empty() ? article.status : story.status()},
      {kSlotVisible, article.embargo},
      {kSlotPeople, packed_entities(story.entities, EntityKind::kPerson)},
      {kSlotPlaces, packed_entities(story.entities, EntityKind::kPlace)},
      {kSlotOrgs, packed_entities(story.entities, EntityKind::kOrg)},
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
  std::erase_if(values, [](const auto& value) { return value.second.empty(); });
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
  add_presence(terms, article);

  KnownEntities entities;
  for (const auto& entity : story.entities)
    entities.push_back({entity, names_.of(entity)});
  TermWriter writer(terms, stems_of(story.language));
  writer.zone(article.headline, "S", kHeadlineStart,
              mentions_in(entities, Zone::kHeadline));
  writer.zone(article.body, "", writer.body_start(),
              mentions_in(entities, Zone::kBody), &signer_);
  for (const auto& known : entities) {
    add_entity(terms, writer, names_, known);
    terms.has(field_of(known.entity.kind));
  }
  add_editors_codes(writer, article);
  if (!article.correction.empty()) writer.correction(article.correction);
  if (!article.byline.empty()) writer.words("A", article.byline);
  if (!article.dateline.empty()) writer.words("XDL:", article.dateline);

  return {story.id, terms_.take(), values_of(story, signer_.take()),
          encode(story), true};
}

}  // namespace broadsheet
