#include "indexer/formats/charset.h"

#include "tests/catch.h"

using namespace std::string_literals;
using broadsheet::looks_like_text;
using broadsheet::to_utf8;

TEST_CASE("every encoding becomes UTF-8") {
  struct Case {
    std::string bytes;
    std::string charset;
    std::string utf8;
  };
  const Case cases[] = {
      {"plain", "", "plain"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "", "café"},
      {"caf\xE9", "", "café"},
      {"\x93quoted\x94 \x80 5", "", "“quoted” € 5"},
      // The web calls windows-1252 by the name of latin-1.
      {"\x93quoted\x94", "iso-8859-1", "“quoted”"},
      // A wrong declaration does not break what is plainly UTF-8.
      {"caf\xC3\xA9", "iso-8859-1", "café"},
      // One bad byte costs itself, not the rest.
      {"caf\xC3\xA9 na\xEFve", "utf-8", "café naïve"},
      {"\xFF\xFE"
       "a\0b\0"s,
       "", "ab"},
      {"\xFE\xFF\0a\0b"s, "", "ab"},
      {"a\0b\0c\0d\0e\0f\0"s, "", "abcdef"},
      {"\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва"},
      {"\xCC\xEE\xF1\xEA\xE2\xE0", "no-such-charset", "Ìîñêâà"},
      {"\x93\x8C\x8B\x9E", "shift_jis", "東京"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.charset, c.utf8);
    CHECK(to_utf8(c.bytes, c.charset) == c.utf8);
  }
}

TEST_CASE("what was made UTF-8 twice is undone, if all of it was") {
  const std::pair<std::string, std::string> cases[] = {
      {"a cafÃ© and a pi\u00C3\u00B1ata", "a café and a piñata"},
      {"â€œYes,â€\u009D he said", "“Yes,” he said"},
      {"20Â°C,\u00C2\u00A0no", "20°C,\u00A0no"},
      {"ÐœÐ¾Ð»", "Мол"},
      {"a cafÃ© and a café", "a cafÃ© and a café"},
      {"D.C.\u00C2\u00A0– he", "D.C.\u00C2\u00A0– he"},
      {"SÃO PAULO", "SÃO PAULO"},
      {"café", "café"},
      {"Ã", "Ã"},
      {"Мол", "Мол"},
      {"plain", "plain"},
  };
  for (const auto& [doubled, once] : cases) {
    CAPTURE(doubled);
    CHECK(to_utf8(doubled) == once);
  }
  CHECK(to_utf8("caf\xC3\xA9", "iso-8859-1") == "café");
}

TEST_CASE("quotation marks of which one byte was left") {
  const std::pair<std::string, std::string> cases[] = {
      {"Boxerâs bill isnât law, âitâs newâ",
       "Boxer’s bill isn’t law, “it’s new”"},
      {"âIt is full,â? she said. âNo, itâs not.â",
       "“It is full,” she said. “No, it’s not.”"},
      {"Washington â The Senatorsâ letter",
       "Washington — The Senators’ letter"},
      {"the aidesâ plans (âa dayâs workâ)",
       "the aides’ plans (“a day’s work”)"},
      {"a cafÃ©, Â£5 and moreâ¦ Sulaâs", "a café, £5 and more… Sula’s"},
      {"âNo.\n\nThe townsâ mayorsâs", "“No.\n\nThe towns’ mayors’s"},
      // French, Romanian, Portuguese, and what shows nothing.
      {"L'âge d'or du théâtre", "L'âge d'or du théâtre"},
      {"un râs, două râsuri", "un râs, două râsuri"},
      {"mal de l'âme, lâche", "mal de l'âme, lâche"},
      {"Câmara", "Câmara"},
      {"Boxerâs naïve bill", "Boxerâs naïve bill"},
      {"â", "â"},
  };
  for (const auto& [damaged, whole] : cases) {
    CAPTURE(damaged);
    CHECK(to_utf8(damaged) == whole);
  }
}

TEST_CASE("a character that is cut off at the end is left out") {
  CHECK(to_utf8("El puerto está ma\xC3") == "El puerto está ma");
  CHECK(to_utf8("naïve \xE2\x80") == "naïve ");
  CHECK(to_utf8("caf\xE9") == "café");
  CHECK(to_utf8("d\xE9j\xE0") == "déjà");
}

TEST_CASE("text is told from other bytes") {
  CHECK(looks_like_text("A story.\n"));
  CHECK(looks_like_text(""));
  CHECK(
      looks_like_text("\xFF\xFE"
                      "a\0b\0"s));
  CHECK(
      looks_like_text("wire\x01 codes, a few, do not make it binary ........"));
  CHECK_FALSE(
      looks_like_text("\x7F"
                      "ELF\x02\x01\x01\0\0\0\0\0\0\0"s));
  CHECK_FALSE(looks_like_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s));
}
