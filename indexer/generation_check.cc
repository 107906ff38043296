#include "indexer/generation_check.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/archive.h"
#include "common/index/fields.h"
#include "indexer/bulk/table_check.h"
#include "indexer/writer.h"

namespace broadsheet {
namespace {

constexpr std::size_t kCanaries = 100;

TargetCounts check(const std::string& path, std::size_t stories,
                   const Docids& written) {
  const Xapian::Database database(path);
  const auto counts = counts_of(database);
  const auto stamped = database.get_termfreq(label_term("XV:", kIndexVersion));
  if (counts.stories != stories || stamped != stories)
    throw Unsound(fmt::format("{}: holds {} stories, not the {} that were read",
                              path, counts.stories, stories));
  const std::size_t step = written.size() / kCanaries + 1;
  std::size_t n = 0;
  written.for_each([&](std::string_view id, std::uint32_t docid) {
    if (n++ % step == 0 && docid_of(database, std::string(id)) != docid)
      throw Unsound(fmt::format("{}: does not find the story {}", path, id));
  });
  return counts;
}

}  // namespace

void unsound_if_damaged(const std::filesystem::path& generation,
                        const std::function<void()>& step) {
  try {
    step();
  } catch (const bulk::Damaged& error) {
    throw Unsound(error.what());
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Unsound(generation.string() + ": " + error.get_msg());
  }
}

TargetCounts check_stories(const std::filesystem::path& generation,
                           std::size_t stories, const Docids& written) {
  TargetCounts counts;
  unsound_if_damaged(generation, [&] {
    counts = check(generation.string(), stories, written);
  });
  return counts;
}

}  // namespace broadsheet
