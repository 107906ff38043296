// Trains the model of names: names_trainer LISTS TEXT NOTES MODEL TRAINING...
// LISTS and NOTES are what prepare_lists.py writes, TEXT is plain text for
// counting how words are written, TRAINING what prepare_texts.py writes, each
// with made-up lines of its own: a model learns from each, and the mean of
// them is kept. The same input gives the same model, byte for byte.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <functional>
#include <future>
#include <iterator>
#include <numeric>
#include <string>

#include "common/cli/error.h"
#include "indexer/entities/first_pass.h"
#include "indexer/entities/pairs.h"
#include "indexer/entities/second_pass.h"
#include "indexer/entities/train/examples.h"
#include "indexer/entities/train/lexicon_builder.h"
#include "indexer/entities/train/model_file.h"

namespace broadsheet {
namespace {

constexpr std::size_t kRows = std::size_t{1} << 17;
constexpr std::size_t kDocumentRows = std::size_t{1} << 12;
constexpr int kEpochs = 5;
constexpr double kDropout = 0.2;

int shift_of(std::size_t rows) {
  return 64 - std::countr_zero(rows);
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error{"cannot read " + path, ""};
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class T>
void shuffle(std::vector<T>& items, std::mt19937_64& random) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[random() % i]);
  }
}

using Texts = std::vector<AnnotatedText>;

class Trainer {
 public:
  Trainer(const Lexicon& lexicon, const Lexicon::Tables& tables)
      : lexicon_(lexicon), tables_(tables) {}

  TrainedWeights train(const std::vector<Texts>& draws) const {
    // What the second pass learns from is made meanwhile.
    std::array<std::future<Sequences>, 2> halves;
    for (std::size_t half = 0; half < halves.size(); ++half) {
      halves[half] = std::async(std::launch::async, [this, &draws, half] {
        return of_half(draws, half);
      });
    }
    TrainedWeights weights = mean_of(draws);
    Sequences sequences;
    for (auto& half : halves) {
      Sequences part = half.get();
      std::move(part.begin(), part.end(), std::back_inserter(sequences));
    }
    weights.document_rows = learned_votes(sequences, weights);
    return weights;
  }

 private:
  using Sequences = std::vector<std::vector<CrfWord>>;

  TrainedWeights mean_of(const std::vector<Texts>& draws) const {
    std::vector<std::future<TrainedWeights>> runs;
    for (std::size_t i = 0; i < draws.size(); ++i)
      runs.push_back(std::async(std::launch::async, [this, &draws, i] {
        return first_pass(draws[i], i + 1);
      }));
    TrainedWeights sum;
    for (auto& run : runs) add(run.get(), sum);
    scale(sum.rows, draws.size());
    scale(sum.transitions, draws.size());
    return sum;
  }

  TrainedWeights first_pass(const Texts& texts, std::uint64_t seed) const {
    TrainingWords words(lexicon_, shift_of(kRows));
    std::vector<Example> examples;
    for (const AnnotatedText& text : texts) {
      append_examples(text, lexicon_, words, shift_of(kRows), examples);
    }
    return learned(examples, seed);
  }

