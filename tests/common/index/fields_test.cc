#include "common/index/fields.h"

#include <set>

#include "common/text/digest.h"
#include "common/text/utf8.h"
#include "tests/catch.h"

using namespace broadsheet;

TEST_CASE("a field is found by its name or an alias") {
  REQUIRE(find_field("person") != nullptr);
  CHECK(find_field("people") == find_field("person"));
  CHECK(find_field("PERSON") == find_field("person"));
  CHECK(find_field("title") == find_field("headline"));
  for (const std::string_view name :
       {"", "pers", "person,", "people,person", ",", "xp", "has"}) {
    CAPTURE(name);
    CHECK(find_field(name) == nullptr);
  }
}

TEST_CASE("every name of the contract is a field") {
  for (const std::string_view name :
       {"headline", "body", "person", "place", "dateline", "nationality", "org",
        "byline", "source", "section", "topic", "lang", "date", "url", "id",
        "origin", "status", "added", "archive"}) {
    CAPTURE(name);
    CHECK(find_field(name) != nullptr);
  }
}

TEST_CASE("no two fields share a name or an alias") {
  std::set<std::string> names;
  const auto is_new = [&](std::string_view name) {
    return names.emplace(name).second;
  };
  for (const auto& field : fields()) {
    CHECK(is_new(field.name));
    CHECK_FALSE(field.help.empty());
    std::string_view aliases = field.aliases;
    while (!aliases.empty()) {
      const auto comma = std::min(aliases.find(','), aliases.size());
      CAPTURE(aliases.substr(0, comma));
      CHECK(is_new(aliases.substr(0, comma)));
      aliases.remove_prefix(std::min(comma + 1, aliases.size()));
    }
  }
}

TEST_CASE("stems stand under Z") {
  CHECK(stem_prefix(*find_field("body")) == "Z");
  CHECK(stem_prefix(*find_field("headline")) == "ZS");
}

TEST_CASE("a label too long for a term ends in its digest") {
  const std::string fits(238, 'a');
  CHECK(label_term("XO", fits) == "XO" + fits);
  const std::string longer(239, 'a');
  const std::string term = label_term("XO", longer);
  CHECK(term.size() == 240);
  CHECK(term.starts_with("XO" + std::string(221, 'a') + "~"));
  CHECK(term.ends_with("~" + digest_hex(longer)));
  CHECK(label_term("XO", longer + "b") != label_term("XO", longer + "c"));
}

TEST_CASE("a label is cut between characters") {
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "\u5317";
  const std::string term = label_term("Q", wide);
  CHECK(term.size() <= 240);
  CHECK(valid_utf8(term));
}
