// What the rules label in headlines and texts. Tables: the text with its names
// marked [P person], [L place], [O organisation].
#include "indexer/entities/rule_tagger.h"

#include <string>
#include <vector>

#include "indexer/entities/dateline.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/titles.h"
#include "indexer/entities/words.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

const RuleTagger& tagger() {
  static const Gazetteer gazetteer;
  static const RuleTagger shipped(gazetteer);
  return shipped;
}

std::string marked(std::string_view text,
                   const std::vector<TaggedSpan>& spans) {
  std::string made;
  std::size_t at = 0;
  for (const TaggedSpan& span : spans) {
    made += text.substr(at, span.begin - at);
    made += "[";
    made += "PLOM"[static_cast<int>(span.label)];
    made += " ";
    made += text.substr(span.begin, span.end - span.begin);
    made += "]";
    at = span.end;
  }
  return made + std::string(text.substr(at));
}

std::string without_marks(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[')
      at += 2;
    else if (text[at] != ']')
      plain += text[at];
  }
  return plain;
}

void check_body(const std::string& expected) {
  const std::string text = without_marks(expected);
  CHECK(marked(text, tagger().tag("", text).body) == expected);
}

TEST_CASE("persons") {
  const std::string cases[] = {
      "[L US] Secretary of State [P Antony Blinken] arrived.",
      "He met Egyptian Foreign Minister [P Sameh Shoukry] there.",
      "[O State Department] spokesperson [P Matthew Miller] said so.",
      "He met President [P Abdel-Fattah al-Sissi]. \"No,\" [P al-Sissi] said.",
      "It was [P Miguel de la Madrid]; [P De la Madrid]'s aides left.",
      "Then [P Joost van der Meulen] spoke. [P Van der Meulen] left.",
      "Mr. [P Shubarov] and Sen. [P Orrin Hatch] met Dr. [P Ory].",
      "The lawyer, [P John F. Smith Jr.], left.",
      "So said [P Theresa May] in May.",
      "Then [P Martin Luther King Jr.] came, and [P King] spoke.",
      "President [P Bush] left.",  // there is a Bush in Egypt
      "It fell to [P Frank R  Smith], who left. The [P Bush] Administration "
      "too.",
      "\"No,\" said [P Hagel]. [P Hagel] left.",
      // What the sentence shows where no list knows the name.
      "The envoy to the lake, [P Adaeze Okafor-Lindqvist], called again.",
      "\"We have not,\" said [P Kabeya wa Mulongo], who left.",
      "[P Mason Benson], 45, was sentenced. [P Benson] left.",
      // Named like places.
      "[P Paris Hilton], an actress, flew to [L Paris].",
      "[P Jordan Spieth] won in [L Jordan].",
      "The [P Reagan] administration and the [P Reagan] Administration: "
      "President [P Reagan] said.",
      // A chairman of a firm: the firm is none.
      "[O Chrysler Corp] Chairman [P Lee Iacocca] spoke.",
      "Governor of the Bank of England [P Robin Leigh-Pemberton] spoke.",
  };
  for (const std::string& expected : cases) check_body(expected);
}

TEST_CASE("places and organisations") {
  const std::string cases[] = {
      "The [L Israel]-[O Hamas] war in the [L Gaza Strip] goes on.",
      "In [L Rafah] and in [L Saudi Arabia], near [L New York].",
      // At the head of a sentence.
      "[L New York] is large. [L Cairo] is old. New rules came.",
      "Reading books is fun. He liked reading.",
      "He was in [L Reading] then.",
      "Officials said so. The officials left.",
      "The [O Egyptian Foreign Ministry] and the [O Swiss National Bank].",
      "The [O Ministry of International Trade and Industry] said no.",
      "The [O Securities and Exchange Commission] said no.",
      "[O Inco Ltd] fell. [O Inco] rose. [O Merck and Co Inc] too.",
      "The [O IMF], the [O House of Representatives] and [O OPEC].",
      // Demonyms are neither.
      "The Palestinian and the West German and Egyptians spoke.",
      "Shares fell <GM.N> at 10 GMT.",
      "He came from [L Macon], [L Ga]., in the morning.",
      // Of other languages.
      "Il est venu d'[L Alexandrie] pour l'[L Italie].",
      "L'[L Égypte] et la [L Libye] ont signé.",
      "El tren fue a [L Rosario] y después a [L Lisboa].",
  };
  for (const std::string& expected : cases) check_body(expected);
}

