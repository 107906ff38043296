// Counts over slots, and the timeline made of them, against plain counting.
#include "searcher/counts.h"

#include "common/cli/error.h"
#include "searcher/timeline.h"
#include "tests/catch.h"

namespace broadsheet {

namespace {

std::string shown(const std::vector<TimelineRow>& rows) {
  std::string text;
  for (const auto& row : rows)
    text += row.period + " " + std::to_string(row.stories) + "/" +
            std::to_string(row.all) + "\n";
  return text;
}

Xapian::WritableDatabase memory() {
  return Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
}

void add(Xapian::WritableDatabase& database, const std::string& begin,
         const std::string& end) {
  Xapian::Document document;
  document.add_boolean_term("T");
  document.add_value(kSlotDateBegin, begin);
  document.add_value(kSlotDateEnd, end);
  database.add_document(document);
}

void add(Xapian::WritableDatabase& database, const Date& date) {
  if (date)
    add(database, compact(date.first_day()), compact(date.last_day()));
  else
    add(database, "", "");
}

Counts dates_of(const Xapian::Database& database) {
  return counts_by_date(slot_counts(database, Xapian::Query("T"), kDateSlots));
}

/// Days, months and years whose ends coincide as often as they can.
std::vector<Date> confusable_dates() {
  std::vector<Date> dates;
  for (const int year : {1987, 1988}) {
    for (const int month : {1, 2, 12}) {
      const Date whole = Date::of(year, month);
      for (const Date& date : {whole, whole.first_day(), whole.last_day()})
        dates.push_back(date);
      dates.push_back(Date::of(year, month, 15));
    }
    dates.push_back(Date::of(year));
  }
  dates.push_back(Date{});
  return dates;
}

TEST_CASE("dates of every precision are told apart, in one archive or two") {
  Counts expected;
  auto all = memory(), odd = memory(), even = memory();
  std::size_t stories = 0, copies = 0;
  for (const auto& date : confusable_dates()) {
    copies = copies * 5 % 7 + 1;
    for (std::size_t i = 0; i < copies; ++i) {
      ++expected[to_string(date)];
      add(all, date);
      add(stories++ % 2 == 0 ? even : odd, date);
    }
  }
  CHECK(dates_of(all) == expected);
  Xapian::Database both;
  both.add_database(odd);
  both.add_database(even);
  CHECK(dates_of(both) == expected);
}

TEST_CASE("slots that no date can have are an error") {
  const std::pair<const char*, const char*> cases[] = {
      {"19870203", "19870204"},  // two days
      {"19870201", "19870331"},  // two months
      {"19870101", ""},         {"yesterday", "yesterday"}, {"1987", "1987"},
  };
  for (const auto& [begin, end] : cases) {
    CAPTURE(begin, end);
    auto database = memory();
    add(database, begin, end);
    CHECK_THROWS_AS(dates_of(database), Error);
  }
}

TEST_CASE("the date of a story is what its slots were made of") {
  for (const auto& date : confusable_dates()) {
    auto database = memory();
    add(database, date);
    CHECK(date_of(database.get_document(1)) == date);
  }
  auto damaged = memory();
  add(damaged, "19870201", "19870331");
  CHECK_THROWS_AS(date_of(damaged.get_document(1)), Error);
}

TEST_CASE("a timeline has no gaps, and rows for what is coarser") {
  const Counts found = {{"", 1},           {"1987", 2},    {"1987-02-26", 3},
                        {"1987-02-28", 1}, {"1987-03", 1}, {"1987-05", 4}};
  const Counts all = {{"", 5},           {"1987", 2},       {"1987-01", 9},
                      {"1987-02-26", 6}, {"1987-02-27", 7}, {"1987-02-28", 1},
                      {"1987-03-02", 1}, {"1987-03", 1},    {"1987-05", 4}};
  CHECK(shown(timeline_rows(found, all, Precision::kYear)) ==
        "1987 11/31\n"
        "undated 1/5\n");
  CHECK(shown(timeline_rows(found, all, Precision::kMonth)) ==
        "1987 2/2\n"
        "1987-02 4/14\n"
        "1987-03 1/2\n"
        "1987-04 0/0\n"
        "1987-05 4/4\n"
        "undated 1/5\n");
  CHECK(shown(timeline_rows(found, all, Precision::kDay)) ==
        "1987 2/2\n"
        "1987-02-26 3/6\n"
        "1987-02-27 0/7\n"
        "1987-02-28 1/1\n"
        "1987-03 1/1\n"
        "1987-05 4/4\n"
        "undated 1/5\n");
}

TEST_CASE("timelines at the ends") {
  const auto line = [](const Counts& found, Precision by) {
    return shown(timeline_rows(found, found, by));
  };
  CHECK(line({}, Precision::kDay).empty());
  CHECK(line({{"", 3}}, Precision::kMonth) == "undated 3/3\n");
  CHECK(line({{"1987", 3}}, Precision::kMonth) == "1987 3/3\n");
  CHECK(line({{"1988-02-28", 1}, {"1988-03-01", 1}}, Precision::kDay) ==
        "1988-02-28 1/1\n1988-02-29 0/0\n1988-03-01 1/1\n");
  CHECK(line({{"9998-12-31", 1}, {"9999-12-31", 1}}, Precision::kYear) ==
        "9998 1/1\n9999 1/1\n");
}

}  // namespace
}  // namespace broadsheet
