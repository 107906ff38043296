#include "indexer/formats/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <string_view>
#include <utility>

#include "common/cli/error.h"
#include "common/text/utf8.h"
#include "indexer/formats/markup.h"

namespace broadsheet {
namespace {

/// What a container begins with, at `offset`.
struct Signature {
  std::size_t offset;
  std::string_view bytes;
};

using namespace std::string_view_literals;
constexpr Signature kSignatures[] = {
    {0, "\x1f\x8b\x08"sv},      // gzip
    {0, "BZh"sv},               // bzip2
    {0, "\xfd\x37zXZ\0"sv},     // xz
    {0, "\x28\xb5\x2f\xfd"sv},  // zstd
    {257, "ustar"sv},           // tar
};

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kZipNames[] = {".zip", ".wacz"};

/// Endings that the name of what was compressed has not.
constexpr std::string_view kCompressed[] = {".gz", ".bz2", ".xz", ".zst"};

std::string inner_name(std::string_view name) {
  for (const auto ending : kCompressed) {
    if (has_ending(name, ending)) name.remove_suffix(ending.size());
  }
  return std::string(name);
}

/// libarchive converts names to the locale's charset: here, to UTF-8.
class Utf8Names {
 public:
  Utf8Names() : old_(::uselocale(utf8())) {}
  ~Utf8Names() { ::uselocale(old_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", {});
    return locale;
  }
  locale_t old_;
};

/// "./dir/b.xml" and "/dir/b.xml" are "dir/b.xml"; "../b.xml" stays.
std::string path_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  std::string_view path = name == nullptr ? "" : name;
  while (path.starts_with('/') || path.starts_with("./"))
    path.remove_prefix(path.starts_with('/') ? 1 : 2);
  return to_valid_utf8(path);
}

struct Close {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

}  // namespace

bool is_container(Input& input) {
  const std::string_view head = input.peek(512);
  const auto begins = [&](const Signature& signature) {
    return head.size() > signature.offset &&
           head.substr(signature.offset).starts_with(signature.bytes);
  };
  const auto named = [&](std::string_view ending) {
    return has_ending(input.name(), ending);
  };
  return std::ranges::any_of(kSignatures, begins) ||
         (head.starts_with(kZip) && std::ranges::any_of(kZipNames, named));
}

class Container::Archive {
 public:
  Archive(const Packed& packed, ExpansionLimits& limits)
      : packed_(packed), limits_(limits) {
    seekable_ = packed.input->peek(kZip.size()) == kZip && !packed.file.empty();
  }

  std::optional<Member> next() {
    const Utf8Names utf8;
    if (archive_ == nullptr) open();
    if (!at_end_) finish_member();
    archive_entry* entry = at_end_ ? nullptr : next_file();
    if (entry == nullptr) return std::nullopt;
    Member member;
    member.name = inner_name(packed_.input->name());
    if (!is_raw()) {
      member.path = path_of(entry);
      member.name += "!/" + member.path;
    }
    announced_ = 0;
    if (archive_entry_size_is_set(entry) != 0) {
      member.size = static_cast<std::uint64_t>(archive_entry_size(entry));
      if (packed_.size) announced_ = *member.size;
    }
    member.bytes = std::make_unique<MemberBytes>(*this);
    return member;
  }

 private:
  class MemberBytes final : public ByteSource {
   public:
    explicit MemberBytes(Archive& archive) : archive_(archive) {}
    std::size_t read(char* to, std::size_t size) override {
      return archive_.read(to, size);
    }

   private:
    Archive& archive_;
  };

  void open() {
    at_end_ = true;  // unless all goes well
    archive_.reset(archive_read_new());
    archive* a = archive_.get();
    for (const auto support :
         {archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
          archive_read_support_filter_xz, archive_read_support_filter_zstd,
          archive_read_support_format_zip, archive_read_support_format_tar,
          archive_read_support_format_raw, archive_read_support_format_empty}) {
      if (support(a) != ARCHIVE_OK) fail();
    }
    const int result =
        seekable_ ? archive_read_open_filename(a, packed_.file.c_str(), kBlock)
                  : archive_read_open(a, this, nullptr, feed, nullptr);
    if (result != ARCHIVE_OK) fail();
    at_end_ = false;
  }

