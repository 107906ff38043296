#include "indexer/glob.h"

#include "tests/catch.h"

using broadsheet::Glob;

TEST_CASE("a glob matches whole paths") {
  struct Row {
    const char* pattern;
    const char* path;
    bool matches;
  };
  const Row rows[] = {
      {"a.txt", "a.txt", true},
      {"a.txt", "b/a.txt", false},
      {"*.txt", "a.txt", true},
      {"*.txt", "b/a.txt", false},  // a star stays in its directory
      {"**/*.txt", "a.txt", true},  // no directory is some directories
      {"**/*.txt", "a/b/c.txt", true},
      {"**/c.txt", "abc.txt", false},  // a whole name, not its end
      {"a/**", "a/b/c", true},
      {"a/**", "b/a/c", false},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "a/xb", false},
      {"?.txt", "é.txt", true},  // a character, not a byte
      {"?.txt", "/.txt", false},
      {"", "", true},
      {"", "a", false},
      {"a*b*c", "aXbYc", true},
      {"a*b*c", "aXcYb", false},
  };
  for (const auto& row : rows) {
    INFO(row.pattern << " on " << row.path);
    CHECK(Glob(row.pattern).matches(row.path) == row.matches);
  }
}

TEST_CASE("below a root a name alone is in any directory") {
  CHECK(Glob::below_root("*.pdf").matches("a/b.pdf"));
  CHECK(Glob::below_root("drafts/").matches("drafts/a/b.txt"));
  CHECK_FALSE(Glob::below_root("drafts/").matches("old/drafts/b.txt"));
  CHECK(Glob::below_root("/a.txt").matches("a.txt"));
}

TEST_CASE("a glob knows what it may still match") {
  CHECK(Glob("news/a.zip!/*.xml").may_begin("news/a.zip!/"));
  CHECK(Glob("news/a.xml#3").may_begin("news/a.xml#"));
  CHECK_FALSE(Glob("news/a.xml#3").may_begin("news/b.xml#"));
  CHECK(Glob("**").may_begin("anything"));
}

TEST_CASE("many stars take no more than their time") {
  std::string pattern, text(20'000, 'a');
  for (int i = 0; i < 50; ++i) pattern += "*a";
  CHECK_FALSE(Glob(pattern + "b").matches(text));
}
