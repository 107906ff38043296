#include "indexer/bulk/segment_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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
    if (postings_.size() < vocabulary_->size()) {
      postings_.reserve(vocabulary_->room());
      postings_.resize(vocabulary_->size());
    }
  }
  Listing& listing = listings_.back();
  listing.whole = true;
  for (const IndexTerm& term : document.terms) listing.length += term.wdf;
  lengths_.add(*records_, {docid, listing.length, {}});
  listing.terms = document.terms.size();
  listed_ += listing.terms;
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
  listings_.push_back({docid, false, 0, 0, {}});
}

/// For so many bytes, until it is asked for again.
char* SegmentBuilder::room(std::size_t size) {
  if (room_.size() < size) room_.resize(size);
  return room_.data();
}

void SegmentBuilder::add_terms(const TermList& terms) {
  constexpr std::size_t kAhead = 16;
  for (std::size_t n = 0; n < terms.size(); ++n)
    __builtin_prefetch(&postings_[terms.number(n)]);
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
  slots_.clear();
  for (const auto& [slot, value] : values) {
    if (value.empty()) refuse("an empty value");
    if (!slots_.empty() && slot <= slots_.back())
      refuse("a value out of order");
    slots_.push_back(slot);
    values_[slot].add(*records_, {docid_, 0, value});
  }
  tag_.clear();
  append_slots(tag_, slots_);
  const std::span<char> slots_kept = records_->take(tag_.size());
  std::ranges::copy(tag_, slots_kept.begin());
  listings_.back().slots = slots_kept;
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
         listings_.capacity() * (sizeof(Listing) + sizeof(Termlist)) +
         listed_ * Termlist::kTermBytes;
}

/// The lists of all documents, one term after the other going to those that
/// have it: so none has to be put in order.
class SegmentBuilder::Termlists {
 public:
  explicit Termlists(std::span<const Listing> listings) : listings_(listings) {
    lists_.reserve(listings.size());
    for (const Listing& listing : listings)
      lists_.emplace_back(listing.terms, listing.length);
    constexpr std::size_t kSparse = 64;  // docids to a document
    if (listings.empty() || range() > kSparse * listings.size()) return;
    places_.resize(range());
    for (std::size_t n = 0; n < listings.size(); ++n)
      places_[listings[n].docid - first()] = static_cast<std::uint32_t>(n);
  }

  /// To those whose records these are, sooner or later.
  void add(std::string_view term, std::string_view records) {
    std::uint64_t docid = 0;
    for (std::uint64_t gap, wdf, size;
         take_uint(records, gap) && take_uint(records, wdf) &&
         take_uint(records, size);
         records.remove_prefix(size)) {
      docid += gap;
      waiting_[count_++] = {&lists_[place_of(docid)], term, wdf};
      if (count_ == waiting_.size()) deliver();
    }
  }

  /// Adds what waits: all that the lists need is asked for before the first is
  /// added to, so that memory is waited for by many at once.
  void deliver() {
    const auto entries = std::span(waiting_).first(std::exchange(count_, 0));
    for (const Entry& entry : entries) __builtin_prefetch(entry.list, 1);
    for (const Entry& entry : entries) entry.list->fetch();
    for (const Entry& entry : entries) entry.list->add(entry.term, entry.wdf);
  }

  /// Of the n-th document.
  std::string_view operator[](std::size_t n) const { return lists_[n].bytes(); }

 private:
  /// A term on its way to a list.
  struct Entry {
    Termlist* list = nullptr;
    std::string_view term;
    std::uint64_t wdf = 0;
  };
  static constexpr std::size_t kTogether = 32;

  std::uint32_t first() const { return listings_.front().docid; }
  std::size_t range() const {
    return listings_.back().docid - first() + std::size_t{1};
  }
  std::size_t place_of(std::uint64_t docid) const {
    if (!places_.empty()) return places_[docid - first()];
    const auto at =
        std::ranges::lower_bound(listings_, docid, {}, &Listing::docid);
    return static_cast<std::size_t>(at - listings_.begin());
  }

  std::span<const Listing> listings_;
  std::vector<Termlist> lists_;
  std::vector<std::uint32_t> places_;  ///< by docid; none where it is sparse
  std::array<Entry, kTogether> waiting_;
  std::size_t count_ = 0;  ///< of them
};

void SegmentBuilder::write(const std::string& path, Sync sync) const {
  SegmentWriter writer(path, sync);
  writer.add(kDocdataSection, "d", docdata_);
  for (const auto& [key, records] : values_by_key())
    writer.add(kPostingsSection, key, *records);
  if (lengths_.count() > 0) writer.add(kPostingsSection, kLengthsKey, lengths_);
  Termlists lists(listings_);
  write_postings(writer, lists);
  write_termlists(writer, lists);
  writer.finish();
}

void SegmentBuilder::write_postings(SegmentWriter& writer,
                                    Termlists& lists) const {
  constexpr std::size_t kAhead = 8;
  std::string key, joined;
  const Numbers numbers = terms_in_order();
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    if (n + 2 * kAhead < numbers.size())
      __builtin_prefetch(&postings_[numbers[n + 2 * kAhead]]);
    if (n + kAhead < numbers.size()) {
      postings_[numbers[n + kAhead]].fetch_first();
      __builtin_prefetch((*vocabulary_)[numbers[n + kAhead]].data());
    }
    const std::string_view term = (*vocabulary_)[numbers[n]];
    const RecordChain& chain = postings_[numbers[n]];
    const std::string_view records = chain.together(joined);
    lists.add(term, records);
    key.clear();
    append_sortable(key, term);
    writer.add(kPostingsSection, key, chain.count(), records);
  }
  lists.deliver();
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

void SegmentBuilder::write_termlists(SegmentWriter& writer,
                                     const Termlists& lists) const {
  std::uint32_t count = 0;
  for (const Listing& listing : listings_)
    count += (listing.whole ? 1 : 0) + (listing.slots.empty() ? 0 : 1);
  writer.begin(kTermlistSection, "t", count);
  for (std::size_t n = 0; n < listings_.size(); ++n) {
    const Listing& listing = listings_[n];
    const std::uint64_t id = 2 * std::uint64_t{listing.docid};
    if (listing.whole) writer.add(packed(id, lists[n]));
    if (!listing.slots.empty())
      writer.add({id + 1, 0, {listing.slots.data(), listing.slots.size()}});
  }
}

}  // namespace broadsheet::bulk