struct Story {
  std::string headline, body;
};

TEST_CASE("a headline in capitals has what the body shows") {
  const Story cases[] = {
      {"[P REAGAN] MEETS [P THATCHER] IN [L LONDON]",
       "President Ronald Reagan met Prime Minister Margaret Thatcher."},
      {"[O INCO] SEES NO READING OF [P SMITH] PLAN",
       "Inco Ltd said John Smith's plan failed."},
      {"[L US] Pushes [L Gaza] Deal as [P Blinken] Visits [L Egypt] Talks "
       "Again",
       "Secretary of State Antony Blinken left."},
      {"Top [L US] diplomat pushes for [L Gaza] deal", "He left."},
      {"SHARES FALL", ""},
  };
  for (const Story& story : cases) {
    const std::string headline = without_marks(story.headline);
    CHECK(marked(headline, tagger().tag(headline, story.body).headline) ==
          story.headline);
  }
}

TEST_CASE("spans rise, never overlap and keep to character borders") {
  const std::string texts[] = {
      std::string("\xFF\xC3 Jos\xC3\xA9 Garc\xC3\xAD"
                  "a \x00 de la \xE2\x82",
                  28),
      "Président François Mitterrand à São Paulo",
      "Mr. Mr. Mr. of of de de al al- al-al Van Van",
      "王小明 said Wang",
      "' ' 's 's S's O'' ''O",
      ". . U.S..S.U A.A.A. a.b.c",
  };
  for (const std::string& text : texts) {
    std::uint32_t end = 0;
    for (const TaggedSpan& span : tagger().tag(text, text).body) {
      CHECK(span.begin >= end);
      CHECK(span.end > span.begin);
      CHECK(span.end <= text.size());
      CHECK((text[span.begin] & 0xC0) != 0x80);
      end = span.end;
    }
  }
}

TEST_CASE("words") {
  FoldedForms forms;
  const std::vector<Word> words =
      split_words("The U.S.-led Gen. O'Neill's al-Sissi, \"We\" J. F.", forms);
  std::vector<std::string_view> folded;
  for (const Word& word : words) folded.push_back(word.folded);
  CHECK(folded == std::vector<std::string_view>{"the", "u.s.", "led", "gen",
                                                "o'neill", "al", "sissi", "we",
                                                "j.", "f."});
  CHECK(words[2].join == Join::kHyphen);
  CHECK(words[4].join == Join::kSpace);  // behind "Gen."
  CHECK(words[5].join == Join::kPossessive);
  CHECK(words[7].opener == '"');
  CHECK(words[8].shape == Shape::kInitial);
}

