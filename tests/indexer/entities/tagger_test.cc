#include "indexer/entities/tagger.h"

#include <regex>
#include <set>
#include <string>

#include "common/cli/error.h"
#include "common/text/utf8.h"
#include "indexer/entities/model.h"
#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("people without their titles, places without their peoples") {
  CHECK(tagged("Egyptian Foreign Minister Sameh Shoukry met Antony Blinken "
               "in Cairo.") ==
        "[MISC Egyptian] Foreign Minister [PER Sameh Shoukry] met "
        "[PER Antony Blinken] in [LOC Cairo].");
  CHECK(tagged("President Abdel-Fattah al-Sissi’s trip to Saudi Arabia") ==
        "President [PER Abdel-Fattah al-Sissi]’s trip to "
        "[LOC Saudi Arabia]");
}

TEST_CASE("forms of address are no part of a name") {
  const char* const cases[] = {
      "U [PER Thein Tun Oo] and Daw [PER Mya Mya Sein] were sentenced.",
      "Bupati [PER Suharso] and Ibu [PER Retno Wulandari] opened the dam.",
      "Alhaji [PER Sani Danjuma] met Weizero [PER Tsehay Negash].",
      "Grand Ayatollah [PER Ali al-Shirazi] condemned both.",
      "Sardar [PER Aftab Khan Khattak] and Pandit [PER Keshari Nath] met.",
  };
  for (const std::string gold : cases) {
    const std::string text =
        std::regex_replace(gold, std::regex(R"(\[PER ([^\]]*)\])"), "$1");
    CHECK(tagged(text) == gold);
  }
}

TEST_CASE("a title shows a person, and is none of the name") {
  constexpr std::string_view kCases[][2] = {
      {"He drove into Grozny with General Vyacheslav Tikhomirenko to patrol.",
       "Vyacheslav Tikhomirenko"},
      {"She died hours after King Mswela said that war was near.", "Mswela"},
      {"House Speaker Jim Wright is lobbying congressmen to support a plan.",
       "Jim Wright"},
      {"Hours later gunmen shot judge Nawfal Hamadi on the road to Kirkuk.",
       "Nawfal Hamadi"},
      {"U.S. District Judge I. Leo Glassman said defence lawyer Bruce Meyer "
       "must be able to see him.",
       "I. Leo Glassman; Bruce Meyer"},
      {"The amendment by Sen  Landrieu directs the Secretary", "Landrieu"},
      {"They fled from the rebels of Colonel Innocent Kabarebe Nzitonda.",
       "Innocent Kabarebe Nzitonda"},
      {"Grandpa Mushegh and Flanker Eoin Carmody spoke.",
       "Mushegh; Eoin Carmody"},
      {"Mubarak Salem headed in after a mistake by Rezazadeh.",
       "Mubarak Salem; Rezazadeh"},
      {"Shares of General Motors and General Mills fell in New York.", ""},
      {"The texts of the letters Senators Lindqvist and Okafor sent to "
       "President Mensah.\nAnna Lindqvist\nChidi Okafor",
       "Lindqvist; Okafor; Mensah; Anna Lindqvist; Chidi Okafor"},
      {"According to Administrator Johnson, removal of the asbestos has begun. "
       "The Administrator shall be heard.",
       "Johnson"},
      {"The lawyers wrote that Justices Mensah and others were wrong.",
       "Mensah"},
      {"She wrote to Majority Leader Holm (R-TN) and House Speaker Nancy Lind.",
       "Holm; Nancy Lind"},
      {"Senate Majority Leader Sen. Harry Lind and Co-Chairman Okafor spoke.",
       "Harry Lind; Okafor"},
      {"The resignation of Attorney General Gonzales came late.", "Gonzales"},
      {"Dear Anna Lindqvist,\nThank you.\nSincerely Chidi Okafor",
       "Anna Lindqvist; Chidi Okafor"},
  };
  for (const auto& [text, expected] : kCases) CHECK(people(text) == expected);
}

