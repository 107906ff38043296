"""Reuters-21578, whole: every story, every editors' code."""
import collections
import re
import shutil
import subprocess
import unittest

from broadsheet import SHARED, ArchiveTest, run

ARCHIVE = SHARED / "reuters21578.tar.zst"


@unittest.skipUnless(ARCHIVE.exists() and shutil.which("zstd"),
                     "no Reuters-21578 here")
class Reuters(ArchiveTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shared = ArchiveTest()
        cls.shared.setUp()
        cls.addClassCleanup(cls.shared.doCleanups)
        articles = cls.shared.articles
        subprocess.run(["tar", "--zstd", "-xf", ARCHIVE, "-C", articles,
                        "--wildcards", "*.sgm"], check=True)
        result = run("indexer", "rebuild", "--db", cls.shared.db, articles)
        assert result.code == 0, result.err

    def setUp(self):
        self.db = self.shared.db
        self.articles = self.shared.articles

    def test_no_story_is_lost(self):
        stories = self.report()["stories"]
        self.assertEqual(stories["indexed"], 21578)
        self.assertEqual(stories["total"], 21578)
        self.assertEqual(self.report()["problems"], [])

    def editors_codes(self, tag):
        """code -> ids of the stories that the editors gave it."""
        codes = collections.defaultdict(set)
        for path in sorted(self.articles.rglob("*.sgm")):
            text = path.read_text("latin-1")
            for story in re.findall(r"<REUTERS .*?</REUTERS>", text, re.S):
                number = re.search(r'NEWID="(\d+)"', story).group(1)
                listed = re.search(f"<{tag}>(.*?)</{tag}>", story, re.S)
                for code in re.findall("<D>(.*?)</D>", listed.group(1)):
                    codes[code].add(f"reuters:{number}")
        return codes

    def check_field(self, tag, field, values):
        codes = self.editors_codes(tag)
        self.assertEqual(len(codes), values)
        for code, tagged in codes.items():
            for typed in (code, code.replace("-", " ")):
                found = self.ids(f'{field}:"{typed}"')
                self.assertLessEqual(tagged, set(found), f"{field}:{typed}")

    def test_people_of_the_editors_are_found(self):
        self.check_field("PEOPLE", "person", 114)

    def test_places_of_the_editors_are_found(self):
        self.check_field("PLACES", "place", 147)

    def test_rows_of_people_count_what_find_counts(self):
        rows = self.search("people", "--format", "json").json["names"]
        self.assertGreater(len(rows), 5000)
        for row in rows[:100] + rows[100::20] + [
                r for r in rows if r["ambiguous"]][::5]:
            with self.subTest(row["query"]):
                self.assertEqual(self.find(row["query"])["total"],
                                 row["stories"])

    def test_totals_equal_the_listed_hits(self):
        for query in ("cocoa", "person:reagan", "place:japan", '"oil prices"',
                      "date:1987-03", "topic:earn dividend", "opec NOT saudi"):
            answer = self.find(query, "--limit", "30000")
            self.assertEqual(answer["total"], len(answer["hits"]), query)
            self.assertGreater(answer["total"], 0, query)


if __name__ == "__main__":
    unittest.main()
