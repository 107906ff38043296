"""A long answer and the writers that overtake it."""
import subprocess
import unittest

from broadsheet import BIN, ROOT, ArchiveTest

STORIES = 1500
#: Fills the pipe and what the programs buffer long before the last story.
HEADLINE = "Harbour news " + "of the old port " * 20


class Streams(ArchiveTest):
    """A reader so slow that the archive changes twice in mid-stream."""

    def setUp(self):
        super().setUp()
        self.publish("calm", "calm")
        self.rebuild()

    def publish(self, even, odd):
        """In the headlines of a few stories everywhere, so that an update
        changes the generation in place."""
        ends = {0: even, 1: odd}
        self.write_dump("dump.jsonl", [
            {"id": f"{i:05}", "source": "s", "date": "1987-03-01",
             "title": HEADLINE + ends.get(i % 10, "calm"),
             "text": ("Ships" if i % 2 == 0 else "Cranes") + " stood still."}
            for i in range(STORIES)])

    def stream(self, form, change):
        return self.run_slowly(change, "find", "--sort", "newest", "--format",
                               form, "ships")

    def run_slowly(self, change, command, *arguments):
        """What a command writes, and ends with, if a change comes meanwhile."""
        reader = subprocess.Popen(
            [str((ROOT / BIN / "searcher").resolve()), command, "--db",
             str(self.db), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        first = reader.stdout.read(10)
        change()
        rest, err = reader.communicate(timeout=600)
        return reader.returncode, (first + rest).decode(), err.decode()

    def updates(self, *versions):
        for version in versions:
            self.publish(*version)
            self.update()

    def whole(self, form):
        return self.stream(form, lambda: None)[1]

    def test_what_other_stories_become_does_not_matter(self):
        for form in ("jsonl", "csv"):
            before = self.whole(form)
            self.assertEqual(
                self.stream(form, lambda: self.updates(
                    *(("calm", f"{form}-{i}") for i in range(3)))),
                (0, before, ""))

    def test_an_answer_that_changes_is_never_mixed(self):
        before = self.whole("jsonl")
        code, out, err = self.stream("jsonl", lambda: self.updates(
            *((f"storm-{i}", f"storm-{i}") for i in range(3))))
        self.assertEqual(code, 2)
        self.assertIn("was changed while its stories were written", err)
        self.assertTrue(before.startswith(out))
        self.assertLess(len(out), len(before))

    def test_a_batch_is_never_mixed(self):
        queries = self.home / "queries"
        queries.write_text("ships\ncranes\n")
        command = ("batch", "--format", "jsonl", "--hits", str(STORIES),
                   str(queries))
        before = self.run_slowly(lambda: None, *command)[1]
        self.assertEqual(len(before.splitlines()), STORIES)
        code, out, err = self.run_slowly(lambda: self.updates(
            *((f"storm-{i}", f"storm-{i}") for i in range(3))), *command)
        self.assertEqual(code, 2)
        self.assertIn("was changed while its stories were written", err)
        self.assertTrue(before.startswith(out))

    def test_a_rebuild_does_not_disturb_a_stream(self):
        def rebuilds():
            self.publish("new", "new")
            for _ in range(2):
                self.rebuild("--keep", "0", "--keep-for", "0s", self.articles)
        before = self.whole("jsonl")
        self.assertEqual(self.stream("jsonl", rebuilds), (0, before, ""))


if __name__ == "__main__":
    unittest.main()
