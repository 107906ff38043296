// Which mentions of a story are one person, and what that person is called.
#include "indexer/entities/people.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/catch.h"

namespace broadsheet {
namespace {

/// Mentions in text order as "role|name" or "name"; "^" sets the headline's.
/// Answers one line a person: the name, then the mentions' numbers from 1.
std::string grouped(const std::vector<std::string>& names) {
  std::vector<PersonMention> mentions;
  std::uint32_t at = 0;
  for (const std::string& text : names) {
    std::string_view name = text;
    PersonMention mention;
    if (name.starts_with('^')) {
      mention.where.zone = Zone::kHeadline;
      name.remove_prefix(1);
    }
    const std::size_t bar = name.find('|');
    if (bar != name.npos) {
      mention.role = name.substr(0, bar);
      name.remove_prefix(bar + 1);
    }
    mention.text = name;
    mention.where.begin = at++;
    mention.where.end = at;
    mentions.push_back(mention);
  }
  std::string lines;
  cut_possessives(mentions);
  for (const Entity& person : group_people(mentions)) {
    lines += lines.empty() ? "" : "; ";
    lines += person.name;
    for (const Mention& mention : person.mentions)
      lines += " " + std::to_string(mention.begin + 1);
  }
  return lines;
}

struct Case {
  std::vector<std::string> names;
  std::string persons;
};

TEST_CASE("mentions of one person are joined") {
  const Case cases[] = {
      {{"Antony Blinken", "Blinken", "Blinken"}, "Antony Blinken 1 2 3"},
      // The headline comes first; capitals are no difference.
      {{"^BLINKEN", "Antony Blinken"}, "Antony Blinken 1 2"},
      {{"Antony Blinken", "Antony"}, "Antony Blinken 1 2"},
      {{"Antony Blinken", "Antony J. Blinken"}, "Antony J. Blinken 1 2"},
      {{"A. J. Blinken", "Antony J. Blinken"}, "Antony J. Blinken 1 2"},
      // Without its apostrophe; but Roberts is not Robert's.
      {{"George Bush", "Bushs", "Bush"}, "George Bush 1 2 3"},
      {{"George Bushs", "George Bush"}, "George Bush 1 2"},
      {{"John Roberts", "Yves Robert"}, "John Roberts 1; Yves Robert 2"},
      {{"William", "Williams"}, "William 1; Williams 2"},
      {{"Hastings", "Jones"}, "Hastings 1; Jones 2"},
      // With and without the particle, with and without the hyphen.
      {{"Abdel-Fattah al-Sissi", "al-Sissi", "Sissi"},
       "Abdel-Fattah al-Sissi 1 2 3"},
      {{"Abdel Fattah al-Sissi", "Abdel-Fattah al-Sissi"},
       "Abdel Fattah al-Sissi 1 2"},
      {{"Miguel de la Madrid", "De la Madrid"}, "Miguel de la Madrid 1 2"},
      // Family names that stand first.
      {{"Deng Xiaoping", "Deng"}, "Deng Xiaoping 1 2"},
      {{"Martin Luther King Jr.", "King"}, "Martin Luther King Jr. 1 2"},
      {{"Milovčić", "Dragan Milovcic"}, "Dragan Milovcic 1 2"},
      {{"Joseph R. Biden", "Joe Biden", "Biden"}, "Joseph R. Biden 1 2 3"},
      {{"Reagan", "REAGAN"}, "Reagan 1 2"},
      {{"REAGAN"}, "Reagan 1"},
      {{"DE LA MADRID"}, "De la Madrid 1"},
  };
  for (const Case& c : cases) {
    INFO(c.names.front());
    CHECK(grouped(c.names) == c.persons);
  }
}

TEST_CASE("different persons stay apart") {
  const Case cases[] = {
      // A lone surname is the one named last before it.
      {{"George Bush", "Laura Bush", "Bush"}, "George Bush 1; Laura Bush 2 3"},
      {{"George Bush", "Bush", "Laura Bush"}, "George Bush 1 2; Laura Bush 3"},
      // Before both of them: the next one.
      {{"^Bush", "George Bush", "Laura Bush"}, "George Bush 1 2; Laura Bush 3"},
      // An office decides before nearness.
      {{"President|George Bush", "Governor|Jeb Bush", "President|Bush"},
       "George Bush 1 3; Jeb Bush 2"},
      {{"George W. Bush", "George H. W. Bush"},
       "George W. Bush 1; George H. W. Bush 2"},
      {{"Gennadiy Shubarov", "Lyudmila Shubarova", "Shubarova"},
       "Gennadiy Shubarov 1; Lyudmila Shubarova 2 3"},
      {{"Howard Baker", "James Baker"}, "Howard Baker 1; James Baker 2"},
      {{"Bill Baker", "Will Baker"}, "Bill Baker 1; Will Baker 2"},
      {{"J. Smith", "J"}, "J. Smith 1; J 2"},
  };
  for (const Case& c : cases) {
    INFO(c.names.back());
    CHECK(grouped(c.names) == c.persons);
  }
}

TEST_CASE("a person keeps the first office that the body gives") {
  const std::string headline = "Blinken";
  const std::string body = "Antony Blinken";
  const std::vector<PersonMention> mentions = {
      {{Zone::kHeadline, 0, 7}, headline, "Mr"},
      {{Zone::kBody, 0, 14}, body, "US Secretary of State"},
      {{Zone::kBody, 20, 27}, headline, "Secretary"},
  };
  const Entities people = group_people(mentions);
  REQUIRE(people.size() == 1);
  CHECK(people[0].role == "US Secretary of State");
  CHECK(people[0].spellings ==
        std::vector<std::string>{"Blinken", "Antony Blinken"});
}

TEST_CASE("how names fit") {
  struct Row {
    std::string full, part;
    Fit how;
  };
  const Row rows[] = {
      {"Antony Blinken", "antony blinken", Fit::kSame},
      {"Antony Blinken", "Blinken", Fit::kEnds},
      {"Antony Blinken", "Antony", Fit::kBegins},
      {"Antony Blinken", "Tony", Fit::kNone},
      {"President Antony Blinken", "Blinken", Fit::kEnds},
      {"Tomas O'Cofaigh", "o cofaigh", Fit::kNone},
      {"O'Cofaigh", "o cofaigh", Fit::kSame},
      {"Blinken", "Antony Blinken", Fit::kNone},  // the part is the longer
      {"", "Blinken", Fit::kNone},
      {"al", "al", Fit::kSame},
      {"Hisham al-Qattawi", "al", Fit::kNone},  // no name by itself
  };
  for (const Row& row : rows) {
    INFO(row.full << " / " << row.part);
    CHECK(fit(NameWords(row.full), NameWords(row.part)) == row.how);
  }
}

TEST_CASE("a list of names without end loses no s") {
  std::vector<std::string> names;
  for (int n = 0; n < 200'000; ++n)
    names.push_back("Ann " + std::to_string(n) + "s");
  std::vector<PersonMention> mentions;
  for (const auto& name : names) mentions.push_back({{}, name, {}});
  cut_possessives(mentions);
  CHECK(std::ranges::equal(mentions, names, {}, &PersonMention::text));
}

TEST_CASE("many persons of one surname take no quadratic time") {
  std::vector<std::string> names;
  for (int i = 0; i < 20'000; ++i)
    names.push_back("Name" + std::to_string(i) + " Smith");
  names.push_back("Smith");
  std::vector<PersonMention> mentions;
  for (std::uint32_t i = 0; i < names.size(); ++i)
    mentions.push_back({{Zone::kBody, i, i + 1}, names[i], {}});
  const Entities people = group_people(mentions);
  REQUIRE(people.size() == 20'000);
  CHECK(people.back().mentions.size() == 2);
}

}  // namespace
}  // namespace broadsheet
