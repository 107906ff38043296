#include "indexer/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "common/index/fields.h"
#include "common/index/name_key.h"
#include "common/index/names.h"
#include "common/index/packed.h"
#include "common/text/digest.h"
#include "common/text/fold.h"
#include "indexer/copy_signature.h"
#include "indexer/identity.h"

namespace broadsheet {
namespace {

/// Prefixes of the terms that an entity of one kind posts.
struct EntityPrefixes {
  std::string_view word;
  std::string_view digest;  ///< persons and organisations
};

constexpr EntityPrefixes prefixes_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return {"XP:", "XPN:"};
    case EntityKind::kPlace:
      return {"XL:", ""};
    case EntityKind::kOrg:
      return {"XO:", "XON:"};
    case EntityKind::kNationality:
      break;
  }
  return {};
}

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
  void boolean(std::string_view term) { table_.add(table_.number_of(term)); }

  void post(std::string_view term, Position position, std::uint32_t wdf = 1) {
    table_.post(table_.number_of(term), position, wdf);
  }
  void post(std::string_view prefix, std::string_view word, Position position,
            std::uint32_t wdf = 1) {
    post(joined(prefix, word), position, wdf);
  }

  /// Words and their stems, which are asked for once for each word of ASCII.
  /// Each step fetches from memory what the next one wants.
  void post_stemmed(std::string_view prefix, std::span<const Token> tokens,
                    LanguageStems& language) {
    struct Seen {
      std::uint32_t hash;
      TermTable::Number word;
    };
    std::array<Seen, kBatch> seen;
    for (std::size_t n = 0; n < tokens.size(); ++n)
      seen[n].hash = table_.announce(joined(prefix, tokens[n].term));
    for (std::size_t n = 0; n < tokens.size(); ++n)
      seen[n].word =
          table_.number_of(joined(prefix, tokens[n].term), seen[n].hash);
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      table_.post(seen[n].word, tokens[n].position, 1);
      table_.count(stem_of(seen[n].word, prefix, tokens[n], language), 1);
    }
  }
  static constexpr std::size_t kBatch = 16;

 private:
  TermTable::Number stem_of(TermTable::Number word, std::string_view prefix,
                            const Token& token, LanguageStems& language) {
    auto& known = language.stem_of(word);
    const bool plain = token.lower == token.term;
    if (plain && known != LanguageStems::kUnknown) return known;
    joined("Z", prefix) += language.stemmer.stem(token);
    const auto stem = table_.number_of(scratch_);
    if (plain) known = stem;
    return stem;
  }

  std::string& joined(std::string_view prefix, std::string_view rest) {
    return scratch_.assign(prefix).append(rest);
  }

  TermTable& table_;
  std::string scratch_;
};

/// One mention and whose it is.
struct Marked {
  Mention mention;
  const Entity* entity;
};

std::vector<Marked> mentions_in(const Entities& entities, Zone zone) {
  std::vector<Marked> marked;
  for (const auto& entity : entities)
    for (const auto& mention : entity.mentions)
      if (mention.zone == zone) marked.push_back({mention, &entity});
  std::ranges::sort(marked, {}, &Marked::mention);
  return marked;
}

/// The number of a person or an organisation as slots hold it.
std::uint64_t number_of(const Entity& entity) {
  return entity.kind == EntityKind::kPerson ? person_number(entity.name)
                                            : digest64(fold_name(entity.name));
}

/// Writes one story's terms.
class TermWriter {
 public:
  TermWriter(TermCollector& terms, LanguageStems& language, PersonKeys& keys)
      : terms_(terms), language_(language), keys_(keys) {}

  /// Words, stems and the names among them.
  void zone(std::string_view text, std::string_view prefix, Position first,
            const std::vector<Marked>& marked) {
    Tokenizer tokenizer(text, first, language_.stemmer.turkic());
    auto at = marked.begin();
    for (;;) {
      std::size_t count = 0;
      while (count < batch_.size() && tokenizer.next(batch_[count])) ++count;
      const auto tokens = std::span(batch_).first(count);
      terms_.post_stemmed(prefix, tokens, language_);
      for (const Token& token : tokens) {
        while (at != marked.end() && at->mention.end <= token.begin) ++at;
        for (auto name = at;
             name != marked.end() && name->mention.begin < token.end; ++name)
          if (name->mention.end > token.begin)
            name_word(*name->entity, token.term, token.position, 1);
        last_ = token.position;
      }
      if (count < batch_.size()) break;
    }
  }

  /// Where the body begins: kBodyStart, but behind a headline without end.
  Position body_start() const { return zone_start() + 1; }

