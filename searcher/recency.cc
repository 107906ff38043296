#include "searcher/recency.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "common/index/fields.h"

namespace broadsheet {
namespace {

constexpr int kHalfLives = 10;  ///< what is older weighs nothing
constexpr int kLongest = 36'500;

struct Unit {
  char letter;
  int days;
};
constexpr Unit kUnits[] = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}};

}  // namespace

std::optional<int> days_of_age(std::string_view age) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(age.data(), age.data() + age.size(), number);
  if (error != std::errc() || number < 1 || number > kLongest ||
      end + 1 != age.data() + age.size())
    return std::nullopt;
  const auto unit = std::ranges::find(kUnits, *end, &Unit::letter);
  if (unit == std::end(kUnits) || number > kLongest / unit->days)
    return std::nullopt;
  return number * unit->days;
}

Xapian::Query recency(const Date& newest, int half_life, double most) {
  auto* source = new Xapian::ValueMapPostingSource(kSlotDateBegin);
  const int days = std::min(kHalfLives * half_life, kLongest);
  for (int age = 0; age < days; ++age) {
    const auto day = newest.plus_days(-age);
    if (!valid(day)) break;
    source->add_mapping(compact(day), most * std::exp2(-1.0 * age / half_life));
  }
  return Xapian::Query(source->release());
}

}  // namespace broadsheet
