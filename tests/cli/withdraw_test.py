"""Stories taken down for good: out of every answer, file and generation."""
import ctypes
import json
import os
import pathlib
import re
import shutil
import unittest
import zlib

from broadsheet import ArchiveTest, run

DICTIONARY = (pathlib.Path(__file__).resolve().parents[2] /
              "common/index/data/records.dict").read_bytes()

# Words that stand nowhere but in the story that is withdrawn.
WORDS = [b"zyxquib", b"vlorpham"]
BODY = ("A zyxquib was said of Vlorpham Zyxquib, who denies it. " +
        "The dam of Cairo is not concerned by this in any way at all. " * 5)


def inflated(data):
    """What raw deflate streams in the data come to, wherever they begin."""
    for at in range(len(data)):
        if data[at] & 6 == 6:  # no such block
            continue
        try:
            yield zlib.decompressobj(-15).decompress(data[at:at + 8192], 8192)
        except zlib.error:
            pass


def unpacked(data):
    """The stored records in the data, wherever they begin."""
    zstd = ctypes.CDLL("libzstd.so.1")
    for name in ("ZSTD_findFrameCompressedSize", "ZSTD_decompress_usingDict"):
        getattr(zstd, name).restype = ctypes.c_size_t
    zstd.ZSTD_createDCtx.restype = ctypes.c_void_p
    context = ctypes.c_void_p(zstd.ZSTD_createDCtx())
    record = ctypes.create_string_buffer(1 << 16)
    for start in re.finditer(re.escape(b"\x28\xb5\x2f\xfd"), data):
        frame = data[start.start():start.start() + 8192]
        size = zstd.ZSTD_findFrameCompressedSize(
            frame, ctypes.c_size_t(len(frame)))
        if size > len(frame):
            continue
        size = zstd.ZSTD_decompress_usingDict(
            context, record, ctypes.c_size_t(len(record)),
            frame, ctypes.c_size_t(size),
            DICTIONARY, ctypes.c_size_t(len(DICTIONARY)))
        if size <= len(record):
            yield record.raw[:size]


PACKED = {"docdata.glass": unpacked, "termlist.glass": inflated}


def words_in(path):
    data = path.read_bytes().lower()
    found = {word for word in WORDS if word in data}
    if path.name in PACKED:
        for text in PACKED[path.name](path.read_bytes()):
            found |= {word for word in WORDS if word in text.lower()}
    return found


