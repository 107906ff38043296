#include "common/index/record.h"

#include <random>

#include "common/cli/error.h"
#include "common/index/coding.h"
#include "common/index/record_compression.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

/// Stories of random content, the same for the same seed.
class Stories {
 public:
  explicit Stories(unsigned seed) : random_(seed) {}

  Story next() {
    Story story;
    fill({&story.id, &story.added, &story.language});
    Article& a = story.article;
    fill({&a.fragment, &a.origin, &a.source_id, &a.headline, &a.body,
          &a.dateline, &a.byline, &a.date_source, &a.date_rejected, &a.source,
          &a.section, &a.language, &a.url, &a.status, &a.embargo, &a.version,
          &a.correction});
    a.date = date();
    a.word_confidence = static_cast<double>(below(1001)) / 1000;
    for (auto* list : {&a.topics, &a.people, &a.places, &a.orgs})
      list->resize(below(4), text());
    for (std::size_t n = below(5); n > 0; --n)
      story.entities.push_back(entity());
    return story;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string text() {
    static const std::string kBytes("ab \0\n\x7F\x80\xC3\xA9\xFF", 10);
    std::string text(below(4) == 0 ? 0 : below(200), ' ');
    for (char& c : text) c = kBytes[below(kBytes.size())];
    return text;
  }

  void fill(std::initializer_list<std::string*> members) {
    for (auto* member : members) *member = text();
  }

  Date date() {
    const int year = static_cast<int>(1 + below(9999));
    const int month = static_cast<int>(1 + below(12));
    const Date dates[] = {
        {}, Date::of(year), Date::of(year, month), Date::of(year, month, 28)};
    return dates[below(4)];
  }

  Entity entity() {
    Entity entity;
    entity.kind = static_cast<EntityKind>(below(4));
    fill({&entity.name, &entity.role, &entity.country});
    entity.spellings.resize(below(3), text());
    for (std::size_t n = below(3); n > 0; --n) {
      const auto begin = static_cast<std::uint32_t>(below(1u << 30));
      entity.mentions.push_back(
          {static_cast<Zone>(below(2)), begin, begin + 9});
    }
    entity.editors = below(2) == 0;
    entity.dateline = below(2) == 0;
    entity.place_id = static_cast<std::uint32_t>(random_());
    entity.lat = static_cast<double>(below(18000)) / 100 - 90;
    entity.lon = -0.0;
    entity.inside.resize(below(3), {~0u, text()});
    return entity;
  }

  std::mt19937 random_;
};

/// Reads bytes that may be damaged: a story or an Error, nothing else.
bool readable(const std::string& record) {
  try {
    decode(record);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// A record whose head is these bytes.
std::string with_head(std::string_view head) {
  ByteWriter writer;
  writer.string(head);
  return compressed(writer.take());
}

}  // namespace

TEST_CASE("a story is read as it was written") {
  Stories stories(1987);
  for (int n = 0; n < 300; ++n) {
    const Story story = stories.next();
    const std::string record = encode(story);
    REQUIRE(decode(record) == story);
    Story head = story;
    head.article.body.clear();
    CHECK(decode_head(record) == head);
  }
  CHECK(decode(encode(Story{})) == Story{});
}

TEST_CASE("records are the same by what they hold") {
  Story story = Stories(8).next();
  const std::string record = encode(story);
  CHECK(same_record(record, record));
  CHECK(same_record(record, encode(decode(record))));
  story.article.body += '.';
  CHECK_FALSE(same_record(record, encode(story)));
  CHECK_THROWS_AS(same_record(record, "no record"), Error);
}

TEST_CASE("a record cut short is an error") {
  Story story = Stories(3).next();
  story.article.body.clear();
  const std::string record = decompressed(encode(story));
  REQUIRE(readable(compressed(record)));
  for (std::size_t size = 0; size < record.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(readable(compressed(record.substr(0, size))));
  }
}

TEST_CASE("damaged bytes never do worse than throw Error") {
  std::mt19937 random(26);
  Stories stories(2);
  std::size_t errors = 0;
  for (int n = 0; n < 3000; ++n) {
    std::string record = decompressed(encode(stories.next()));
    for (int hits = 0; hits < 3; ++hits)
      record[random() % record.size()] = static_cast<char>(random());
    if (!readable(compressed(record))) ++errors;
  }
  CHECK(errors > 200);
}

TEST_CASE("what no story can hold is an error") {
  const std::string good = encode(Story{});
  const std::string head = ByteReader(decompressed(good)).string();
  REQUIRE(readable(with_head(head)));
  CHECK_FALSE(readable(with_head(head + '\0')));  // bytes behind the head
  CHECK_FALSE(readable(with_head(std::string(200, '\xFF'))));

  Story story;
  story.article.date = Date::of(1987, 2, 26);
  story.entities.resize(1);
  story.entities[0].mentions.push_back({Zone::kBody, 3, 9});
  REQUIRE(readable(encode(story)));
  const auto damaged = [&](auto&& damage) {
    Story other = story;
    damage(other);
    return encode(other);
  };
  const std::string records[] = {
      damaged([](Story& s) {
        s.article.date.precision = static_cast<Precision>(4);
      }),
      damaged(
          [](Story& s) { s.entities[0].kind = static_cast<EntityKind>(4); }),
      damaged([](Story& s) {
        s.entities[0].mentions[0].zone = static_cast<Zone>(2);
      }),
  };
  for (const auto& record : records) CHECK_FALSE(readable(record));
}

TEST_CASE("numbers of any size are read as they were written") {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128},
        std::uint64_t{1} << 32, ~std::uint64_t{0}}) {
    ByteWriter writer;
    writer.number(number);
    const std::string bytes = writer.take();
    ByteReader reader(bytes);
    CHECK(reader.number() == number);
    CHECK(reader.done());
  }
}