TEST_CASE("a space joins words as what stands before it allows") {
  struct Row {
    const char* text;
    Join join;  // of the last word
    char opener;
  };
  const Row rows[] = {
      {" Cairo", Join::kSentence, 0},
      {"in Cairo", Join::kSpace, 0},
      {"in (Cairo", Join::kOther, '('},
      {"in (the) new Cairo", Join::kSpace, 0},
      {"Egypt's Cairo", Join::kPossessive, 0},
      {"Egypt's old Cairo", Join::kSpace, 0},
      {"in  Cairo", Join::kSentence, 0},
      {"J. Cairo", Join::kSpace, 0},
      {"J.  Cairo", Join::kSpace, 0},
      {"in Édfu", Join::kSpace, 0},
      {"in. Cairo", Join::kSentence, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    FoldedForms forms;
    const auto words = split_words(row.text, forms);
    CHECK(words.back().join == row.join);
    CHECK(words.back().opener == row.opener);
  }
}

TEST_CASE("folded words outlive a move of their forms") {
  const std::string text = "cairo CAIRO Cairo\xC3\xA9 2006 N'DJAMENA";
  FoldedForms forms;
  const std::vector<Word> words = split_words(text, forms);
  const FoldedForms moved = std::move(forms);
  std::vector<std::string_view> folded;
  for (const Word& word : words) folded.push_back(word.folded);
  CHECK(folded == std::vector<std::string_view>{"cairo", "cairo", "cairoe",
                                                "2006", "n'djamena"});
  CHECK(folded[0].data() == text.data());  // as it stands there
  CHECK(words[1].shape == Shape::kUpper);
  CHECK(words[2].shape == Shape::kCapital);
}

TEST_CASE("forms are kept of any size and any number") {
  FoldedForms forms;
  std::vector<std::pair<std::string, std::string_view>> kept;
  for (std::size_t size = 0; size < 3'000; size += 7) {
    const std::string form(size, static_cast<char>('a' + size % 26));
    kept.emplace_back(form, forms.keep(form));
  }
  const bool same = std::ranges::all_of(
      kept, [](const auto& form) { return form.first == form.second; });
  CHECK(same);
}

/// The role of the person whose name is `name` in the text.
std::string role(const std::string& text, const std::string& name) {
  FoldedForms forms;
  const std::vector<Word> words = split_words(text, forms);
  std::size_t first = 0;
  while (words[first].begin < text.find(name)) ++first;
  std::size_t end = first;
  while (end < words.size() && words[end].end <= text.find(name) + name.size())
    ++end;
  return std::string(role_of(text, words, first, end));
}

TEST_CASE("roles") {
  CHECK(role("US Secretary of State Antony Blinken met", "Antony Blinken") ==
        "US Secretary of State");
  CHECK(role("He met with Egyptian Foreign Minister Sameh Shoukry",
             "Sameh Shoukry") == "Egyptian Foreign Minister");
  CHECK(role("On Thursday President Reagan left", "Reagan") == "President");
  CHECK(role("said spokesman Ken Cherney", "Ken Cherney") == "spokesman");
  CHECK(role("Mr. Shubarov", "Shubarov") == "");
  CHECK(role("Sen. Hatch", "Hatch") == "Sen.");
  CHECK(role("Sameh Shoukry, the Egyptian foreign minister, said",
             "Sameh Shoukry") == "Egyptian foreign minister");
  CHECK(role("of the Columbia Center and Dr. Rick Berry", "Rick Berry") ==
        "Dr.");
  CHECK(role("Reagan, who left, said", "Reagan") == "");
  CHECK(role("Blinken", "Blinken") == "");
}

TEST_CASE("datelines") {
  using Places = std::vector<DatelinePlace>;
  CHECK(read_dateline("SALVADOR, Feb 26 -") == Places{{"SALVADOR", {}}});
  CHECK(read_dateline("BONN, West Germany, March 3 -") ==
        Places{{"BONN", {"West Germany"}}});
  CHECK(read_dateline("LONDON/PARIS (Reuter) -") ==
        Places{{"LONDON", {}}, {"PARIS", {}}});
  CHECK(read_dateline("PORT-AU-PRINCE, Haiti") ==
        Places{{"PORT-AU-PRINCE", {"Haiti"}}});
  CHECK(read_dateline("CAIRO Feb") == Places{{"CAIRO", {}}});
  CHECK(read_dateline(" - ").empty());
  CHECK(read_dateline("").empty());

  CHECK(leading_dateline("CAIRO (AP) -- Egypt said") == "CAIRO (AP)");
  CHECK(leading_dateline("ROSETTA, Egypt — It") == "ROSETTA, Egypt");
  CHECK(leading_dateline("The war - and peace").empty());
  CHECK(leading_dateline("I - and he").empty());
  CHECK(leading_dateline("").empty());
}

}  // namespace
}  // namespace broadsheet