TEST_CASE("a place beside a place") {
  CHECK(tagged(
            "His party named Lulzim Bashaku; Kavaja and Shijak vote in May.") ==
        "His party named [PER Lulzim Bashaku]; [LOC Kavaja] and [LOC Shijak] "
        "vote "
        "in May.");
  CHECK(tagged("He sent his secretary to Juchitán de Zaragoza on Monday.") ==
        "He sent his secretary to [LOC Juchitán de Zaragoza] on Monday.");
  CHECK(tagged("Arafat and Paris agreed.") ==
        "[PER Arafat] and [LOC Paris] agreed.");
}

TEST_CASE("two people with a conjunction are no firm") {
  CHECK(tagged("Antony Blinken met Abdel-Fattah al-Sissi. The Department of "
               "State said Blinken and al-Sissi discussed it.") ==
        "[PER Antony Blinken] met [PER Abdel-Fattah al-Sissi]. The "
        "[ORG Department of State] said [PER Blinken] and [PER al-Sissi] "
        "discussed it.");
}

TEST_CASE("words of accounts name nobody") {
  CHECK(tagged("Shr loss 17 cts vs profit two cts\nNet loss 154,654\n"
               "Revs 517,699 vs 374,108") ==
        "Shr loss 17 cts vs profit two cts\nNet loss 154,654\n"
        "Revs 517,699 vs 374,108");
}

TEST_CASE("in capitals, too, a place keeps its first word") {
  CHECK(tagged("BANK IN NEW YORK ADDS TO LOSSES AFTER NEW ZEALAND SALE") ==
        "BANK IN [LOC NEW YORK] ADDS TO LOSSES AFTER [LOC NEW ZEALAND] SALE");
  CHECK(tagged("NEW DELHI SAYS NO TO NEW TALKS") ==
        "[LOC NEW DELHI] SAYS NO TO NEW TALKS");
  CHECK(tagged("SENATORS PRAISE FUNDS FOR SCHOOLS IN ST. LOUIS") ==
        "SENATORS PRAISE FUNDS FOR SCHOOLS IN [LOC ST. LOUIS]");
}

TEST_CASE("who speaks in a flash, and who is its source") {
  CHECK(people("****** Balladur urges G-7 to respect pledges") == "Balladur");
  CHECK(people("Sumita welcomes joint confirmation of accord") == "Sumita");
  CHECK(people("Bundesbank has no interest in higher rates - Poehl") ==
        "Poehl");
  CHECK(people("U.S. farmers to plant less corn, more beans - USDA") == "");
}

TEST_CASE("a full name stays whole") {
  CHECK(people("Senators Charles E Schumer and Hillary Rodham Clinton and "
               "Congresswoman Louise Slaughter spoke") ==
        "Charles E Schumer; Hillary Rodham Clinton; Louise Slaughter");
}

TEST_CASE("stage names, and streets called after people") {
  CHECK(people("At the club DJ AM and DJ Khaled played.") ==
        "DJ AM; DJ Khaled");
  CHECK(tagged("The Clarence Dock is a dock. Trafalgar Dock lies south.") ==
        "The [LOC Clarence Dock] is a dock. [LOC Trafalgar Dock] lies south.");
}

TEST_CASE("who holds an office or owns a firm is a person") {
  CHECK(people("However, the president of the Brazilian Coffee Institute, "
               "Jorio Dauster, said yesterday he had not yet decided") ==
        "Jorio Dauster");
  CHECK(tagged("Michael Davidoff, head trader for Ivan Boesky's Seemala Corp, "
               "consented to it.") ==
        "[PER Michael Davidoff], head trader for [PER Ivan Boesky]'s "
        "[ORG Seemala Corp], consented to it.");
}

