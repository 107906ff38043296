#include "indexer/bulk/segment_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

#include "common/cli/error.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/position_list.h"
#include "indexer/bulk/segment_file.h"
#include "indexer/bulk/termlist.h"

namespace broadsheet::bulk {
namespace {

constexpr std::size_t kMaxTermKey = 245;
constexpr std::size_t kNeverCompressed = 18;  // tags up to this size

/// Radix sort by the upper half, of which so many bits are in use: a document
/// has too few terms for the library's to be as quick.
void sort_by_place(std::vector<std::uint64_t>& listed,
                   std::vector<std::uint64_t>& scratch, int bits) {
  constexpr int kDigit = 7;
  scratch.resize(listed.size());
  for (int shift = 32; shift < 32 + bits; shift += kDigit) {
    const auto digit = [shift](std::uint64_t each) {
      return each >> shift & ((1u << kDigit) - 1);
    };
    std::array<std::uint32_t, 1 << kDigit> ends{};
    for (const auto each : listed) ++ends[digit(each)];
    std::exclusive_scan(ends.begin(), ends.end(), ends.begin(), 0u);
    for (const auto each : listed) scratch[ends[digit(each)]++] = each;
    listed.swap(scratch);
  }
}

}  // namespace

SegmentBuilder::SegmentBuilder(Compression compression)
    : compressor_(make_compressor(compression)),
      records_(std::make_unique<RecordMemory>()) {}

bool SegmentBuilder::takes(const IndexDocument& document) const {
  return vocabulary_ == nullptr || document.terms.size() == 0 ||
         document.terms.vocabulary() == vocabulary_;
}

void SegmentBuilder::add(std::uint32_t docid, const IndexDocument& document) {
  begin(docid);
  if (!takes(document)) refuse("terms of another vocabulary");
  if (document.terms.size() > 0) {
    vocabulary_ = document.terms.vocabulary();
    if (postings_.size() < vocabulary_->size())
      postings_.resize(vocabulary_->size());
  }
  Listing& listing = listings_.back();
  listing.whole = true;
  for (const IndexTerm& term : document.terms) listing.length += term.wdf;
  lengths_.add(*records_, {docid, listing.length, {}});
  listing.terms = listed(document.terms);
  add_terms(document.terms);
  store_values(document.values);
  if (!document.data.empty())
    docdata_.add(*records_, document.dense ? Record{docid, 0, document.data}
                                           : packed(docid, document.data));
}

void SegmentBuilder::add_values(std::uint32_t docid, const Values& values) {
  begin(docid);
  store_values(values);
}

void SegmentBuilder::begin(std::uint32_t docid) {
  if (docid <= docid_)
    throw Error(fmt::format("document {} comes after {}", docid, docid_));
  docid_ = docid;
  listings_.push_back({docid, false, 0, {}, {}});
}

/// Its terms' numbers and frequencies. Fetches from memory what is asked for
/// next.
std::span<const char> SegmentBuilder::listed(const TermList& terms) {
  char* const begin = room(2 * kLongestUint * terms.size());
  char* at = begin;
  for (std::size_t n = 0; n < terms.size(); ++n) {
    const auto number = terms.number(n);
    __builtin_prefetch(&postings_[number]);
    at = put_uint(put_uint(at, number), terms[n].wdf);
  }
  return kept({begin, at});
}

/// For so many bytes, until it is asked for again.
char* SegmentBuilder::room(std::size_t size) {
  if (room_.size() < size) room_.resize(size);
  return room_.data();
}

std::span<const char> SegmentBuilder::kept(std::string_view bytes) {
  const std::span<char> memory = records_->take(bytes.size());
  std::ranges::copy(bytes, memory.begin());
  return memory;
}

void SegmentBuilder::add_terms(const TermList& terms) {
  constexpr std::size_t kAhead = 8;
  for (std::size_t n = 0; n < terms.size(); ++n) {
    if (n + kAhead < terms.size()) postings_[terms.number(n + kAhead)].fetch();
    RecordChain& chain = postings_[terms.number(n)];
    if (chain.count() == 0) check(terms[n].term);
    if (chain.last_id() == docid_) refuse("a term twice");
    const auto& [term, wdf, positions] = terms[n];
    char* const begin = room(most_position_bytes(positions.size()));
    char* const end =
        positions.empty() ? begin : put_positions(begin, positions);
    chain.add(*records_, {docid_, wdf, {begin, end}});
  }
}

void SegmentBuilder::check(std::string_view term) const {
  if (term.empty()) refuse("an empty term");
  if (term.size() + std::ranges::count(term, '\0') > kMaxTermKey)
    refuse("a term that is too long");
}

void SegmentBuilder::store_values(const Values& values) {
  std::vector<std::uint64_t> slots;
  for (const auto& [slot, value] : values) {
    if (value.empty()) refuse("an empty value");
    if (!slots.empty() && slot <= slots.back()) refuse("a value out of order");
    slots.push_back(slot);
    values_[slot].add(*records_, {docid_, 0, value});
  }
  tag_.clear();
  append_slots(tag_, slots);
  listings_.back().slots = kept(tag_);
}

void SegmentBuilder::refuse(const char* what) const {
  throw Error(fmt::format("document {} has {}", docid_, what));
}

/// The tag as its table will hold it, compressed if that is shorter.
Record SegmentBuilder::packed(std::uint64_t id, std::string_view tag) const {
  std::string_view shorter;
  if (tag.size() > kNeverCompressed) shorter = compressor_->shorter(tag);
  const bool compressed = !shorter.empty();
  return {id, compressed, compressed ? shorter : tag};
}

std::size_t SegmentBuilder::memory() const {
  return records_->size() + postings_.capacity() * sizeof(RecordChain) +
         listings_.capacity() * sizeof(Listing);
}

void SegmentBuilder::write(const std::string& path, Sync sync) const {
  SegmentWriter writer(path, sync);
  const Numbers order = terms_in_order();
  writer.add(kDocdataSection, "d", docdata_);
  write_termlists(writer, order);
  for (const auto& [key, records] : values_by_key())
    writer.add(kPostingsSection, key, *records);
  if (lengths_.count() > 0) writer.add(kPostingsSection, kLengthsKey, lengths_);
  std::string key;
  for (const auto number : order) {
    key.clear();
    append_sortable(key, (*vocabulary_)[number]);
    writer.add(kPostingsSection, key, postings_[number]);
  }
  writer.finish();
}

/// Keys of slots above 127 do not sort as the slots do.
std::map<std::string, const RecordChain*> SegmentBuilder::values_by_key()
    const {
  std::map<std::string, const RecordChain*> sorted;
  for (const auto& [slot, records] : values_) {
    std::string key(kValuesKey);
    append_uint(key, slot);
    sorted.emplace(std::move(key), &records);
  }
  return sorted;
}

SegmentBuilder::Numbers SegmentBuilder::terms_in_order() const {
  Numbers numbers;
  for (TermList::Number n = 0; n < postings_.size(); ++n)
    if (postings_[n].count() > 0) numbers.push_back(n);
  if (vocabulary_) vocabulary_->sort(numbers);
  return numbers;
}

/// Terms are sorted as their places in the order.
void SegmentBuilder::write_termlists(SegmentWriter& writer,
                                     const Numbers& order) const {
  std::vector<std::uint32_t> places(postings_.size());
  for (std::size_t n = 0; n < order.size(); ++n)
    places[order[n]] = static_cast<std::uint32_t>(n);

  std::uint32_t count = 0;
  for (const Listing& listing : listings_)
    count += (listing.whole ? 1 : 0) + (listing.slots.empty() ? 0 : 1);
  writer.begin(kTermlistSection, "t", count);

  std::string tag;
  std::vector<std::uint64_t> listed, scratch;  // place and wdf
  std::vector<ListedTerm> terms;
  const auto bits = static_cast<int>(std::bit_width(order.size()));
  for (const Listing& listing : listings_) {
    listed.clear();
    std::string_view rest(listing.terms.data(), listing.terms.size());
    for (std::uint64_t number, wdf;
         take_uint(rest, number) && take_uint(rest, wdf);)
      listed.push_back(std::uint64_t{places[number]} << 32 | wdf);
    sort_by_place(listed, scratch, bits);
    terms.clear();
    for (const auto each : listed) {
      const std::string_view term = (*vocabulary_)[order[each >> 32]];
      __builtin_prefetch(term.data());
      terms.push_back({term, static_cast<std::uint32_t>(each)});
    }
    tag.clear();
    append_termlist(tag, terms, listing.length);
    const std::uint64_t id = 2 * std::uint64_t{listing.docid};
    if (listing.whole) writer.add(packed(id, tag));
    if (!listing.slots.empty())
      writer.add({id + 1, 0, {listing.slots.data(), listing.slots.size()}});
  }
}

}  // namespace broadsheet::bulk
