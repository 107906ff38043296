// Spellings of one person meet under a key and pass the check; others do not.
#include <string>

#include "tests/catch.h"
#include "tests/searcher/name_search.h"

namespace broadsheet {
namespace {

NameMatch found(const std::string& name, const std::string& wanted) {
  return found_by_search(PersonName(name), PersonName(wanted));
}

struct Pair {
  std::string one, other;
};

TEST_CASE("one person's spellings find each other") {
  const Pair pairs[] = {
      {"Abdel-Fattah al-Sissi", "Abdel Fattah el-Sisi"},
      {"Abdel-Fattah al-Sissi", "Abdul Fattah as-Sisi"},
      {"Abdel-Fattah al-Sissi", "Abdelfattah Al Sisi"},
      {"Muammar Gaddafi", "Moammar Qaddafi"},
      {"Muammar Gaddafi", "Mouammar Kadhafi"},
      {"Muammar Gaddafi", "Muammar el-Qadhafi"},
      {"Boris Yeltsin", "Boris Jelzin"},
      {"Boris Yeltsin", "Boris Eltsine"},
      {"Vladimir Putin", "Wladimir Putin"},
      {"Vladimir Putin", "Vladimir Poutine"},
      {"Mikhail Gorbachev", "Michail Gorbatschow"},  // German ch for kh
      {"Mikhail Gorbachev", "Mikhaïl Gorbatchev"},
      {"Nikita Khrushchev", "Nikita Chruschtschow"},
      {"Mahmoud Ahmadinejad", "Mahmud Ahmadi-Nejad"},
      {"Aleksandr Lukashenko", "Alexander Lukashenko"},
      {"Nikol Pashinyan", "Nikol Paschinjan"},
      {"Walid Jumblatt", "Walid Joumblatt"},
      {"Hisham al-Qattawi", "Hesham el-Qattawi"},
      {"Hisham al-Qattawi", "Hisham Qatawi"},
      {"Hisham al-Qattawi", "Hischam al-Kattawi"},
      {"Hisham al-Qattawi", "Hicham al-Kattaoui"},
      {"Hisham al-Qattawi", "هشام القطاوي"},  // vowels are not written
      {"Gennady Shubarov", "Gennadiy Shubarov"},
      {"Gennady Shubarov", "Gennadi Schubarow"},
      {"Gennady Shubarov", "Guennadi Choubarov"},
      {"Gennady Shubarov", "Геннадий Шубаров"},
      {"Lyudmila Shubarova", "Lioudmila Choubarova"},
      {"Lyudmila Shubarova", "Людмила Шубарова"},
      {"Joost van der Meulen", "Joost Vandermeulen"},
      {"Adaeze Okafor-Lindqvist", "Adaeze Okafor Lindqvist"},
      {"Adaeze Okafor-Lindqvist", "Adaeze Okafor-Lindquist"},
      {"Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης"},
      {"Benjamin Netanyahu", "בנימין נתניהו"},
      {"Mohammed Mahmoud", "محمد محمود"},
      {"Liang Jinhe", "梁锦河"},
      {"Marzouq al-Ghanim", "Marzouq Alghanim"},
      {"Milan Milovčić", "Milan Milovcic"},
      {"Siobhan O'Connor", "Siobhan O’Connor"},
      {"Martin Luther King", "Martin Luther King Jr."},
      {"Sen. John Kerry", "John Kerry"},
      {"Joe Biden", "Joseph Biden"},
      {"Ted Kennedy", "Edward Kennedy"},
  };
  for (const auto& [one, other] : pairs) {
    INFO(one << " | " << other);
    CHECK(found(one, other) == NameMatch::kSame);
    CHECK(found(other, one) == NameMatch::kSame);
  }
}

TEST_CASE("persons whose names are alike stay apart") {
  const Pair pairs[] = {
      {"Fouad Qattawi", "Hisham al-Qattawi"},
      {"Lyudmila Shubarova", "Gennady Shubarov"},
      {"Aleksandr Ivanov", "Aleksandra Ivanova"},
      {"Mario Monti", "Maria Monti"},
      {"Cornelis van der Meulen", "Adriaan van der Meulen"},
      {"George H. W. Bush", "George W. Bush"},
      {"John Quincy Adams", "John Luther Adams"},
      {"Kim Jong-il", "Kim Jong-un"},  // short names: chance
      {"Hu Jia", "Hu Jie"},
      {"Ri Yong-chol", "Ri Yong-kil"},
      {"Paul Martin", "Paula Martin"},
      {"Bill Quilter", "Will Quilter"},   // both short for William
      {"Joe Quilter", "Joseph Quiltar"},  // two things differ
      {"Ted Quilter", "Teresa Quilter"},
      {"Robert Dole", "Robert Dell"},
      {"J. Smith", "John Smyth"},  // an initial tells little: no other spelling
      {"John Major", "John Meyer"},
      {"Blinken", "Antony Blinken"},  // whose, the name does not say
  };
  for (const auto& [one, other] : pairs) {
    INFO(one << " | " << other);
    CHECK(found(one, other) == NameMatch::kNone);
    CHECK(found(other, one) == NameMatch::kNone);
  }
}

TEST_CASE("names that leave something out say so") {
  CHECK(found("George Bush", "George W. Bush") == NameMatch::kLess);
  CHECK(found("George W. Bush", "George Bush") == NameMatch::kMore);
  CHECK(found("J. Smith", "John Smith") == NameMatch::kLess);
  CHECK(found("George Walker Bush", "George W. Bush") == NameMatch::kMore);
  CHECK(found("Joseph R. Biden", "Joe Biden") == NameMatch::kMore);
  // A longer surname that holds the words.
  CHECK(found("Adaeze Okafor-Lindqvist", "Adaeze Okafor") == NameMatch::kHolds);
  CHECK(found("Inés de la Fuente Barragán", "Ines de la Fuente") ==
        NameMatch::kHolds);
  CHECK(found("Adaeze Okafor", "Adaeze Okafor-Lindqvist") == NameMatch::kNone);
}

TEST_CASE("single names match by their last word") {
  CHECK(found("al-Sissi", "Sisi") == NameMatch::kSame);
  CHECK(found("Shubarova", "Shubarov") == NameMatch::kNone);
  CHECK_FALSE(PersonName("De la Fuente").full());
  CHECK_FALSE(PersonName("van der Meulen").full());
  CHECK(PersonName("Al Gore").full());
  CHECK(match_last(PersonName("Hicham al-Kattaoui"), PersonName("qattawi")));
  CHECK_FALSE(match_last(PersonName("Hisham Qatar"), PersonName("qattawi")));
  // Without a given name to go by, vowels tell.
  for (const auto& [one, other] : {Pair{"Paul Volcker", "walker"},
                                   {"Ronald Reagan", "regan"},
                                   {"Kerry Packer", "baker"},
                                   {"Foo", "wu"},
                                   {"Ang Lee", "li"},
                                   // more than half of the letters are others
                                   {"Hugo Chavez", "savas"},
                                   {"Jacob Javits", "chavez"},
                                   {"Samer Khoury", "curie"},
                                   {"Jon Kyl", "quill"},
                                   {"Dick Cheney", "kenai"},
                                   {"Wolfgang Meyer", "major"}}) {
    INFO(one << " | " << other);
    CHECK_FALSE(match_last(PersonName(one), PersonName(other)));
  }
  for (const auto& [one, other] : {Pair{"Paul Volcker", "Volker"},
                                   {"Mikhail Gorbachev", "gorbatschow"},
                                   {"Nikita Khrushchev", "chruschtschow"},
                                   {"Boris Yeltsin", "jelzin"},
                                   {"Moammar Gadhafi", "qaddafi"},
                                   {"Volodymyr Zelenskyy", "selenskij"},
                                   {"Boris Yeltsin", "jelzin"},
                                   {"Muammar Gaddafi", "kadhafi"}}) {
    INFO(one << " | " << other);
    CHECK(match_last(PersonName(one), PersonName(other)));
  }
}

TEST_CASE("a form keeps hyphens and is its own form") {
  const Pair rows[] = {
      {"Abdel-Fattah al-Sissi", "abdel-fattah al-sissi"},
      {"Siobhan O’Connor", "siobhan oconnor"},
      {"  J.R. \t Ewing ", "j r ewing"},
      {"A - B", "a b"},
      {"", ""},
      {"?!", ""},
  };
  for (const auto& [name, form] : rows) {
    CHECK(name_form(name) == form);
    CHECK(name_form(form) == form);
  }
}

TEST_CASE("wherever a long form is cut, it is its own form") {
  for (std::size_t first = 1; first < 12; ++first) {
    std::string name(first, 'a');
    while (name.size() < 400) name += " B-x";
    const auto form = name_form(name);
    CAPTURE(form);
    CHECK(form.size() <= 160);
    CHECK(name_form(form) == form);
  }
}

TEST_CASE("what is no name has no cores and matches itself only") {
  for (const char* name : {"", "...", "123", "\xff\xfe", "-"}) {
    const PersonName none(name);
    CHECK_FALSE(none.full());
    CHECK(match_names(none, none) == NameMatch::kSame);
    CHECK(match_names(none, PersonName("Sisi")) == NameMatch::kNone);
  }
}

TEST_CASE("sketches part no names that match") {
  // clang-format off
  const std::string_view names[] = {
      "Al Maliki",        "al-Maliki",         "Nouri al-Maliki",
      "N. al-Maliki",     "Nuri Maliki",       "van der Meulen",
      "Vandermeulen",     "Joost Vandermeulen", "Joost van der Meulen",
      "George W. Bush",   "George Bush",       "G. Bush",
      "Gennadi Shubarov", "Геннадий Шубаров",  "Guennadi Choubarov",
      "هشام القطاوي",     "Hicham al-Kattaoui", "Ann Okafor",
      "Ann Okafor-Lindqvist", "Adaeze Okafor", "O", "Al", "", "--",
  };
  // clang-format on
  for (const auto one : names)
    for (const auto other : names) {
      CAPTURE(one, other);
      const PersonName a(one), b(other);
      const auto x = sketch_of(a), y = sketch_of(b);
      CHECK((may_match(x, y) || match_names(a, b) == NameMatch::kNone));
      CHECK((may_match_last(x, y) || !match_last(a, b)));
    }
}

}  // namespace
}  // namespace broadsheet
