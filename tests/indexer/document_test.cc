#include "indexer/document.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "common/index/fields.h"
#include "common/index/packed.h"
#include "common/text/digest.h"
#include "indexer/copy_signature.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

Entity entity(EntityKind kind, std::string name,
              std::vector<Mention> mentions = {}) {
  Entity made;
  made.kind = kind;
  made.name = std::move(name);
  made.mentions = std::move(mentions);
  return made;
}

Story small_story() {
  Story story;
  story.id = "demo:1";
  story.added = "20240501100000";
  story.language = "en";
  Article& article = story.article;
  article.origin = "news/a.jsonl#1";
  article.headline = "Sisi visits Cairo";
  article.body = "President al-Sisi spoke.\nAl-Sisi's car left Cairo.";
  article.dateline = "CAIRO, Feb 26";
  article.byline = "Jane Roe";
  article.date = Date::of(1987, 2, 26);
  article.date_source = "meta";
  article.source = "Demo Wire";
  article.section = "World News";
  article.url = "https://demo.example/1";
  article.version = "2";
  article.topics = {"ACQ"};
  article.people = {"reagan"};

  story.entities = {
      entity(EntityKind::kPerson, "Abdel Fattah al-Sisi",
             {{Zone::kHeadline, 0, 4},
              {Zone::kBody, 10, 17},
              {Zone::kBody, 25, 32}}),
      entity(EntityKind::kPerson, "Ronald Reagan"),  // the editors' alone
      entity(EntityKind::kPlace, "Cairo",
             {{Zone::kHeadline, 12, 17}, {Zone::kBody, 44, 49}}),
      entity(EntityKind::kOrg, "Arab League"),
      entity(EntityKind::kNationality, "Egyptian"),
  };
  Entity& cairo = story.entities[2];
  cairo.place_id = 360630;
  cairo.dateline = true;
  cairo.spellings = {"Cairo", "al-Q\u0101hira"};
  cairo.inside = {{357994, "Egypt"}};
  return story;
}

IndexDocument sorted(IndexDocument document) {
  document.terms.sort();
  return document;
}

IndexDocument made(const Story& story) {
  return sorted(DocumentMaker("News").make(story));
}

/// "term wdf @position..." a line; the separator of keys as '|'.
std::string printed(const IndexDocument& document) {
  std::string lines;
  for (const auto& [term, wdf, positions] : document.terms) {
    std::string shown(term);
    std::ranges::replace(shown, '\x1f', '|');
    lines += fmt::format("{} {}", shown, wdf);
    for (const auto position : positions)
      lines += fmt::format(" @{}", position);
    lines += '\n';
  }
  return lines;
}

std::optional<IndexTerm> find(const IndexDocument& document,
                              std::string_view term) {
  for (const IndexTerm& each : document.terms)
    if (each.term == term) return each;
  return std::nullopt;
}

std::vector<Position> positions_of(const IndexDocument& document,
                                   std::string_view term) {
  const auto found = find(document, term);
  if (!found) return {};
  return {found->positions.begin(), found->positions.end()};
}

std::string value_of(const IndexDocument& document, unsigned slot) {
  for (const auto& [number, value] : document.values)
    if (number == slot) return value;
  return {};
}

}  // namespace

