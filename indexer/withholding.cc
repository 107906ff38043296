#include "indexer/withholding.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/disk/file.h"
#include "common/text/digest.h"
#include "indexer/clock.h"
#include "indexer/generations.h"
#include "indexer/identity.h"

namespace broadsheet {
namespace {

nlohmann::ordered_json json_of(const Withdrawal& withdrawal) {
  return {{"id", withdrawal.id},         {"origin", withdrawal.origin},
          {"digest", withdrawal.digest}, {"reason", withdrawal.reason},
          {"at", withdrawal.at},         {"copy_of", withdrawal.copy_of},
          {"done", withdrawal.done}};
}

/// The file that is this one story; empty if there may be others in it: their
/// places change hands.
std::string own_file(const std::string& origin) {
  return origin.find('#') == std::string::npos ? origin : "";
}

}  // namespace

std::string body_digest(std::string_view body) {
  constexpr std::size_t kTelling = 200;
  return body.size() < kTelling ? "" : digest_hex(body);
}

Withholding::Withholding(const std::filesystem::path& archive)
    : archive_(archive), list_(withdrawals(archive)) {
  index();
}

void Withholding::index() {
  by_id_.clear();
  by_origin_.clear();
  by_digest_.clear();
  for (std::size_t at = 0; at < list_.size(); ++at) {
    by_id_.emplace(list_[at].id, at);
    if (const auto file = own_file(list_[at].origin); !file.empty())
      by_origin_.emplace(file, at);
    if (!list_[at].digest.empty()) by_digest_.emplace(list_[at].digest, at);
  }
}

bool Withholding::covers(const std::string& id, const std::string& newest,
                         const Article& article) {
  if (list_.empty()) return false;
  const std::string version = version_id(newest, article.version);
  if (names(id) || names(version)) return true;
  const std::string digest = body_digest(article.body);
  const std::pair<const Index&, std::string> reasons[] = {
      {by_id_, newest},
      {by_digest_, digest},
      {by_origin_, own_file(article.origin)}};
  const auto reason = std::ranges::find_if(
      reasons, [](const auto& row) { return row.first.contains(row.second); });
  if (reason == std::end(reasons)) return false;
  Withdrawal copy = list_[reason->first.at(reason->second)];
  if (copy.copy_of.empty()) copy.copy_of = copy.id;
  copy.id = article.version.empty() ? id : version;
  copy.origin = article.origin;
  copy.digest = digest;
  copy.at = iso_utc(now_nanoseconds());
  add(std::move(copy));
  save();
  return true;
}

bool Withholding::names(const Claim& claim) const {
  return names(claim.id) || names(version_id(claim.id, claim.version));
}

void Withholding::add(Withdrawal withdrawal) {
  list_.push_back(std::move(withdrawal));
  index();
}

std::size_t Withholding::remove(const std::string& id) {
  const auto gone = std::erase_if(list_, [&](const Withdrawal& withdrawal) {
    return withdrawal.id == id || withdrawal.copy_of == id;
  });
  index();
  return gone;
}

void Withholding::set_done() {
  for (auto& withdrawal : list_) withdrawal.done = true;
}

bool Withholding::all_done() const {
  return std::ranges::all_of(list_, &Withdrawal::done);
}

void Withholding::save() const {
  auto all = nlohmann::ordered_json::array();
  for (const auto& withdrawal : list_) all.push_back(json_of(withdrawal));
  write_file(archive_ / kWithdrawnName, all.dump(1) + "\n");
}

}  // namespace broadsheet
