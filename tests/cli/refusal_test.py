"""What the programs refuse, how they say so, and their exit codes."""
import os
import subprocess
import unittest

from broadsheet import BIN, ROOT, ArchiveTest, run


class Refusals(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "Dam opens\n\nThe dam opened in Cairo.\n")

    def refused(self, program, *arguments, code=2):
        result = run(program, *arguments)
        self.assertEqual(result.code, code, result.out + result.err)
        self.assertEqual(result.out, "")
        self.assertTrue(result.err.startswith(program + ": "), result.err)
        return result.err

    def test_an_archive_that_does_not_exist(self):
        for arguments in (("searcher", "find", "--db", self.db, "x"),
                          ("indexer", "update", "--db", self.db),
                          ("indexer", "status", "--db", self.db)):
            message = self.refused(*arguments)
            self.assertIn(str(self.db), message)
            self.assertIn("hint: make one: indexer rebuild", message)

    def test_no_archive_named(self):
        self.assertIn("--db", self.refused("searcher", "find", "x"))

    def test_something_that_is_not_an_archive(self):
        for path in (self.articles, self.articles / "a.txt"):
            self.assertIn(str(path),
                          self.refused("searcher", "find", "--db", path, "x"))
            self.refused("indexer", "rebuild", "--db", path, self.articles)
        self.assertEqual(os.listdir(self.articles), ["a.txt"])

    def test_an_archive_locked_by_another_writer(self):
        self.rebuild()
        holder = subprocess.Popen(
            ["python3", "-c", (
                "import fcntl,struct,sys,time\n"
                "f=open(sys.argv[1],'r+')\n"
                "fcntl.fcntl(f,38,struct.pack('hhqqi4x',1,0,0,0,0))\n"
                "print('held',flush=True)\n"
                "sys.stdin.read()"), str(self.db / "lock")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.assertEqual(holder.stdout.readline(), b"held\n")
            message = self.refused("indexer", "update", "--db", self.db,
                                   code=75)
            self.assertIn("locked by another writer", message)
            self.assertEqual(self.ids("dam"), ["articles/a.txt"])
        finally:
            holder.stdin.close()
            holder.wait()
            holder.stdout.close()

    def test_a_missing_path_and_an_empty_one_keep_the_archive(self):
        self.rebuild()
        os.rename(self.articles, self.home / "unmounted")
        self.assertIn("articles", self.refused("indexer", "update", "--db",
                                               self.db))
        self.assertEqual(self.report()["outcome"], "refused")
        self.articles.mkdir()
        for command in ("update", "rebuild"):
            self.assertIn("--allow-shrink", self.refused(
                "indexer", command, "--db", self.db))
        self.assertEqual(self.ids("dam"), ["articles/a.txt"])

    @unittest.skipIf(os.geteuid() == 0, "root reads every directory")
    def test_a_directory_that_cannot_be_read(self):
        self.articles.chmod(0)
        self.addCleanup(self.articles.chmod, 0o700)
        message = self.refused("indexer", "rebuild", "--db", self.db,
                               self.articles)
        self.assertIn(str(self.articles), message)

    def test_queries_show_where_they_are_wrong(self):
        self.rebuild()
        cases = {
            "": "the query is empty",
            "foo:bar": "no field is called foo",
            "preson:blinken": "did you mean person",
            '"open': "^",
            "(a": "^",
            "a AND": "^",
            "date:1987-13": "^",
        }
        for query, part in cases.items():
            with self.subTest(query):
                self.assertIn(part, self.refused("searcher", "find", "--db",
                                                 self.db, query))

    def test_did_you_mean(self):
        self.rebuild()
        db = ("--db", self.db)
        for arguments, meant in (
                (("searcher", "fnid", *db, "x"), "find"),
                (("searcher", "find", *db, "--fromat", "json", "x"),
                 "--format"),
                (("searcher", "find", *db, "--format", "jsno", "x"), "json"),
                (("indexer", "rebiuld", *db), "rebuild"),
                (("indexer", "update", *db, "--as", "jsno"), "json")):
            with self.subTest(arguments):
                self.assertIn(meant, self.refused(*arguments))

    def test_a_word_with_a_dash_is_text_and_two_dashes_end_options(self):
        self.rebuild()
        self.assertEqual(self.ids("dam", "-bridge"), ["articles/a.txt"])
        self.assertEqual(self.ids("dam", "-cairo"), [])
        self.assertEqual(self.ids("--", "dam"), ["articles/a.txt"])

    def test_nothing_found_and_unknown_ids_are_exit_code_1(self):
        self.rebuild()
        self.assertEqual(self.find("bridge", expect=1)["total"], 0)
        result = self.search("show", "nobody", expect=1)
        self.assertIn("nobody", result.err)

    def test_a_closed_pipe_is_no_error(self):
        self.write_dump("many.jsonl", [
            {"id": str(n), "title": f"Dam {n}", "text": "dam " * 200}
            for n in range(300)])
        self.rebuild()
        command = (f"set -o pipefail; {(ROOT / BIN / 'searcher').resolve()} "
                   f"find --db {self.db} --format jsonl dam | head -n 1")
        done = subprocess.run(["bash", "-c", command], capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_control_characters_never_reach_a_terminal(self):
        self.write("evil.txt", "Dam \x1b[2J\u202egnidaeh\n\nDam \x1b]0;x\x07.\n")
        self.rebuild()
        searcher = (ROOT / BIN / "searcher").resolve()
        for command in ("find", "show", "people", "explain"):
            what = "articles/evil.txt" if command == "show" else "dam"
            shown = subprocess.run(
                ["script", "-qec", f"{searcher} {command} --db {self.db} "
                 f"--color never {what}", "/dev/null"],
                capture_output=True, stdin=subprocess.DEVNULL).stdout.decode()
            for bad in ("\x1b[2J", "\x1b]", "\x07", "\u202e"):
                self.assertNotIn(bad, shown)

    def test_another_index_version(self):
        self.rebuild()
        generation = next(self.db.glob("gen-*"))
        done = subprocess.run(
            [str((ROOT / BIN / "restamp").resolve()), str(generation), "999"])
        self.assertEqual(done.returncode, 0)
        message = self.refused("searcher", "find", "--db", self.db, "dam")
        self.assertIn("index version 999", message)
        self.assertIn("hint: rebuild", message)


if __name__ == "__main__":
    unittest.main()
