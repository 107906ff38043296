#include "indexer/entities/joined_people.h"

#include <string>
#include <string_view>

#include "tests/catch.h"
#include "tests/indexer/entities/marked_text.h"

namespace broadsheet {
namespace {

TEST_CASE("people whom a text without punctuation runs together") {
  constexpr std::string_view kCases[][2] = {
      {"Senators Carl Levin D Mich and Susan Collins R ME met today",
       "Carl Levin; Susan Collins"},
      {"legislation by Senator Robert Byrd D WV and Sen Judd Gregg R N H",
       "Robert Byrd; Judd Gregg"},
      {"Kerry will join Senator Edward Kennedy Congressman Stephen Lynch here",
       "Kerry; Edward Kennedy; Stephen Lynch"},
      {"Marine Secretary Bernadette Ip Wai-ling said so.",
       "Bernadette Ip Wai-ling"},
      {"Washington DC Senator Hillary Clinton offered congratulations",
       "Hillary Clinton"},
      {"WASHINGTON D C B U S Senator R Colorado paid tribute", ""},
      {"Senators Tom Harkin D and John Paul I were named",
       "Tom Harkin; John Paul I"},
      {"U S Senator Patty Murray Senators decry the appointment",
       "Patty Murray"},
      {"Sen Lisa Murkowski Wednesday succeeded in adding a provision",
       "Lisa Murkowski"},
      {"Charles Schumer and Hillary Clinton spoke. Schumer Clinton announced.",
       "Charles Schumer; Hillary Clinton; Schumer; Clinton"},
      {"John D. Rockefeller met Minnie Driver and John Major in Washington.",
       "John D. Rockefeller; Minnie Driver; John Major"},
  };
  for (const auto& [text, expected] : kCases) CHECK(people(text) == expected);
}

TEST_CASE("a bare text shows by its words alone where a name ends") {
  const std::string bare =
      " the bill would make sure that all of the families who lost their homes "
      "in the storm can go on with their lives and that the schools in the "
      "towns along the coast will be open again by the time the children come "
      "back from their summer holidays in the hills to the north of the state";
  constexpr std::string_view kCases[][2] = {
      {"2004 United States Senator Jeff Sessions Alabama", "Jeff Sessions"},
      {"The plan of Ann Holm is good\nAnn Holm Virginia", "Ann Holm; Ann Holm"},
      {"A singer called Ann Virginia met Ann Lind Virginia",
       "Ann Virginia; Ann Lind Virginia"},
      {"For more information Laura Capps Melissa Wagoner 202 224 2633",
       "Laura Capps; Melissa Wagoner"},
      {"said Senator Mark Pryor Marion Berry Vic Snyder Mike Ross today",
       "Mark Pryor; Marion Berry; Vic Snyder; Mike Ross"},
      {"For more information Melissa Wagoner Keith Maley 202 224 2633",
       "Melissa Wagoner; Keith Maley"},
      {"Senators Carl Levin and Debbie Stabenow spoke Levin Stabenow Announce",
       "Carl Levin; Debbie Stabenow; Levin; Stabenow"},
      {"work by Congressman Vic Snyder AR and others Wayne Allard said Allard "
       "I",
       "Vic Snyder; Wayne Allard; Allard"},
      {"Senator Patty Murray spoke Murray Murray Statement on Class Action",
       "Patty Murray; Murray; Murray"},
      {"Washington U S Senators Kent Conrad and Byron Dorgan announced",
       "Kent Conrad; Byron Dorgan"},
      {"Senator Jim Webb I thank him said Lindsey Graham According to him",
       "Jim Webb; Lindsey Graham"},
      {"a letter of Senator Barbara A Mikulski and Osama bin Laden aides",
       "Barbara A Mikulski; Osama bin Laden"},
      {"Martin Luther King Jr and Aung San Suu Kyi were praised",
       "Martin Luther King Jr; Aung San Suu Kyi"},
      {"John Roberts was heard ROBERTS Well you know said Roberts From the "
       "start",
       "John Roberts; ROBERTS; Roberts"},
      {"Senator Patty Murray wrote it Murray Works to Confirm a Judge",
       "Patty Murray; Murray"},
      {"after voting for the Farm Bill H R 2419 and the Mark V patrol boat",
       ""},
      {"U S Senator Tom Coburn M D R OK released it", "Tom Coburn"},
      {"they would have to foot the Bill Schumer said and the Iraq Spending "
       "Bill Schumer wrote",
       "Schumer; Schumer"},
      {"Washington DC Senator Hillary Rodham Clinton D NY praised the passage",
       "Hillary Rodham Clinton"},
      {"a speech of Senator Clinton Senate Republicans blocked two laws",
       "Clinton"},
      {"Washington DC Senators Charles Schumer and Hillary Rodham Clinton "
       "today called on the Senate Committee on Homeland Security",
       "Charles Schumer; Hillary Rodham Clinton"},
      {"Others are Senators Patty Murray D WA Edward Kennedy D MA Barack Obama "
       "D IL and Byron Dorgan D ND",
       "Patty Murray; Edward Kennedy; Barack Obama; Byron Dorgan"},
      {"WASHINGTON D C U S Senators Blanche Lincoln D and Mark Pryor D and "
       "Representatives Marion Berry D announced it",
       "Blanche Lincoln; Mark Pryor; Marion Berry"},
      {"Maine Senators Olympia Snowe and Susan Collins New Hampshire Senators "
       "Judd Gregg and John Sununu wrote",
       "Olympia Snowe; Susan Collins; Judd Gregg; John Sununu"},
      {"Senators Max Baucus of Montana Sam Brownback of Kansas and Byron "
       "Dorgan R South Dakota wrote",
       "Max Baucus; Sam Brownback; Byron Dorgan"},
      {"a grant to the House of Representatives University Fund and to the "
       "Senate Judiciary Committee",
       ""},
      {"Sincerely\nCharles E Schumer Hillary Rodham Clinton\n",
       "Charles E Schumer; Hillary Rodham Clinton"},
  };
  for (const auto& [text, expected] : kCases)
    CHECK(people(std::string(text) + bare) == expected);
  CHECK(tagged("troops serving in Iraq Afghanistan and elsewhere" + bare) ==
        "troops serving in [LOC Iraq] [LOC Afghanistan] and elsewhere" + bare);
}

}  // namespace
}  // namespace broadsheet