TEST_CASE("firms and words of accounts are nobody, given names or not") {
  constexpr std::string_view kCases[] = {
      "MARK IV <IV> UNIT TO BEGIN CONRAC TENDER. Mark IV said it was final.",
      "WHIRLPOOL CORP <WHR> REG QTLY DIV\nQtly div 20 cts vs 20 cts prior\n"
      "Pay June One\nRecord May 15",
      "LAST BUYER SELLER\nHg Cash 909.5 909.5 910.0\n3 Months 879.0 879.0",
      "It should fluctuate around 30 mln N.Z. Dlrs. Pay May 2 Record April One",
      "Banks made heavy use of the Lombard emergency funding facility.",
      "Gruppo Ferruzzi SpA is one of several groups. Ferruzzi will pay.",
  };
  for (const std::string_view text : kCases) CHECK(people(text) == "");
}

TEST_CASE("a particle begins a name wherever it stands") {
  CHECK(people("Commander Virgilio do Carmo Ximenes closed the border.") ==
        "Virgilio do Carmo Ximenes");
  CHECK(people("Carla del Ponte spoke of accounts in Switzerland, del Ponte's "
               "aide said.") == "Carla del Ponte; del Ponte");
}

TEST_CASE("ships and grades of oil are nobody") {
  CHECK(people("The tanker Ivan Kulik and the frigate Elena burned.") == "");
  CHECK(people("Brent rose ten cents. A trader said Brent was weak.") == "");
  CHECK(people("Brent Carver came home. Brent was tired, he said.") ==
        "Brent Carver; Brent");
}

TEST_CASE("neither bills of a parliament nor its committees are people") {
  CHECK(people("Ms. Holm praised S. Res. 431, and H. Con. Res. 62 passed the "
               "House. S. Res 89 fell.") == "Holm");
  CHECK(people("Their bill, S.J. Res. 12, and S. Con. Res. 7 were read, then "
               "S. J. Res. 5 and S.Amdt. 31 by S. J. Holm.") == "S. J. Holm");
  CHECK(people("the Senate  S Con  Res  55  which Senator Holm wrote  and "
               "S  Res  71 passed") == "Holm");
  CHECK(people("Senator Jan Holm, chairman of the Senate Committee on Banking, "
               "Housing and Urban Affairs, named Ann Lind chief counsel.") ==
        "Jan Holm; Ann Lind");
  CHECK(people("Holm is a member of the following committees: Appropriations; "
               "Banking, Housing and Urban Affairs; Budget; Ethics.") ==
        "Holm");
  CHECK(people("Senator S. Resnick and H. Conway met J. Res in Bonn.") ==
        "S. Resnick; H. Conway; J. Res");
  CHECK(people("The hearing is in the Holm Senate Office Building. The 2002 "
               "Farm Bill, which Senator Jan Holm wrote, is read in Room 106 "
               "of the Hart Senate Office Building.") == "Jan Holm");
}

TEST_CASE("grants are nobody") {
  CHECK(people("She raised the maximum Pell Grant award, for the Pell Grant is "
               "too low, said Ulysses Grant.") == "Ulysses Grant");
}

TEST_CASE("a nickname stands inside a name") {
  CHECK(people("It was Sen. John D. (Jay) Rockefeller IV of West Virginia.") ==
        "John D. (Jay) Rockefeller IV");
  CHECK(people("The trumpeter Clarence \"Bud\" Lee played.") ==
        "Clarence \"Bud\" Lee");
  CHECK(people("Senators John Kerry (Mass) Robert Byrd and Ann Holm met.") ==
        "John Kerry; Robert Byrd; Ann Holm");
}

TEST_CASE("storms are nobody") {
  CHECK(people("Officials said Hurricanes Katrina and Rita cost billions, and "
               "Jeff Bush that Katrina was the worse.") == "Jeff Bush");
}

