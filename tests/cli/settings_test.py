#!/usr/bin/env python3
"""What an archivist says of roots and stories, from --config and --overrides."""
import json
import shutil
import unittest
import zipfile

from broadsheet import ArchiveTest, run

STORY = "{}\n\nThe story says that {} and nothing else.\n"


def pdf(text):
    """One page with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0"
                  b" R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out)))


class SettingsTest(ArchiveTest):
    def config(self, text):
        path = self.home / "archive.toml"
        path.write_text(text)
        return path

    def overrides(self, text):
        path = self.home / "overrides.csv"
        path.write_text(text)
        return path

    def build(self, keys, *arguments, expect=0):
        config = self.config(f'[[root]]\npath = "articles"\n{keys}\n')
        return self.rebuild("--config", config, *arguments, expect=expect)

    def story(self, story_id):
        return self.search("show", "--format", "json", story_id).json["hits"][0]


class ConfigTest(SettingsTest):
    def test_roots_come_from_the_file(self):
        self.write("a.txt", STORY.format("Strike", "ports are closed"))
        self.build('name = "wire"')
        self.assertEqual(self.ids("strike"), ["wire/a.txt"])
        self.assertEqual(self.update()["outcome"], "nothing_to_do")

    def test_source_and_language_where_the_story_has_none(self):
        self.write("a.txt", STORY.format("Strike", "ports are closed"))
        self.write_dump("b.jsonl", [{"id": "1", "headline": "Accord",
                                     "text": "Peace.", "source": "Demo",
                                     "language": "de"}])
        self.build('source = "Example Wire"\nlanguage = "fr"')
        self.assertEqual(self.ids("source:=\"example wire\""),
                         ["articles/a.txt"])
        self.assertEqual(self.ids("lang:fr"), ["articles/a.txt"])
        self.assertEqual(self.ids("lang:de"), ["demo:1"])

    def test_changed_settings_read_what_they_affect(self):
        self.write("a.txt", STORY.format("Strike", "ports are closed"))
        self.rebuild()
        self.assertEqual(self.ids("lang:fr"), [])
        config = self.config('[[root]]\npath = "articles"\nlanguage = "fr"\n')
        report = self.update("--config", config)
        self.assertEqual(report["stories"]["replaced"], 1)
        self.assertEqual(self.ids("lang:fr"), ["articles/a.txt"])
        self.assertEqual(self.update()["outcome"], "nothing_to_do")
        self.rebuild()  # remembered
        self.assertEqual(self.ids("lang:fr"), ["articles/a.txt"])
        self.update("--config", self.config(""))  # and taken back
        self.assertEqual(self.ids("lang:fr"), [])

    def test_globs_choose_the_files(self):
        for name in ("a.txt", "drafts/b.txt", "c.html", "sub/d.txt"):
            self.write(name, STORY.format("Strike", "ports are closed"))
        report = self.build('include = ["*.txt"]\nexclude = ["drafts/"]')
        self.assertEqual(sorted(self.ids("strike")),
                         ["articles/a.txt", "articles/sub/d.txt"])
        self.assertEqual(report["files"]["seen"], 2)
        self.assertEqual(report["files"]["excluded"], 2)

    def test_the_path_has_the_date(self):
        self.write("1987/02/26/a.txt", STORY.format("Strike", "ports close"))
        self.write_dump("1987/02/26/b.jsonl",
                        [{"id": "1", "headline": "Accord", "source": "Demo",
                          "text": "Peace.", "date": "1987-02-25"}])
        self.build('date-path = "%Y/%m/%d"')
        self.assertEqual(self.ids("date:1987-02-26 date_source:path"),
                         ["articles/1987/02/26/a.txt"])
        self.assertEqual(self.ids("date:1987-02-25"), ["demo:1"])

    def test_a_home_region_tells_which_paris(self):
        text = "The council of Paris met on Monday to discuss the new road."
        self.write("a.txt", f"Council meets in Paris\n\n{text}\n")
        self.rebuild()
        self.assertEqual(self.ids("place:france"), ["articles/a.txt"])
        config = self.config(
            '[[root]]\npath = "articles"\nhome = "Paris, Texas"\n')
        self.update("--config", config)
        self.assertEqual(self.ids("place:texas"), ["articles/a.txt"])
        self.assertEqual(self.ids("place:france"), [])

    def test_a_source_may_have_its_own_home(self):
        self.write_dump("a.jsonl", [
            {"id": str(n), "headline": "Council meets in Paris",
             "text": "The council of Paris met to discuss the new road.",
             "source": source} for n, source in enumerate(
                 ["The Paris News", "Le Journal"])])
        config = self.config('[[root]]\npath = "articles"\n[[source]]\n'
                             'name = "The Paris News"\nhome="Paris, Texas"\n')
        self.rebuild("--config", config)
        self.assertEqual(self.ids("place:texas"), ["the_paris_news:0"])
        self.assertEqual(self.ids("place:france"), ["le_journal:1"])

    def test_homes_are_learnt_from_datelines(self):
        def filed(source, *towns):
            return [{"id": f"{source}-{n}", "source": source,
                     "headline": "Council meets",
                     "text": f"{town} -- The council met with one from "
                             "Bonham, Clarksville and Texas on Monday."}
                    for n, town in enumerate(towns)]
        self.write_dump("a.jsonl", [
            *filed("The Paris News", "PARIS", "PARIS", "PARIS", "DALLAS"),
            *filed("Wire", "PARIS", "LONDON", "CAIRO", "PARIS", "TOKYO", "BONN",
                   "PARIS"),
            *filed("Weekly", "PARIS", "PARIS")])
        self.rebuild()
        proposed = self.index("learn-sources").out
        self.assertEqual(proposed.split("\n\n"), [
            "[[source]]  # 3 of 4 stories filed there\n"
            'name = "The Paris News"\n'
            'home = "Paris, Texas, United States"', ""])
        self.update("--config", self.config(proposed))  # it can be used

    def test_a_field_map_for_a_root(self):
        self.write("a.jsonl", json.dumps(
            {"id": 1, "t": {"x": "Strike"}, "b": "Ports are closed."}) + "\n")
        self.build('map = { headline = "t.x", body = "b" }')
        self.assertEqual(len(self.ids("headline:strike ports")), 1)

    def test_a_mistake_publishes_nothing(self):
        self.write("a.txt", STORY.format("Strike", "ports are closed"))
        config = self.config('[[root]]\npath = "articles"\nlangauge = "fr"\n')
        result = self.index("rebuild", "--config", config, expect=2)
        self.assertIn("archive.toml:3: root.langauge", result.err)
        self.assertIn("did you mean language?", result.err)
        self.assertFalse((self.db / "XAPIANDB").exists())


class FilterTest(SettingsTest):
    @unittest.skipUnless(shutil.which("pdftotext"), "no pdftotext here")
    def test_pdf_files_are_read(self):
        self.write("a.pdf", pdf("The harbour of Salvador is closed."))
        with zipfile.ZipFile(self.articles / "b.zip", "w") as archive:
            archive.writestr("in/c.pdf", pdf("A strike in Recife."))
        self.build('filters = { pdf = "pdftotext -q - -" }')
        self.assertEqual(self.ids("harbour"), ["articles/a.pdf"])
        self.assertEqual(self.ids("recife"), ["articles/b.zip!/in/c.pdf"])

    @unittest.skipUnless(shutil.which("pdftotext"), "no pdftotext here")
    def test_a_damaged_file_is_one_problem(self):
        self.write("a.pdf", b"%PDF-1.4\nno more than that")
        self.write("b.txt", STORY.format("Strike", "ports are closed"))
        report = self.build('filters = { pdf = "pdftotext - -" }', expect=1)
        self.assertEqual([p["origin"] for p in report["problems"]],
                         ["articles/a.pdf"])
        self.assertIn("pdftotext ended with", report["problems"][0]["why"])
        self.assertEqual(self.ids("*"), ["articles/b.txt"])

    def test_no_shell_reads_the_command(self):
        self.write("a.x", "Strike in Cairo")
        self.write("$(touch pwned).x", "Accord in Cairo")
        self.build('filters = { x = "tr a-z A-Z; touch pwned" }', expect=1)
        self.build('filters = { x = "tr a-z A-Z" }')
        self.assertEqual(len(self.ids("cairo")), 2)
        self.assertEqual(list(self.home.rglob("pwned")), [])

    def test_a_filter_that_hangs_costs_one_file(self):
        self.write("a.x", "Strike in Cairo")
        self.write("b.txt", STORY.format("Strike", "ports are closed"))
        report = self.build('filter-seconds = 1\n'
                            'filters = { x = "sleep 1000" }', expect=1)
        self.assertIn("ran longer than 1 s", report["problems"][0]["why"])
        self.assertEqual(self.ids("*"), ["articles/b.txt"])

    def test_a_new_filter_reads_its_files_only(self):
        self.write("a.x", b"\x89PNG\x00\x00")
        self.write("b.txt", STORY.format("Strike", "ports are closed"))
        self.rebuild()
        config = self.config('[[root]]\npath = "articles"\n'
                             'filters = { x = "echo Harbour closed" }\n')
        report = self.update("--config", config)
        self.assertEqual(report["stories"]["indexed"], 1)
        self.assertEqual(report["files"]["unchanged"], 1)
        self.assertEqual(self.ids("harbour"), ["articles/a.x"])


class OverridesTest(SettingsTest):
    def stories(self):
        self.write_dump("a.jsonl", [
            {"id": str(n), "headline": f"Story number {n}",
             "text": "Nothing else.", "source": "Demo", "date": "1987-02-26"}
            for n in range(3)])
        self.write("sub/b.txt", STORY.format("Strike", "ports are closed"))

    def test_a_row_wins_over_the_source_and_lasts(self):
        self.stories()
        rows = self.overrides(
            "id,origin,date,headline,status,source\n"
            "demo:1,,1987-03,Better headline,,\n"
            "demo:2,,,,killed,\n"
            ",articles/sub/*,1950,,,Attic\n")
        self.rebuild(self.articles, "--overrides", rows)
        self.check()
        self.assertEqual(self.update()["outcome"], "nothing_to_do")
        self.rebuild()
        self.check()

    def check(self):
        self.assertEqual(self.ids("date:1987-03 headline:better"), ["demo:1"])
        self.assertEqual(self.ids("date_source:override date:1950"),
                         ["articles/sub/b.txt"])
        self.assertEqual(self.ids("source:attic"), ["articles/sub/b.txt"])
        self.assertEqual(self.ids("number"), ["demo:0"])
        self.assertEqual(sorted(self.ids("number", "--include", "killed")),
                         ["demo:0", "demo:2"])

    def test_changed_rows_read_their_files_only(self):
        self.stories()
        self.rebuild()
        report = self.update("--overrides",
                             self.overrides("id,date\ndemo:1,1988\n"))
        self.assertEqual(report["stories"]["replaced"], 1)
        self.assertEqual(report["files"]["unchanged"], 1)
        self.assertEqual(self.ids("date:1988"), ["demo:1"])
        self.update("--overrides", self.overrides("id,date\n"))
        self.assertEqual(self.ids("date:1988"), [])

    def test_a_row_that_matches_nothing_is_a_problem(self):
        self.stories()
        rows = self.overrides("id,origin,date\ndemo:7,,1988\n"
                              ",articles/none/*,1988\ndemo:1,,1988\n"
                              ",articles/sub/*,1988\n")
        report = self.rebuild(self.articles, "--overrides", rows, expect=1)
        self.assertEqual(
            [(p["origin"], p["kind"]) for p in report["problems"]],
            [("overrides.csv:2", "override"), ("overrides.csv:3", "override")])
        report = self.update(expect=1)
        self.assertEqual(len(report["problems"]), 2)

    def test_a_mistake_is_named(self):
        self.stories()
        rows = self.overrides("id,date\ndemo:1,soon\n")
        result = run("indexer", "rebuild", "--db", self.db, self.articles,
                     "--overrides", rows)
        self.assertEqual(result.code, 2)
        self.assertIn("overrides.csv:2: date 'soon'", result.err)


if __name__ == "__main__":
    unittest.main()
