// TREC, the wire and mail: what each of them carries that the others do not.
// The sample archive has whole files.
#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using test::Reading;
using test::reading;
using Names = std::vector<std::string>;

TEST_CASE("TREC") {
  const Reading result = reading("x", R"(<DOC>
<DOCNO> AP880212-0001 </DOCNO>
<HEAD>Mole Closed</HEAD>
<DATELINE>VIK, Iceland (AP) </DATELINE>
<TEXT>
   The harbour master closed the outer mole of the town on Tuesday after a
second stone fell.
   Nobody was hurt.
</TEXT>
</DOC>
<DOC>
<DOCNO> X2 </DOCNO>
<DOC>
<DOCNO> X3 </DOCNO><TEXT><P>One.</P><P>Two.</P></TEXT>
</DOC>
)");
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].source_id == "AP880212-0001");
  CHECK(result.stories[0].headline == "Mole Closed");
  CHECK(result.stories[0].body ==
        "The harbour master closed the outer mole of the town on Tuesday after "
        "a second stone fell.\nNobody was hurt.");
  CHECK(result.stories[1].body == "One.\nTwo.");
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].record == "story X2");
  CHECK(result.skips[0].why == "unterminated <DOC>");
}

TEST_CASE("the habits of TREC's papers") {
  struct Case {
    const char* why;
    const char* story;
    const char* headline;
    const char* date;
    const char* body;
  };
  const Case cases[] = {
      {"the day is in the id",
       "<DOC>\n<DOCNO> AP880212-0001 </DOCNO><HEAD>Mole</HEAD>"
       "<TEXT>One.</TEXT></DOC>",
       "Mole", "1988-02-12", "One."},
      {"American order, and a first paragraph of its own",
       "<DOC><DOCNO> WSJ870324-0001 </DOCNO><HL> Mole Closed:@ Two Hurt </HL>"
       "<DD> 03/24/87 </DD><LP> One. </LP><TEXT> Two. </TEXT></DOC>",
       "Mole Closed: Two Hurt", "1987-03-24", "One.\nTwo."},
      {"six digits, and the paper in the headline",
       "<DOC><DOCNO>FT922-1</DOCNO><DATE>920513</DATE><HEADLINE>FT  13 MAY 92 "
       "/ Mole closed</HEADLINE><TEXT>One.</TEXT></DOC>",
       "Mole closed", "1992-05-13", "One."},
      {"in words; its id has the month first",
       "<DOC><DOCNO> LA080990-0001 </DOCNO><DATE><P>August 9, 1990, Thursday, "
       "Home Edition </P></DATE><HEADLINE><P>MOLE</P></HEADLINE><TEXT><P>One."
       "</P></TEXT></DOC>",
       "MOLE", "1990-08-09", "One."},
      {"of the newswires",
       "<DOC id=\"APW_ENG_19941111.0001\" type=\"story\"><HEADLINE>Mole"
       "</HEADLINE><TEXT><P>One.</P></TEXT></DOC>",
       "Mole", "1994-11-11", "One."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = only("trec", c.story);
    CHECK(article.headline == c.headline);
    CHECK(to_string(article.date) == c.date);
    CHECK(article.body == c.body);
    CHECK(article.date_rejected.empty());
  }
}

TEST_CASE("what TREC's other papers print") {
  const Article fbis = only("trec", R"(<DOC>
<DOCNO> FBIS3-1 </DOCNO><HEADER><AU> FBIS-CHI-94-040 </AU>
<DATE1> 1 Mar 1994 </DATE1></HEADER><H3> <TI> Mole Closed </TI></H3>
<TEXT>
Language: <F P=105> Spanish </F>
Article Type:BFN

<F P=106> [By Jane Doe and John Roe] </F>
  [Text] Vik, 1 Mar (HAL) -- The harbour master closed the outer mole.
</TEXT></DOC>)");
  CHECK(fbis.byline == "Jane Doe; John Roe");
  CHECK(fbis.language == "es");
  CHECK(fbis.body ==
        "Vik, 1 Mar (HAL) -- The harbour master closed the outer mole.");

  const Article ziff = only("trec", R"(<DOC>
<DOCNO> ZF109-1 </DOCNO>
<JOURNAL>Mole Week  Oct 30 1989 v6 n43 p1(2)&M;</JOURNAL>
<TITLE>Mole closed. (Vik Inc.)
&M;</TITLE><AUTHOR>Doe, Jane.&M;</AUTHOR>
<TEXT>The mole is closed.&M;</TEXT></DOC>)");
  CHECK(ziff.headline == "Mole closed. (Vik Inc.)");
  CHECK(ziff.byline == "Jane Doe");
  CHECK(ziff.source == "Mole Week");
  CHECK(to_string(ziff.date) == "1989-10-30");
  CHECK(ziff.body == "The mole is closed.");

  const Article times = only("trec", R"(<DOC>
<DOCNO> LA010189-0018 </DOCNO><DATE><P>January 1, 1989, Sunday</P></DATE>
<SECTION><P>Business; Part 4; Page 4; Financial Desk</P></SECTION>
<TEXT><P>The mole is closed.</P></TEXT>
<SUBJECT><P>HARBORS; MOLES</P></SUBJECT></DOC>)");
  CHECK(times.section == "Business");
  CHECK(times.topics == Names{"HARBORS", "MOLES"});
}

TEST_CASE("TREC: a text inside of a body, a byline above it") {
  const Article article = only("trec", R"(<DOC>
<DOCNO> APW19980601.0003 </DOCNO><DATE_TIME> 06/01/1998 00:10:00 </DATE_TIME>
<BODY><SLUG> BC-Mole </SLUG><HEADLINE> Mole closed </HEADLINE>
&UR; By JANE DOE &QC; 
&UR; Halyard Press Writer &QC; 
<TEXT>
	 VIK (HAL) _ It fell.
</TEXT></BODY></DOC>)");
  CHECK(article.byline == "JANE DOE");
  CHECK(article.body == "VIK (HAL) _ It fell.");
}

TEST_CASE("TREC: what editors listed") {
  const Article ft = only("trec", R"(<DOC><DOCNO>FT911-3</DOCNO>
<TEXT>It fell.</TEXT><CO>Harbor Corp.
</CO><CN>PTZ  Portugal, West Europe.
    GBZ  United Kingdom, EC.
</CN><IN>P4412 Deep Sea Freight.
</IN></DOC>)");
  CHECK(ft.places == Names{"Portugal", "United Kingdom"});
  CHECK(ft.orgs == Names{"Harbor Corp"});
  const Article wsj = only("trec", R"(<DOC><DOCNO> WSJ911008-0150 </DOCNO>
<HL>   Mole Closed
   ----
   By Jane Doe
   Staff Reporter of The Journal </HL><CO>
   HRB
</CO><IN>
SHIPPING (SHP)
</IN><RE>
EUROPE (EU)
PORTUGAL (PO)
</RE><LP>It fell.</LP></DOC>)");
  CHECK(wsj.headline == "Mole Closed");
  CHECK(wsj.byline == "Jane Doe");
  CHECK(wsj.places == Names{"EUROPE", "PORTUGAL"});
  CHECK(wsj.topics == Names{"SHIPPING"});
  CHECK(wsj.orgs.empty());
}

TEST_CASE("slugs and notes above a wire headline") {
  const Article german = only(
      "iptc7901",
      "\x01"
      "bdt0042 3 pl 175 dpa 0123\r\n\x02\r\nHafen/Unfaelle/\r\n"
      "(Zusammenfassung 1300 - Neu: Zitate)\r\nHafen sperrt alte Mole =\r\n"
      "\r\nVon Jana Muster, dpa\r\n\r\nVik (dpa) - Die Mole ist zu.\r\n"
      "\x03"
      "041305 Mrz 24\r\n\x04");
  CHECK(german.headline == "Hafen sperrt alte Mole");
  CHECK(german.byline == "Jana Muster");
  CHECK(german.body == "Vik (dpa) - Die Mole ist zu.");
  const Article american =
      only("iptc7901",
           "\x16\x16\x01"
           "a0512\x1c\x1f"
           "d\x1cr i\x1c"
           "bc-\x14Mole\x1c\x02\r\n^BC-Mole,0300<\r\n^Mole closed at Vik<\r\n"
           "^Eds: CORRECTS day in 2nd graf.<\r\n^By JANE DOE=\r\n^Associated "
           "Press Writer=\r\n\tVIK (AP) _ The mole is closed.\r\n\x03\r\n"
           "AP-NY-03-04-88 1501EST<\r\n\x04");
  CHECK(american.headline == "Mole closed at Vik");
  CHECK(american.byline == "JANE DOE");
  CHECK(american.section == "i");
  CHECK(american.correction == "CORRECTS day in 2nd graf.");
  CHECK(american.body == "VIK (AP) _ The mole is closed.");
}

TEST_CASE("the wires of Europe") {
  const auto wire = [](const std::string& copy, const std::string& day) {
    return only("iptc7901", "\x01RTR0042 3 OVR 120\r\n\x02\r\n" + copy +
                                "\x03" + day + "\r\n\x04");
  };
  const Article keywords = wire(
      "PUERTO CIERRE\r\nEl puerto cierra su muelle\r\n\r\nVik, 8 feb "
      "(EFE).- El muelle cay\xf3.\r\n",
      "082302 FEB 24");
  CHECK(keywords.headline == "El puerto cierra su muelle");
  CHECK(keywords.body == "Vik, 8 feb (EFE).- El muelle cayó.");
  const Article indented = wire(
      "BC-MOLE (UPDATE 1)\r\nMole closed at Vik\r\n\r\n   By Jane Doe\r\n   "
      "VIK, Feb 8 (Wire) - The mole is\r\nclosed.\r\n   It "
      "fell.\r\n\tTwice.\r\n",
      "08-FEB-24 23:02 NNNN");
  CHECK(indented.headline == "Mole closed at Vik");
  CHECK(indented.byline == "Jane Doe");
  CHECK(indented.body ==
        "VIK, Feb 8 (Wire) - The mole is closed.\nIt fell.\nTwice.");
  CHECK(to_string(indented.date) == "2024-02-08");
  CHECK(to_string(wire("Mole closed at Vik\r\n\r\nIt fell.\r\n",
                       "upi 02-08-84 02:05 pes")
                      .date) == "1984-02-08");
}

TEST_CASE("letters: quoted beginnings, and who sends for whom") {
  const Article article = only("mail",
                               "From a@b Mon Mar  4 10:00:00 2024\n"
                               "From: Jane Doe via Vik Wire <w@vik.example>\n"
                               "Subject: Mole\nDate: Mon, 4 Mar 2024 10:00 EST"
                               "\n\n>From the start it was clear.\n");
  CHECK(article.byline == "Jane Doe");
  CHECK(article.source == "Vik Wire");
  CHECK(article.body == "From the start it was clear.");
}

TEST_CASE("the wire as it came") {
  const Reading result = reading(
      "x",
      "\x16\x16\x01"
      "hal0042 4 I 0123 Mole\r\n\x02Mole closed at Vik\r\n"
      "VIK, Iceland, Feb 8 - The harbour master closed the outer mole.\r\n"
      "\x03"
      "082302 GMT Feb 87\r\n\x04\x01"
      "hal0043 cut");
  REQUIRE(result.format == "iptc7901");
  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].source_id == "hal0042-19870208");
  CHECK(result.stories[0].section == "I");
  CHECK(result.stories[0].headline == "Mole closed at Vik");
  CHECK(result.stories[0].dateline == "VIK, Iceland, Feb 8");
  CHECK(to_string(result.stories[0].date) == "1987-02-08");
  REQUIRE(result.skips.size() == 1);
  CHECK(result.skips[0].record == "story 2");
}