TEST_CASE("places without a comma, and what is none") {
  CHECK(tagged("The plant located in Rochester NY was closed.") ==
        "The plant located in [LOC Rochester] [LOC NY] was closed.");
  CHECK(tagged("WASHINGTON DC  United States Senator Jan Holm  who came from "
               "Tripoli Libya  wrote this  ") ==
        "[LOC WASHINGTON DC]  [LOC United States] Senator [PER Jan Holm]  who "
        "came from [LOC Tripoli] [LOC Libya]  wrote this  ");
  CHECK(tagged("the soldiers in Iraq It is time to bring them home from Plum "
               "Island and Atlantic Canada  ") ==
        "the soldiers in [LOC Iraq] It is time to bring them home from [LOC "
        "Plum Island] and [LOC Atlantic Canada]  ");
  CHECK(tagged("It sails to Iraq, Kuwait and East.") ==
        "It sails to [LOC Iraq], [LOC Kuwait] and East.");
}

TEST_CASE("a town of the capital's name goes no further than its district") {
  CHECK(tagged("Washington DC Today U S Senator Jan Holm wrote it") ==
        "[LOC Washington DC] Today U S Senator [PER Jan Holm] wrote it");
  CHECK(tagged("WASHINGTON D C U S Sen Jan Holm wrote it") ==
        "[LOC WASHINGTON D C] U S Sen [PER Jan Holm] wrote it");
}

TEST_CASE("a state stands behind a party") {
  CHECK(tagged("Sens. Jan Holm (R-OR), Ann Vik (D-MS), Per Moe (I-IN) and Liv "
               "Dahl, R-Miss., agreed with Del. Eva Lie (D-DC).") ==
        "Sens. [PER Jan Holm] (R-[LOC OR]), [PER Ann Vik] (D-[LOC MS]), [PER "
        "Per Moe] (I-[LOC IN]) and [PER Liv Dahl], R-[LOC Miss.], agreed "
        "with [PER Del. Eva Lie] (D-[LOC DC]).");
  CHECK(tagged("He took the T-OR line to Vik.").find("[LOC OR") ==
        std::string::npos);
}

TEST_CASE("what an address, a bill or a committee's name shows") {
  CHECK(tagged("Jan Holm\nWashington, DC 20529\nDear Mr. Holm:\n") ==
        "[PER Jan Holm]\n[LOC Washington], [LOC DC] 20529\nDear Mr. [PER "
        "Holm]:\n");
  CHECK(tagged("Jan Holm\nDepartment of Energy\nWashington, DC 20529\n") ==
        "[PER Jan Holm]\n[ORG Department of Energy]\n[LOC Washington], [LOC "
        "DC] 20529\n");
  CHECK(tagged("Holm took issue with the provision in S. 1843.") ==
        "[PER Holm] took issue with the provision in S. 1843.");
  CHECK(
      tagged("Holm, a member of the Senate Committee on Commerce, Science and "
             "Transportation, lives in Vik.")
          .find("[LOC Commerce") == std::string::npos);
  CHECK(people("Diane Holm, President CEO\nPresident CEO\nHart Building, Room "
               "522\nstored at 34 degrees Fahrenheit or less\n") ==
        "Diane Holm");
  CHECK(tagged("On Earth Day the president spoke of the State of the Union, "
               "and a firm in Union, New Jersey, of peace on Earth.")
            .find("[LOC Earth") == std::string::npos);
  CHECK(tagged("He works for a firm in Union, New Jersey, since May.") ==
        "He works for a firm in [LOC Union], [LOC New Jersey], since May.");
  const std::string known =
      "They pay for care in Medicare. Medicare pays. Doctors leave Medicare.";
  CHECK(tagged(known).find("[LOC") == std::string::npos);
}

TEST_CASE("a lineup names its players") {
  CHECK(tagged("Team: 15-Jim Staples; 14-James Toplin, 13-Jonathan Bell") ==
        "Team: 15-[PER Jim Staples]; 14-[PER James Toplin], "
        "13-[PER Jonathan Bell]");
}

TEST_CASE("the rest of the story says what a word is") {
  Tagger tagger(TaggerModel::embedded());
  const std::string body =
      "Prime Minister Joanna Jordan met reporters. Jordan said she was tired.";
  CHECK(marked(body, tagger.tag("", body).body) ==
        "Prime Minister [PER Joanna Jordan] met reporters. [PER Jordan] said "
        "she was tired.");
}

