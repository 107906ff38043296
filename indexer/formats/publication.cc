#include "indexer/formats/publication.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/date.h"
#include "common/text/fold.h"

namespace broadsheet {
namespace {

struct StatusWord {
  std::string_view word;
  std::string_view status;
};

constexpr StatusWord kStatusWords[] = {
    {"canceled", "killed"},   {"cancelled", "killed"},
    {"killed", "killed"},     {"kill", "killed"},
    {"withdrawn", "killed"},  {"retracted", "killed"},
    {"withheld", "withheld"}, {"embargoed", "embargoed"},
    {"embargo", "embargoed"},
};

/// Beginnings of notes that correct: English, French, German, Spanish, Italian.
constexpr std::string_view kCorrectionWords[] = {
    "correct",   "clarif",    "errat",      "rectif",    "korrektur",
    "korrigier", "berichtig", "correccion", "correzione"};

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Minutes to subtract: "+01:00", "-0500", "Z".
int zone_minutes(std::string_view zone) {
  std::string digits(zone.substr(std::min<std::size_t>(1, zone.size())));
  std::erase(digits, ':');
  if (digits.size() != 4 ||
      digits.find_first_not_of("0123456789") != digits.npos) {
    return 0;
  }
  const int minutes =
      number(digits.substr(0, 2)) * 60 + number(digits.substr(2));
  return zone[0] == '-' ? -minutes : minutes;
}

}  // namespace

std::string status_of(std::string_view declared) {
  // "stat:canceled", ".../pubstatusg2/canceled"
  declared.remove_prefix(declared.find_last_of(":/") + 1);
  const std::string word = fold_name(declared);
  const auto* found =
      std::find_if(std::begin(kStatusWords), std::end(kStatusWords),
                   [&](const StatusWord& s) { return s.word == word; });
  return found == std::end(kStatusWords) ? std::string()
                                         : std::string(found->status);
}

bool tells_correction(std::string_view note) {
  const std::size_t colon = note.find(':');
  const bool code = note.find(' ') == note.npos && colon != note.npos;
  const std::string text = fold_name(code ? note.substr(colon + 1) : note);
  return std::ranges::any_of(kCorrectionWords, [&](std::string_view word) {
    return text.starts_with(word);
  });
}

std::string utc_stamp(std::string_view iso) {
  const std::size_t t = std::min(iso.find_first_of("T "), iso.size());
  const auto day = parse_iso_date(iso.substr(0, t));
  if (!day || day->precision != Precision::kDay) return {};
  std::string_view time = iso.substr(std::min(t + 1, iso.size()));
  const std::size_t zone = std::min(time.find_first_of("Z+-"), time.size());
  std::string digits(time.substr(0, std::min(zone, time.find('.'))));
  std::erase(digits, ':');
  if (digits.find_first_not_of("0123456789") != digits.npos) return {};
  digits.resize(6, '0');
  int minutes = number(digits.substr(0, 2)) * 60 + number(digits.substr(2, 2)) -
                zone_minutes(time.substr(zone));
  const int days = minutes < 0 ? -1 : minutes / 1440;
  minutes -= days * 1440;
  return fmt::format("{}{:02}{:02}{}", compact(day->plus_days(days)),
                     minutes / 60, minutes % 60, digits.substr(4, 2));
}

void read_embargo(std::string_view iso, Article& article) {
  article.embargo = utc_stamp(iso);
  const std::size_t t = std::min(iso.find_first_of("T "), iso.size());
  article.embargo_is_local =
      !article.embargo.empty() && iso.find_first_of("Z+-", t) == iso.npos;
}

}  // namespace broadsheet
