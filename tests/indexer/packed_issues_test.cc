#include "indexer/packed_issues.h"

#include "tests/catch.h"

using namespace broadsheet;

namespace {

HeldFile page(const std::string& origin, std::size_t size = 10) {
  return {origin, origin, std::string(size, 'p')};
}

HeldFile mets(const std::string& origin, const std::string& names) {
  std::string text = "<mets>";
  for (const char name : names)
    text += std::string("<FLocat xlink:href='file://./") + name + ".xml'/>";
  return {origin, origin, text + "</mets>"};
}

}  // namespace

TEST_CASE("an issue is taken when its last page has come") {
  PackedIssues issues;
  issues.add_page(page("z!/d/1.xml"));
  issues.add_mets(mets("z!/d/m.xml", "12"));
  CHECK_FALSE(issues.take_issue());
  issues.add_page(page("z!/e/2.xml"));
  CHECK_FALSE(issues.take_issue());
  issues.add_page(page("z!/d/2.xml"));
  CHECK_FALSE(issues.take_page());
  const auto issue = issues.take_issue();
  REQUIRE(issue);
  CHECK(issue->mets.origin == "z!/d/m.xml");
  CHECK(issue->pages.size() == 2);
  CHECK(issue->pages.contains("1.xml"));
  CHECK_FALSE(issues.take_issue());
  issues.end();
  REQUIRE(issues.take_page().value().origin == "z!/e/2.xml");
  CHECK_FALSE(issues.take_page());
}

TEST_CASE("what is held too long is let go, pages without METS first") {
  PackedIssues issues(100);
  issues.add_page(page("1.xml", 60));
  issues.add_mets(mets("m.xml", "2"));
  REQUIRE(issues.take_page().value().origin == "1.xml");
  CHECK_FALSE(issues.take_page());
  CHECK_FALSE(issues.take_issue());
  issues.add_mets(mets("n.xml", "34"));
  CHECK_FALSE(issues.take_page());
  REQUIRE(issues.take_issue().value().mets.origin == "m.xml");
  CHECK_FALSE(issues.take_issue());
  issues.add_page(page("2.xml", 10));
  issues.add_page(page("3.xml", 10));
  issues.end();
  REQUIRE(issues.take_page().value().origin == "2.xml");
  const auto last = issues.take_issue();
  REQUIRE(last);
  CHECK(last->pages.size() == 1);
  CHECK_FALSE(issues.take_issue());
}

TEST_CASE("one page is one issue's, one origin may be there twice") {
  PackedIssues issues;
  issues.add_mets(mets("m.xml", "1"));
  issues.add_mets(mets("n.xml", "1"));
  REQUIRE(issues.take_issue().value().mets.origin == "n.xml");
  issues.add_page(page("1.xml"));
  REQUIRE(issues.take_issue().value().pages.size() == 1);
  issues.add_page(page("1.xml"));
  issues.add_page(page("1.xml"));
  issues.end();
  CHECK(issues.take_page());
  CHECK(issues.take_page());
  CHECK_FALSE(issues.take_page());
}