TEST_CASE("companies named after people") {
  CHECK(people("Dayton Hudson Corp said net rose. Dayton Hudson will close "
               "stores, James Hudson said. Ms. Dayton Hudson left.") ==
        "James Hudson; Dayton Hudson");
  CHECK(tagged("Economists at Merrill Lynch and Goldman Sachs agreed.") ==
        "Economists at [ORG Merrill Lynch] and [ORG Goldman Sachs] agreed.");
  CHECK(tagged("Officials of Kline and Co said so.") ==
        "Officials of [ORG Kline and Co] said so.");
}

TEST_CASE("firms of two names, and those with a possessive ending") {
  CHECK(tagged("Carver and Boyd raised its offer. Lawyers for Carver and Boyd "
               "would not comment.") ==
        "[ORG Carver and Boyd] raised its offer. Lawyers for "
        "[ORG Carver and Boyd] would not comment.");
  CHECK(tagged("Bill Carver met Boyd. Carver and Boyd talked; Carver and Boyd "
               "agreed.") ==
        "[PER Bill Carver] met [PER Boyd]. [PER Carver] and [PER Boyd] "
        "talked; [PER Carver] and [PER Boyd] agreed.");
  CHECK(tagged("Moody's cut the debt of the city.") ==
        "[ORG Moody]'s cut the debt of the city.");
  CHECK(tagged("James Moody spoke. Moody's car was stolen.") ==
        "[PER James Moody] spoke. [PER Moody]'s car was stolen.");
  CHECK(tagged("He sued Harland Tool Co. Moody's said it knew.") ==
        "He sued [ORG Harland Tool Co.] [ORG Moody]'s said it knew.");
}

TEST_CASE("firms by their partners and their signs") {
  CHECK(tagged("He left Ryan, Read and Co Inc for Harlan, Fenner and Moore "
               "Inc, a spokesman said.") ==
        "He left [ORG Ryan], [ORG Read and Co Inc] for [ORG Harlan], "
        "[ORG Fenner and Moore Inc], a spokesman said.");
  CHECK(tagged("Officials of Thomas Read and Co said so.") ==
        "Officials of [ORG Thomas Read and Co] said so.");
  CHECK(tagged("Carl Icahn fought Texaco. Icahn and Texaco Inc agreed.") ==
        "[PER Carl Icahn] fought [ORG Texaco]. [PER Icahn] and "
        "[ORG Texaco Inc] agreed.");
  CHECK(tagged("<Harlan> said it bought Sullivan <SLVN>, its rival.") ==
        "<[ORG Harlan]> said it bought [ORG Sullivan] <SLVN>, its rival.");
}

TEST_CASE("what looks like a place or a person and is none") {
  CHECK(tagged("The Paris Club of creditors will meet.") ==
        "The [ORG Paris Club] of creditors will meet.");
  CHECK(tagged("The ferry to Wadi Halfa was late.") ==
        "The ferry to [LOC Wadi Halfa] was late.");
  CHECK(tagged("Prices rose in mid-February and by end-March.") ==
        "Prices rose in mid-February and by end-March.");
  CHECK(tagged("He flew to St. Louis on Monday.") ==
        "He flew to [LOC St. Louis] on Monday.");
  CHECK(tagged(
            "Karin Litton was tried. \"I am sorry,\" Litton told the court.") ==
        "[PER Karin Litton] was tried. \"I am sorry,\" [PER Litton] told "
        "the court.");
}

