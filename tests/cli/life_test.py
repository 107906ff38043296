"""The life of an archive: built, updated, rebuilt, searched all the while."""
import os
import unittest

from broadsheet import ArchiveTest

STORY = "{headline}\n\n{body}\n"


class Life(ArchiveTest):
    def setUp(self):
        super().setUp()
        for name in ("north", "south", "east", "west"):
            self.write(f"{name}.txt", STORY.format(
                headline=f"Dam opens in the {name}",
                body=f"The {name} dam opened on Monday, officials said."))
        self.write_dump("dump.jsonl", [
            {"id": n, "source": "Herald", "title": f"Bridge {n}",
             "text": f"Bridge number {n} was repaired.",
             "date": f"2024-02-{n:02}"} for n in range(1, 10)])

    def test_updating_twice_changes_nothing(self):
        self.rebuild()
        before = self.ids("*")
        for _ in range(2):
            report = self.update()
            self.assertEqual(report["outcome"], "nothing_to_do")
            self.assertEqual(report["files"]["unchanged"], 5)
            self.assertEqual(report["stories"]["unchanged"], 13)
        self.assertEqual(self.ids("*"), before)

    def test_a_deleted_file_takes_its_stories_along(self):
        self.rebuild()
        os.remove(self.articles / "north.txt")
        report = self.update()
        self.assertEqual(report["files"]["vanished"], 1)
        self.assertEqual(report["stories"]["removed"], 1)
        self.assertEqual(self.ids("north"), [])
        self.assertEqual(len(self.ids("*")), 12)

    def test_an_edited_story_of_a_dump_replaces_just_that_story(self):
        self.rebuild()
        added = {hit["id"]: hit for hit in
                 self.find("*", "--limit", "99")["hits"]}
        dump = self.articles / "dump.jsonl"
        dump.write_text(dump.read_text().replace("number 3 was repaired",
                                                 "number 3 has collapsed"))
        report = self.update()
        self.assertEqual(report["stories"]["replaced"], 1)
        self.assertEqual(report["stories"]["unchanged"], 12)
        self.assertEqual(self.ids("collapsed"), ["herald:3"])
        self.assertEqual(set(self.ids("*")), set(added))

    def test_a_new_file_is_added(self):
        self.rebuild()
        self.write("new.txt", STORY.format(headline="Tunnel", body="A tunnel."))
        report = self.update()
        self.assertEqual(report["stories"]["indexed"], 1)
        self.assertEqual(self.ids("tunnel"), ["articles/new.txt"])

    def test_a_moved_file_keeps_its_story(self):
        self.rebuild()
        (self.articles / "sub").mkdir()
        os.rename(self.articles / "north.txt", self.articles / "sub/n.txt")
        report = self.update()
        self.assertEqual(report["files"]["moved"], 1)
        self.assertEqual(report["files"]["vanished"], 0)
        self.assertEqual(self.ids("north"), ["articles/north.txt"])
        hit = self.find("north")["hits"][0]
        self.assertEqual(hit["origin"], "articles/sub/n.txt")

    def test_an_archive_does_not_shrink_by_accident(self):
        self.rebuild()
        for name in ("north", "south"):
            os.remove(self.articles / f"{name}.txt")
        for command in ("update", "rebuild"):
            self.index(command, expect=2)
            self.assertEqual(self.report()["outcome"], "refused")
            self.assertEqual(len(self.ids("*")), 13)
        self.update("--allow-shrink=20")
        self.assertEqual(len(self.ids("*")), 11)

    def test_a_rebuild_equals_the_updated_archive(self):
        self.rebuild()
        os.remove(self.articles / "north.txt")
        self.write("new.txt", STORY.format(headline="Tunnel", body="A tunnel."))
        self.update()
        fields = ("--limit", "99")
        before = self.find("*", *fields)
        report = self.rebuild()
        self.assertEqual(report["generation"], "gen-000002")
        after = self.find("*", *fields)
        self.assertEqual(after["hits"], before["hits"])

    def test_a_rebuild_must_name_every_root(self):
        other = self.home / "other"
        other.mkdir()
        (other / "x.txt").write_text("Ferry\n\nA ferry sank.\n")
        self.rebuild(self.articles, other)
        self.index("rebuild", other, expect=2)
        self.assertEqual(len(self.ids("*")), 14)
        self.index("rebuild", "--replace-roots", other)
        self.assertEqual(self.ids("*"), ["other/x.txt"])

    def test_a_broken_record_costs_no_neighbour(self):
        self.write("broken.jsonl", '{"id":1,"title":"Ship one"}\n{"id":2,\n'
                                   '{"id":3,"title":"Ship three"}\n')
        report = self.rebuild(expect=1)
        self.assertEqual(len(self.ids("ship")), 2)
        problem, = report["problems"]
        self.assertTrue(problem["origin"].startswith("articles/broken.jsonl:2"))
        self.assertTrue(problem["new"])
        again, = self.update(expect=1)["problems"]
        self.assertFalse(again["new"])
        self.assertEqual(again["first_seen"], problem["first_seen"])

    def test_the_first_of_equal_claims_owns_a_story_and_is_succeeded(self):
        record = {"id": 77, "source": "Herald", "title": "Tower falls"}
        self.write_dump("a.jsonl", [record])
        self.write_dump("b.jsonl", [{**record, "title": "Tower fell"}])
        report = self.rebuild()
        self.assertEqual(report["stories"]["duplicate"], 1)
        self.assertEqual(report["files"]["duplicate"], 1)
        self.assertEqual(self.find("tower")["hits"][0]["headline"],
                         "Tower falls")
        os.remove(self.articles / "a.jsonl")
        self.update()
        self.assertEqual(self.find("tower")["hits"][0]["headline"],
                         "Tower fell")


if __name__ == "__main__":
    unittest.main()
