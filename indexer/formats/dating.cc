#include "indexer/formats/dating.h"

#include <algorithm>
#include <iterator>

#include "common/text/fold.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dateline.h"

namespace broadsheet {
namespace {

/// In the order of DateOrigin.
constexpr std::string_view kNames[] = {"json-ld",  "meta", "time", "feed",
                                       "dateline", "text", "path"};

/// Stems of words for an update, folded.
constexpr std::string_view kUpdateWords[] = {
    "updat",    "modif",     "mis a jour", "aktualis", "actualiz",
    "atualiz",  "aggiorn",   "bijgewerkt", "uppdater", "opdater",
    "oppdater", "paivitett", "guncellen",  "обновлен", "змінено",
    "оновлен",  "تحديث",     "ενημερω",    "עודכן",    "diperbarui"};

std::size_t rank_of(std::string_view date_source) {
  return static_cast<std::size_t>(
      std::find(std::begin(kNames), std::end(kNames), date_source) -
      std::begin(kNames));
}

/// Has the article a date that is trusted no less?
bool is_settled(const Article& article, DateOrigin origin) {
  return article.date &&
         rank_of(article.date_source) <= static_cast<std::size_t>(origin);
}

}  // namespace

std::string_view to_string(DateOrigin origin) {
  return kNames[static_cast<std::size_t>(origin)];
}

void offer_date(Article& article, DateOrigin origin, const Date& date,
                std::string_view text) {
  if (is_settled(article, origin)) return;
  if (plausible(date, today())) {
    article.date = date;
    article.date_source = to_string(origin);
    article.instant = epoch_seconds(text);
  } else if (article.date_rejected.empty()) {
    article.date_rejected = text;
  }
}

void offer_date(Article& article, DateOrigin origin, std::string_view text) {
  if (is_settled(article, origin)) return;
  if (text.find_first_not_of(" \t\r\n") == text.npos) return;
  if (const auto date = parse_date(text, {.language = article.language})) {
    offer_date(article, origin, *date, text);
  } else if (article.date_rejected.empty()) {
    article.date_rejected = text;
  }
}

bool tells_update(std::string_view words) {
  const std::string folded = fold_name(words);
  return std::ranges::any_of(kUpdateWords, [&](std::string_view word) {
    return folded.find(word) != folded.npos;
  });
}

void take_dateline(Article& article) {
  const std::string_view body = article.body;
  if (article.dateline.empty()) {
    article.dateline = dateline_of(body.substr(0, body.find('\n')));
  }
  const auto found =
      find_date(article.dateline, {.language = article.language});
  if (found) {
    offer_date(article, DateOrigin::kDateline, found->date, article.dateline);
  }
}

void offer_path_date(Article& article, std::string_view path) {
  if (const auto date = date_in_path(path)) {
    offer_date(article, DateOrigin::kPath, *date, path);
  }
}

}  // namespace broadsheet