  static la_ssize_t feed(archive* a, void* self, const void** bytes) {
    auto& me = *static_cast<Archive*>(self);
    try {
      const std::string_view block = me.packed_.input->take(kBlock);
      me.fed_ += block.size();
      *bytes = block.data();
      return static_cast<la_ssize_t>(block.size());
    } catch (...) {  // must not pass through C
      me.medium_error_ = std::current_exception();
      archive_set_error(a, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }

  [[noreturn]] void fail() {
    if (medium_error_) {
      at_end_ = true;
      std::rethrow_exception(std::exchange(medium_error_, nullptr));
    }
    const char* why = archive_error_string(archive_.get());
    throw Error(why == nullptr ? "damaged" : why);
  }

  bool is_raw() const {
    return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW;
  }

  /// Passes over what is left of a member. A stream is read, so that it
  /// counts; a zip in a file knows where the next member is.
  void finish_member() {
    if (broken_) reopen();
    if (count_ == 0 || seekable_ || damaged_) return;
    std::string buffer(kBlock, '\0');
    while (read(buffer.data(), buffer.size()) > 0) {
    }
  }

  /// libarchive gives up on a zip at the first damaged member: begin again,
  /// and go on behind it.
  void reopen() {
    at_end_ = true;  // unless all goes well below
    if (++reopened_ > kMostReopened) throw Error("too many damaged members");
    open();
    archive_entry* entry = nullptr;
    for (std::size_t i = 0; i < count_; ++i)
      if (archive_read_next_header(archive_.get(), &entry) < ARCHIVE_WARN)
        fail();
    at_end_ = broken_ = false;
  }

  archive_entry* next_file() {
    for (;;) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(archive_.get(), &entry);
      at_end_ = result == ARCHIVE_EOF || result == ARCHIVE_FATAL;
      if (result == ARCHIVE_EOF) return nullptr;
      const bool lost = result == ARCHIVE_RETRY || result < ARCHIVE_WARN;
      damaged_ = lost;
      // Looking for the next good header is one problem, however long it takes.
      if (std::exchange(lost_, lost) && lost && !at_end_) continue;
      if (lost) fail();
      ++count_;
      if (is_raw() && archive_filter_count(archive_.get()) < 2) {
        at_end_ = true;
        throw Error("damaged: it only begins like a compressed file");
      }
      if (is_raw() || archive_entry_filetype(entry) == AE_IFREG) return entry;
    }
  }

  std::size_t read(char* to, std::size_t size) {
    check(announced_, seekable_);
    const la_ssize_t got = archive_read_data(archive_.get(), to, size);
    if (got < 0) {
      damaged_ = true;
      broken_ = got == ARCHIVE_FATAL;
      at_end_ = broken_ && !seekable_;
      fail();
    }
    const auto more = static_cast<std::uint64_t>(got);
    announced_ -= std::min(announced_, more);
    written_ += more;
    limits_.spent += more;
    check(0, false);
    return static_cast<std::size_t>(got);
  }

  /// Throws if `more` bytes are too many; ends the container then, unless
  /// they can be left where they are.
  void check(std::uint64_t more, bool can_pass_over) {
    const std::uint64_t in = packed_.size.value_or(fed_);
    const std::uint64_t out = written_ + more;
    const bool bomb = out > limits_.free && out / limits_.ratio > in;
    if (!bomb && limits_.spent + more <= limits_.total) return;
    at_end_ = !can_pass_over;
    throw Error(
        bomb ? fmt::format("expands to more than {} times its size",
                           limits_.ratio)
             : fmt::format("expands to more than {} bytes", limits_.total));
  }

  static constexpr std::size_t kBlock = std::size_t{64} << 10;
  static constexpr int kMostReopened = 1000;

  const Packed packed_;
  ExpansionLimits& limits_;
  bool seekable_ = false;
  std::unique_ptr<archive, Close> archive_;
  std::exception_ptr medium_error_;
  std::uint64_t fed_ = 0;
  std::uint64_t written_ = 0;
  std::uint64_t announced_ = 0;  ///< of this member, still to come
  std::size_t count_ = 0;        ///< members met
  int reopened_ = 0;
  bool damaged_ = false;  ///< this member, or its header
  bool lost_ = false;     ///< in a tar, between headers
  bool broken_ = false;   ///< libarchive cannot go on
  bool at_end_ = false;
};

Container::Container(const Packed& packed, ExpansionLimits& limits)
    : archive_(std::make_unique<Archive>(packed, limits)) {}

Container::~Container() = default;

std::optional<Member> Container::next() {
  return archive_->next();
}

}  // namespace broadsheet
