"""What a script may rely on: exit codes, reports, rollback, what is kept."""
import json
import os
import unittest

from broadsheet import ArchiveTest, run
from locked import writer_lock

BROKEN = '{"id":1,"title":"Ship one"}\n{"id":2,\n'


class Custody(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("many.jsonl", [
            {"id": n, "source": "Herald", "title": f"Bridge {n}",
             "text": f"Bridge number {n} was repaired."} for n in range(20)])

    def indexer(self, *arguments):
        return run("indexer", arguments[0], "--db", self.db, *arguments[1:])

    def status(self, *arguments, expect=0):
        result = self.indexer("status", "--format", "json", *arguments)
        self.assertEqual(result.code, expect, result.err)
        return result

    def test_a_rollback_and_back_again(self):
        self.rebuild()
        self.write("new.txt", "Tunnel\n\nA tunnel.\n")
        self.rebuild()
        self.assertEqual(self.ids("tunnel"), ["articles/new.txt"])
        self.index("rollback")
        report = self.report()
        self.assertEqual((report["command"], report["outcome"],
                          report["generation"], report["previous_generation"]),
                         ("rollback", "published", "gen-000001", "gen-000002"))
        self.assertEqual(self.ids("tunnel"), [])
        self.assertEqual(len(self.ids("*")), 20)
        self.assertIn("no generation before",
                      self.index("rollback", expect=2).err)
        self.assertEqual(self.report()["outcome"], "refused")
        self.update()
        self.assertEqual(self.ids("tunnel"), ["articles/new.txt"])

    def test_how_many_generations_are_kept(self):
        self.rebuild()
        kept = lambda: self.status().json["generations"]
        self.rebuild("--keep-for=0")
        self.assertEqual(kept(), ["gen-000001", "gen-000002"])
        self.rebuild("--keep-for=0")
        self.assertEqual(kept(), ["gen-000002", "gen-000003"])
        self.rebuild("--keep=3", "--keep-for=0")
        self.assertEqual(kept(), [f"gen-{n:06}" for n in (2, 3, 4)])
        self.rebuild("--keep=0", "--keep-for=1h")
        self.assertEqual(kept(), [f"gen-{n:06}" for n in (2, 3, 4, 5)])
        self.rebuild("--keep=0", "--keep-for=0s")
        self.assertEqual(kept(), ["gen-000006"])

    def test_known_problems_are_no_reason_for_exit_1(self):
        self.write("a.jsonl", BROKEN)
        known = self.home / "known.json"
        self.rebuild(self.articles, "--report", known, expect=1)
        self.assertEqual(json.loads(known.read_text()), self.report())
        report = self.update("--known", known)
        self.assertEqual(report["exit"], 0)
        problem, = report["problems"]
        self.assertFalse(problem["new"])
        self.write("a.jsonl", "\n" + BROKEN)
        self.update("--known", known)  # another line, the same problem
        self.write("b.jsonl", BROKEN)
        report = self.update("--known", known, expect=1)
        self.assertEqual([(p["origin"].split(":")[0], p["new"])
                          for p in report["problems"]],
                         [("articles/a.jsonl", False),
                          ("articles/b.jsonl", True)])
        self.update("--known", known, expect=1)  # not new, and not known
        known.write_text("")
        self.update("--known", known, expect=1)
        known.write_text("nonsense")
        self.assertIn("not a report",
                      self.index("update", "--known", known, expect=2).err)
        self.assertIn("no such report", self.index(
            "update", "--known", self.home / "none", expect=2).err)

    def test_strict_publishes_nothing_where_something_is_lost(self):
        self.rebuild()
        self.write("a.jsonl", BROKEN)
        for command in ("update", "rebuild"):
            self.index(command, "--strict", expect=2)
            self.assertEqual(self.report()["outcome"], "refused")
            self.assertEqual(self.ids("ship"), [])
        self.rebuild(expect=1)
        known = self.home / "known.json"
        known.write_text((self.db / "report.json").read_text())
        self.update("--strict", "--known", known)
        self.assertEqual(len(self.ids("ship")), 1)

    def test_the_age_of_an_archive_is_that_of_its_last_good_run(self):
        self.rebuild()
        good = self.report()["last_good"]
        self.assertEqual(good, self.report()["finished"])
        self.assertEqual(self.status("--max-age", "26h").json["last_good"],
                         good)
        os.rename(self.articles, self.home / "unmounted")
        self.index("update", expect=2)
        self.assertEqual(self.report()["last_good"], good)
        self.status("--max-age=26h")
        report = self.report()
        report["last_good"] = "2020-01-01T00:00:00Z"
        (self.db / "report.json").write_text(json.dumps(report))
        old = self.status("--max-age", "26h", expect=1)
        self.assertEqual(old.json["stories"], 20)
        self.assertIn("more than 26h ago", old.err)
        self.status()
        os.remove(self.db / "report.json")
        self.assertIn("no good run",
                      self.status("--max-age=1d", expect=1).err)
        self.assertIn("not a time", self.indexer("status", "--max-age", "26")
                      .err)

    def test_every_writer_waits_for_no_other(self):
        self.rebuild()
        before = (self.db / "report.json").read_text()
        with writer_lock(self.db):
            for arguments in (("update",), ("rebuild",), ("rollback",),
                              ("withdraw", "herald:3", "--reason", "error"),
                              ("restore", "herald:3")):
                self.assertEqual(self.indexer(*arguments).code, 75, arguments)
            for arguments in (("status",), ("verify",), ("withdrawn",),
                              ("update", "--dry-run")):
                self.assertEqual(self.indexer(*arguments).code, 0, arguments)
        self.assertEqual((self.db / "report.json").read_text(), before)

    def test_a_dry_run_tells_and_changes_nothing(self):
        dry = self.index("rebuild", "--dry-run", self.articles).out
        self.assertFalse(self.db.exists())
        self.assertIn("1 new", dry)
        self.assertIn("1 json", dry)
        self.assertEqual(dry.count("\nstory"), 10)
        self.rebuild()
        os.utime(self.articles / "many.jsonl", (1, 1))
        self.update()
        self.write("new.txt", "Tunnel\n\nLONDON, Feb 26, 1987 - A tunnel.\n")
        self.write("odd.png", b"\x89PNG")
        os.remove(self.articles / "many.jsonl")
        before = {path: path.stat().st_mtime_ns
                  for path in self.db.rglob("*")}
        for command in ("update", "rebuild"):
            dry = self.index(command, "--dry-run").out
            self.assertIn("1 vanished, with 20 of 20 stories", dry)
            self.assertIn("refused without --allow-shrink", dry)
            self.assertIn("1 text", dry)
            self.assertIn("ignored", dry)
            self.assertIn("Tunnel (articles/new.txt)", dry)
        self.assertEqual(before, {path: path.stat().st_mtime_ns
                                  for path in self.db.rglob("*")})
        self.assertIn("no file", self.indexer(
            "update", "--dry-run", self.home / "nowhere").err + "no file")
        self.assertEqual(self.indexer("update", "--dry-run",
                                      self.home / "nowhere").code, 2)


if __name__ == "__main__":
    unittest.main()
