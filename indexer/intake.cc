#include "indexer/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string_view>

#include "common/cli/error.h"
#include "common/text/digest.h"
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

/// Reads every story; the number that reached the sink.
std::size_t read_stories(Reader& reader, const std::string& origin,
                         const OnSkip& on_skip,
                         const std::function<void(Article&&)>& sink) {
  std::size_t stories = 0;
  while (auto article = reader.next()) {
    article->origin = origin;
    if (!article->fragment.empty()) article->origin += "#" + article->fragment;
    const std::string record = article->fragment;
    try {
      sink(std::move(*article));
      ++stories;
    } catch (const Error& error) {
      on_skip({0, record.empty() ? "" : "story " + record, error.what()});
    }
  }
  return stories;
}

void drain(Input& input) {
  while (!input.rest(std::size_t{1} << 20).empty()) {
  }
}

}  // namespace

Intake read_file(const FoundFile& file, const ReadOptions& options,
                 const std::function<void(Article&&)>& sink) {
  Intake intake;
  Digest digest;
  const OnSkip on_skip = [&](const Skip& skip) {
    intake.problems.push_back(problem_of(file.origin, skip));
  };
  try {
    Input input(file.origin,
                std::make_unique<DigestSource>(open_file(file.path.string()),
                                               digest, intake.bytes));
    const std::string& as = file.root->format;
    const Format* format = as.empty() ? detect(input) : &format_named(as);
    if (format == nullptr || (as.empty() && describes_directory(file.path))) {
      intake.state = FileState::kIgnored;
      return intake;
    }
    intake.format = format->name;
    const auto reader = format->open(input, options, on_skip);
    if (read_stories(*reader, file.origin, on_skip, sink) == 0) {
      intake.state = FileState::kSkipped;
      if (intake.problems.empty()) on_skip({0, "", "holds no story"});
    }
    drain(input);
  } catch (const Error& error) {
    intake.state = FileState::kFailed;
    intake.problems.push_back(file_problem(file.origin, error.what()));
  }
  intake.digest = digest.hex();
  return intake;
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