class Withdraw(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("herald.jsonl", [self.story(n) for n in range(12)])
        self.write("slander.txt", "Talk of the town\n\nBy Vlorpham Zyxquib\n\n"
                   + BODY + "\n")

    @staticmethod
    def story(number):
        return {"id": number, "source": "Herald", "title": f"Bridge {number}",
                "text": f"Bridge number {number} was repaired by Ann Lee."}

    def withdraw(self, *ids, reason="a court order", expect=0):
        return self.index("withdraw", *ids, "--reason", reason, expect=expect)

    def withdrawn(self):
        return self.index("withdrawn", "--format", "json").out

    def traces(self):
        """Files of the archive in which one of the words is left."""
        return sorted(str(path.relative_to(self.db))
                      for path in self.db.rglob("*")
                      if path.is_file() and words_in(path))

    def assert_gone(self, differs=0):
        self.assertEqual(self.traces(), [])
        self.assertEqual(self.ids("zyxquib"), [])
        self.index("verify", expect=differs)

    def test_the_words_can_be_found_where_they_are(self):
        self.rebuild()
        tables = {path.split("/")[1] for path in self.traces()}
        self.assertEqual(tables, {"docdata.glass", "position.glass",
                                  "postlist.glass", "termlist.glass"})

    def test_no_text_is_left_in_any_generation(self):
        self.rebuild()
        self.rebuild()
        # Freed blocks of an update hold what it replaced.
        self.write("slander.txt", "Talk\n\nBy Vlorpham Zyxquib\n\nSorry. "
                   + BODY + "\n")
        self.update()
        result = self.withdraw("articles/slander.txt")
        self.assertEqual(result.out, "withdrawn articles/slander.txt\n")
        self.assertEqual(len(list(self.db.glob("gen-*"))), 2)
        self.assert_gone()
        self.assertEqual(len(self.ids("*")), 12)
        report = self.report()
        self.assertEqual(report["command"], "withdraw")
        self.assertEqual(report["stories"]["withdrawn"], 1)
        self.assertEqual(report["stories"]["total"], 12)

    def test_it_outlives_update_rebuild_and_rollback(self):
        self.rebuild()
        self.rebuild()
        self.withdraw("articles/slander.txt")
        self.assertEqual(self.update()["stories"]["withdrawn"], 1)
        self.assert_gone()
        self.write("new.txt", "Ferry\n\nA ferry sank.\n")
        for command in ("update", "rebuild"):
            self.index(command)
            report = self.report()
            self.assertEqual(report["stories"]["withdrawn"], 1)
            self.assertEqual(report["stories"]["total"], 13)
            self.assert_gone()
        self.index("update", "--checksum")
        self.assertEqual(self.report()["stories"]["withdrawn"], 1)
        self.index("rollback")
        self.assert_gone()
        self.index("rollback")
        self.assert_gone(differs=1)
        self.assertEqual(len(self.ids("*")), 12)

    def test_it_is_known_again_by_id_place_and_text(self):
        self.rebuild()
        self.withdraw("articles/slander.txt")
        # Its file edited, its text in another file and in a dump, moved.
        self.write("slander.txt", "Other words\n\nVlorpham again.\n")
        self.write("sub/copy.txt", "The talk\n\n" + BODY + "\n")
        self.write_dump("dump.jsonl", [
            {"id": 7, "source": "Echo", "title": "Echo", "text": BODY},
            {"id": 8, "source": "Echo", "title": "Fine", "text": "A bridge."}])
        for command in ("update", "rebuild"):
            self.index(command)
            self.assertEqual(self.report()["stories"]["withdrawn"], 3)
            self.assert_gone()
            self.assertEqual(self.ids("vlorpham"), [])
            self.assertEqual(len(self.ids("*")), 13)
        listed = json.loads(self.withdrawn())
        self.assertEqual({(row["id"], row["copy_of"]) for row in listed},
                         {("articles/slander.txt", ""),
                          ("articles/sub/copy.txt", "articles/slander.txt"),
                          ("echo:7", "articles/slander.txt")})
        os.rename(self.articles / "slander.txt", self.articles / "moved.txt")
        self.update()
        self.assert_gone()

    def test_copies_that_are_there_go_along(self):
        self.write_dump("dump.jsonl", [
            {"id": 7, "source": "Echo", "title": "Echo", "text": BODY}])
        self.rebuild()
        result = self.withdraw("echo:7")
        self.assertEqual(set(result.lines), {"withdrawn echo:7",
                                             "withdrawn articles/slander.txt"})
        self.assert_gone()

    def test_reason_and_time_are_kept_and_show_tells_the_day(self):
        self.rebuild()
        self.withdraw("herald:3", "herald:4", reason="an error of ours")
        rows = json.loads(self.withdrawn())
        self.assertEqual([row["id"] for row in rows], ["herald:3", "herald:4"])
        self.assertEqual(rows[0]["reason"], "an error of ours")
        text = self.index("withdrawn").out
        self.assertIn("an error of ours", text)
        shown = self.search("show", "herald:3", expect=1)
        self.assertIn(f"herald:3 was withdrawn on {rows[0]['at'][:10]}",
                      shown.err)
        self.assertNotIn("an error of ours", shown.err)
        status = self.index("status", "--format", "json").json
        self.assertEqual(status["withdrawn"], 2)
        self.assertEqual((self.db / "withdrawn.json").stat().st_mode & 0o777,
                         0o600)

    def test_restored_stories_come_back_with_the_next_update(self):
        self.rebuild()
        self.withdraw("articles/slander.txt", "herald:3")
        self.index("restore", "articles/slander.txt", "herald:3")
        self.assertEqual(json.loads(self.withdrawn()), [])
        self.assertEqual(self.ids("zyxquib"), [])
        self.assertEqual(self.update()["stories"]["indexed"], 2)
        self.assertEqual(self.ids("zyxquib"), ["articles/slander.txt"])
        self.assertEqual(len(self.ids("*")), 13)
        self.index("verify")

    def test_what_cannot_be_done_is_not_half_done(self):
        self.rebuild()
        for ids, message in ((("herald:3", "herald:99"), "herald:99"),
                             ((), "which story")):
            result = self.withdraw(*ids, expect=2)
            self.assertIn(message, result.err)
        self.assertIn("--reason", run("indexer", "withdraw", "--db", self.db,
                                      "herald:3").err)
        self.assertIn("was not withdrawn", self.index(
            "restore", "herald:3", expect=2).err)
        self.assertEqual(json.loads(self.withdrawn()), [])
        self.assertEqual(len(self.ids("*")), 13)

    def test_a_killed_withdrawal_is_finished_by_the_next_writer(self):
        self.rebuild()
        self.withdraw("articles/slander.txt")
        listed = (self.db / "withdrawn.json").read_text()
        for command in ("update", "rebuild", "rollback"):
            shutil.rmtree(self.db)
            self.rebuild()
            self.rebuild()
            self.assertNotEqual(self.traces(), [])
            # As a kill leaves it: listed, and nothing else done.
            (self.db / "withdrawn.json").write_text(
                listed.replace('"done": true', '"done": false'))
            (self.db / "gen-000009").mkdir()
            (self.db / "gen-000009/segment").write_bytes(WORDS[0])
            self.index(command)
            self.assert_gone()
            self.assertIn('"done": true',
                          (self.db / "withdrawn.json").read_text())

    def test_a_damaged_list_stops_everything(self):
        self.rebuild()
        (self.db / "withdrawn.json").write_text("[{")
        for command in ("update", "rebuild", "rollback"):
            self.assertIn("withdrawn.json: damaged",
                          self.index(command, expect=2).err)

    def test_what_was_withdrawn_in_an_older_generation_goes_there(self):
        self.rebuild()
        os.remove(self.articles / "slander.txt")
        self.rebuild()
        self.assertNotEqual(self.traces(), [])
        self.withdraw("articles/slander.txt")
        self.assert_gone()
        self.index("rollback")
        self.assert_gone(differs=1)


if __name__ == "__main__":
    unittest.main()
