"""A reader that a publication overtakes answers from the old generation or
from the new one, whole: before each opening, locking or reading of a file the
stub changes and the old generation goes, lock or no lock.

Short here: some of the moments. With BROADSHEET_ROUNDS all of them.
"""
import os
import random
import shutil
import unittest

from broadsheet import BIN, ROOT, ArchiveTest, run

LONG = "BROADSHEET_ROUNDS" in os.environ
FAULTS = str((ROOT / BIN / "libfaults.so").resolve())
CROPS = ("wheat", "barley", "rye", "oats", "maize", "rice")
COMMANDS = {
    "find": ["--format", "jsonl", '"dam of cairo" person:lee'],
    "show": ["--format", "jsonl", "herald:7"],
    "similar": ["--format", "jsonl", "herald:7"],
    "people": ["--format", "csv", "dam"],
    "places": ["--format", "csv", "dam"],
    "timeline": ["--format", "csv", "place:france OR place:cairo"],
    "explain": ["dam person:lee"],
}


class Overtaken(ArchiveTest):
    def setUp(self):
        super().setUp()
        for word, name, place in (("first", "Ann Lee", "France"),
                                  ("second", "Joan Lee", "Spain")):
            self.write_dump("dump.jsonl", [
                {"id": str(n), "source": "Herald", "title": f"Dam {n} {word}",
                 "date": {"first": "1987-02-26", "second": "1987-03-26"}[word],
                 "text": f"The dam of Cairo was opened by {name} of {place}. "
                         f"{word} {CROPS[n % 6]}" + " water" * 40}
                for n in range(60)])
            self.rebuild("--keep-for=1h", self.articles)
        self.new = self.stub()
        self.assertNotEqual(self.new, "gen-000001")
        self.saved = self.home / "saved"
        shutil.copytree(self.db, self.saved)
        self.list = self.home / "list"
        self.list.write_text("auto news.db\n")
        self.publish = (
            f"cd {self.db} && echo auto {self.new} > next && "
            "mv next XAPIANDB && rm -rf gen-000001")

    def stub(self):
        return (self.db / "XAPIANDB").read_text().split()[1]

    def to_old(self):
        shutil.rmtree(self.db)
        shutil.copytree(self.saved, self.db)
        (self.db / "XAPIANDB").write_text("auto gen-000001\n")

    def answer(self, command, db, **faults):
        result = run("searcher", command, "--db", db, *COMMANDS[command],
                     env={key: str(value) for key, value in faults.items()})
        self.assertEqual(result.code, 0, result.err)
        return result.out

    def overtake(self, command, db):
        log = self.home / "calls"
        new = self.answer(command, db)
        self.to_old()
        old = self.answer(command, db, LD_PRELOAD=FAULTS, FAULT_LOG=log)
        self.assertTrue(old)
        if command != "explain":
            self.assertNotEqual(old, new)
        moments = int(log.read_text().split()[1])
        self.assertGreater(moments, 10)
        every = range(1, moments + 1)
        for moment in every if LONG else random.sample(every, 8):
            with self.subTest(command=command, moment=moment):
                self.to_old()
                overtaken = self.answer(
                    command, db, LD_PRELOAD=FAULTS, FAULT_READ_AT=moment,
                    FAULT_DO=self.publish)
                self.assertEqual(self.stub(), self.new)
                self.assertIn(overtaken, (old, new))

    def test_every_command_is_overtaken(self):
        for command in COMMANDS:
            self.overtake(command, self.db)

    def test_readers_of_a_list_are_overtaken(self):
        self.overtake("find", self.list)
        self.overtake("people", self.list)


if __name__ == "__main__":
    unittest.main()
