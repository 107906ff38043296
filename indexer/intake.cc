#include "indexer/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "indexer/formats/container.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/formats.h"

namespace broadsheet {
namespace {

/// Passes bytes on and takes their digest.
class DigestSource : public ByteSource {
 public:
  DigestSource(std::unique_ptr<ByteSource> bytes, Digest& digest,
               std::uint64_t& count)
      : bytes_(std::move(bytes)), digest_(digest), count_(count) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = bytes_->read(to, size);
    digest_.add({to, got});
    count_ += got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  Digest& digest_;
  std::uint64_t& count_;
};

/// Files that are about a directory, not stories in it.
bool describes_directory(const std::filesystem::path& path) {
  constexpr std::string_view kStems[] = {"README", "LICENSE", "LICENCE",
                                         "COPYING", "NOTICE"};
  const std::string name = path.filename().string();
  return name.starts_with('.') ||
         std::ranges::find(kStems, path.stem().string()) != std::end(kStems);
}

Problem problem_of(const std::string& origin, const Skip& skip) {
  Problem problem;
  problem.origin = skip.line == 0 ? origin
                                  : fmt::format("{}:{}", origin, skip.line);
  problem.kind = "record";
  problem.why = skip.record.empty()
                    ? skip.why
                    : fmt::format("{}: {}", skip.record, skip.why);
  problem.lost = skip.lost;
  return problem;
}

void drain(Input& input) {
  while (!input.rest(std::size_t{1} << 20).empty()) {
  }
}

/// The reading of one file, and of the files in it if it is a container.
class FileReading {
 public:
  FileReading(const FoundFile& file, const ReadOptions& options,
              const std::function<void(Article&&)>& sink)
      : file_(file), options_(options), sink_(sink) {}

  Intake run() {
    Digest digest;
    try {
      Input input(file_.origin, std::make_unique<DigestSource>(
                                    open_file(file_.path.string()), digest,
                                    intake_.bytes));
      read(input, file_.origin, file_.path, 0);
      if (!claimed_) {
        intake_.state = FileState::kIgnored;
        return std::move(intake_);
      }
      if (stories_ == 0) intake_.state = FileState::kSkipped;
      drain(input);
    } catch (const Error& error) {
      intake_.state = FileState::kFailed;
      intake_.problems.push_back(file_problem(file_.origin, error.what()));
    }
    intake_.digest = digest.hex();
    return std::move(intake_);
  }

 private:
  /// `path` is where the bytes are on disk, or only a name; `depth` the number
  /// of containers around them.
  void read(Input& input, const std::string& origin,
            const std::filesystem::path& path, int depth,
            std::optional<std::uint64_t> size = {}) {
    const std::string& as = file_.root->format;
    if (as.empty() && describes_directory(path)) return;
    if (is_container(input)) {
      if (depth == kMostDepth)
        return lose(origin, "a container in a container in a container");
      Packed packed{&input, {}, size};
      if (depth == 0) packed = {&input, path, file_.stamp.size};
      return read_members(packed, origin, depth + 1);
    }
    const Format* format = as.empty() ? detect(input) : &format_named(as);
    if (format == nullptr) return;
    claimed_ = true;
    if (intake_.format.empty()) intake_.format = format->name;
    const std::size_t problems = intake_.problems.size();
    const OnSkip on_skip = [&](const Skip& skip) {
      intake_.problems.push_back(problem_of(origin, skip));
    };
    const auto reader = format->open(input, options_, on_skip);
    if (!read_stories(*reader, origin, on_skip) &&
        intake_.problems.size() == problems)
      on_skip({0, "", "holds no story"});
  }

  /// Each member on its own: what is wrong with one costs no other.
  void read_members(const Packed& packed, const std::string& origin,
                    int depth) {
    Container container(packed, limits_);
    for (bool more = true; more;) {
      std::string at = origin;
      try {
        auto member = container.next();
        more = member.has_value();
        if (!more) break;
        if (!member->path.empty()) at += "!/" + member->path;
        Input input(member->name, std::move(member->bytes));
        read(input, at, member->name, depth, member->size);
      } catch (const Error& error) {
        lose(at, error.what());
      }
    }
  }

  /// Reads every story; has any reached the sink?
  bool read_stories(Reader& reader, const std::string& origin,
                    const OnSkip& on_skip) {
    const std::size_t before = stories_;
    while (auto article = reader.next()) {
      article->origin = origin;
      if (!article->fragment.empty())
        article->origin += "#" + article->fragment;
      const std::string record = article->fragment;
      try {
        sink_(std::move(*article));
        ++stories_;
      } catch (const Error& error) {
        on_skip({0, record.empty() ? "" : "story " + record, error.what()});
      }
    }
    return stories_ > before;
  }

  void lose(const std::string& origin, const std::string& why) {
    claimed_ = true;
    intake_.problems.push_back(file_problem(origin, why));
  }

  static constexpr int kMostDepth = 2;

  const FoundFile& file_;
  const ReadOptions& options_;
  const std::function<void(Article&&)>& sink_;
  ExpansionLimits limits_;
  Intake intake_;
  std::size_t stories_ = 0;
  bool claimed_ = false;
};

}  // namespace

Intake read_file(const FoundFile& file, const ReadOptions& options,
                 const std::function<void(Article&&)>& sink) {
  return FileReading(file, options, sink).run();
}

std::string digest_of_file(const std::filesystem::path& path) {
  Digest digest;
  const auto bytes = open_file(path.string());
  std::string buffer(std::size_t{1} << 16, '\0');
  while (const auto got = bytes->read(buffer.data(), buffer.size()))
    digest.add({buffer.data(), got});
  return digest.hex();
}

}  // namespace broadsheet
