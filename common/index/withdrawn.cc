#include "common/index/withdrawn.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/cli/error.h"

namespace broadsheet {
namespace {

Withdrawal withdrawal_from(const nlohmann::json& row) {
  Withdrawal withdrawal;
  row.at("id").get_to(withdrawal.id);
  row.at("origin").get_to(withdrawal.origin);
  row.at("digest").get_to(withdrawal.digest);
  row.at("reason").get_to(withdrawal.reason);
  row.at("at").get_to(withdrawal.at);
  row.at("copy_of").get_to(withdrawal.copy_of);
  row.at("done").get_to(withdrawal.done);
  return withdrawal;
}

}  // namespace

std::vector<Withdrawal> withdrawals(const std::filesystem::path& archive) {
  const auto path = archive / kWithdrawnName;
  if (!std::filesystem::exists(path)) return {};
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    std::vector<Withdrawal> list;
    for (const auto& row : nlohmann::json::parse(text))
      list.push_back(withdrawal_from(row));
    return list;
  } catch (const nlohmann::json::exception& fault) {
    throw Error(fmt::format("{}: damaged: {}", path.string(), fault.what()),
                "without it withdrawn stories would come back: mend it");
  }
}

}  // namespace broadsheet