  static TrainedWeights learned(const std::vector<Example>& examples,
                                std::uint64_t seed) {
    Crf crf(kRows, {});
    std::mt19937_64 random(seed);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      shuffle(order, random);
      double loss = 0;
      for (const std::size_t i : order) {
        loss += crf.learn(with_dropout(examples[i], kDropout, random));
      }
      fmt::print(stderr, "  seed {} epoch {}: loss {:.0f}\n", seed, epoch,
                 loss);
    }
    return {crf.weights(), {}, crf.transitions()};
  }

  static void add(const TrainedWeights& from, TrainedWeights& to) {
    to.rows.resize(from.rows.size());
    to.transitions.resize(from.transitions.size());
    std::transform(from.rows.begin(), from.rows.end(), to.rows.begin(),
                   to.rows.begin(), std::plus<>());
    std::transform(from.transitions.begin(), from.transitions.end(),
                   to.transitions.begin(), to.transitions.begin(),
                   std::plus<>());
  }

  static void scale(std::vector<float>& values, std::size_t by) {
    for (float& value : values) value /= static_cast<float>(by);
  }

  // The second pass learns from what the first makes of texts it was not
  // trained on: each half is labelled by a model of the other.
  Sequences of_half(const std::vector<Texts>& draws, std::size_t half) const {
    std::vector<Texts> mine;
    for (const Texts& draw : draws) mine.push_back(half_of(draw, half));
    TrainedWeights weights = mean_of(mine);
    weights.document_rows.resize(kDocumentRows * kLanes);
    Sequences sequences;
    append_sequences(weights, half_of(draws.front(), 1 - half), sequences);
    return sequences;
  }

  static Texts half_of(const Texts& texts, std::size_t half) {
    Texts every_second;
    for (std::size_t i = half; i < texts.size(); i += 2)
      every_second.push_back(texts[i]);
    return every_second;
  }

  void append_sequences(const TrainedWeights& weights, const Texts& texts,
                        Sequences& sequences) const {
    const std::string bytes = model_bytes(weights, tables_, "");
    const std::vector<std::max_align_t> aligned = aligned_copy(bytes);
    const TaggerModel model(std::string_view(
        reinterpret_cast<const char*>(aligned.data()), bytes.size()));
    FirstPass first(model);
    Votes votes;
    for (const AnnotatedText& text : texts) {
      append_sequences(text, first, votes, sequences);
    }
  }

  static std::vector<std::max_align_t> aligned_copy(const std::string& bytes) {
    std::vector<std::max_align_t> copy(bytes.size() / sizeof(std::max_align_t) +
                                       1);
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    return copy;
  }

  void append_sequences(const AnnotatedText& text, FirstPass& first,
                        Votes& votes, Sequences& sequences) const {
    std::vector<TaggerToken> tokens;
    std::vector<StoryWord> words;
    std::vector<Sum> scores;
    read_tokens(text.text, lexicon_, tokens);
    first.read(text.text, tokens, words, scores);
    votes.count(words);
    std::vector<StoryWord> gold = words;
    set_gold(text, tokens, gold);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].opens_region) sequences.emplace_back();
      CrfWord& word = sequences.back().emplace_back();
      word.label = gold[i].label;
      const Sum base = carried_over(scores[i]);
      for (std::size_t y = 0; y < kLanes; ++y)
        word.base.push_back(static_cast<float>(base[y]) / kScale);
      votes.features(words, i, [&](std::uint64_t feature) {
        word.rows.push_back(
            static_cast<std::uint32_t>(feature >> shift_of(kDocumentRows)));
      });
    }
  }

  static std::vector<float> learned_votes(Sequences& sequences,
                                          const TrainedWeights& full) {
    constexpr int kVoteEpochs = 4;
    Crf crf(kDocumentRows, {.alpha = 0.08F, .l1 = 0.5F});
    crf.set_transitions(full.transitions);
    std::mt19937_64 random(7);
    for (int epoch = 0; epoch < kVoteEpochs; ++epoch) {
      shuffle(sequences, random);
      double loss = 0;
      for (const auto& sequence : sequences) loss += crf.learn(sequence, true);
      fmt::print(stderr, "  votes epoch {}: loss {:.0f}\n", epoch, loss);
    }
    return crf.weights();
  }

  const Lexicon& lexicon_;
  const Lexicon::Tables& tables_;
};

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 5) {
    throw Error{"usage: names_trainer LISTS TEXT NOTES MODEL TRAINING...", ""};
  }
  LexiconBuilder builder;
  builder.add_lists(arguments[0]);
  std::ifstream text(arguments[1]);
  for (std::string line; std::getline(text, line);) builder.add_text(line);
  const Lexicon lexicon = builder.build();
  fmt::print(stderr, "lexicon: {} words, {} kinds, {} phrases\n",
             builder.tables().word_keys.size(), builder.tables().kinds.size(),
             builder.tables().phrase_keys.size());
  const Trainer trainer(lexicon, builder.tables());
  std::vector<Texts> draws;
  for (std::size_t i = 4; i < arguments.size(); ++i)
    draws.push_back(read_annotated(arguments[i]));
  const TrainedWeights weights = trainer.train(draws);
  std::ofstream out(arguments[3], std::ios::binary);
  out << model_bytes(weights, builder.tables(), file_bytes(arguments[2]));
  return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  try {
    return broadsheet::run({argv + 1, argv + argc});
  } catch (const broadsheet::Error& error) {
    fmt::print(stderr, "names_trainer: {}\n", error.what());
    return 2;
  }
}