TEST_CASE("names as they are borne in the world") {
  const char* cases[] = {
      "Ustadh [PER Karim Bawazir] met Datuk Seri [PER Idris Osman].",
      "[PER Galina Sergeyevna Belova] and [PER Pyotr Ilyich Belov] left.",
      "[PER Nguyen Thi Lan] and [PER Tran Van Khoa] were freed.",
      "[PER Roh Kyung-tae] replaced [PER Choe Sung-min].",
      "[PER Hans von und zu Aulenbach] met [PER Dirk ter Beek].",
      "[PER Maria de los Reyes Cuesta] sued [PER Rui dos Passos].",
  };
  for (const std::string expected : cases) {
    const std::regex marks(R"(\[PER ([^\]]*)\])");
    CHECK(tagged(std::regex_replace(expected, marks, "$1")) == expected);
  }
}

TEST_CASE("particles and given names go with the family name") {
  CHECK(tagged("\"I am happy,\" del Ponte told reporters.") ==
        "\"I am happy,\" [PER del Ponte] told reporters.");
  CHECK(tagged("George Washington led the army.") ==
        "[PER George Washington] led the army.");
}

TEST_CASE("headline and body have offsets of their own") {
  Tagger tagger(TaggerModel::embedded());
  const TaggedStory story =
      tagger.tag("Blinken in Cairo", "Antony Blinken flew to Cairo.");
  CHECK(marked("Blinken in Cairo", story.headline) ==
        "[PER Blinken] in [LOC Cairo]");
  CHECK(marked("Antony Blinken flew to Cairo.", story.body) ==
        "[PER Antony Blinken] flew to [LOC Cairo].");
}

TEST_CASE("a line in capitals") {
  CHECK(tagged("EGYPTIAN PRESIDENT HOSNI MUBARAK ARRIVES IN WASHINGTON "
               "FOR TALKS") ==
        "[MISC EGYPTIAN] PRESIDENT [PER HOSNI MUBARAK] ARRIVES IN "
        "[LOC WASHINGTON] FOR TALKS");
}

TEST_CASE("what the tagger saw before does not show") {
  const std::string text = "Mary Robinson spoke in Dublin about Rwanda.";
  Tagger tagger(TaggerModel::embedded());
  const TaggedStory fresh = tagger.tag("", text);
  std::string noise;
  for (int i = 0; i < 60000; ++i) noise += "Xq" + std::to_string(i) + "z ";
  tagger.tag("", noise);
  CHECK(tagger.tag("", text) == fresh);
}

TEST_CASE("any bytes: spans inside, on character borders, in order") {
  std::string text;
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525 + 1013904223;
    text += state >> 30 == 0 ? 'A' : static_cast<char>(state >> 24);
  }
  // An invalid byte is a character of its own.
  std::set<std::size_t> borders{0};
  for (std::size_t at = 0; at < text.size(); borders.insert(at)) {
    next_char(text, at);
  }
  Tagger tagger(TaggerModel::embedded());
  std::uint32_t end = 0;
  for (const TaggedSpan& span : tagger.tag(text, text).body) {
    CHECK(span.begin >= end);
    CHECK(span.begin < span.end);
    CHECK(borders.contains(span.begin));
    CHECK(borders.contains(span.end));
    end = span.end;
  }
}

TEST_CASE("pieces of a long text join on") {
  std::string text;
  while (text.size() < (std::size_t{5} << 19)) {
    text += "Officials said that Kofi Annan was expected in Geneva soon.\n";
  }
  Tagger tagger(TaggerModel::embedded());
  const auto spans = tagger.tag("", text).body;
  REQUIRE(!spans.empty());
  CHECK(spans.size() == 2 * (text.size() / 60));
  CHECK(spans.back().end > text.size() - 10);
}

TEST_CASE("a model that is none is refused") {
  CHECK_THROWS_AS(TaggerModel("no model"), Error);
  CHECK_THROWS_AS(TaggerModel(std::string(kModelMagic) + "\n\n"), Error);
}

TEST_CASE("the model names its sources") {
  const std::string_view header = TaggerModel::embedded().header();
  CHECK(header.find("GeoNames") != std::string_view::npos);
  CHECK(header.find("CC BY 4.0") != std::string_view::npos);
}

}  // namespace
}  // namespace broadsheet
