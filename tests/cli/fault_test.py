"""What the disk, the clock and the sources may do to a run: every rename and
every fsync fails or is the last thing a writer does, sources go while they are
read, the clock is set back. Each time the archive opens in its old or its new
state, and the next run makes what an undisturbed one would have made.

Short here: some of the moments. ./dev soak sets BROADSHEET_ROUNDS: all of them.
"""
import os
import random
import shutil
import signal
import subprocess
import threading
import time
import unittest

from broadsheet import BIN, ROOT, ArchiveTest, run

LONG = "BROADSHEET_ROUNDS" in os.environ
ROUNDS = int(os.environ.get("BROADSHEET_ROUNDS", "2"))
FAULTS = str((ROOT / BIN / "libfaults.so").resolve())
LARGE = 1000  # stories in a dump, so that an update is large
NOW = 1_900_000_000  # after the sources were written: they are settled
TABLES = ("postlist", "position", "termlist", "docdata")


def faulty(**faults):
    return {"LD_PRELOAD": FAULTS, "FAULT_NOW": str(NOW),
            **{key: str(value) for key, value in faults.items()}}


class Fault(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(1987)

    def write_stories(self, word, dumps=3, stories=20):
        for dump in range(dumps):
            self.write_dump(f"{dump}.jsonl", [
                {"id": f"{dump}-{n}", "source": "Herald", "title": f"Dam {n}",
                 "text": f"The dam of Cairo was opened by Ann Lee. {word} "
                         + "water " * 40} for n in range(stories)])

    def go(self, command, *arguments, **faults):
        return run("indexer", command, "--quiet", "--db", self.db, *arguments,
                   env=faulty(**faults))

    def start(self, command, *arguments, **faults):
        return subprocess.Popen(
            [str((ROOT / BIN / "indexer").resolve()), command, "--quiet",
             "--db", str(self.db), *map(str, arguments)],
            env={**os.environ, **faulty(**faults)})

    def records(self):
        return self.search("find", "--format", "jsonl", "--sort", "oldest",
                           "*").out

    def back_to(self, saved):
        shutil.rmtree(self.db, ignore_errors=True)
        shutil.copytree(saved, self.db, symlinks=True)

    def moments(self, command, *arguments):
        log = self.home / "calls"
        result = self.go(command, *arguments, FAULT_LOG=log)
        self.assertEqual(result.code, 0, result.err)
        return int(log.read_text().split()[0])

    def suffer(self, command, fault, stories=20):
        """Every moment, or some: a fault, then a run without. One thread has
        the same moments in every run."""
        self.write_stories("first", stories=stories)
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        self.write_stories("second", stories=stories)
        saved = self.home / "saved"
        shutil.copytree(self.db, saved)
        old = self.records()
        moments = self.moments(command, "--jobs=1")
        new = self.records()
        self.assertGreater(moments, 8)
        every = range(1, moments + 1)
        for moment in every if LONG else self.random.sample(every, 2):
            with self.subTest(command=command, fault=fault, moment=moment):
                self.back_to(saved)
                result = self.go(command, "--jobs=1", FAULT=fault,
                                 FAULT_AT=moment)
                if fault == "die":
                    self.assertEqual(result.code, -signal.SIGKILL)
                elif result.code != 0:
                    self.assertEqual(result.code, 2)
                    self.assertIn("Input/output error", result.err)
                self.assertIn(self.records(), (old, new))
                self.assertEqual(self.go(command, "--keep-for=0").code, 0)
                self.assertEqual(self.records(), new)
                self.assertLessEqual(len(list(self.db.glob("gen-*"))), 2)

    def test_an_update_dies(self):
        self.suffer("update", "die")

    def test_an_update_fails(self):
        self.suffer("update", "fail")

    def test_a_large_update_dies(self):
        self.suffer("update", "die", stories=LARGE)
        self.assertNotEqual(self.report()["generation"], "gen-000001")

    def test_a_large_update_fails(self):
        self.suffer("update", "fail", stories=LARGE)
        self.assertNotEqual(self.report()["generation"], "gen-000001")

    def test_a_large_update_is_killed(self):
        self.write_stories("first", stories=LARGE)
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        saved = self.home / "saved"
        shutil.copytree(self.db, saved)
        old = self.records()
        self.write_stories("second", stories=LARGE)
        began = time.monotonic()
        self.assertEqual(self.go("update").code, 0)
        whole = time.monotonic() - began
        new = self.records()
        for _ in range(ROUNDS * 2):
            self.back_to(saved)
            writer = self.start("update")
            time.sleep(self.random.random() * whole)
            writer.kill()
            writer.wait()
            self.assertIn(self.records(), (old, new))
            self.assertEqual(self.go("update", "--keep-for=0").code, 0)
            self.assertEqual(self.records(), new)
            self.assertEqual(len(list(self.db.glob("gen-*"))), 2)
            self.assertFalse(list(self.db.glob("gen-*/segments")))

    def test_what_the_loader_made_is_damaged(self):
        for command, stories in (("rebuild", 20), ("update", LARGE)):
            self.write_stories("first", stories=stories)
            self.assertEqual(self.go("rebuild", self.articles).code, 0)
            self.write_stories("second", stories=stories)
            saved = self.home / command
            shutil.copytree(self.db, saved)
            old = self.records()
            self.assertEqual(self.go(command).code, 0)
            new, live = self.records(), self.report()["generation"]
            for table in TABLES:
                with self.subTest(command=command, table=table):
                    self.back_to(saved)
                    damage = {"FAULT_DAMAGE": f"{table}.glass"}
                    result = self.go(command, **damage)
                    self.assertEqual(result.code, 0, result.err)
                    self.assertRegex(self.report()["note"],
                                     f"{live}.*: .*without the bulk loader")
                    self.assertEqual(self.records(), new)
                    self.index("verify")
                    self.back_to(saved)
                    result = self.go("rebuild", "--loader=api", **damage)
                    self.assertEqual(result.code, 2)
                    self.assertEqual(self.records(), old)

    def test_a_rebuild_dies(self):
        self.suffer("rebuild", "die")

    def test_a_rebuild_fails(self):
        self.suffer("rebuild", "fail")

    def tables(self):
        live = self.db / (self.db / "XAPIANDB").read_text().split()[1]
        return [(live / f"{name}.glass").read_bytes() for name in TABLES]

    def begin_anew(self):
        (self.db / "XAPIANDB").unlink()
        shutil.rmtree(self.db / "gen-000001")

    def test_a_killed_rebuild_goes_on(self):
        self.write_stories("first", dumps=20, stories=50)
        began = time.monotonic()
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        whole = time.monotonic() - began
        undisturbed = self.tables()
        for _ in range((ROUNDS + 1) // 2):
            self.begin_anew()
            code, patience = None, whole / 2
            while not (self.db / "XAPIANDB").exists():
                writer = self.start("rebuild", self.articles, FAULT_RATE=1000)
                try:
                    code = writer.wait(self.random.random() * patience)
                except subprocess.TimeoutExpired:
                    writer.kill()
                    code = writer.wait()
                patience *= 1.5
            self.assertEqual(self.tables(), undisturbed)
            self.assertEqual(len(list(self.db.glob("gen-*"))), 1)
            if code == 0:  # it may be killed right behind its publication
                self.assertFalse(list(self.db.glob("gen-*/[js]*")))

    def half_a_rebuild(self):
        """Interrupted after its first checkpoint; the undisturbed tables."""
        self.write_stories("first", dumps=20, stories=50)
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        undisturbed = self.tables()
        self.begin_anew()
        result = self.go("rebuild", self.articles, FAULT_RATE=1000,
                         FAULT_TOLD="journal")
        self.assertEqual(result.code, 128 + signal.SIGTERM, result.err)
        return undisturbed

    def test_an_interrupted_rebuild_goes_on(self):
        undisturbed = self.half_a_rebuild()
        result = self.go("rebuild", self.articles)
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertIn("resumed", self.report())
        self.assertEqual(self.tables(), undisturbed)

    def test_what_changed_since_is_read_again(self):
        self.half_a_rebuild()
        self.write_dump("0.jsonl", [
            {"id": "0-7", "source": "Herald", "title": "Other",
             "text": "Of a flood."}])
        (self.articles / "1.jsonl").unlink()
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        self.assertIn("resumed", self.report())
        self.assertEqual(len(self.ids("dam")), 900)
        self.assertEqual(self.ids("flood"), ["herald:0-7"])
        resumed = self.records()
        self.assertEqual(self.go("rebuild").code, 0)
        self.assertEqual(self.records(), resumed)

    def test_other_settings_begin_anew(self):
        self.half_a_rebuild()
        self.assertEqual(
            self.go("rebuild", "--map", "headline=text", self.articles).code, 0)
        self.assertNotIn("resumed", self.report())

    def test_damaged_progress_is_not_gone_on_with(self):
        undisturbed = self.half_a_rebuild()
        segment = next((self.db / "gen-000001" / "segments").iterdir())
        segment.write_bytes(segment.read_bytes()[:-20] + b"x" * 20)
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        self.assertNotIn("resumed", self.report())
        self.assertEqual(self.tables(), undisturbed)

    def test_a_clock_that_is_set_back(self):
        self.write_stories("first")
        self.assertEqual(self.go("rebuild", self.articles).code, 0)
        self.write_stories("second")
        self.assertEqual(self.go("update", FAULT_NOW=NOW - 90_000).code, 0)
        self.assertEqual(len(self.ids("second")), 60)
        self.write_stories("third")
        self.assertEqual(self.go("rebuild", FAULT_NOW=NOW - 180_000).code, 0)
        self.assertEqual(len(self.ids("third")), 60)

    def test_sources_that_change_while_they_are_read(self):
        self.write_stories("turn", dumps=12, stories=60)
        self.rebuild()
        stop = threading.Event()

        def change():
            turn = 0
            while not stop.is_set():
                name = f"{turn % 11}.jsonl"
                if turn % 3 == 0:
                    (self.articles / name).unlink(missing_ok=True)
                else:
                    self.write_dump(name, [
                        {"id": f"{turn}-{n}", "source": "Herald",
                         "title": f"Dam {turn}", "text": "Of a dam."}
                        for n in range(turn % 90)])
                turn += 1
                time.sleep(0.002)

        changing = threading.Thread(target=change)
        changing.start()
        try:
            for turn in range(ROUNDS * 2):
                command = "rebuild" if turn % 2 else "update"
                result = self.go(command, "--allow-shrink")
                self.assertIn(result.code, (0, 1), result.err)
                self.report()
        finally:
            stop.set()
            changing.join()
        self.assertEqual(self.go("update", "--allow-shrink").code, 0)
        updated = self.records()
        self.assertEqual(self.go("rebuild", "--allow-shrink").code, 0)
        self.assertEqual(self.records(), updated)


if __name__ == "__main__":
    unittest.main()
