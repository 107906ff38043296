#include "indexer/bulk/samples.h"

#include <map>
#include <random>
#include <string>
#include <utility>

#include "indexer/bulk/segment_builder.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kLongestTerm = 245;

class SampleMaker {
 public:
  explicit SampleMaker(std::uint32_t seed) : random_(seed) {}

  std::vector<Sample> make(const SampleOptions& options) {
    std::vector<Sample> samples(options.documents);
    std::uint32_t docid = options.first_docid - 1;
    for (Sample& sample : samples) {
      docid += one_in(3) ? 1 + below(options.max_gap) : 1;
      sample.docid = docid;
      if (!one_in(12)) sample.document = document(docid);
    }
    return samples;
  }

 private:
  // std's distributions are not the same everywhere.
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(random_() % n);
  }
  bool one_in(std::uint32_t n) { return below(n) == 0; }

  struct Occurrences {
    std::uint32_t wdf = 0;
    std::vector<Position> positions;
  };

  IndexDocument document(std::uint32_t docid) {
    IndexDocument made;
    made.id = std::to_string(docid);
    made.terms = TermList(vocabulary_);
    std::map<std::string, Occurrences> terms;
    terms["Q" + made.id];
    // In nearly all documents, with numbers of many bytes: many chunks.
    terms["common"].wdf = 1 + below(3'000'000);
    for (std::uint32_t n = below(one_in(5) ? 300 : 40); n > 0; --n)
      fill(terms[word()]);
    for (const auto& [term, entry] : terms)
      made.terms.add(term, entry.wdf, entry.positions);
    for (const unsigned slot : {0u, 1u, 17u, 127u, 128u, 255u, 256u, 70'000u})
      if (!one_in(4)) made.values.emplace_back(slot, bytes(1 + below(30)));
    if (one_in(3)) made.data = bytes(below(25));  // around the least compressed
    if (one_in(3)) made.data = text(below(one_in(20) ? 100'000 : 3'000));
    return made;
  }

  /// Any mix of wdf and positions: the same term may have them in one document
  /// and not in the next.
  void fill(Occurrences& term) {
    if (one_in(4)) return;
    term.wdf = one_in(10) ? below(100'000) : below(5);
    if (!term.positions.empty() || one_in(3)) return;
    const std::uint32_t count =
        one_in(1'500) ? 30'000 : 1 + below(one_in(60) ? 2'000 : 6);
    const std::uint32_t step = 1 + below(one_in(3) ? 30'000 : 20);
    Position position = below(2);
    for (std::uint32_t n = 0; n < count; ++n, position += 1 + below(step))
      term.positions.push_back(position);
  }

  std::string word() {
    if (one_in(15)) return of_length(kLongestTerm);
    if (one_in(10)) return bytes(1 + below(8));
    return text(1 + below(one_in(4) ? 60 : 4));
  }

  /// As Xapian counts the bytes of a term: a zero is two.
  std::string of_length(std::size_t length) {
    std::string made;
    while (length > 0) {
      const bool zero = length >= 2 && one_in(30);
      made += zero ? '\0' : static_cast<char>('a' + below(3));
      length -= zero ? 2 : 1;
    }
    return made;
  }

  /// Any bytes: no UTF-8, zeros and 255s among them.
  std::string bytes(std::size_t size) {
    std::string made(size, '\0');
    for (char& c : made)
      if (!one_in(6)) c = one_in(8) ? '\xff' : static_cast<char>(below(256));
    return made;
  }

  std::string text(std::size_t size) {
    std::string made(size, ' ');
    for (char& c : made) c = static_cast<char>('a' + below(1 + below(26)));
    return made;
  }

  std::mt19937 random_;
  const TermList::Vocabulary vocabulary_ = std::make_shared<StringTable>();
};

}  // namespace

std::vector<Sample> make_samples(const SampleOptions& options) {
  return SampleMaker(options.seed).make(options);
}

std::vector<std::string> write_segments(std::span<const Sample> samples,
                                        Compression compression,
                                        std::size_t count,
                                        const std::string& prefix) {
  constexpr std::size_t kBatch = 7;
  std::vector<SegmentBuilder> builders;
  for (std::size_t i = 0; i < count; ++i) builders.emplace_back(compression);
  for (std::size_t i = 0; i < samples.size(); ++i)
    builders[i / kBatch % count].add(samples[i].docid, samples[i].document);
  std::vector<std::string> paths;
  for (const SegmentBuilder& builder : builders) {
    paths.push_back(prefix + std::to_string(paths.size()));
    builder.write(paths.back(), Sync::kNo);
  }
  return paths;
}

}  // namespace broadsheet::bulk
