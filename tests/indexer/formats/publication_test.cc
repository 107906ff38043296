// Statuses, moments and notes of corrections, as agencies declare them.
#include "indexer/formats/publication.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;

TEST_CASE("statuses and moments are understood in all spellings") {
  CHECK(status_of("stat:canceled") == "killed");
  CHECK(status_of("Withheld") == "withheld");
  CHECK(status_of("http://cv.iptc.org/newscodes/pubstatusg2/withheld") ==
        "withheld");
  CHECK(status_of("usable").empty());
  CHECK(utc_stamp("2024-02-08T12:30:00+01:00") == "20240208113000");
  CHECK(utc_stamp("20240208T003000+0100") == "20240207233000");
  CHECK(utc_stamp("2024-02-08T23:30:05-05:00") == "20240209043005");
  CHECK(utc_stamp("2024-02-08") == "20240208000000");
  CHECK(utc_stamp("soon").empty());
}

TEST_CASE("an editors' note may be a correction") {
  const std::pair<std::string_view, bool> notes[] = {
      {"CORRECTS the name in the second paragraph", true},
      {"Correction: it was the inner mole", true},
      {"(Berichtigung) Der Name ist Voss", true},
      {"Rectificatif : bien lire 12", true},
      {"ednoterole:correction", true},
      {"sig:update", false},
      {"Text 250 words", false},
      {"Updates: a correction will follow", false},
      {"", false},
  };
  for (const auto& [note, is_one] : notes) {
    CAPTURE(note);
    CHECK(tells_correction(note) == is_one);
  }
  const auto item = [](std::string_view meta) {
    return only("newsml-g2",
                fmt::format("<newsItem guid=\"urn:1\"><itemMeta>{}</itemMeta>"
                            "<contentMeta><headline>Mole</headline>"
                            "</contentMeta></newsItem>",
                            meta))
        .correction;
  };
  CHECK(item("<edNote>CORRECTS name</edNote>") == "CORRECTS name");
  CHECK(item("<signal qcode=\"sig:correction\"/><edNote>Name</edNote>") ==
        "Name");
  CHECK(item("<signal qcode=\"sig:update\"/><edNote>Name</edNote>").empty());
  CHECK(only("ninjs", R"({"uri":"urn:1","headline":"Mole","pubstatus":"usable",
"ednote":"CORRECTS name"})")
            .correction == "CORRECTS name");
  CHECK(only("nitf", R"(<nitf><head><docdata><ed-msg info="CORRECTS name"/>
</docdata></head><body><body.content><p>One.</p></body.content></body></nitf>)")
            .correction == "CORRECTS name");
}
