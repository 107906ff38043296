"""Progress on a terminal, and nowhere else."""
import os
import pty
import re
import subprocess
import unittest

from broadsheet import BIN, ROOT, ArchiveTest


class ProgressLine(ArchiveTest):
    def setUp(self):
        super().setUp()
        text = "The dam of Cairo was opened by Ann Lee. " * 60
        for dump in range(8):
            self.write_dump(f"{dump}.jsonl", [
                {"id": f"{dump}-{n}", "title": f"Dam {n}", "text": text}
                for n in range(150)])
        self.write("broken.jsonl", '{"id":1,"title":"Ship"}\n{"id":2,\n')

    def run_on(self, terminal, *arguments):
        """What comes on standard error, and the exit code."""
        ours, theirs = pty.openpty() if terminal else os.pipe()
        program = subprocess.Popen(
            [str((ROOT / BIN / "indexer").resolve()), "rebuild", "--db",
             str(self.db), *arguments, str(self.articles)],
            stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the terminal has no other end any more
                break
            if not part:
                break
            seen += part
        os.close(ours)
        return seen.decode(), program.wait()

    def test_a_terminal_sees_one_line_written_over(self):
        seen, code = self.run_on(True)
        self.assertEqual(code, 1, seen)
        progress, summary = seen.rsplit("\x1b[K", 1)
        self.assertNotIn("\n", progress)
        lines = progress.split("\r")[1:]
        self.assertRegex(lines[-2], r"^checking and publishing")
        for line in lines[:-2]:
            self.assertRegex(line, r"^[\d,]+ of 9 files, [\d,]+ stories")
            self.assertLess(len(line), 80 + len("\x1b[K"))
        self.assertIn("1201 stories", summary)
        self.assertNotIn("\x1b", summary)

    def test_a_second_run_knows_how_many_stories_there_were(self):
        self.run_on(True)
        seen, _ = self.run_on(True)
        for done in re.findall(r"files, ([^\r]*?) stories", seen):
            self.assertRegex(done, r"^[\d,]+ of 1,201$")

    def test_nothing_of_it_without_a_terminal_or_when_quiet(self):
        for terminal, arguments in ((False, ()), (True, ("--progress=never",))):
            seen, code = self.run_on(terminal, *arguments)
            self.assertEqual(code, 1)
            self.assertNotIn("\x1b", seen)
            self.assertTrue(seen.startswith("articles/broken.jsonl:2"), seen)
        self.assertEqual(self.run_on(True, "--quiet"), ("", 1))

    def test_always_is_always(self):
        seen, _ = self.run_on(False, "--progress", "always")
        self.assertIn("\rchecking and publishing", seen)


if __name__ == "__main__":
    unittest.main()
