// Which names of an archive are taken for the one asked for.
#include <string>
#include <vector>

#include "common/index/name_key.h"
#include "searcher/people_names.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

/// An archive of one story a name.
Xapian::Database archive_of(const std::vector<std::string>& names) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto& one : names) {
    const PersonName name(one);
    Xapian::Document document;
    document.add_term(posted_term(name));
    for (const auto& key : further_keys(name))
      document.add_boolean_term(name_key_term(key, name.form));
    database.add_document(document);
  }
  return database;
}

/// "george bush 2, george w bush 1", and a question mark if it fits several.
std::string text_of(const NameFamily& family) {
  std::string text;
  for (const auto& [known, match, another] : family.members)
    text += (text.empty() ? "" : ", ") + known->name.form + " " +
            std::to_string(known->stories);
  return text + (family.ambiguous ? " ?" : "");
}

std::string family(const std::vector<std::string>& names,
                   const std::string& wanted) {
  const auto database = archive_of(names);
  return text_of(PeopleNames(database).family(PersonName(wanted)));
}

std::string bearers(const std::vector<std::string>& names,
                    const std::string& wanted) {
  const auto database = archive_of(names);
  return text_of(PeopleNames(database).bearers(PersonName(wanted)));
}

TEST_CASE("spellings are one family, as asked for first, then most stories") {
  CHECK(family({"Hisham al-Qattawi", "Hesham el-Qattawi", "Hicham al-Kattaoui",
                "Hicham al-Kattaoui", "Fouad Qattawi", "Qattawi"},
               "hesham el-qattawi") ==
        "hesham el-qattawi 1, hicham al-kattaoui 2, hisham al-qattawi 1");
}

TEST_CASE("a middle name left out joins where there is one person only") {
  CHECK(family({"Ronald Reagan", "Ronald W. Reagan"}, "Ronald Reagan") ==
        "ronald reagan 1, ronald w reagan 1");
  CHECK(family({"Ronald Reagan", "Ronald W. Reagan"}, "Ronald W. Reagan") ==
        "ronald w reagan 1, ronald reagan 1");
}

TEST_CASE("a spelling that fits two persons is neither's") {
  const std::vector<std::string> bushes = {"George Bush", "George W. Bush",
                                           "George H. W. Bush"};
  CHECK(family(bushes, "George W. Bush") == "george w bush 1");
  CHECK(family(bushes, "George H. W. Bush") == "george h w bush 1");
  CHECK(family(bushes, "George Bush") ==
        "george bush 1, george h w bush 1, george w bush 1 ?");
  CHECK(family({"J. Smith", "John Smith", "James Smith"}, "John Smith") ==
        "john smith 1");
  CHECK(family({"J. Smith", "John Smith"}, "John Smith") ==
        "john smith 1, j smith 1");
}

/// As many stories of the name.
std::vector<std::string> with(std::vector<std::string> names,
                              const std::string& name, std::size_t stories) {
  names.insert(names.end(), stories, name);
  return names;
}

TEST_CASE("a slip of the pen parts nobody") {
  const auto often = with({"Ann Moreau", "Ann E. Moreau"}, "Ann L. Moreau", 31);
  CHECK(family(often, "Ann Moreau") ==
        "ann moreau 1, ann l moreau 31, ann e moreau 1");
  CHECK(family(often, "Ann L. Moreau") == "ann l moreau 31, ann moreau 1");
  CHECK(family(often, "Ann E. Moreau") == "ann e moreau 1");
  CHECK(bearers(often, "Moreau") ==
        "ann l moreau 31, ann e moreau 1, ann moreau 1");
  // What holds its words is more of the one it is of than what is like it.
  CHECK(family(with({"L. Moreau", "Louis Moreau", "Luc Moreau"},
                    "Ann L. Moreau", 31),
               "L. Moreau") ==
        "l moreau 1, ann l moreau 31, louis moreau 1, luc moreau 1");
  // Whoever is in one story of thirty is somebody.
  const auto less = with({"Ann Moreau", "Ann E. Moreau"}, "Ann L. Moreau", 30);
  CHECK(family(less, "Ann Moreau") ==
        "ann moreau 1, ann l moreau 30, ann e moreau 1 ?");
  CHECK(family(less, "Ann L. Moreau") == "ann l moreau 30");
  CHECK(bearers(less, "Moreau") ==
        "ann l moreau 30, ann e moreau 1, ann moreau 1 ?");
}

TEST_CASE("a slip of the pen is another's, unless the name is nobody's else") {
  const auto others = [](const std::vector<std::string>& names) {
    const auto database = archive_of(names);
    std::string text;
    for (const auto& member :
         PeopleNames(database).family(PersonName("Ann Moreau")).members)
      if (member.another) text += member.known->name.form + " ";
    return text;
  };
  CHECK(others(with({"Ann L. Moreau", "Ann E. Moreau"}, "Ann Moreau", 31)) ==
        "");
  CHECK(others(with(with({"Ann E. Moreau"}, "Ann Moreau", 31), "Ann L. Moreau",
                    2)) == "ann e moreau ");
}

TEST_CASE("a single name is nobody's in particular") {
  const std::vector<std::string> names = {"Blinken", "Antony Blinken",
                                          "Alan Blinken", "Blinkin"};
  CHECK(family(names, "Antony Blinken") == "antony blinken 1");
  CHECK(family(names, "Blinken") == "blinken 1, blinkin 1");
  CHECK(bearers(names, "Blinken") ==
        "blinken 1, blinkin 1, alan blinken 1, antony blinken 1 ?");
  CHECK(bearers({"Blinken", "Antony Blinken"}, "Blinken") ==
        "blinken 1, antony blinken 1");
}

TEST_CASE("a longer surname is found by its words, and stays another") {
  const std::vector<std::string> names = {"Adaeze Okafor",
                                          "Adaeze Okafor-Lindqvist"};
  CHECK(family(names, "Adaeze Okafor") ==
        "adaeze okafor 1, adaeze okafor-lindqvist 1");
  CHECK(family(names, "Adaeze Okafor-Lindqvist") ==
        "adaeze okafor-lindqvist 1");
}

TEST_CASE("read at once, the names give the same families") {
  const auto database = archive_of(
      {"George Bush", "George W. Bush", "Mahmoud Ahmadinejad",
       "Mahmud Ahmadi-Nejad", "Vandermeulen", "Joost van der Meulen"});
  PeopleNames all(database);
  all.read_all();
  CHECK(all.names().size() == 6);
  for (const auto& [form, known] : all.names()) {
    PeopleNames one(database);
    CHECK(text_of(all.family(known.name)) == text_of(one.family(known.name)));
    CHECK(text_of(all.bearers(known.name)) == text_of(one.bearers(known.name)));
  }
}

TEST_CASE("an archive without persons has no families") {
  CHECK(family({}, "Ronald Reagan").empty());
  CHECK(bearers({}, "Reagan").empty());
}

}  // namespace
}  // namespace broadsheet
