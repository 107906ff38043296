"""verify: is the archive sound, and does it equal its files?"""
import os
import threading
import unittest

from broadsheet import CORPUS, ArchiveTest, run


class Verify(ArchiveTest):
    def verify(self, *arguments, expect=0):
        result = run("indexer", "verify", "--db", self.db, "--format", "json",
                     *arguments)
        self.assertEqual(result.code, expect, result.out + result.err)
        self.assertEqual(result.json["exit"], expect)
        return result.json

    def make(self):
        self.write("a.txt", "Dam opens\n\nThe dam opened in Cairo.\n")
        self.write_dump("b.jsonl", [{"id": n, "title": f"Bridge {n}"}
                                    for n in range(20)])
        self.rebuild()

    def test_the_sample_archive_is_sound_and_equal(self):
        self.rebuild(CORPUS, expect=1)
        for arguments in ((), ("--checksum",), ("--jobs", "1"), (CORPUS,)):
            verdict = self.verify(*arguments)
            self.assertEqual(verdict["differences"], [])
            self.assertEqual(verdict["faults"], [])
            self.assertEqual(verdict["stories"],
                             self.report()["stories"]["total"])
            self.assertEqual(verdict["files"]["equal"],
                             self.report()["files"]["seen"])

    def test_differences_are_listed_and_an_update_settles_them(self):
        self.make()
        self.write("a.txt", "Dam opens\n\nThe dam opened in Aswan.\n")
        self.write("new.txt", "Ferry\n\nA ferry sank.\n")
        os.remove(self.articles / "b.jsonl")
        verdict = self.verify(expect=1)
        self.assertEqual(
            verdict["differences"],
            [{"kind": "changed", "origin": "articles/a.txt"},
             {"kind": "extra", "origin": "articles/b.jsonl"},
             {"kind": "missing", "origin": "articles/new.txt"}])
        self.update("--allow-shrink")
        self.verify()

    def test_a_change_that_keeps_size_and_times_needs_checksum(self):
        self.make()
        stamp = os.stat(self.articles / "a.txt")
        self.write("a.txt", "Dam opens\n\nThe dam opened in CAIRO.\n")
        os.utime(self.articles / "a.txt", ns=(stamp.st_atime_ns,
                                              stamp.st_mtime_ns))
        self.assertEqual(len(self.verify("--checksum", expect=1)
                             ["differences"]), 1)

    def test_damage_is_found(self):
        self.make()
        table = self.db / "gen-000001/termlist.glass"
        whole = table.read_bytes()
        for damaged in (whole[:5000], b"\xff" * len(whole),
                        whole[:8150] + b"\xff" * 42 + whole[8192:]):
            table.write_bytes(damaged)
            result = run("indexer", "verify", "--db", self.db)
            self.assertEqual(result.code, 2, result.out + result.err)
        table.write_bytes(whole)
        self.verify()

    def test_no_archive(self):
        result = run("indexer", "verify", "--db", self.db)
        self.assertEqual(result.code, 2)
        self.assertIn("no such archive", result.err)

    def test_a_writer_at_work_is_no_damage(self):
        self.make()
        codes, stop = [], threading.Event()

        def verify():
            while not stop.is_set():
                codes.append(run("indexer", "verify", "--db", self.db).code)

        reader = threading.Thread(target=verify)
        reader.start()
        for turn in range(6):
            self.write_dump("b.jsonl", [{"id": n, "title": f"Bridge {n}",
                                         "text": f"turn {turn}"}
                                        for n in range(200)])
            self.index("update" if turn % 3 else "rebuild")
        stop.set()
        reader.join()
        # 1: the dump was written first; 75: overtaken three times.
        self.assertLessEqual(set(codes), {0, 1, 75})
        self.verify()


if __name__ == "__main__":
    unittest.main()
