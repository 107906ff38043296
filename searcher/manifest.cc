#include "searcher/manifest.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <nlohmann/json.hpp>

#include "common/disk/file.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Json options_json(const Arguments& arguments) {
  Json options = Json::object();
  for (const auto& [name, values] : arguments.options) options[name] = values;
  return options;
}

}  // namespace

std::string sha256_of_lines(const std::vector<std::string>& lines) {
  sha256_ctx context;
  sha256_init(&context);
  const auto add = [&](std::string_view bytes) {
    sha256_update(&context, bytes.size(),
                  reinterpret_cast<const std::uint8_t*>(bytes.data()));
  };
  for (const auto& line : lines) {
    add(line);
    add("\n");
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

void write_manifest(const Arguments& arguments, const Search& search) {
  if (!arguments.has("manifest")) return;
  const Answer& answer = search.answer();
  const Json manifest = {{"query",
                          {{"typed", answer.typed},
                           {"understood", answer.understood},
                           {"match", answer.match}}},
                         {"options", options_json(arguments)},
                         {"generation", answer.generation},
                         {"version", answer.version},
                         {"total", answer.total},
                         {"ids_sha256", sha256_of_lines(search.ids())}};
  write_file(
      arguments.text("manifest"),
      manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace broadsheet
