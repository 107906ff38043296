// Makes the dictionary of stored records from the stories of an archive.
// Usage: records_trainer ARCHIVE DICTIONARY
#include <xapian.h>
#include <zdict.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "common/cli/error.h"
#include "common/disk/file.h"
#include "common/index/record.h"
#include "common/index/record_compression.h"

namespace broadsheet {
namespace {

constexpr std::size_t kSize = 32 << 10;

std::string trained(const std::string& archive) {
  const Xapian::Database database(archive);
  std::string records;
  std::vector<std::size_t> sizes;
  const std::string every;
  for (auto at = database.postlist_begin(every);
       at != database.postlist_end(every); ++at) {
    Story story = decode(database.get_document(*at).get_data());
    story.added.clear();  // is another each time
    const auto record = decompressed(encode(story));
    records += record;
    sizes.push_back(record.size());
  }
  std::string dictionary(kSize, '\0');
  const auto size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(),
                                          records.data(), sizes.data(),
                                          static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size) != 0) throw Error(ZDICT_getErrorName(size));
  dictionary.resize(size);
  return dictionary;
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  try {
    if (argc != 3)
      throw broadsheet::Error("usage: records_trainer ARCHIVE DICTIONARY");
    broadsheet::write_file(argv[2], broadsheet::trained(argv[1]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "records_trainer: %s\n", error.what());
    return 2;
  }
}
