#include "searcher/query/parser.h"

#include <span>
#include <string>

#include "tests/catch.h"
#include "tests/searcher/query/parse.h"

namespace broadsheet {
namespace {

struct Row {
  std::string_view typed, tree;
};

void check(std::span<const Row> rows) {
  for (const auto& [typed, tree] : rows) {
    CAPTURE(typed);
    CHECK(to_string(parse(typed).root) == tree);
  }
}

TEST_CASE("words are kept as typed") {
  const Row rows[] = {
      {"gaza", "gaza"},
      {"  gaza\t\n", "gaza"},
      {"Gaza Strip", "(and Gaza Strip)"},
      {"el-Sisi", "el-Sisi"},
      {"U.S.", "U.S."},
      {"O'Connor", "O'Connor"},
      {"'quoted' ’til", "(and 'quoted' ’til)"},  // apostrophes are no quotes
      {"1,750 from AT&T", "(and 1,750 from AT&T)"},
      {"user@example.org", "user@example.org"},
      {"10:30", "10:30"},                        // digits are no field
      {"x:ray C:\\dir", "(and x:ray C:\\dir)"},  // nor is a single letter
      {"http://x.org/a?b=1*~", "http://x.org/a?b=1*~"},  // an address whole
      {"Cairo: dead", "(and Cairo: dead)"},  // nothing glued to the colon
      {"(Cairo:)", "Cairo:"},
      {"and or not near", "(and and or not near)"},
      {"And Or", "(and And Or)"},
      {"+gaza !gaza", "(and +gaza !gaza)"},
      {"gaza\xc2\xa0strip", "(and gaza strip)"},  // no-break space
      {"\xe2\x80\x8fgaza\xe2\x80\x8f", "gaza"},   // pasted marks
      {"\xef\xbb\xbfgaza", "gaza"},               // byte order mark
      {std::string_view("a\0b", 3), "(and a b)"},
      {"caf\xe9", "caf\xe9"},  // the analysis decides on invalid bytes
      {"北京 غزة", "(and 北京 غزة)"},
  };
  check(rows);
}

TEST_CASE("punctuation by itself is left out") {
  const Row rows[] = {
      {"Johnson & Johnson", "(and Johnson Johnson)"},
      {"Israel - Gaza", "(and Israel Gaza)"},
      {"Israel – Gaza", "(and Israel Gaza)"},
      {"Gaza | Times", "(and Gaza Times)"},
      {"où est Sisi ?", "(and où est Sisi)"},
      {"a ... b --- c", "(and a b c)"},
      {"a AND & b", "(and a b)"},
  };
  check(rows);
}

TEST_CASE("quotation marks group words") {
  const Row rows[] = {
      {"\"gaza strip\"", "\"gaza strip\""},
      {"“gaza strip”", "\"gaza strip\""},
      {"«gaza strip»", "\"gaza strip\""},
      {"„gaza strip“", "\"gaza strip\""},
      {"“gaza strip\"", "\"gaza strip\""},  // mixed by an editor
      {"\"a (b) AND -c*\"", "\"a (b) AND -c*\""},
      {"a\"b c\"d", "(and a \"b c\" d)"},
      {"\"it's\" \"10:30\"", "(and \"it's\" \"10:30\")"},
  };
  check(rows);
}

TEST_CASE("NOT binds before NEAR, NEAR before AND, AND before OR") {
  const Row rows[] = {
      {"a AND b", "(and a b)"},
      {"a OR b", "(or a b)"},
      {"a OR b OR c", "(or a b c)"},
      {"a b OR c d", "(or (and a b) (and c d))"},
      {"a AND b OR c AND d", "(or (and a b) (and c d))"},
      {"a OR b c", "(or a (and b c))"},
      {"(a OR b) c", "(and (or a b) c)"},
      {"a (b (c d))", "(and a (and b (and c d)))"},
      {"((a))", "a"},
      {"((a) OR ((b)))", "(or a b)"},
      {"(a)(b)", "(and a b)"},
      {"a NOT b", "(and a (not b))"},
      {"a AND NOT b", "(and a (not b))"},
      {"a NOT b c", "(and a (not b) c)"},
      {"a NOT (b OR c)", "(and a (not (or b c)))"},
      {"a NEAR b c", "(and (near/10 a b) c)"},
      {"a NEAR/3 b OR c ADJ/2 d", "(or (near/3 a b) (adj/2 c d))"},
      {"a OR NOT b", "(or a (and * (not b)))"},
  };
  check(rows);
}

TEST_CASE("a - excludes at the start of a word only") {
  const Row rows[] = {
      {"a -b", "(and a (not b))"},
      {"-b a", "(and (not b) a)"},
      {"a -el-Sisi", "(and a (not el-Sisi))"},
      {"a -\"b c\"", "(and a (not \"b c\"))"},
      {"a -“b c”", "(and a (not \"b c\"))"},
      {"a -(b c)", "(and a (not (and b c)))"},
      {"a -person:b", "(and a (not person:b))"},
      {"a -person:(b OR c)", "(and a (not (or person:b person:c)))"},
      {"(-b a)", "(and (not b) a)"},
      {"a -sis*", "(and a (not sis*))"},
      {"a -1987", "(and a (not 1987))"},
      {"\"a\"-b (c)-\"d\"", "(and \"a\" b c \"d\")"},  // hyphens
      {"a - b", "(and a b)"},
      {"a -& b", "(and a b)"},
  };
  check(rows);
}

TEST_CASE("what is only excluded is excluded from all stories") {
  const Row rows[] = {
      {"-a", "(and * (not a))"},
      {"NOT a", "(and * (not a))"},
      {"-a -b", "(and * (not a) (not b))"},
      {"NOT (a b)", "(and * (not (and a b)))"},
      {"a OR -b", "(or a (and * (not b)))"},
      {"a (-b)", "(and a (and * (not b)))"},
      {"-(-a)", "(and * (not (and * (not a))))"},
      {"* -a", "(and * (not a))"},
      {"-*", "(and * (not *))"},
  };
  check(rows);
}

TEST_CASE("up to four bare words must all occur, of five any") {
  const Row rows[] = {
      {"a b c d", "(and a b c d)"},
      {"a b c d e", "(or a b c d e)"},
      {"a* b? c~ d e", "(or a* b? c~1 d e)"},
      {"a b c d & e", "(or a b c d e)"},
      {"a b c d \"e\"", "(and a b c d \"e\")"},
      {"a b c d person:e", "(and a b c d person:e)"},
      {"a b c d -e", "(and a b c d (not e))"},
      {"a b c d *", "(and a b c d *)"},
      {"a b c (d e)", "(and a b c (and d e))"},
      {"a b c d NEAR e", "(and a b c (near/10 d e))"},
      {"a -f b \"g h\" c date:1987 d e",
       "(and (not f) \"g h\" date:1987 (or a b c d e))"},
      {"a b c d e (f g)", "(and (and f g) (or a b c d e))"},
      {"a b c d e f NEAR g", "(and (near/10 f g) (or a b c d e))"},
      {"a b c d e OR f", "(or (and a b c d e) f)"},
      {"a b c d AND e", "(and a b c d e)"},
      {"(a b c d e)", "(and a b c d e)"},
      {"a b c d e (f OR g)", "(and (or f g) (or a b c d e))"},
      {"person:(a b c d e)",
       "(and person:a person:b person:c person:d person:e)"},
  };
  check(rows);
}

TEST_CASE("the option --match fixes how bare words are joined") {
  const auto tree = [](std::string_view typed, Match match) {
    return to_string(parse(typed, match).root);
  };
  CHECK(tree("a b", Match::kAny) == "(or a b)");
  CHECK(tree("a \"b c\" d", Match::kAny) == "(and \"b c\" (or a d))");
  CHECK(tree("a \"b c\"", Match::kAny) == "(and a \"b c\")");
  CHECK(tree("a -b", Match::kAny) == "(and a (not b))");
  CHECK(tree("a AND b", Match::kAny) == "(and a b)");
  CHECK(tree("(a b)", Match::kAny) == "(and a b)");
  CHECK(tree("a (b) c d e", Match::kAuto) == "(or a b c d e)");
  CHECK(tree("a ((b)) topic:(c)", Match::kAny) == "(and topic:c (or a b))");
  CHECK(tree("a b c d e f", Match::kAll) == "(and a b c d e f)");
}

TEST_CASE("the answer says how bare words were joined") {
  CHECK(parse("a b c d").match == Match::kAll);
  CHECK(parse("a b c d e").match == Match::kAny);
  CHECK(parse("a b c d e", Match::kAll).match == Match::kAll);
  CHECK(parse("a b", Match::kAny).match == Match::kAny);
  CHECK(parse("a b OR c", Match::kAny).match == Match::kAll);
  for (const auto* joined : {"a b", "a b place:c", "a b c d e", "a (b)"})
    CHECK(parse(joined).joins_words);
  for (const auto* fixed : {"a", "a place:c", "\"a b\"", "a OR b", "*"})
    CHECK_FALSE(parse(fixed).joins_words);
}

TEST_CASE("where every letter is a capital operators are words") {
  const Row rows[] = {
      {"ISRAEL AND GAZA", "(and israel and gaza)"},
      {"NATO OR EU", "(and nato or eu)"},
      {"ISRAEL NEAR/5 GAZA NOT NOW", "(or israel near/5 gaza not now)"},
      {"ÉTATS AND UNIS", "(and états and unis)"},
      {"PERSON:SISI AND GAZA", "(and person:SISI and gaza)"},
      {"DATE:TODAY AND \"GAZA STRIP\"",
       "(and date:1987-04-15 and \"gaza strip\")"},
      {"GAZA -HAMAS", "(and gaza (not hamas))"},  // the - stays
      {"U.S. BUDG* O'NEIL~", "(and u.s. budg* o'neil~1)"},
      {"NATO", "NATO"},  // a single word has no operators
      {"NATO OR eu", "(or NATO eu)"},
      {"NATO OR source:AP", "(or NATO source:AP)"},
      {"1987 OR 1988", "(or 1987 1988)"},  // no letters but operators'
      {"غزة OR NATO", "(or غزة NATO)"},    // letters without case
  };
  check(rows);
  CHECK(parse("NATO OR EU").notes.size() == 1);
  CHECK(parse("NATO EU").notes.empty());
  CHECK(parse("NATO OR eu").notes.empty());
}

TEST_CASE("fields take a word, a quotation or a group") {
  const Row rows[] = {
      {"person:sisi", "person:sisi"},
      {"Person:Sisi", "person:Sisi"},
      {"title:gaza author:smith", "(and headline:gaza byline:smith)"},
      {"person:\"antony blinken\"", "person:\"antony blinken\""},
      {"person:“antony blinken”", "person:\"antony blinken\""},
      {"person:(a OR b)", "(or person:a person:b)"},
      {"person:(a -b)", "(and person:a (not person:b))"},
      {"person:(a place:b)", "(and person:a place:b)"},
      {"person:(a (b OR \"c d\"))",
       "(and person:a (or person:b person:\"c d\"))"},
      {"person:sis* person:si?i person:sisi~2",
       "(and person:sis* person:si?i person:sisi~2)"},
      {"headline:=gaza", "headline:=gaza"},
      {"person:=\"el sisi\"", "person:=\"el sisi\""},
      {"person:=(a OR b)", "(or person:=a person:=b)"},
      {"place:\"cairo, illinois\" place:#360630",
       "(and place:\"cairo, illinois\" place:#360630)"},
      {"person:AND", "person:AND"},
      {"origin:person:", "origin:person:"},
      {"person:==a person:(=a b)",
       "(and person:==a (and person:(=a) person:b))"},
      {"person:(//a)", "person:(//a)"},
      {"source:\"New York Times\"", "source:\"New York Times\""},
      {"topic:ear* date_source:meta", "(and topic:ear* date_source:meta)"},
      {"url:http://x.org/?a=b", "url:http://x.org/?a=b"},
      {"url:http://x.org/*", "url:http://x.org/*"},
      {"id:-x~1 id:--", "(and id:-x~1 id:--)"},  // exactly as it stands
      {"person:* -topic:*", "(and has:person (not has:topic))"},
      {"has:person HAS:Author", "(and has:person has:byline)"},
      {"has:(person OR place)", "(or has:person has:place)"},
  };
  check(rows);
}

TEST_CASE("wildcards and fuzzy words") {
  const Row rows[] = {
      {"*", "*"},           {"sis*", "sis*"},
      {"s*i", "s*i"},       {"wom?n", "wom?n"},
      {"¿s*", "¿s*"},       {"sisi~", "sisi~1"},
      {"sisi~1", "sisi~1"}, {"el-Sisi~2", "el-Sisi~2"},
      {"a~b", "a~b"},  // no number behind it
  };
  check(rows);
}

TEST_CASE("dates are periods") {
  const Row rows[] = {
      {"date:1987", "date:1987"},
      {"date:1987-03", "date:1987-03"},
      {"date:1987-03-26", "date:1987-03-26"},
      {"date:\"1987-03\"", "date:1987-03"},
      {"date:1987..1989", "date:1987-01-01..1989-12-31"},
      {"date:1987-01-01..1987-12-31", "date:1987"},
      {"date:1988-02..1988-02-29", "date:1988-02"},
      {"date:1987-03-01..1987-03-30", "date:1987-03-01..1987-03-30"},
      {"date:1987-03..", "date:1987-03-01.."},
      {"date:..1987-03", "date:..1987-03-31"},
      {"date:(1987 OR 1989)", "(or date:1987 date:1989)"},
      {"after:1987", "date:1988-01-01.."},  // strictly
      {"after:1987-03-31", "date:1987-04-01.."},
      {"before:1987", "date:..1986-12-31"},
      {"before:1987-03", "date:..1987-02-28"},
      {"date:today", "date:1987-04-15"},
      {"date:Yesterday", "date:1987-04-14"},
      {"date:-7d", "date:1987-04-08..1987-04-15"},  // until today
      {"date:-2w..yesterday", "date:1987-04-01..1987-04-14"},
      {"date:-3m", "date:1987-01-15..1987-04-15"},
      {"date:-1y..", "date:1986-04-15.."},
      {"after:-7d", "date:1987-04-09.."},
      {"date:none", "date:none"},
      {"-date:none", "(and * (not date:none))"},
      {"date:*", "has:date"},
      {"added:1987-04", "added:1987-04"},
      {"added:-7d", "added:1987-04-08..1987-04-15"},
  };
  check(rows);
}

TEST_CASE("NEAR and ADJ join words, names and OR groups of them") {
  const Row rows[] = {
      {"a NEAR b", "(near/10 a b)"},
      {"a ADJ b", "(adj/10 a b)"},
      {"a NEAR/500 b", "(near/500 a b)"},
      {"a NEAR/3 b NEAR/3 c", "(near/3 a b c)"},
      {"a NEAR b NEAR/10 c", "(near/10 a b c)"},
      {"(a OR b) NEAR c*", "(near/10 (or a b) c*)"},
      {"a NEAR (b)", "(near/10 a b)"},
      {"a NEAR \"b\"", "(near/10 a \"b\")"},  // one word, not its stem
      {"person:\"antony blinken\" NEAR/5 gaza~",
       "(near/5 person:\"antony blinken\" gaza~1)"},
      {"person:(a OR \"b c\") NEAR d",
       "(near/10 (or person:a person:\"b c\") d)"},
      {"headline:a ADJ/1 headline:b", "(adj/1 headline:a headline:b)"},
      {"NOT (a NEAR b)", "(and * (not (near/10 a b)))"},
      {"a NEAR b c NEAR d", "(and (near/10 a b) (near/10 c d))"},
  };
  check(rows);
}

TEST_CASE("a node knows where it was typed") {
  const Node root = parse("é -person:x (a b)").root;
  CHECK(root.children[0].column == 0);
  CHECK(root.children[1].column == 3);  // bytes
  CHECK(root.children[1].children[0].column == 4);
  CHECK(root.children[2].column == 14);
}

}  // namespace
}  // namespace broadsheet
