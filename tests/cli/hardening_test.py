"""Files that mean harm, or suffered it: each is listed, memory stays bounded,
and the neighbours are indexed."""
import os
import resource
import shutil
import subprocess
import unittest

from broadsheet import BIN, ROOT, ArchiveTest

STORY = "{word} ferry runs aground\n\nThe {word} ferry ran aground on Tuesday.\n"
NOBODY = 65534
MEMORY = 1 << 30


class Hardening(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write("a-neighbour.txt", STORY.format(word="Avocet"))
        self.write("z-neighbour.txt", STORY.format(word="Zebra"))

    def problems(self, report):
        return {p["origin"].removeprefix("articles/"): p["why"]
                for p in report["problems"]}

    def neighbours_are_found(self):
        self.assertEqual(self.find("avocet")["total"], 1)
        self.assertEqual(self.find("zebra")["total"], 1)

    def rebuild_in(self, memory, as_user=None, expect=1):
        """A run with an end to its memory, perhaps as another user."""
        def limit():
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
            if as_user is not None:
                os.setgroups([])
                os.setgid(as_user)
                os.setuid(as_user)
        done = subprocess.run(
            [str((ROOT / BIN / "indexer").resolve()), "rebuild", "--db",
             str(self.db), str(self.articles)], preexec_fn=limit,
            capture_output=True, check=False)
        self.assertEqual(done.returncode, expect, done.stderr.decode())
        return self.report()

    def test_a_line_of_two_gigabytes(self):
        line = self.write("line.txt", b"Mole closed\n\n" + b"The mole " * 9999)
        os.truncate(line, 2 << 30)  # sparse: it takes no room
        report = self.rebuild_in(MEMORY, expect=0)
        self.assertEqual(self.problems(report),
                         {"line.txt": "text cut at 16 MB"})
        self.neighbours_are_found()

    def test_nesting_without_end(self):
        deep = 1_000_000
        self.write("deep.xml", b"<nitf>" + b"<p>" * deep)
        self.write("deep.html", b"<html><title>Deep</title>" + b"<div>" * deep)
        self.write("deep.json", b'{"headline": ' + b"[" * deep)
        self.write("deep.sgml", b"<DOC><DOCNO>1</DOCNO>" + b"<TEXT>" * deep)
        report = self.rebuild_in(MEMORY)
        self.assertEqual({o.split(":")[0] for o in self.problems(report)},
                         {"deep.xml", "deep.html", "deep.json", "deep.sgml"})
        self.neighbours_are_found()

    def test_entities_that_would_not_end(self):
        entities = "".join(
            f'<!ENTITY a{n} "{f"&a{n - 1};" * 20 if n else "ha"}">'
            for n in range(12))
        self.write("laughs.xml",
                   f"<!DOCTYPE nitf [{entities}]><nitf><body><body.content>"
                   "<p>Moles &a11; closed.</p></body.content></body></nitf>")
        report = self.rebuild_in(MEMORY, expect=0)
        self.assertEqual(
            self.problems(report),
            {"laughs.xml": "declares entities, which are not expanded"})
        self.assertEqual(self.find("moles closed")["total"], 1)
        self.neighbours_are_found()

    def test_an_issue_that_names_what_is_none_of_it(self):
        def names(*paths):
            return "<mets><fileSec>" + "".join(
                f'<file ID="f{n}"><FLocat xlink:href="{path}"/></file>'
                for n, path in enumerate(paths)) + "</fileSec></mets>"
        page = ('<alto><TextBlock ID="b"><TextLine><String CONTENT="Mole"/>'
                "</TextLine></TextBlock></alto>")
        (self.home / "outside.xml").write_text(page)
        self.write("a/b-mets.xml",
                   names("../../outside.xml", str(self.home / "outside.xml"),
                         "pipe.xml", "b-mets.xml", "page.xml", "none.xml"))
        self.write("a/page.xml", page.replace("Mole", "Pier"))
        os.mkfifo(self.articles / "a" / "pipe.xml")
        report = self.rebuild_in(MEMORY)
        self.assertEqual(
            sorted({p["origin"].removeprefix("articles/a/")
                    for p in report["problems"]}),
            ["b-mets.xml", "pipe.xml"])
        self.assertEqual(self.ids("mole"), [])
        self.assertEqual(self.ids("pier"), ["articles/a/b-mets.xml"])
        self.neighbours_are_found()

    def test_a_zone_that_an_issue_points_to_without_end(self):
        words = "".join(f'<String CONTENT="word{n}"/>' for n in range(20000))
        self.write("a/1.xml", f'<alto><TextBlock ID="b"><TextLine>{words}'
                   "</TextLine></TextBlock></alto>")
        zone = '<div TYPE="ARTICLE"><area FILEID="f" BEGIN="b"/></div>'
        self.write("a/a-mets.xml", '<mets><fileSec><file ID="f"><FLocat '
                   'xlink:href="1.xml"/></file></fileSec><structMap>' +
                   zone.replace("<area", "<fptr><area").replace(
                       "/></div>", "/></fptr></div>") * 50000 +
                   "</structMap></mets>")
        self.rebuild_in(MEMORY, expect=0)
        self.assertEqual(len(self.ids("word77")), 1)
        self.neighbours_are_found()

    def test_bytes_that_are_no_text(self):
        self.write("nul.txt", b"Mole\0closed\n\nThe mole\0 is closed.\n" * 9)
        self.write("cut.txt", "Muelle cerrado\n\nEl puerto está ma".encode() +
                   "ñ".encode()[:1])
        self.write("wrong.html", "<html><meta charset=utf-8><title>Café fermé"
                   "</title><p>Le café est fermé.</html>".encode("latin-1"))
        self.rebuild()
        self.assertEqual(self.find("puerto")["hits"][0]["headline"],
                         "Muelle cerrado")
        self.assertEqual(self.find("fermé")["hits"][0]["headline"],
                         "Café fermé")
        self.neighbours_are_found()

    def test_what_is_no_file(self):
        os.mkfifo(self.articles / "pipe.txt")
        (self.articles / "loop").symlink_to("loop")
        (self.articles / "around").symlink_to(self.articles)
        outside = self.home / "outside"
        outside.mkdir()
        (self.articles / "outside").symlink_to(outside)
        report = self.rebuild(expect=1)
        self.assertEqual(set(self.problems(report)),
                         {"pipe.txt", "loop", "outside"})
        self.neighbours_are_found()

    @unittest.skipUnless(os.geteuid() == 0, "needs another user to be")
    def test_what_may_not_be_read(self):
        self.write("locked/one.txt", STORY.format(word="Ostrich"))
        self.write("secret.txt", STORY.format(word="Pelican"))
        (self.articles / "locked").chmod(0)
        (self.articles / "secret.txt").chmod(0)
        os.chown(self.home, NOBODY, NOBODY)
        report = self.rebuild_in(MEMORY, as_user=NOBODY)
        self.assertEqual(set(self.problems(report)), {"locked", "secret.txt"})
        self.neighbours_are_found()


if __name__ == "__main__":
    unittest.main()
