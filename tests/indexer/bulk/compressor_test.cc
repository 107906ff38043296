#include "indexer/bulk/compressor.h"

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/error.h"
#include "indexer/bulk/termlist.h"
#include "tests/catch.h"

using namespace broadsheet;
using namespace broadsheet::bulk;

namespace {

using Letters = std::vector<std::string_view>;

const Letters kLatin = {"a", "e", "i", "o", "n", "r", "s", "t", "d", "c"};
const Letters kArabic = {"ا", "ل", "م", "ك", "ت", "ب", "ن", "ر", "ي"};
const Letters kCyrillic = {"а", "о", "е", "н", "т", "р", "с", "к", "ь"};
const Letters kHan = {"議", "会", "国", "大", "人", "日", "本", "年", "一",
                      "政", "府", "経", "済", "首", "相", "東", "京", "市",
                      "民", "党", "選", "挙", "法", "案", "米", "中", "戦"};

/// The list of a document of so many words.
std::string list_of(const Letters& letters, std::size_t count) {
  std::mt19937 random(7);
  std::set<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (auto left = 2 + random() % 7; left > 0; --left)
      word += letters[random() % letters.size()];
    words.insert(std::move(word));
  }
  Termlist list(words.size(), words.size());
  for (const std::string& word : words) list.add(word, 1);
  return std::string(list.bytes());
}

std::string noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random());
  return bytes;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

const std::vector<std::pair<const char*, std::string>> kTags = {
    {"a list of terms", list_of(kLatin, 300)},
    {"a short one", list_of(kLatin, 4)},
    {"one of another script", list_of(kArabic, 200)},
    {"one of many", list_of(kLatin, 20'000)},
    {"a byte", "x"},
    {"zeros", std::string(100'000, '\0')},
    {"noise", noise(5'000)},
    {"long noise", noise(300'000)},
    {"text of 3 MB", repeated("All the news that fits in print. ", 100'000)},
};

}  // namespace

TEST_CASE("a tag gets shorter, or stays as it is; nothing is lost") {
  const auto kind = GENERATE(Compression::kFast, Compression::kZlib);
  const auto compressor = make_compressor(kind);
  for (const auto& [name, tag] : kTags) {
    CAPTURE(name, static_cast<int>(kind));
    const std::string_view stream = compressor->shorter(tag);
    if (stream.empty()) continue;
    CHECK(stream.size() < tag.size());
    CHECK(inflated(stream) == tag);
  }
}

TEST_CASE("what was compressed before makes no difference") {
  std::vector<std::string> alone;
  for (const auto& [name, tag] : kTags)
    alone.emplace_back(make_compressor(Compression::kFast)->shorter(tag));
  const auto one = make_compressor(Compression::kFast);
  for (int round = 0; round < 3; ++round) {
    for (std::size_t n = 0; n < kTags.size(); ++n) {
      CAPTURE(kTags[n].first, round);
      CHECK(one->shorter(kTags[n].second) == alone[n]);
    }
  }
}

TEST_CASE(
    "lists of terms of any script take at most a tenth more than zlib's") {
  const auto fast = make_compressor(Compression::kFast);
  const auto zlib = make_compressor(Compression::kZlib);
  for (const Letters& letters : {kLatin, kArabic, kCyrillic, kHan}) {
    CAPTURE(letters[0]);
    const std::string tag = list_of(letters, 200);
    CHECK(10 * fast->shorter(tag).size() <= 11 * zlib->shorter(tag).size());
  }
}

TEST_CASE("a damaged stream is an error") {
  const std::string tag = list_of(kLatin, 500);
  std::string stream(make_compressor(Compression::kFast)->shorter(tag));
  REQUIRE(stream.size() > 20);
  CHECK_THROWS_AS(inflated(stream.substr(0, stream.size() / 2)), Error);
  stream[0] = '\x07';  // the kind of block there is none of
  CHECK_THROWS_AS(inflated(stream), Error);
}
