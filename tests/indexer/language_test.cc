#include "indexer/language.h"

#include <string>
#include <utility>

#include "common/index/stems.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

std::string language_of_body(std::string body) {
  Article article;
  article.body = std::move(body);
  return language_of(article);
}

}  // namespace

TEST_CASE("a story's language is what it is declared to be") {
  Article article;
  article.body = "The mayor said that the harbour would be closed for a week.";
  for (const auto& [declared, code] :
       {std::pair{"eng", "en"}, {"EN", "en"}, {"de-CH", "de"}, {"iw", "he"}}) {
    article.language = declared;
    CHECK(language_of(article) == code);
  }
}

TEST_CASE("a language that is not written so is not believed") {
  Article article;
  const std::string english =
      "The mayor said that the harbour would be closed for a whole week, and "
      "that the fishermen of ಕರ್ನಾಟಕ have been told of it in good time.";
  const std::string russian =
      "Мэр сказал, что гавань будет закрыта на целую неделю и что рыбакам об "
      "этом уже сообщили, хотя рабочие ещё не приехали из города.";
  const std::string japanese =
      "市長は月曜日、港を一週間閉鎖すると発表した。漁業者にはすでに通知した"
      "という。工事は来週の火曜日に終わる予定だ。";
  struct Row {
    const char* declared;
    const std::string& text;
    const char* language;
  };
  const Row rows[] = {
      {"kn", english, "en"},
      {"ar", english, "en"},
      {"en", russian, "ru"},
      {"yi", english, "en"},
      {"ja", japanese, "ja"},
      {"uk", russian, "uk"},    // of one script: not to be told
      {"sr", english, "sr"},    // in either script
      {"tlh", english, "tlh"},  // unknown
  };
  for (const Row& row : rows) {
    CAPTURE(row.declared);
    article.language = row.declared;
    article.body = row.text;
    CHECK(language_of(article) == row.language);
  }
  article.language = "kn";
  article.body = "Closed: 7 pm.";
  CHECK(language_of(article) == "kn");  // too short
}

TEST_CASE("a language is told by its text") {
  const std::string english =
      "The mayor said that the harbour would be closed for a whole week, and "
      "that "
      "the fishermen have been told. ";
  const std::string spanish =
      "El alcalde dijo que el puerto estará cerrado durante una semana y que "
      "los pescadores ya lo saben desde ayer. ";
  const std::pair<std::string, const char*> rows[] = {
      {english, "en"},
      {spanish, "es"},
      {spanish + spanish + "\"The\" and \"that\", repitió.", "es"},
      {english + english + english + "\"Los pescadores ya lo saben.\"", "en"},
      {"THE MAYOR SAID THAT THE HARBOUR WOULD BE CLOSED FOR A WHOLE WEEK, AND "
       "THAT "
       "THE FISHERMEN HAVE BEEN TOLD.",
       "en"},
      // Foreign names in English.
      {"Steiermärkische Wasserkraftwerke und Elektrizitätsgesellschaft of Graz "
       "is issuing a 50 mln franc ten-year bond priced at par, lead manager "
       "Banque Valmont said. Payment date is May 5.",
       "en"},
      {"Den Nordlandske Stats Fiskeriselskap A/S, operator of Norway's "
       "northern "
       "fishing fleet, has placed orders for six trawlers worth 900 mln crowns "
       "at three yards near Bergen.",
       "en"},
      // And English ones in German.
      {"Die British Petroleum Company will nach Angaben der Zeitung bis zum "
       "Ende "
       "des Jahres weitere Tankstellen in Sachsen und Thüringen verkaufen, "
       "sagte "
       "der Sprecher am Montag in Dresden.",
       "de"},
      {std::string(200, '7'), "und"},
      {std::string(200, ' '), "und"},
      {"the end", "und"},  // too short
      {"", "und"},
  };
  for (const auto& [body, code] : rows) {
    CAPTURE(body);
    CHECK(language_of_body(body) == code);
  }
}

TEST_CASE("a tenth of words that are English alone make a story English") {
  // eighteen that CLD2 knows no language of, then two or one that it does
  std::string text;
  for (int i = 0; i < 18; ++i) text += "Qxzvk ";
  CHECK(language_of_body(text + "with-their") == "en");
  CHECK(language_of_body(text + "With theirs") == kUndetermined);
  CHECK(language_of_body(text + "ÿwith their\xFF") == kUndetermined);
}