TEST_CASE("a story becomes exactly these terms") {
  CHECK(printed(made(small_story())) ==
        "Ajane 1 @7000\n"
        "Aroe 1 @7001\n"
        "Len 0\n"
        "Qdemo:1 0\n"
        "Scairo 1 @3\n"
        "Ssisi 1 @1\n"
        "Svisits 1 @2\n"
        "Uhttps://demo.example/1 0\n"
        "XARCHIVE:news 0\n"
        "XDATESOURCE:meta 0\n"
        "XDI:357994 0\n"
        "XDI:360630 0\n"
        "XDL:26 1 @8002\n"
        "XDL:cairo 1 @8000\n"
        "XDL:feb 1 @8001\n"
        "XHAS:body 0\n"
        "XHAS:byline 0\n"
        "XHAS:date 0\n"
        "XHAS:date_source 0\n"
        "XHAS:dateline 0\n"
        "XHAS:headline 0\n"
        "XHAS:lang 0\n"
        "XHAS:nationality 0\n"
        "XHAS:org 0\n"
        "XHAS:person 0\n"
        "XHAS:place 0\n"
        "XHAS:section 0\n"
        "XHAS:source 0\n"
        "XHAS:topic 0\n"
        "XHAS:url 0\n"
        "XL:cairo 2 @3 @1010 @4000\n"
        "XLI:357994 0\n"
        "XLI:360630 0\n"
        "XLN:al qahira|360630 0\n"
        "XLN:cairo|360630 0\n"
        "XLN:egypt|357994 0\n"
        "XLO:360630 0\n"
        "XNAT:egyptian 0\n"
        "XO:arab 1 @5000\n"
        "XO:league 1 @5001\n"
        "XON:" +
            digest_hex("arab league") +
            " 0\n"
            "XORIGIN:news/a.jsonl#1 0\n"
            "XP:abdel 0 @2000\n"
            "XP:al 2 @1002 @1006 @2002\n"
            "XP:fattah 0 @2001\n"
            "XP:reagan 2 @3001 @6000\n"
            "XP:ronald 1 @3000\n"
            "XP:sisi 3 @1 @1003 @1007 @2003\n"
            "XPK:k|abdel fattah al-sisi 5 @1 @1002 @1003 @1006 @1007 @2000 "
            "@2001 @2002 @2003\n"
            "XPK:rkn|ronald reagan 2 @3000 @3001\n"
            "XPN:" +
            digest_hex("abdel fattah al-sisi") +
            " 0\n"  // 0ab1...
            "XPN:" +
            digest_hex("ronald reagan") +
            " 0\n"  // b219...
            "XSECTION:world news 0\n"
            "XSOURCE:demo wire 0\n"
            "XSTATUS:usable 0\n"
            "XTOPIC:acq 0\n"
            "XV:11 0\n"
            "ZScairo 1\n"
            "ZSsisi 1\n"
            "ZSvisit 1\n"
            "Zal 2\n"
            "Zcairo 1\n"
            "Zcar 1\n"
            "Zleft 1\n"
            "Zpresid 1\n"
            "Zsisi 2\n"
            "Zspoke 1\n"
            "al 2 @1002 @1006\n"
            "cairo 1 @1010\n"
            "car 1 @1008\n"
            "left 1 @1009\n"
            "president 1 @1001\n"
            "sisi 2 @1003 @1007\n"
            "spoke 1 @1004\n");
}

TEST_CASE("a story becomes exactly these values") {
  const Story story = small_story();
  const std::uint64_t people[] = {digest64("abdel fattah al-sisi"),
                                  digest64("ronald reagan")};
  const std::uint64_t places[] = {360630, kContaining, 357994};
  const std::uint64_t orgs[] = {digest64("arab league")};
  const std::string topics[] = {"ACQ"};
  CopySigner signer;
  for (const auto& word : words_of(story.article.body)) signer.add(word);
  const CopySignature signature = signer.take();
  const std::vector<std::pair<unsigned, std::string>> expected = {
      {kSlotOrder, "19870226demo:1"},      {kSlotDateBegin, "19870226"},
      {kSlotDateEnd, "19870226"},          {kSlotPeople, pack_numbers(people)},
      {kSlotPlaces, pack_numbers(places)}, {kSlotOrgs, pack_numbers(orgs)},
      {kSlotSource, "Demo Wire"},          {kSlotSection, "World News"},
      {kSlotTopics, pack_strings(topics)}, {kSlotLanguage, "en"},
      {kSlotByline, "Jane Roe"},           {kSlotVersion, "demo:1@2"},
      {kSlotAdded, "20240501100000"},      {kSlotSignature, encode(signature)},
  };
  CHECK(made(story).values == expected);
  CHECK(decode(made(story).data) == story);
  CHECK(made(story).id == story.id);
}

