"""Older versions of a story are kept, hidden, and listed with it."""
import json
import unittest

from broadsheet import ArchiveTest

URN = "urn:newsml:wire.example:20240208:dam"


def newsml(version, headline, text="", status="usable"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{URN}"
    version="{version}" standard="NewsML-G2" standardversion="2.29">
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider literal="Wire"/>
    <versionCreated>2024-02-08T10:00:00Z</versionCreated>
    <pubStatus qcode="stat:{status}"/>
  </itemMeta>
  <contentMeta><headline>{headline}</headline>
    <language tag="en"/></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>
  </inlineXML></contentSet>
</newsItem>
"""


def ninjs(version, headline, text="", status="usable"):
    return json.dumps({
        "uri": URN, "version": version, "pubstatus": status, "type": "text",
        "versioncreated": "2024-02-08T10:00:00Z", "provider": "Wire",
        "headline": headline, "body_text": text})


TEXTS = {"1": "The dam of Rosetta has burst, a clerk said.",
         "2": "The dam of Rosetta leaks, the governor said.",
         "10": "The dam of Rosetta holds, the engineers said."}


class Versions(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("others.jsonl", [
            {"id": n, "source": "Herald", "title": f"Bridge {n}",
             "text": f"Bridge {n} was repaired by Ann Lee."}
            for n in range(20)])

    def put(self, version, form=newsml, **more):
        name = f"{(int(version) * 7) % 11}.{form.__name__}"
        name += ".xml" if form is newsml else ".json"
        self.write(name, form(version, f"Version {version}",
                              TEXTS.get(version, ""), **more))
        return self.articles / name

    def shown(self, story=URN):
        return self.search("show", "--format", "json", story).json["hits"][0]

    def versions(self, story=URN):
        return [(v["id"].removeprefix(URN), v["version"], v["status"])
                for v in self.shown(story)["versions"]]

    def assert_as_rebuilt(self):
        everything = ["*", "OR", "status:superseded"]
        before = [self.shown(i) for i in sorted(self.ids(*everything))]
        self.index("verify")
        self.rebuild()
        after = [self.shown(i) for i in sorted(self.ids(*everything))]
        self.assertEqual(before, after)
        self.index("verify")

    def test_an_id_that_looks_like_a_version_is_a_story_of_its_own(self):
        self.put("1")
        self.put("2")
        self.write_dump("odd.jsonl", [
            {"id": f"{URN}@1", "source": "Herald", "title": "Odd one",
             "text": "The bridge of Vik is odd."}])
        self.rebuild("--allow-shrink", self.articles)
        self.assertEqual(self.shown(f"{URN}@1")["status"], "superseded")
        self.assertEqual(self.ids("odd"), [f"{URN}%401"])

    def test_the_newest_is_the_story_in_whatever_order_they_come(self):
        orders = (("1", "2", "10"), newsml), (("10", "2", "1"), ninjs), \
            (("2", "10", "1"), newsml), (("1", "10", "2"), ninjs)
        for order, form in orders:
            with self.subTest(form=form.__name__, order=order):
                self.rebuild("--allow-shrink", self.articles)
                paths = []
                for version in order:
                    paths.append(self.put(version, form))
                    report = self.update()
                    self.assertEqual(report["stories"]["indexed"], 1)
                self.assertEqual(report["stories"]["total"], 23)
                self.assertEqual(report["stories"]["hidden"], 2)
                self.assertEqual(self.versions(), [
                    ("", "10", "usable"), ("@2", "2", "superseded"),
                    ("@1", "1", "superseded")])
                self.assertEqual(self.ids("dam"), [URN])
                self.assertEqual(self.ids("governor"), [])
                self.assert_as_rebuilt()
                for path in paths:
                    path.unlink()

    def test_they_are_shown_to_who_asks(self):
        for version in TEXTS:
            self.put(version)
        report = self.rebuild()
        self.assertEqual(report["stories"]["indexed"], 23)
        self.assertEqual(self.find("dam")["hidden"], 2)
        self.assertEqual(sorted(self.ids("dam", "status:superseded")),
                         [URN + "@1", URN + "@2"])
        self.assertEqual(len(self.ids("--include", "versions", "dam")), 3)
        self.assertEqual(self.ids("dam", "NOT", "status:superseded"), [URN])
        self.assertIn("leaks", self.shown(URN + "@2")["body"])
        self.assertEqual(self.versions(URN + "@2"), self.versions())
        for form, rows in (("jsonl", 1), ("csv", 2)):
            found = self.search("find", "--format", form, "--fields",
                                "versions", "dam").lines
            self.assertEqual(len(found), rows)
            self.assertIn(URN + "@1", found[-1])
            if form == "jsonl":
                self.assertEqual(json.loads(found[0])["versions"],
                                 self.shown()["versions"])
        text = self.search("show", URN).out
        self.assertRegex(text, r"Versions +10 of 2024-02-08, usable, from "
                               r"articles/4.newsml.xml")
        self.assertIn("superseded, from articles/7.newsml.xml",
                      " ".join(text.split()))

    def test_when_its_file_goes_the_next_one_is_the_story(self):
        self.put("1")
        self.put("2", ninjs)
        newest = self.put("10")
        self.rebuild()
        newest.unlink()
        report = self.update()
        self.assertEqual(report["stories"]["removed"], 1)
        self.assertEqual(report["stories"]["replaced"], 1)
        self.assertEqual(self.ids("dam"), [URN])
        self.assertEqual(self.ids("governor"), [URN])
        self.assertEqual(self.versions(), [("", "2", "usable"),
                                           ("@1", "1", "superseded")])
        self.assert_as_rebuilt()

    def test_a_kill_kills_the_story(self):
        self.put("1")
        self.put("2")
        self.rebuild()
        for status, hides in (("canceled", True), ("withheld", True),
                              ("usable", False)):
            with self.subTest(status=status):
                self.put("10", status=status)
                self.update()
                self.assertEqual(self.ids("rosetta"), [] if hides else [URN])
                if hides:
                    kind = {"canceled": "killed"}.get(status, status)
                    self.assertEqual(self.ids("status:" + kind), [URN])
                self.assertEqual(self.versions()[1:], [
                    ("@2", "2", "superseded"), ("@1", "1", "superseded")])
                self.assert_as_rebuilt()

    def test_they_are_no_wire_copies(self):
        for version in ("1", "2"):
            self.write(f"{version}.xml", newsml(
                version, "Dam", "The same long story of the dam. " * 40))
        self.assertEqual(self.rebuild()["stories"]["copies"], 0)
        self.assertEqual(self.shown()["copies"], [])

    def test_a_withdrawn_story_takes_them_along(self):
        self.put("1")
        self.rebuild()
        self.put("2")
        self.rebuild()
        self.put("10")
        self.update()
        out = self.index("withdraw", URN, "--reason", "a court order").lines
        self.assertEqual(set(out), {
            f"withdrawn {URN}{v}" for v in ("", "@1", "@2")})
        everything = ["status:superseded", "OR", "rosetta"]
        self.assertEqual(self.ids(*everything), [])
        for command in ("update", "rebuild"):
            self.index(command)
            self.assertEqual(self.report()["stories"]["withdrawn"], 3)
            self.assertEqual(self.ids(*everything), [])
            self.index("verify")
        self.assertIn("was withdrawn on",
                      self.search("show", URN + "@2", expect=1).err)
        # Neither a newer nor an older one brings it back.
        self.write("new.xml", newsml("11", "Dam", "Rosetta's dam again."))
        self.write("old.xml", newsml("0", "Dam", "Rosetta's dam again."))
        self.assertEqual(self.update()["stories"]["withdrawn"], 5)
        self.assertEqual(self.ids(*everything), [])
        self.index("rollback")
        self.assertEqual(self.ids(*everything), [])
        self.index("rollback")
        self.index("restore", URN)
        self.assertEqual(self.index("withdrawn").out, "")
        self.update()
        self.assertEqual(self.ids("rosetta"), [URN])
        self.assertEqual(len(self.versions()), 5)
        self.assert_as_rebuilt()

    def test_one_of_them_can_be_withdrawn_alone(self):
        for version in TEXTS:
            self.put(version)
        self.rebuild()
        self.index("withdraw", URN + "@2", "--reason", "an error")
        for command in ("update", "rebuild"):
            self.index(command)
            self.assertEqual(self.versions(), [("", "10", "usable"),
                                               ("@1", "1", "superseded")])
        (self.articles / "4.newsml.xml").unlink()
        self.update()
        self.assertEqual(self.ids("rosetta"), [])  # it would be the newest
        self.index("verify")


if __name__ == "__main__":
    unittest.main()
