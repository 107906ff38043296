"""Compressed files and archives of files, built here, read by the programs."""
import bz2
import gzip
import io
import lzma
import tarfile
import unittest
import zipfile

from broadsheet import CORPUS, ArchiveTest

STORY = """{word} ferry runs aground

ROTTERDAM, 3 March 1987 - The {word} ferry ran aground on Tuesday and its
passengers waited for the tide, the harbour master said.
"""


def story(word):
    return STORY.format(word=word).encode()


def zipped(members, **options):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, **options) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return packed.getvalue()


def tarred(members, mode="w"):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as t:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return packed.getvalue()


class Containers(ArchiveTest):
    def origins(self, *query):
        return [hit["origin"] for hit in self.find(*query)["hits"]]

    def problems(self, report):
        return [p["origin"].removeprefix("articles/")
                for p in report["problems"]]

    def test_members_are_stories_of_their_own(self):
        self.write("a.zip", zipped({
            "dir/one.txt": story("Ostrich"), "Žižkov.txt": story("Pelican"),
            "logo.png": b"\x89PNG\r\n\x1a\n\0\0\0"}))
        self.write("b.tar", tarred({"./two.txt": story("Quail")}))
        self.write("c.tgz", tarred({"three.txt": story("Raven")}, "w:gz"))
        self.write("d.tar.xz", tarred({"four.txt": story("Starling")}, "w:xz"))
        self.write("e.txt.bz2", bz2.compress(story("Turnstone")))
        self.write("f.txt.xz", lzma.compress(story("Umbrellabird")))
        report = self.rebuild()
        self.assertEqual(report["files"]["indexed"], 6)
        for word, origin in (
                ("ostrich", "a.zip!/dir/one.txt"),
                ("pelican", "a.zip!/Žižkov.txt"),
                ("quail", "b.tar!/two.txt"),
                ("raven", "c.tgz!/three.txt"),
                ("starling", "d.tar.xz!/four.txt"),
                ("turnstone", "e.txt.bz2"),
                ("umbrellabird", "f.txt.xz")):
            self.assertEqual(self.origins(word), ["articles/" + origin])

    def test_a_second_run_finds_nothing_new_and_a_move_keeps_the_ids(self):
        path = self.write("a.zip", zipped({"one.txt": story("Ostrich"),
                                           "two.txt": story("Pelican")}))
        self.rebuild()
        ids = self.ids("ferry")
        self.assertEqual(len(ids), 2)
        self.assertEqual(self.update()["files"]["unchanged"], 1)
        path.rename(self.articles / "b.zip")
        self.assertEqual(self.update()["files"]["moved"], 1)
        self.assertEqual(self.ids("ferry"), ids)

    def test_a_container_in_a_container(self):
        inner = zipped({"one.txt": story("Ostrich")})
        self.write("a.tar.gz", tarred({"in.zip": inner}, "w:gz"))
        self.write("b.zip", zipped({"two.txt.gz":
                                    gzip.compress(story("Pelican"))}))
        self.rebuild()
        self.assertEqual(self.origins("ostrich"),
                         ["articles/a.tar.gz!/in.zip!/one.txt"])
        self.assertEqual(self.origins("pelican"),
                         ["articles/b.zip!/two.txt.gz"])

    def test_one_level_more_is_listed(self):
        self.write("a.zip", zipped({"b.zip": zipped({
            "c.zip": zipped({"one.txt": story("Ostrich")}),
            "two.txt": story("Pelican")})}))
        report = self.rebuild(expect=1)
        self.assertEqual(self.problems(report), ["a.zip!/b.zip!/c.zip"])
        self.assertEqual(report["stories"]["total"], 1)

    def test_no_name_leaves_the_archive(self):
        self.write("a.tar", tarred({"../../up.txt": story("Ostrich"),
                                    "/tmp/root.txt": story("Pelican")}))
        before = sorted(self.home.rglob("*.txt"))
        self.rebuild()
        self.assertEqual(self.origins("ostrich"),
                         ["articles/a.tar!/../../up.txt"])
        self.assertEqual(self.origins("pelican"),
                         ["articles/a.tar!/tmp/root.txt"])
        self.assertEqual(sorted(self.home.rglob("*.txt")), before)

    def test_a_web_archive_of_two_gzip_members(self):
        pages = (CORPUS / "warc" / "two-pages.warc").read_bytes()
        cut = pages.index(b"WARC/1.", len(pages) // 2)
        self.write("plain.warc", pages)
        self.rebuild()
        plain = self.find("*")["total"]
        self.assertEqual(plain, 2)
        (self.articles / "plain.warc").unlink()
        self.write("pages.warc.gz",
                   gzip.compress(pages[:cut]) + gzip.compress(pages[cut:]))
        self.rebuild(self.articles, "--allow-shrink")
        self.assertEqual(self.find("*")["total"], plain)
        for origin in self.origins("*"):
            self.assertRegex(origin, r"^articles/pages\.warc\.gz#\d+$")

    def test_the_day_of_the_crawl_is_shown_and_never_the_date(self):
        self.write("pages.warc",
                   (CORPUS / "warc" / "two-pages.warc").read_bytes())
        self.rebuild()
        for story_id in self.ids("*"):
            shown = self.search("show", "--format", "json", story_id)
            hit = shown.json["hits"][0]
            self.assertRegex(hit["crawled"], r"^20\d\d-\d\d-\d\dT\d.*Z$")
            self.assertNotEqual(hit["date"], hit["crawled"][:10])
            self.assertIn("Crawled   " + hit["crawled"],
                          self.search("show", story_id).out)
            self.assertEqual(self.ids("date:" + hit["crawled"][:10]), [])

    def test_a_correction_is_found_and_shown(self):
        self.write("mine.xml",
                   (CORPUS / "xml" / "nitf-correction.xml").read_bytes())
        self.rebuild()
        hit = self.find("misstated the number of miners")["hits"][0]
        self.assertIn("It was 35, not 53.", hit["corrections"][0])
        self.assertNotIn("misstated", hit["snippet"]["text"])
        for query in ("has:correction", "correction:misstate"):
            self.assertEqual(self.ids(query), [hit["id"]])
        self.assertEqual(self.ids("correction:precious"), [])
        for command, query in (("find", "miners"), ("show", hit["id"])):
            self.assertRegex(self.search(command, query).out,
                             r"Corrected +A story on March 11")

    def test_an_issue_that_comes_in_pieces_is_whole_in_the_end(self):
        """A METS and its pages are read together, whatever comes first."""
        issue = CORPUS / "mets"
        def put(name):
            self.write("p/" + name, (issue / name).read_bytes())
        def stories():
            return sorted((hit["origin"], hit["headline"], hit["snippet"]["text"])
                          for hit in self.find("*", "--limit", "99")["hits"])
        put("0001.xml")
        self.write("p/notes.xml", "<nitf><body><body.content><p>Notes about "
                   "the issue.</p></body.content></body></nitf>")
        self.rebuild()
        self.assertEqual(self.ids("penhallow"), ["articles/p/0001.xml"])
        put("ardmore-packet-18940309-mets.xml")
        self.update(expect=1)  # the second page is not there yet
        self.assertEqual(
            self.ids("penhallow"),
            ["articles/p/ardmore-packet-18940309-mets.xml#DIVL6"])
        put("0002.xml")
        report = self.update()
        self.assertEqual(report["problems"], [])
        self.assertEqual(self.ids("bears dublin received"),
                         ["articles/p/ardmore-packet-18940309-mets.xml#DIVL15"])
        self.assertEqual(self.update()["outcome"], "nothing_to_do")
        self.index("verify")
        updated = stories()
        self.rebuild()
        self.assertEqual(stories(), updated)
        (self.articles / "p" / "ardmore-packet-18940309-mets.xml").unlink()
        self.update("--allow-shrink")
        self.assertEqual(self.ids("penhallow"), ["articles/p/0001.xml"])

    def test_an_issue_is_whole_in_an_archive_too(self):
        """Whatever comes first, and whoever else is packed with it."""
        issue = {f.name: f.read_bytes()
                 for f in sorted((CORPUS / "mets").iterdir())}
        mets = "ardmore-packet-18940309-mets.xml"
        self.write("plain/" + mets, issue[mets])
        for page in ("0001.xml", "0002.xml"):
            self.write("plain/" + page, issue[page])
        self.rebuild(self.articles / "plain")
        def stories():
            return sorted((hit["origin"].rsplit("/", 1)[1], hit["headline"],
                           hit["snippet"]["text"])
                          for hit in self.find("*", "--limit", "99")["hits"])
        whole = stories()
        self.assertGreater(len(whole), 4)
        first = {"b/" + name: issue[name] for name in sorted(issue)}
        last = {"b/" + name: issue[name] for name in sorted(issue)[::-1]}
        stray = {"c/0001.xml": b"<alto><String CONTENT='Stray'/></alto>"}
        for n, packed in enumerate((zipped(stray | first),
                                    tarred(last | stray, "w:gz"),
                                    tarred({"in.zip": zipped(first | stray)}))):
            with self.subTest(n=n):
                self.write(f"{n}/packed.tar", packed) if n else \
                    self.write(f"{n}/packed.zip", packed)
                report = self.rebuild(self.articles / str(n),
                                      "--replace-roots", "--allow-shrink")
                self.assertEqual(report["problems"], [])
                self.assertEqual(len(self.ids("stray")), 1)
                self.assertEqual([s for s in stories() if s[2] != "Stray"],
                                 whole)

    def test_a_scanned_page_tells_how_sure_its_words_are(self):
        self.write("page.xml", "<alto><Page PC='0.8'><String CONTENT='Ostrich' "
                   "WC='0.4'/><String CONTENT='runs'/></Page></alto>")
        self.write("one.txt", story("Pelican"))
        self.rebuild()
        for word, confidence in (("ostrich", .6), ("pelican", None)):
            shown = self.search("show", "--format", "json", *self.ids(word))
            self.assertEqual(shown.json["hits"][0]["word_confidence"],
                             confidence)
        self.assertRegex(self.search("show", *self.ids("ostrich")).out,
                         r"Scan +words recognised with confidence 0\.60")

    def test_a_bomb_is_one_problem_and_its_neighbours_are_read(self):
        zeros = bytes(64 << 20)
        self.write("bomb.zip", zipped({"zeros.txt": zeros,
                                       "one.txt": story("Ostrich")}))
        self.write("bomb.txt.gz", gzip.compress(b"a" * (64 << 20)))
        self.write("bomb.tar.gz", tarred({"zeros.txt": zeros}, "w:gz"))
        self.write("good.txt", story("Pelican"))
        report = self.rebuild(expect=1)
        self.assertEqual(sorted(self.problems(report)),
                         ["bomb.tar.gz!/zeros.txt", "bomb.txt.gz",
                          "bomb.zip!/zeros.txt"])
        self.assertEqual(self.find("ferry")["total"], 2)

    def test_a_damaged_member_costs_only_itself(self):
        packed = bytearray(zipped({"one.txt": story("Ostrich"),
                                   "two.txt": story("Pelican"),
                                   "three.txt": story("Quail")}))
        at = packed.index(b"two.txt") + len(b"two.txt")
        packed[at:at + 8] = b"\xff" * 8
        self.write("a.zip", bytes(packed))
        report = self.rebuild(expect=1)
        self.assertEqual(self.problems(report), ["a.zip!/two.txt"])
        self.assertEqual(report["stories"]["total"], 2)

    def test_an_encrypted_member_costs_only_itself(self):
        packed = bytearray(zipped({"one.txt": story("Ostrich"),
                                   "two.txt": story("Pelican")}))
        packed[6] |= 1  # the flag in the member's header
        packed[packed.index(b"PK\1\2") + 8] |= 1  # and in the directory
        self.write("a.zip", bytes(packed))
        report = self.rebuild(expect=1)
        self.assertEqual(self.problems(report), ["a.zip!/one.txt"])
        self.assertEqual(report["stories"]["total"], 1)

    def test_a_cut_file_keeps_the_stories_before_the_cut(self):
        lines = b"".join(
            b'{"headline": "Story %d", "text": "Ferry %d ran aground: %s."}\n'
            % (n, n, bytes(str(hash((n, n * n))), "ascii") * 9)
            for n in range(20000))
        packed = gzip.compress(lines)
        self.write("dump.jsonl.gz", packed[:len(packed) // 2])
        report = self.rebuild(expect=1)
        self.assertEqual(self.problems(report), ["dump.jsonl.gz"])
        self.assertGreater(report["stories"]["total"], 1000)
        self.assertLess(report["stories"]["total"], 20000)

    def test_what_no_format_claims_is_ignored(self):
        self.write("a.zip", zipped({"x.png": b"\x89PNG\r\n\x1a\n\0\0\0",
                                    "README": b"about"}))
        # A zip of another name is some program's document.
        self.write("b.docx", zipped({"word/document.txt": story("Ostrich")}))
        self.write("good.txt", story("Pelican"))
        report = self.rebuild()
        self.assertEqual(report["files"]["ignored"], 2)
        self.assertEqual(report["stories"]["total"], 1)


if __name__ == "__main__":
    unittest.main()
