"""An archive under live readers, and after its writers were killed.

Short here; ./dev soak sets BROADSHEET_ROUNDS for the long run.
"""
import os
import random
import signal
import subprocess
import threading
import time
import unittest

from broadsheet import BIN, ROOT, ArchiveTest, run

ROUNDS = int(os.environ.get("BROADSHEET_ROUNDS", "2"))
READERS = 8 if "BROADSHEET_ROUNDS" in os.environ else 4
STORIES = 400


class Survival(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(1987)
        for dump in range(4):
            self.write_dump_of(dump, "first")

    def write_dump_of(self, dump, word):
        self.write_dump(f"{dump}.jsonl", [
            {"id": f"{dump}-{n}", "source": "Herald", "title": f"Dam {n}",
             "text": f"The dam of Cairo was opened by Ann Lee. {word} "
                     + "water " * 40} for n in range(STORIES // 4)])

    def read_until(self, stop, faults):
        while not stop.is_set():
            result = run("searcher", "find", "--db", self.db, "--format",
                         "ids", "dam")
            stories = len(result.lines)
            if result.code != 0 or stories != STORIES:
                faults.append((result.code, stories, result.err))

    def test_readers_never_notice(self):
        self.rebuild()
        stop, faults = threading.Event(), []
        readers = [threading.Thread(target=self.read_until,
                                    args=(stop, faults)) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            for turn in range(ROUNDS * 2):
                self.write_dump_of(turn % 4, f"turn{turn}")
                self.update()
                if turn % 2:
                    self.rebuild()
        finally:
            stop.set()
            for reader in readers:
                reader.join()
        self.assertEqual(faults, [])

    def start(self, command):
        return subprocess.Popen(
            [str((ROOT / BIN / "indexer").resolve()), command, "--quiet",
             "--db", str(self.db)], stderr=subprocess.DEVNULL)

    def records(self):
        return self.search("find", "--format", "jsonl", "--sort", "oldest",
                           "*").out

    def test_a_killed_writer_leaves_the_old_or_the_new(self):
        self.rebuild()
        began = time.monotonic()
        self.rebuild()
        whole = time.monotonic() - began
        for turn in range(ROUNDS * 5):
            command = self.random.choice(["update", "rebuild"])
            word = f"turn{turn}"
            self.write_dump_of(turn % 4, word)
            writer = self.start(command)
            time.sleep(self.random.random() * whole)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
            self.assertEqual(len(self.ids("dam")), STORIES)
            self.assertIn(len(self.ids(word)), (0, STORIES // 4))
            self.update()
            self.assertEqual(len(self.ids(word)), STORIES // 4)
        after_update = self.records()
        self.rebuild("--keep-for=0")
        self.assertEqual(self.records(), after_update)
        self.assertEqual(len(list(self.db.glob("gen-*"))), 2)

    def archive_on_a_disk_of(self, size):
        disk = self.home / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)],
            capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("no tmpfs to be had here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        self.db = disk / "news.db"
        self.rebuild()
        return disk

    def test_a_read_only_disk_is_told_and_searched(self):
        disk = self.archive_on_a_disk_of("30m")
        self.write_dump_of(1, "second")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for command in ("update", "rebuild"):
            result = run("indexer", command, "--db", self.db)
            self.assertEqual(result.code, 2, result.err)
            self.assertIn("Read-only file system", result.err)
            self.assertEqual(len(self.ids("dam")), STORIES)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        self.update()
        self.assertEqual(len(self.ids("second")), STORIES // 4)

    def test_a_full_disk_keeps_the_old(self):
        disk = self.archive_on_a_disk_of("30m")
        subprocess.run(["mount", "-o", "remount,size=3m", str(disk)],
                       check=True)
        for dump in range(4, 30):
            self.write_dump_of(dump, str(self.random.random()))
        for command in ("rebuild", "update"):
            result = run("indexer", command, "--db", self.db)
            self.assertEqual(result.code, 2, result.err)
            self.assertIn("No space left", result.err)
            self.assertEqual(len(self.ids("dam")), STORIES)


if __name__ == "__main__":
    unittest.main()
