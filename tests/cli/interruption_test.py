"""A run that is told to stop: it ends its story and leaves a sound archive."""
import signal
import subprocess
import time
import unittest

from broadsheet import BIN, ROOT, ArchiveTest

STORIES = 8000


class Interruption(ArchiveTest):
    def write_stories(self, word):
        for dump in range(4):
            self.write_dump(f"{dump}.jsonl", [
                {"id": f"{dump}-{n}", "source": "Herald", "title": f"Dam {n}",
                 "text": f"The dam of Cairo was opened by Ann Lee. {word}"}
                for n in range(STORIES // 4)])

    def start(self, command, *arguments):
        return subprocess.Popen(
            [str((ROOT / BIN / "indexer").resolve()), command, "--db",
             str(self.db), *map(str, arguments)], stderr=subprocess.PIPE)

    def until(self, there):
        end = time.monotonic() + 60
        while not there():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.001)

    def interrupted(self, writer, told):
        """The report of a writer that is told to stop."""
        writer.send_signal(told)
        err = writer.communicate()[1].decode()
        self.assertEqual(writer.returncode, 128 + told, err)
        self.assertIn("interrupted", err)
        report = self.report()
        self.assertEqual(report["outcome"], "interrupted")
        self.assertEqual(report["exit"], 128 + told)
        self.assertLess(report["stories"]["read"], STORIES)
        return report

    def test_rebuild(self):
        self.write_stories("first")
        self.rebuild()
        self.write_stories("second")
        writer = self.start("rebuild")
        self.until((self.db / "gen-000002").exists)
        self.interrupted(writer, signal.SIGTERM)
        self.assertEqual(len(self.ids("first")), STORIES)
        self.rebuild()
        self.assertEqual(len(self.ids("second")), STORIES)

    def test_update(self):
        self.write_stories("first")
        self.rebuild()
        self.write_stories("second")
        writer = self.start("update")
        self.until((self.db / "gen-000002").exists)
        self.interrupted(writer, signal.SIGINT)
        self.assertEqual(len(self.ids("first")), STORIES)
        self.update()
        self.assertEqual(len(self.ids("second")), STORIES)

    def test_a_first_rebuild(self):
        self.write_stories("first")
        writer = self.start("rebuild", self.articles)
        self.until((self.db / "gen-000001").exists)
        self.interrupted(writer, signal.SIGINT)
        self.rebuild()
        self.assertEqual(len(self.ids("first")), STORIES)

    def test_ignored_stays_ignored(self):
        self.write_stories("first")
        writer = subprocess.Popen(
            [str((ROOT / BIN / "indexer").resolve()), "rebuild", "--quiet",
             "--db", str(self.db), str(self.articles)],
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        self.until((self.db / "gen-000001").exists)
        writer.send_signal(signal.SIGINT)
        self.assertEqual(writer.wait(), 0)


if __name__ == "__main__":
    unittest.main()
