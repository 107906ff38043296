// ninjs: the JSON of agencies. The sample archive has whole files.
#include <string>
#include <vector>

#include "tests/indexer/formats/only_story.h"

using namespace broadsheet;
using test::only;
using Names = std::vector<std::string>;

TEST_CASE("ninjs, old and new") {
  const Article one = only("ninjs", R"({"uri": "urn:1", "version": "2",
"pubstatus": "usable", "embargoed": "2024-02-08T12:00:00Z", "headline": "Mole",
"body_html": "<p>One.</p><p>Two.</p>", "versioncreated": "2024-02-08T10:00:00Z",
"person": [{"name": "Jane Doe"}], "located": "Vik"})");
  CHECK(one.version == "2");
  CHECK(one.embargo == "20240208120000");
  CHECK(one.body == "One.\nTwo.");
  CHECK(one.people == Names{"Jane Doe"});
  CHECK(one.dateline == "Vik");
  const Article three = only("ninjs", R"({"uri": "urn:2", "pubStatus":
"canceled", "versionCreated": "2024-02-08T10:00:00Z", "headlines": [{"role":
"main", "value": "Mole"}], "bodies": [{"contentType": "text/plain", "value":
"One."}]})");
  CHECK(three.status == "killed");
  CHECK(three.headline == "Mole");
  CHECK(three.body == "One.");
}

TEST_CASE("ninjs: an agency's interface wraps the item") {
  const Article article = only("ninjs", R"({"data":{"item":{"uri":"a",
"versioncreated":"2024-02-08T22:00:00Z","pubstatus":"usable","headline":"Mole",
"bylines":[{"by":"By JANE DOE"}],"body_text":"It fell."}}})");
  CHECK(article.headline == "Mole");
  CHECK(article.byline == "JANE DOE");
  CHECK(article.body == "It fell.");
}

TEST_CASE("ninjs: a service is a section, a profile is none") {
  const Article article = only("ninjs", R"({"uri":"u:1","pubstatus":"usable",
"headline":"Mole closed","profile":"text-only","service":[{"name":"World"}]})");
  CHECK(article.section == "World");
}

TEST_CASE("ninjs: of several bodies the main one") {
  const auto body = [](const std::string& bodies) {
    return only("ninjs",
                "{\"uri\":\"u:1\",\"pubStatus\":\"usable\",\"bodies\":[" +
                    bodies + "]}")
        .body;
  };
  const std::string teaser =
      R"({"role":"teaser","contentType":"text/html","value":"<p>Short.</p>"},)";
  CHECK(body(teaser + R"({"role":"main","value":"Long."})") == "Long.");
  CHECK(body(teaser + R"({"value":"Long."})") == "Long.");
  CHECK(body(R"({"contentType":"text/plain","value":"Plain."},)"
             R"({"contentType":"text/html","value":"<p>Marked.</p>"})") ==
        "Marked.");
}