TEST_CASE("wires: a correction above the headline, an agency before the day") {
  const Article article = only("iptc7901",
                               "\x01"
                               "hal0044 4 I 0123\r\n\x02Musik/\r\n"
                               "Berichtigung: Im 2. Absatz muss es 1911 "
                               "heissen.\r\nOrgel erklingt wieder\r\n\r\n"
                               "Vik (hal) - Die Orgel erklingt.\r\n\x03"
                               "HAL 041405 GMT MAR 24\r\n\x04");
  CHECK(article.headline == "Orgel erklingt wieder");
  CHECK(article.correction ==
        "Berichtigung: Im 2. Absatz muss es 1911 heissen.");
  CHECK(to_string(article.date) == "2024-03-04");
}

TEST_CASE("the American wire") {
  const Article article =
      only("iptc7901",
           "\x01\x16V1234\x1fr a\x12\x14"
           "bc-mole 02-08 0123\r\n\x02^Mole Closed<\r\n^By JANE DOE<\r\n"
           "^Associated Press Writer<\r\n\tVIK (AP) _ The harbor master closed "
           "the outer mole.\r\n\x03\r\nAP-NY-02-08-87 1501EST\r\n\x04");
  CHECK(article.source_id == "V1234-19870208");
  CHECK(article.headline == "Mole Closed");
  CHECK(article.byline == "JANE DOE");
  CHECK(article.dateline == "VIK (AP)");
  CHECK(to_string(article.date) == "1987-02-08");
  CHECK(article.body == "VIK (AP) _ The harbor master closed the outer mole.");
}

