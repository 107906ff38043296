#include "indexer/formats/byline.h"

#include "tests/catch.h"

using namespace broadsheet;

namespace {

struct Case {
  const char* text;
  const char* names;
};

}  // namespace

TEST_CASE("a byline is persons") {
  const Case cases[] = {
      {"    by Janie Gabbett, Reuters", "Janie Gabbett"},
      {"By MIRIAM SANDOVAL, LEDGER STAFF WRITER", "MIRIAM SANDOVAL"},
      {"By JANE DOE and JOHN ROE", "JANE DOE; JOHN ROE"},
      {"By Jane Doe, John Roe and Ann Poe", "Jane Doe; John Roe; Ann Poe"},
      {"By Jane Doe and John Roe, Halyard Wire", "Jane Doe; John Roe"},
      {"By: Jane Doe for the Ledger", "Jane Doe"},
      {"Posted by Jane Doe", "Jane Doe"},
      {"Written by Jane Doe Edited by John Roe", "Jane Doe"},
      {"Priya Nair / TNN", "Priya Nair"},
      {"Von Wiebke Harms, Der Elbkurier", "Wiebke Harms"},
      {"Par Solène Kervadec, envoyée spéciale", "Solène Kervadec"},
      {"Par Camille Roux (Saint-Aubin, correspondance)", "Camille Roux"},
      {"Por Marta Solís y Luis Gil Robles", "Marta Solís; Luis Gil Robles"},
      {"Por José Ortega y Gasset", "José Ortega y Gasset"},
      {"Автор: Анна Белова", "Анна Белова"},
      {"Της Ελένης Μαυρίδη", "Ελένης Μαυρίδη"},
      {"Opracowanie: Anna Zielińska", "Anna Zielińska"},
      {"From Correspondent Jane Doe", "Jane Doe"},
      {"이민지 기자 mj.lee@example.com", "이민지"},
      {"입력", ""},  // "entered", before a day
      {"Karin Åberg/NTX", "Karin Åberg"},
      {"Mette Holm/ritzau/", "Mette Holm"},
      {"REUTERS/Ana Ruiz", "Ana Ruiz"},
      {"and John Roe", "John Roe"},
      {"By", ""},
      {"By: Jane Doe - Correspondent / @jdoe", "Jane Doe"},
      {"القاهرة: سارة محمود", "سارة محمود"},
      {"Submitted", ""},
      {"By Jane Doe, John Roe, The Halyard Wire and Ann Poe",
       "Jane Doe; John Roe; Ann Poe"},
      {"Escrito por Rosa Quiroga", "Rosa Quiroga"},
      {"كتبت سارة محمود", "سارة محمود"},
      {"Par Luc Roy (avec Anne Pic et Jean Sol)",
       "Luc Roy; Anne Pic; Jean Sol"},
      {"By the Associated Press", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(byline_of(c.text) == c.names);
  }
}

TEST_CASE("an author field is a list of persons") {
  const Case cases[] = {
      {"Jane Doe, John Roe", "Jane Doe; John Roe"},
      {"Jane Doe, Staff Writer", "Jane Doe"},
      {"Jane Doe; Jane Doe", "Jane Doe"},
      {"David Smith in Washington", "David Smith"},
      {"Jon Whitby (now)", "Jon Whitby"},
      {"Richard (R.J.) Eskow", "Richard (R.J.) Eskow"},
      {"Reuters Staff", ""},
      {"Super User", ""},  // whom a program makes
      {"Smith, K. T.", "K. T. Smith"},
      {"Jong, Michiel de", "Michiel de Jong"},
      {"Tremlett, Anna.", "Anna Tremlett"},
      {"Doe, Jane; Roe, John", "Jane Doe; John Roe"},
      {"Reuters, Jane Doe", "Jane Doe"},
      {"Stajic, J., Le Roy, J.-P. and Zahn, L.",
       "J. Stajic; J.-P. Le Roy; L. Zahn"},
      {"Jane Doe, M.D., John Roe", "Jane Doe; John Roe"},
      {"李明、王芳", "李明; 王芳"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(authors_of(c.text) == c.names);
  }
}

TEST_CASE("a name may stand alone") {
  CHECK(is_name_alone("Ruth Ashworth in Port Aldan"));
  CHECK(is_name_alone("Ruth van Ashworth") == false);
  CHECK(is_name_alone("José Ángel Ruiz"));
  for (const char* line : {"Ashworth", "World News", "Pier closes", "By 1911",
                           "Ruth Ashworth, Vik", "Ruth Ann May Lee Poe Doe"}) {
    CAPTURE(line);
    CHECK_FALSE(is_name_alone(line));
  }
}

TEST_CASE("a line is a byline if it says so") {
  CHECK(is_byline("By Jane Doe, Staff Writer"));
  CHECK(is_byline("بقلم: ليلى حداد"));
  CHECK_FALSE(is_byline("Jane Doe"));
  CHECK_FALSE(is_byline("By the time it fell"));
  CHECK(is_byline("by a staff writer"));
  CHECK(is_byline("كتبت سارة محمود"));
  CHECK_FALSE(is_byline("كتب الوزير رسالة إلى مجلس المدينة في أمر الميناء"));
  CHECK_FALSE(
      is_byline("By the time that the second stone fell the harbour master had "
                "closed the mole to all of them"));
}