  /// A name by itself, in the names zone behind the body.
  void name(const Entity& entity, std::string_view name, std::uint32_t wdf) {
    start_name();
    for (const auto& word : name_words(name))
      name_word(entity, word, last_++, wdf);
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
  void name_word(const Entity& entity, const std::string& word,
                 Position position, std::uint32_t wdf) {
    const auto prefixes = prefixes_of(entity.kind);
    if (prefixes.word.empty()) return;
    terms_.post(prefixes.word, word, position, wdf);
    if (entity.kind == EntityKind::kPerson)
      terms_.post(keys_.of(entity.name).posted, position, wdf);
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
  PersonKeys& keys_;
  std::array<Token, TermCollector::kBatch> batch_;
  Position last_ = 0;  ///< of those taken, or one more
};

std::string named_place(std::string_view name, std::string_view number) {
  return fold_name(name).append(1, kKeySeparator).append(number);
}

void add_place(TermCollector& terms, const Entity& place,
               std::string_view names, std::string_view ids) {
  const std::string number = place_term_id(place);
  terms.boolean(names, named_place(place.name, number));
  for (const auto& spelling : place.spellings)
    terms.boolean(names, named_place(spelling, number));
  terms.boolean(ids, number);
  for (const auto& outer : place.inside) {
    const std::string outer_number = std::to_string(outer.id);
    terms.boolean(names, named_place(outer.name, outer_number));
    terms.boolean(ids, outer_number);
  }
}

void add_entity(TermCollector& terms, TermWriter& writer, PersonKeys& keys,
                const Entity& entity) {
  const auto prefixes = prefixes_of(entity.kind);
  if (!prefixes.digest.empty())
    terms.boolean(prefixes.digest, fmt::format("{:016x}", number_of(entity)));
  if (entity.kind == EntityKind::kPerson)
    for (const auto& term : keys.of(entity.name).further) terms.boolean(term);
  if (entity.kind == EntityKind::kNationality) {
    terms.label("XNAT:", entity.name);
  } else {
    writer.name(entity, entity.name, entity.mentions.empty() ? 1 : 0);
  }
  if (entity.kind != EntityKind::kPlace) return;
  add_place(terms, entity, "XLN:", "XLI:");
  terms.boolean("XLO:", place_term_id(entity));
  if (entity.dateline) add_place(terms, entity, "XDN:", "XDI:");
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
    if (entity.kind == kind)
      add_once(numbers,
               entity.place_id != 0 ? entity.place_id : number_of(entity));
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

/// An older version is no copy of the newest.
std::string signature_of(const Story& story) {
  return story.newest.empty() ? encode(copy_signature(story.article.body)) : "";
}

std::vector<std::pair<unsigned, std::string>> values_of(const Story& story) {
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
      {kSlotSignature, signature_of(story)},
  };
  std::erase_if(values, [](const auto& value) { return value.second.empty(); });
  return values;
}

}  // namespace

const PersonKeys::Terms& PersonKeys::of(const std::string& name) {
  if (known_.size() >= kMostKnown) known_.clear();
  const auto [at, is_new] = known_.try_emplace(name);
  if (is_new) {
    const PersonName parsed(name);
    at->second.posted = name_key_term(name_key(parsed), parsed.form);
    for (const auto& key : further_keys(parsed))
      at->second.further.push_back(name_key_term(key, parsed.form));
  }
  return at->second;
}

DocumentMaker::DocumentMaker(std::string archive)
    : archive_(std::move(archive)) {}

LanguageStems& DocumentMaker::stems_of(const std::string& language) {
  return languages_.try_emplace(language, language).first->second;
}

void DocumentMaker::forget_terms() {
  terms_.forget_terms();
  for (auto& [name, language] : languages_) language.numbers.clear();
}

IndexDocument DocumentMaker::make(const Story& story) {
  if (terms_.memory() >= kMostMemory) forget_terms();
  const Article& article = story.article;
  TermCollector terms(terms_);
  add_exact(terms, story, archive_);
  add_labels(terms, story);
  add_presence(terms, article);

  TermWriter writer(terms, stems_of(story.language), keys_);
  writer.zone(article.headline, "S", kHeadlineStart,
              mentions_in(story.entities, Zone::kHeadline));
  writer.zone(article.body, "", writer.body_start(),
              mentions_in(story.entities, Zone::kBody));
  for (const auto& entity : story.entities) {
    add_entity(terms, writer, keys_, entity);
    terms.has(field_of(entity.kind));
  }
  add_editors_codes(writer, article);
  if (!article.correction.empty()) writer.correction(article.correction);
  if (!article.byline.empty()) writer.words("A", article.byline);
  if (!article.dateline.empty()) writer.words("XDL:", article.dateline);

  return {story.id, terms_.take(), values_of(story), encode(story)};
}

}  // namespace broadsheet