TEST_CASE("mail") {
  const Reading result = reading(
      "x.mbox",
      "From a@a.example Thu Feb  8 10:00:00 2024\n"
      "From: Jane Doe <jane@a.example>\nDate: Thu, 8 Feb 2024 23:00:00 -0800\n"
      "Subject: =?utf-8?B?TcO2bGU=?= =?utf-8?Q?_shut?=\nMessage-ID: <1@a>\n"
      "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
      "--b\nContent-Type: text/html\n\n<p>Html.</p>\n"
      "--b\nContent-Type: text/plain; charset=iso-8859-1\n"
      "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 o=\npen.\n-- \nX\n"
      "--b--\n\n"
      "From b@a.example Fri Feb  9 10:00:00 2024\nFrom: b@a.example\n"
      "Date: 9 Feb 2024\nSubject: B\n\nTwo.\n");
  REQUIRE(result.format == "mail");
  REQUIRE(result.stories.size() == 2);
  CHECK(result.stories[0].headline == "Möle shut");
  CHECK(result.stories[0].byline == "Jane Doe");
  CHECK(result.stories[0].source_id == "1@a");
  CHECK(result.stories[0].body == "Café open.");
  CHECK(to_string(result.stories[0].date) == "2024-02-08");
  CHECK(result.stories[1].fragment == "2");
  CHECK(result.stories[1].body == "Two.");
}
