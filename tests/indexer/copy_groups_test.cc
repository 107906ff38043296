#include "indexer/copy_groups.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/index/analysis.h"
#include "tests/catch.h"

using namespace broadsheet;

namespace {

// A body of distinct words; those from `changed` on are of another story.
std::string body(int words, int changed) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += (i < changed ? "word" : "other") + std::to_string(i) + " ";
  return text;
}

CopySignature copy_signature(std::string_view text) {
  CopySigner signer;
  for (const auto& word : words_of(text)) signer.add(word);
  return signer.take();
}

struct Story {
  std::string key;  // date, id
  std::string body;
};

std::vector<std::uint64_t> groups_of(const std::vector<Story>& stories,
                                     double least) {
  std::vector<std::string> keys;
  std::vector<CopySignature> signatures;
  std::vector<Probe> probes;
  for (const auto& [key, text] : stories) {
    const auto place = static_cast<std::uint32_t>(keys.size());
    keys.push_back(key);
    signatures.push_back(copy_signature(text));
    append_probes(signatures.back(), place, probes);
  }
  const auto order = earliest_first(keys);
  return copy_groups(signatures, order, first_of_contents(signatures, order),
                     SharedProbes(std::move(probes), stories.size()), least);
}

}  // namespace

TEST_CASE("content is letters and digits") {
  struct Case {
    const char* a;
    const char* b;
    bool same;
  };
  const Case cases[] = {
      {"Oil rose.\nGold fell.", "OIL ROSE; gold -- fell", true},
      {"Café prices", "cafe prices", true},
      {"wheat-flour", "wheatflour", true},
      {"net 1,200 dlrs", "net 1,300 dlrs", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a, c.b);
    CHECK((similarity(copy_signature(c.a), copy_signature(c.b)) == 1) ==
          c.same);
  }
  CHECK(copy_signature(" -- ").content == 0);
  CHECK(similarity(copy_signature(""), copy_signature("--")) == 0);
}

TEST_CASE("short words are signed as others are") {
  CopySigner signer, other;
  for (int n = 0; n < 500; ++n) {
    const std::string word =
        n % 7 == 0 ? std::string(1 + n, 'x') : std::to_string(n);
    if (const PlainRun run = plain_run(word); run.size < PlainRun::kMost)
      signer.add(run, digest64(word));
    else
      signer.add(word);
    other.add(word);
  }
  CHECK(signer.take() == other.take());
}

TEST_CASE("similarity is the share of runs in common") {
  const auto whole = copy_signature(body(54, 54));  // 50 runs
  CHECK(similarity(whole, copy_signature(body(54, 49))) == 45.0 / 55);
  CHECK(similarity(whole, copy_signature(body(54, 0))) == 0);
  CHECK(similarity(copy_signature(body(39, 39)),
                   copy_signature(body(39, 38))) == 0);
}

TEST_CASE("the similarity of long bodies is estimated") {
  const double got = similarity(copy_signature(body(4004, 4004)),
                                copy_signature(body(4004, 3600)));
  CHECK(got > 0.7);
  CHECK(got < 0.93);
}

TEST_CASE("what is similar enough is told from what is not early on") {
  for (const int other : {4004, 3900, 3700, 3500, 3000, 2000, 0}) {
    const auto a = copy_signature(body(4004, 4004));
    const auto b = copy_signature(body(4004, other));
    const double whole = similarity(a, b);
    for (const double least : {0.5, 0.7, 0.9, 1.0, whole}) {
      CAPTURE(other, least);
      CHECK((similarity(a, b, least) >= least) == (whole >= least));
    }
  }
}

TEST_CASE("forms that differ in their numbers are no copies") {
  std::string a = "Year Shr ", b = a;
  for (int i = 0; i < 30; ++i) {
    a += "Net profit in dlrs " + std::to_string(1000 + i) + " ";
    b += "Net profit in dlrs " + std::to_string(2000 + i) + " ";
  }
  CHECK(similarity(copy_signature(a), copy_signature(b)) < 0.1);
}

TEST_CASE("a signature is read back as it was written") {
  for (const auto& text :
       {body(300, 300), body(50, 50), std::string("short"), std::string()}) {
    const auto signature = copy_signature(text);
    CHECK(decode_signature(encode(signature)) == signature);
  }
  CHECK_THROWS_AS(decode_signature("1234"), Error);
  CHECK_THROWS_AS(decode_signature("1234567890"), Error);
}

TEST_CASE("the earliest leads, whatever the order") {
  std::vector<Story> stories = {
      {"00000000undated", body(204, 204)},
      {"19870302b", body(204, 201)},
      {"19870302a", body(204, 204)},
      {"19870301other", body(204, 0)},
      {"19870303empty", ""},
      {"19870304empty too", ""},
  };
  const std::uint64_t leader = copy_signature(stories[2].body).content;
  using Groups = std::vector<std::uint64_t>;
  CHECK(groups_of(stories, 0.9) == Groups{leader, leader, leader, 0, 0, 0});
  CHECK(groups_of(stories, 1) == Groups{leader, 0, leader, 0, 0, 0});
  std::ranges::reverse(stories);
  CHECK(groups_of(stories, 0.9) == Groups{0, 0, 0, leader, leader, leader});
}

TEST_CASE("what a source puts into every story hides no copy") {
  const std::string frame = body(60, 60);
  const auto story = [&](int number, int words) {
    std::string text = frame;
    for (int i = 0; i < words; ++i)
      text += "of" + std::to_string(number) + "x" + std::to_string(i) + " ";
    return text;
  };
  std::vector<Story> stories;
  for (int number = 1000; number < 1300; ++number)
    stories.push_back({"1987" + std::to_string(number), story(number, 80)});
  for (const int number : {1007, 1150, 1299})
    stories.push_back({"1988" + std::to_string(number), story(number, 78)});
  std::vector<std::uint64_t> expected(stories.size());
  for (const auto& [original, copy] :
       {std::pair(7, 300), std::pair(150, 301), std::pair(299, 302)})
    expected[original] = expected[copy] =
        copy_signature(stories[original].body).content;
  CHECK(groups_of(stories, 0.9) == expected);
  CHECK(groups_of(stories, 0.7) == expected);
}

TEST_CASE("no chain joins what is unlike") {
  const std::vector<Story> stories = {
      {"19870301a", body(104, 104)},
      {"19870302b", body(104, 91)},
      {"19870303c", body(104, 78)},
  };
  REQUIRE(similarity(copy_signature(stories[1].body),
                     copy_signature(stories[2].body)) > 0.7);
  const std::uint64_t leader = copy_signature(stories[0].body).content;
  CHECK(groups_of(stories, 0.7) ==
        std::vector<std::uint64_t>{leader, leader, 0});
}
