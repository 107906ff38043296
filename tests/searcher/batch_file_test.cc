// Lists of queries, however they are written.
#include "searcher/batch_file.h"

#include "tests/catch.h"

namespace broadsheet {
namespace {

using Queries = std::vector<BatchQuery>;

TEST_CASE("queries are listed in three ways") {
  struct Case {
    std::string_view text;
    Queries queries;
  };
  const Case cases[] = {
      {"", {}},
      {"\n \n\t\n", {}},
      {"oil\n\n  tin OR zinc \r\n", {{"1", "oil", 1}, {"3", "tin OR zinc", 3}}},
      {"q1\toil\n\ttin\nq3\t\n", {{"q1", "oil", 1}, {"2", "tin", 2}}},
      {"id,query\nq1,\"oil, \"\"tin\"\"\"\n,zinc\n",
       {{"q1", "oil, \"tin\"", 2}, {"3", "zinc", 3}}},
      {"Query;x\n", {{"1", "Query;x", 1}}},  // no header: another separator
      {"Person\nAnn Lee\n\n\"Ann \"\"Bo\"\" Lee\"\n",
       {{"2", "person:\"Ann Lee\"", 2}, {"4", "person:\"Ann Bo Lee\"", 4}}},
      {"place,id\n\"Paris, Texas\",p\n", {{"p", "place:\"Paris, Texas\"", 2}}},
      {"\xEF\xBB\xBFquery\noil\n", {{"2", "oil", 2}}},
      {"\"peace talks\"\noil, tin\n",
       {{"1", "\"peace talks\"", 1}, {"2", "oil, tin", 2}}},
      {"say \"peace\" again\n", {{"1", "say \"peace\" again", 1}}},
      {"\"open\n", {{"1", "\"open", 1}}},
      {"\"a\"b\n", {{"1", "\"a\"b", 1}}},
  };
  for (const auto& [text, queries] : cases) {
    CAPTURE(text);
    CHECK(batch_queries(text) == queries);
  }
}

}  // namespace
}  // namespace broadsheet
