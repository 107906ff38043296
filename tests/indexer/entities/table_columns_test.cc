#include "indexer/entities/table_columns.h"

#include <string_view>

#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("no name reaches over a table's columns") {
  CHECK(tagged("Ivan Kulik     USSR      Murmansk      22,000") ==
        "[PER Ivan Kulik]     [LOC USSR]      [LOC Murmansk]      22,000");
}

TEST_CASE("two spaces stand for lost stops") {
  CHECK(tagged("The bill of Senator Roberts  Japan reopened its market. Mary "
               "L  Landrieu  Joseph R  Biden  Jr  and Hillary Clinton met") ==
        "The bill of Senator [PER Roberts]  [LOC Japan] reopened its market. "
        "[PER Mary L  Landrieu]  [PER Joseph R  Biden  Jr]  and [PER Hillary "
        "Clinton] met");
  CHECK(tagged("flood control projects in Louisiana  Mississippi and Texas") ==
        "flood control projects in [LOC Louisiana]  [LOC Mississippi] and "
        "[LOC Texas]");
  CHECK(tagged("flood control projects in Georgia  Florida and Texas") ==
        "flood control projects in [LOC Georgia]  [LOC Florida] and [LOC "
        "Texas]");
  constexpr std::string_view kCases[][2] = {
      {"Schumer  Clinton Announce Grants for Vik  Senators Charles E  Schumer "
       "and Hillary Rodham Clinton said so",
       "Schumer; Clinton; Charles E  Schumer; Hillary Rodham Clinton"},
      {"Washington  DC  Senator Hillary Rodham Clinton today wrote a bill",
       "Hillary Rodham Clinton"},
      {"Justice Sandra Day O   Connor sat beside Arlen    Specter all day",
       "Sandra Day O   Connor; Arlen    Specter"},
      {"I thank you for it  Sincerely  Barack Obama", "Barack Obama"},
      {"a dam  Washington   DC   Senator Ann Lee spoke", "Ann Lee"},
      {"fund the ships  said Senator Shelby  The LCS will give us new ones",
       "Shelby"},
      {"wrote Olympia Snowe and Susan Collins  New Hampshire Senator Judd "
       "Gregg and others",
       "Olympia Snowe; Susan Collins; Judd Gregg"},
      {"wrote to C  L    Butch    Otter and to others",
       "C  L    Butch    Otter"},
      {"it was hit by Hurricane Katrina  After Katrina  Schumer asked in June  "
       "Clinton in July for help",
       "Schumer; Clinton"},
      {"his chief of staff  D  Kyle  Sampson  resigned", "D  Kyle  Sampson"},
      {"said so to Senators Craig Thomas  R Wyo   Mike Crapo  R Idaho  and Max "
       "Baucus  D Mont   who wrote the bill",
       "Craig Thomas; Mike Crapo; Max Baucus"},
  };
  for (const auto& [text, expected] : kCases) CHECK(people(text) == expected);
}

}  // namespace
}  // namespace broadsheet
