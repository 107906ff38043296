#include "indexer/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>

#include "common/cli/error.h"
#include "common/text/digest.h"
#include "indexer/filter.h"
#include "indexer/formats/alto.h"
#include "indexer/formats/container.h"
#include "indexer/formats/file_source.h"
#include "indexer/formats/formats.h"
#include "indexer/formats/mets.h"
#include "indexer/packed_issues.h"
#include "indexer/path_date.h"

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

/// The bytes that a filter is to read, as a file it may seek in: the one on
/// disk, or a nameless one that holds those of `member`.
class SpoolFile {
 public:
  SpoolFile(Input* member, const std::filesystem::path& path)
      : file_(member == nullptr ? std::fopen(path.c_str(), "rbe")
                                : std::tmpfile(),
              std::fclose) {
    if (file_ == nullptr)
      throw Error(fmt::format("{}: {}", path.string(), std::strerror(errno)));
    if (member == nullptr) return;
    constexpr std::size_t kBuffer = std::size_t{1} << 20;
    for (auto bytes = member->take(kBuffer); !bytes.empty();
         bytes = member->take(kBuffer))
      if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) !=
          bytes.size())
        throw Error(fmt::format("no room for {}: {}", path.string(),
                                std::strerror(errno)));
    std::rewind(file_.get());
  }

  int descriptor() const { return ::fileno(file_.get()); }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
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
  problem.origin =
      skip.line == 0 ? origin : fmt::format("{}:{}", origin, skip.line);
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
      : file_(file),
        settings_(file.root->settings),
        options_(options_for(settings_, options)),
        sink_(sink) {
    if (!settings_.date_path.empty())
      path_date_ = PathDate(settings_.date_path).in(path_below_root(file));
  }

  Intake run() {
    Digest digest;
    try {
      Input input(file_.origin,
                  std::make_unique<DigestSource>(open_file(file_.path()),
                                                 digest, intake_.bytes));
      read(input, file_.origin, file_.path(), 0);
      issues_.end();
      read_issues();
      if (!claimed_) {
        intake_.state = FileState::kIgnored;
        return std::move(intake_);
      }
      if (stories_ == 0) intake_.state = FileState::kSkipped;
      drain(input);
      if (intake_.bytes < file_.stamp.size) {
        lose(file_.origin,
             fmt::format("shrank while it was read, to {} of {} bytes",
                         intake_.bytes, file_.stamp.size));
      }
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
    if (!settings_.filters.empty())
      if (const auto filter = settings_.filters.find(extension_of(path));
          filter != settings_.filters.end())
        return read_filtered(input, origin, path, depth, filter->second);
    if (is_container(input)) {
      if (depth == kMostDepth)
        return lose(origin, "a container in a container in a container");
      Packed packed{&input, {}, size};
      if (depth == 0) packed = {&input, path, file_.stamp.size};
      return read_members(packed, origin, depth + 1);
    }
    const Format* format = as.empty() ? detect(input) : &format_named(as);
    if (depth > 0 && hold(format, input, origin)) return;
    read_with(format, input, origin, depth == 0 ? beside(path) : OpenBeside());
  }

  /// Is it a part of an issue, which is read when it is whole?
  bool hold(const Format* format, Input& input, const std::string& origin) {
    if (format == nullptr) return false;
    const bool mets = format->open == open_mets;
    if (!mets && format->open != open_alto) return false;
    // a byte more than is read, so that a cut is told
    HeldFile file{origin, input.name(), input.rest(4 * Input::kMaxText + 1)};
    mets ? issues_.add_mets(std::move(file))
         : issues_.add_page(std::move(file));
    read_issues();
    return true;
  }

  void read_issues() {
    while (auto page = issues_.take_page()) {
      Input input(page->name, open_text(std::move(page->text)));
      read_with(&format_named("alto"), input, page->origin);
    }
    while (auto issue = issues_.take_issue()) {
      Input input(issue->mets.name, open_text(std::move(issue->mets.text)));
      read_with(&format_named("mets"), input, issue->mets.origin,
                [&](const std::string& path) -> std::unique_ptr<ByteSource> {
                  const auto page = issue->pages.find(path);
                  return page == issue->pages.end() ? nullptr
                                                    : open_text(page->second);
                });
    }
  }

  /// What the filter makes of the bytes.
  void read_filtered(Input& input, const std::string& origin,
                     const std::filesystem::path& path, int depth,
                     const std::string& command) {
    std::string text;
    try {
      const SpoolFile spool(depth == 0 ? nullptr : &input, path);
      text = run_filter(command_words(command), spool.descriptor(),
                        settings_.limits);
    } catch (const Error& error) {
      return lose(origin, error.what());
    }
    Input filtered(input.name() + ".txt", open_text(std::move(text)));
    const std::string& as = file_.root->format;
    const Format* format = as.empty() ? detect(filtered) : &format_named(as);
    if (format == nullptr)
      return lose(origin, command + ": what it writes is no text");
    read_with(format, filtered, origin);
  }

  /// `beside` opens the other files of an issue, where there are any.
  void read_with(const Format* format, Input& input, const std::string& origin,
                 const OpenBeside& beside = {}) {
    if (format == nullptr) return;
    claimed_ = true;
    if (intake_.format.empty()) intake_.format = format->name;
    const std::size_t problems = intake_.problems.size();
    const OnSkip on_skip = [&](const Skip& skip) {
      intake_.problems.push_back(problem_of(origin, skip));
    };
    const bool issue = format->open == open_mets && beside != nullptr;
    const auto reader = issue ? open_issue(input, beside, on_skip)
                              : format->open(input, options_, on_skip);
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
      apply(settings_, path_date_, *article);
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

  static ReadOptions options_for(const RootSettings& settings,
                                 const ReadOptions& all) {
    ReadOptions options = all;
    options.field_map.insert(settings.map.begin(), settings.map.end());
    return options;
  }

  const FoundFile& file_;
  const RootSettings& settings_;
  const ReadOptions options_;
  const std::function<void(Article&&)>& sink_;
  std::optional<Date> path_date_;
  ExpansionLimits limits_;
  PackedIssues issues_;
  Intake intake_;
  std::size_t stories_ = 0;
  bool claimed_ = false;
};

}  // namespace

Intake read_file(const FoundFile& file, const ReadOptions& options,
                 const std::function<void(Article&&)>& sink) {
  return FileReading(file, options, sink).run();
}

Intake pass_over(const FoundFile& file) {
  Intake intake;
  try {
    intake.digest = digest_of_file(file.path());
  } catch (const Error& error) {
    intake.state = FileState::kFailed;
    intake.problems.push_back(file_problem(file.origin, error.what()));
  }
  return intake;
}

std::string format_of(const FoundFile& file) {
  const std::string& as = file.root->format;
  if (as.empty() && describes_directory(file.path())) return {};
  try {
    Input input(file.origin, open_file(file.path()));
    if (file.root->settings.filters.contains(extension_of(file.path())))
      return "filter";
    if (is_container(input)) return "container";
    if (!as.empty()) return as;
    const Format* format = detect(input);
    return format == nullptr ? "" : std::string(format->name);
  } catch (const Error&) {
    return {};
  }
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