TEST_CASE("an empty story has what every story has, and nothing else") {
  Story story;
  story.id = "x";
  story.language = "und";
  story.article.origin = "news/x";
  CHECK(printed(made(story)) ==
        "Lund 0\nQx 0\nXARCHIVE:news 0\nXHAS:lang 0\nXORIGIN:news/x 0\n"
        "XSTATUS:usable 0\nXV:11 0\n");
  CHECK(made(story).values ==
        std::vector<std::pair<unsigned, std::string>>{{kSlotOrder, "00000000x"},
                                                      {kSlotLanguage, "und"}});
}

TEST_CASE("a date of less than a day spans its period") {
  Story story;
  story.article.date = Date::of(1988, 2);
  CHECK(value_of(made(story), kSlotDateBegin) == "19880201");
  CHECK(value_of(made(story), kSlotDateEnd) == "19880229");
  story.article.date = Date::of(1988);
  CHECK(value_of(made(story), kSlotDateEnd) == "19881231");
  CHECK(value_of(made(story), kSlotOrder).starts_with("19880101"));
}

TEST_CASE("status and embargo are values, and the status a term") {
  Story story;
  story.article.status = "embargoed";
  story.article.embargo = "20240501120000";
  const auto document = made(story);
  CHECK(find(document, "XSTATUS:embargoed"));
  CHECK_FALSE(find(document, "XSTATUS:usable"));
  CHECK(value_of(document, kSlotStatus) == "embargoed");
  CHECK(value_of(document, kSlotVisible) == "20240501120000");
}

TEST_CASE("an older version is superseded, and nobody's copy") {
  Story story = small_story();
  story.id = "demo:1@2";
  story.newest = "demo:1";
  story.article.status = "killed";
  const auto document = made(story);
  CHECK(find(document, "Qdemo:1@2"));
  CHECK(find(document, "XNEWEST:demo:1"));
  CHECK(find(document, "XSTATUS:superseded"));
  CHECK_FALSE(find(document, "XSTATUS:killed"));
  CHECK(value_of(document, kSlotStatus) == "superseded");
  CHECK(value_of(document, kSlotVersion) == "demo:1@2");
  CHECK(value_of(document, kSlotSignature).empty());
  CHECK(decode(document.data) == story);
}

TEST_CASE("a correction is searched as the body is, and stands apart") {
  Story story;
  story.language = "en";
  story.article.body = "The mole closed";
  story.article.correction = "It closes";
  const auto document = made(story);
  CHECK(find(document, "Zclose")->wdf == 2);
  for (const auto* term : {"closes", "XCORRECTION:closes"})
    CHECK(positions_of(document, term) == std::vector<Position>{2001});
  CHECK(find(document, "ZXCORRECTION:close")->wdf == 1);
  CHECK_FALSE(find(document, "XCORRECTION:mole"));
  CHECK(find(document, "XHAS:correction"));
}

TEST_CASE("only words of letters have stems") {
  Story story;
  story.language = "en";
  story.article.headline = "747s";
  story.article.body = "The U.S. sold 1,750 planes of 北京";
  const auto document = made(story);
  CHECK(find(document, "Zplane")->wdf == 1);
  for (const auto* term : {"S747s", "u.s", "1750", "北"}) {
    CAPTURE(term);
    CHECK(find(document, term)->wdf == 1);
    CHECK_FALSE(find(document, std::string("Z") + term));
  }
}

TEST_CASE("words that two names share are both names' words") {
  Story story;
  story.article.body = "At Cairo University today";
  story.entities = {
      entity(EntityKind::kOrg, "Cairo University", {{Zone::kBody, 3, 19}}),
      entity(EntityKind::kPlace, "Cairo", {{Zone::kBody, 3, 8}}),
      entity(EntityKind::kPerson, "University Today", {{Zone::kBody, 9, 25}})};
  const auto document = made(story);
  using Positions = std::vector<Position>;
  CHECK(positions_of(document, "XO:cairo") == Positions{1002, 2000});
  CHECK(positions_of(document, "XO:university") == Positions{1003, 2001});
  CHECK(positions_of(document, "XL:cairo") == Positions{1002, 3000});
  CHECK(positions_of(document, "XP:university") == Positions{1003, 4000});
  CHECK(positions_of(document, "XP:today") == Positions{1004, 4001});
}

