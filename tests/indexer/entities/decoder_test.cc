#include "indexer/entities/decoder.h"

#include <random>

#include "indexer/entities/second_pass.h"
#include "tests/catch.h"

namespace broadsheet {
namespace {

using Labels = std::vector<std::uint8_t>;

std::int32_t total(const TaggerModel& model, std::span<const Sum> scores,
                   const Labels& labels) {
  std::int32_t sum = 0;
  std::size_t before = kLanes;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    sum += model.transitions(before)[labels[i]] + scores[i][labels[i]];
    before = labels[i];
  }
  return sum;
}

bool is_allowed(const Labels& labels) {
  if (!may_open(kLabels[labels.front()]) || !may_close(kLabels[labels.back()]))
    return false;
  for (std::size_t i = 1; i < labels.size(); ++i)
    if (!follows(kLabels[labels[i - 1]], kLabels[labels[i]])) return false;
  return true;
}

// The best of all sequences; those with lower labels at the end come first.
Labels best_of_all(const TaggerModel& model, std::span<const Sum> scores) {
  std::size_t count = 1;
  for (std::size_t i = 0; i < scores.size(); ++i) count *= kLabelCount;
  Labels best;
  for (std::size_t number = 0; number < count; ++number) {
    Labels labels;
    for (std::size_t rest = number; labels.size() < scores.size();
         rest /= kLabelCount)
      labels.push_back(static_cast<std::uint8_t>(rest % kLabelCount));
    if (is_allowed(labels) && (best.empty() || total(model, scores, labels) >
                                                   total(model, scores, best)))
      best = labels;
  }
  return best;
}

std::vector<Sum> drawn_scores(std::mt19937& dice, std::size_t words,
                              int range) {
  std::uniform_int_distribution<int> score(-range, range);
  std::vector<Sum> scores(words);
  for (Sum& sum : scores) {
    for (std::size_t k = 0; k < kLanes / 2; ++k) {
      sum.even[k] = static_cast<std::int16_t>(score(dice));
      sum.odd[k] = static_cast<std::int16_t>(score(dice));
    }
  }
  return scores;
}

TEST_CASE("the best of all sequences is found, of equal ones the lowest") {
  const TaggerModel& model = TaggerModel::embedded();
  Decoder decoder(model);
  std::mt19937 dice(1);
  for (const int range : {0, 3, 300, 32'000}) {
    for (int round = 0; round < 40; ++round) {
      for (const std::size_t words : {1U, 2U, 3U}) {
        const std::vector<Sum> scores = drawn_scores(dice, words, range);
        Labels labels(words);
        decoder.decode(scores, labels);
        CAPTURE(range, round, words);
        CHECK(labels == best_of_all(model, scores));
      }
    }
  }
}

TEST_CASE("sums of the longest region at its worst do not overflow") {
  const TaggerModel& model = TaggerModel::embedded();
  Decoder decoder(model);
  for (const int score : {INT16_MIN, INT16_MAX}) {
    Sum all;
    all.even += static_cast<std::int16_t>(score);
    all.odd += static_cast<std::int16_t>(score);
    const std::vector<Sum> scores(300, all);
    Labels labels(scores.size());
    decoder.decode(scores, labels);
    CHECK(is_allowed(labels));
  }
}

TEST_CASE("each region is labelled by itself") {
  const TaggerModel& model = TaggerModel::embedded();
  Decoder decoder(model);
  std::mt19937 dice(3);
  const std::size_t sizes[] = {1, 3, 2, 1, 1};
  std::vector<StoryWord> words;
  for (const std::size_t size : sizes) {
    words.resize(words.size() + size);
    words[words.size() - size].opens_region = true;
  }
  const std::vector<Sum> scores = drawn_scores(dice, words.size(), 300);
  decoder.label(scores, words);
  std::size_t begin = 0;
  for (const std::size_t size : sizes) {
    const Labels best =
        best_of_all(model, std::span(scores).subspan(begin, size));
    for (const std::uint8_t label : best) CHECK(words[begin++].label == label);
  }
}

TEST_CASE("a sum of rows is the sum of each label's scores") {
  std::mt19937 dice(2);
  std::uniform_int_distribution<int> any(INT8_MIN, INT8_MAX);
  std::int32_t plain[kLanes] = {};
  Sum sum;
  for (int row = 0; row < 250; ++row) {
    std::int8_t scores[kLanes];
    for (std::size_t label = 0; label < kLanes; ++label) {
      scores[label] = static_cast<std::int8_t>(any(dice));
      plain[label] += scores[label];
    }
    sum.add(scores);
  }
  for (std::size_t label = 0; label < kLanes; ++label)
    CHECK(sum[label] == plain[label]);
}

TEST_CASE("two rows are added up as one after the other") {
  std::mt19937 dice(4);
  std::uniform_int_distribution<int> any(-kMostScore, kMostScore);
  for (int round = 0; round < 100; ++round) {
    std::int8_t rows[2][kLanes];
    for (auto& row : rows)
      for (std::int8_t& score : row)
        score = static_cast<std::int8_t>(round == 0 ? -kMostScore : any(dice));
    Sum one_by_one, together;
    for (const auto& row : rows) one_by_one.add(row);
    together.add(rows[0], rows[1]);
    for (std::size_t label = 0; label < kLanes; ++label)
      CHECK(together[label] == one_by_one[label]);
  }
}

TEST_CASE("no score of the model's rows is too high to be added as a byte") {
  const TaggerModel& model = TaggerModel::embedded();
  int most = 0;
  constexpr int kBits = 20;  // more than tell rows apart
  for (std::uint64_t top = 0; top < std::uint64_t{1} << kBits; ++top) {
    const std::uint64_t feature = top << (64 - kBits);
    for (const std::int8_t* row :
         {model.row(feature), model.document_row(feature)})
      for (std::size_t label = 0; label < kLanes; ++label)
        most = std::max(most, std::abs(int{row[label]}));
  }
  CHECK(most <= kMostScore);
}

TEST_CASE("of every score 179 of 256 parts are carried over") {
  bool same = true;
  for (int score = INT16_MIN; score <= INT16_MAX; ++score) {
    const HalfSum all = HalfSum{} + static_cast<std::int16_t>(score);
    same &= carried_over(all)[0] == score * 179 >> 8;
  }
  CHECK(same);
}

}  // namespace
}  // namespace broadsheet
