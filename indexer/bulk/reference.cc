#include "indexer/bulk/reference.h"

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "common/cli/error.h"
#include "indexer/bulk/version_file.h"

namespace broadsheet::bulk {
namespace {

[[noreturn]] void differ(const std::string& what) {
  throw Error("the databases differ in " + what);
}

template <typename T>
void same(const T& one, const T& other, const std::string& what) {
  if (one != other) differ(what);
}

/// Walks two ranges side by side; `each` compares what they stand on.
template <typename Iterator, typename Each>
void same_ranges(Iterator a, Iterator a_end, Iterator b, Iterator b_end,
                 const std::string& what, Each each) {
  for (; a != a_end && b != b_end; ++a, ++b) {
    if (*a != *b) differ(what);
    each(a, b);
  }
  if (a != a_end || b != b_end) differ("the number of " + what);
}

template <typename Iterator>
void same_ranges(Iterator a, Iterator a_end, Iterator b, Iterator b_end,
                 const std::string& what) {
  same_ranges(a, a_end, b, b_end, what, [](const auto&, const auto&) {});
}

class Comparison {
 public:
  Comparison(const std::string& one, const std::string& other)
      : a_(one), b_(other) {}

  void run() const {
    totals();
    metadata();
    same_ranges(a_.allterms_begin(), a_.allterms_end(), b_.allterms_begin(),
                b_.allterms_end(), "terms",
                [this](const auto& a, const auto&) { term(*a); });
    same_ranges(a_.postlist_begin(""), a_.postlist_end(""),
                b_.postlist_begin(""), b_.postlist_end(""), "documents",
                [this](const auto& a, const auto&) { document(*a); });
  }

 private:
  void totals() const {
    same(a_.get_doccount(), b_.get_doccount(), "the number of documents");
    same(a_.get_lastdocid(), b_.get_lastdocid(), "the last docid");
    same(a_.get_total_length(), b_.get_total_length(), "the total length");
    same(a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound(),
         "the least length");
    same(a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound(),
         "the greatest length");
    same(a_.has_positions(), b_.has_positions(), "having positions");
  }

  void metadata() const {
    same_ranges(a_.metadata_keys_begin(), a_.metadata_keys_end(),
                b_.metadata_keys_begin(), b_.metadata_keys_end(), "metadata",
                [this](const auto& a, const auto&) {
                  same(a_.get_metadata(*a), b_.get_metadata(*a), "metadata");
                });
  }

  void term(const std::string& term) const {
    const std::string what = fmt::format("term \"{}\"", term);
    same(a_.get_termfreq(term), b_.get_termfreq(term), what);
    same(a_.get_collection_freq(term), b_.get_collection_freq(term), what);
    same(a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term), what);
    same_ranges(a_.postlist_begin(term), a_.postlist_end(term),
                b_.postlist_begin(term), b_.postlist_end(term), what,
                [&](const auto& a, const auto& b) {
                  same(a.get_wdf(), b.get_wdf(), what);
                  same(a.get_doclength(), b.get_doclength(), what);
                  same_ranges(a.positionlist_begin(), a.positionlist_end(),
                              b.positionlist_begin(), b.positionlist_end(),
                              what + "'s positions");
                });
  }

  void document(Xapian::docid docid) const {
    const std::string what = fmt::format("document {}", docid);
    const Xapian::Document a = a_.get_document(docid);
    const Xapian::Document b = b_.get_document(docid);
    same(a.get_data(), b.get_data(), what);
    same(a_.get_doclength(docid), b_.get_doclength(docid), what);
    same(a_.get_unique_terms(docid), b_.get_unique_terms(docid), what);
    same_ranges(a_.termlist_begin(docid), a_.termlist_end(docid),
                b_.termlist_begin(docid), b_.termlist_end(docid), what,
                [&](const auto& i, const auto& j) {
                  same(i.get_wdf(), j.get_wdf(), what);
                  same(i.get_termfreq(), j.get_termfreq(), what);
                });
    same_ranges(a.values_begin(), a.values_end(), b.values_begin(),
                b.values_end(), what + "'s values",
                [&](const auto& i, const auto& j) {
                  same(i.get_valueno(), j.get_valueno(), what);
                  slot(i.get_valueno(), docid);
                });
  }

  void slot(Xapian::valueno slot, Xapian::docid docid) const {
    const std::string what = fmt::format("value slot {}", slot);
    same(a_.get_value_freq(slot), b_.get_value_freq(slot), what);
    same(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot), what);
    same(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot), what);
    auto a = a_.valuestream_begin(slot), b = b_.valuestream_begin(slot);
    a.skip_to(docid);
    b.skip_to(docid);
    same(a.get_docid(), b.get_docid(), what);
    same(*a, *b, what);
  }

  Xapian::Database a_;
  Xapian::Database b_;
};

std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document made;
  for (const auto& [term, wdf, positions] : document.terms) {
    const std::string name(term);
    for (const auto position : positions) made.add_posting(name, position, 0);
    made.add_term(name, wdf);
  }
  for (const auto& [slot, value] : document.values) made.add_value(slot, value);
  made.set_data(document.data);
  return made;
}

void write_by_api(std::span<const Sample> samples,
                  const std::map<std::string, std::string>& metadata,
                  const std::string& directory, std::uint32_t block_size) {
  Xapian::WritableDatabase database(directory,
                                    Xapian::DB_CREATE | Xapian::DB_NO_SYNC,
                                    static_cast<int>(block_size));
  for (const auto& [docid, document] : samples)
    database.replace_document(docid, to_xapian(document));
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
}

void compact(const std::string& from, const std::string& to,
             std::uint32_t block_size) {
  Xapian::Database(from).compact(
      to, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL,
      static_cast<int>(block_size));
}

void compare_contents(const std::string& one, const std::string& other) {
  Comparison(one, other).run();
}

void compare_bytes(const std::string& one, const std::string& other) {
  for (const auto kind : {kPostlist, kDocdata, kTermlist, kPosition}) {
    const std::string path = table_path(one, kind);
    same(file_bytes(path), file_bytes(table_path(other, kind)), path);
  }
  constexpr std::size_t kUuid = 16, kUuidSize = 16;
  std::string a = file_bytes(one + "/iamglass");
  std::string b = file_bytes(other + "/iamglass");
  if (a.size() > kUuid + kUuidSize) a.erase(kUuid, kUuidSize);
  if (b.size() > kUuid + kUuidSize) b.erase(kUuid, kUuidSize);
  same(a, b, "iamglass");
}

}  // namespace broadsheet::bulk