TEST_CASE("a place the gazetteer does not know stands by its name") {
  Story story;
  story.entities = {entity(EntityKind::kPlace, "Nowhere Hill")};
  const auto document = made(story);
  const std::string id = "x" + digest_hex("nowhere hill");
  CHECK(find(document, "XLO:" + id));
  CHECK(find(document, "XLN:nowhere hill\x1f" + id));
  const std::uint64_t numbers[] = {digest64("nowhere hill"), kContaining};
  CHECK(value_of(document, kSlotPlaces) == pack_numbers(numbers));
}

TEST_CASE("no phrase and no NEAR joins two zones") {
  // However long headline, body and names are, what follows stands more than
  // 500 positions behind.
  const auto words = [](std::size_t count) {
    std::string text;
    for (std::size_t n = 0; n < count; ++n) text += "word ";
    return text;
  };
  for (const std::size_t count :
       {1u, 498u, 499u, 500u, 998u, 999u, 1000u, 1001u, 1499u, 1500u, 2500u}) {
    CAPTURE(count);
    Story story;
    story.article.headline = words(count);
    story.article.body = words(count);
    story.article.byline = words(count);
    story.article.dateline = words(count);
    story.article.people = {words(count), "code"};
    story.entities = {entity(EntityKind::kPerson, words(count)),
                      entity(EntityKind::kPerson, "Jane Roe")};
    const auto document = made(story);
    std::set<Position> all;
    std::size_t posted = 0;
    for (const auto& [term, wdf, positions] : document.terms) {
      if (term.starts_with("XPK:")) continue;  // where the XP: words are
      all.insert(positions.begin(), positions.end());
      posted += positions.size();
    }
    CHECK(all.size() == posted);  // no position twice
    std::size_t gaps = 0;
    Position last = *all.begin();
    for (const auto position : all) {
      const bool near = position - last <= 500;
      if (position - last > 1) CHECK_FALSE(near);
      if (!near) ++gaps;
      last = position;
    }
    CHECK(gaps == 7);
  }
}

TEST_CASE("terms are there once and short enough") {
  Story story = small_story();
  const std::string deep(400, 'd');
  story.id = story.article.origin = story.article.url = deep;
  story.article.source = story.article.section = deep;
  story.article.topics = {deep, deep, "--"};
  story.entities.push_back(entity(EntityKind::kPlace, deep));
  story.entities.push_back(entity(EntityKind::kPerson, deep + " " + deep));
  story.entities.push_back(entity(EntityKind::kPerson, "--"));
  const auto document = made(story);
  for (std::size_t n = 0; n < document.terms.size(); ++n) {
    const auto& [term, wdf, positions] = document.terms[n];
    CAPTURE(term);
    CHECK(term.size() <= 240);
    CHECK_FALSE(term.empty());
    if (n > 0) CHECK(document.terms[n - 1].term < term);
    CHECK(std::ranges::is_sorted(positions));
  }
}

TEST_CASE("a document does not hang on the stories before it") {
  DocumentMaker maker("News");
  Story french = small_story();
  french.language = "fr";
  const auto expected = made(small_story());
  const auto before = maker.make(french);
  const auto later = sorted(maker.make(small_story()));
  CHECK(later.terms.vocabulary() == before.terms.vocabulary());
  CHECK(printed(later) == printed(expected));
  CHECK(later.data == expected.data);
  maker.forget_terms();
  const auto anew = sorted(maker.make(small_story()));
  CHECK(anew.terms.vocabulary() != before.terms.vocabulary());
  CHECK(printed(anew) == printed(expected));
}
