#include "common/index/record.h"

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

#include "common/index/coding.h"
#include "common/index/record_compression.h"

namespace broadsheet {
namespace {

// One list of members serves both directions: visit() hands each to a coder
// that writes or reads its type, so the order cannot differ.

class Encoder {
 public:
  void operator()(const std::string& value) { out_.string(value); }
  void operator()(std::uint32_t value) { out_.number(value); }
  void operator()(bool value) { out_.number(value ? 1 : 0); }
  void operator()(double value) {
    out_.number(std::bit_cast<std::uint64_t>(value));
  }
  void operator()(EntityKind value) {
    out_.number(static_cast<std::uint64_t>(value));
  }
  void operator()(Zone value) {
    out_.number(static_cast<std::uint64_t>(value));
  }
  void operator()(const Date& date) {
    out_.number(static_cast<std::uint64_t>(date.year));
    out_.number(date.month);
    out_.number(date.day);
    out_.number(static_cast<std::uint64_t>(date.precision));
  }
  template <class T>
  void operator()(const std::vector<T>& values);

  std::string take() { return out_.take(); }

 private:
  static constexpr std::size_t kMostHeads = 4096;  // are no longer

  ByteWriter out_{kMostHeads};
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  void operator()(std::string& value) { value = in_.string(); }
  void operator()(std::uint32_t& value) {
    value = static_cast<std::uint32_t>(below(std::uint64_t{1} << 32));
  }
  void operator()(bool& value) { value = in_.number() != 0; }
  void operator()(double& value) {
    value = std::bit_cast<double>(in_.number());
  }
  void operator()(EntityKind& value) {
    value = enumerator<EntityKind::kNationality>();
  }
  void operator()(Zone& value) { value = enumerator<Zone::kBody>(); }
  void operator()(Date& date) {
    date.year = static_cast<std::int16_t>(in_.number());
    date.month = static_cast<std::uint8_t>(in_.number());
    date.day = static_cast<std::uint8_t>(in_.number());
    date.precision = enumerator<Precision::kDay>();
  }
  template <class T>
  void operator()(std::vector<T>& values);

  /// The story ends where its bytes do.
  void finish() const {
    if (!in_.done()) throw Error("damaged record: more than a story");
  }

 private:
  std::uint64_t below(std::uint64_t limit) {
    const auto value = in_.number();
    if (value >= limit) throw Error("damaged record: a number too large");
    return value;
  }
  template <auto last>
  decltype(last) enumerator() {
    return static_cast<decltype(last)>(
        below(static_cast<std::uint64_t>(last) + 1));
  }

  ByteReader in_;
};

template <class T, class Plain>
concept Const = std::same_as<std::remove_const_t<T>, Plain>;

void visit(auto& code, Const<std::string> auto& string) {
  code(string);
}

void visit(auto& code, Const<Mention> auto& mention) {
  code(mention.zone);
  code(mention.begin);
  code(mention.end);
}

void visit(auto& code, Const<PlaceRef> auto& place) {
  code(place.id);
  code(place.name);
}

void visit(auto& code, Const<Entity> auto& entity) {
  code(entity.kind);
  code(entity.name);
  code(entity.spellings);
  code(entity.mentions);
  code(entity.role);
  code(entity.editors);
  code(entity.dateline);
  code(entity.place_id);
  code(entity.country);
  code(entity.lat);
  code(entity.lon);
  code(entity.inside);
}

template <class T>
void Encoder::operator()(const std::vector<T>& values) {
  out_.number(values.size());
  for (const auto& value : values) visit(*this, value);
}

template <class T>
void Decoder::operator()(std::vector<T>& values) {
  const auto size = in_.number();
  for (std::uint64_t i = 0; i < size; ++i) visit(*this, values.emplace_back());
}

void visit(auto& code, Const<Story> auto& story) {
  code(story.id);
  code(story.newest);
  code(story.added);
  code(story.language);
  auto& article = story.article;
  code(article.fragment);
  code(article.origin);
  code(article.source_id);
  code(article.headline);
  code(article.dateline);
  code(article.byline);
  code(article.date);
  code(article.date_source);
  code(article.date_rejected);
  code(article.source);
  code(article.section);
  code(article.language);
  code(article.url);
  code(article.status);
  code(article.embargo);
  code(article.version);
  code(article.correction);
  code(article.crawled);
  code(article.word_confidence);
  code(article.topics);
  code(article.people);
  code(article.places);
  code(article.orgs);
  code(story.entities);
}

Story head_of(std::string_view bytes) {
  Story story;
  Decoder decoder(bytes);
  visit(decoder, story);
  decoder.finish();
  return story;
}

}  // namespace

std::string Story::status() const {
  if (!newest.empty()) return "superseded";
  return article.status.empty() ? "usable" : article.status;
}

std::string encode(const Story& story) {
  Encoder encoder;
  visit(encoder, story);
  const std::string head = encoder.take();
  ByteWriter record(kMostNumberBytes + head.size() + story.article.body.size());
  record.string(head);
  return compressed(record.take() += story.article.body);
}

Story decode_head(std::string_view record) {
  const std::string bytes = decompressed(record);
  return head_of(ByteReader(bytes).view());
}

Story decode(std::string_view record) {
  const std::string bytes = decompressed(record);
  ByteReader reader(bytes);
  Story story = head_of(reader.view());
  story.article.body = reader.rest();
  return story;
}

bool same_record(std::string_view a, std::string_view b) {
  return a == b || decompressed(a) == decompressed(b);
}

}  // namespace broadsheet
