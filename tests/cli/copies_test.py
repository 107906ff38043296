"""Wire copies are one story where that is asked, and never lost."""
import json
import unittest

from broadsheet import ArchiveTest

WIRE = ("The harbour board of Rosetta said on Thursday that the first twelve "
        "kilometres of the sea wall were finished, two years behind plan, and "
        "that the rest would follow before the storms of the next winter. "
        "Farmers in the delta have waited for it since the fields behind the "
        "old dunes turned white with salt, and many of them have left for the "
        "towns. Engineers from Delft walked the crest of the wall with the "
        "minister, who said that the pumps would be paid for by the ministry "
        "and that no village would be moved.")


def story(number, source, date, text=WIRE):
    return {"id": str(number), "source": source, "date": date,
            "title": f"Headline {number}", "text": text}


STORIES = [
    story(1, "Courier", "2024-02-09", WIRE.upper() + "\n"),
    story(2, "Wire", "2024-02-08"),
    story(3, "Ledger", "2024-02-10", WIRE + " It rained."),
    story(4, "Gazette", "2024-02-10", WIRE.replace(
        "two years behind plan", "at last, after four changes of contractor")),
    story(5, "Courier", "2024-02-11", "Another sea wall. " * 30),
    story(6, "Courier", "2024-02-12", "A short note on the sea wall."),
]


class Copies(ArchiveTest):
    def setUp(self):
        super().setUp()
        for each in STORIES:
            self.put(each)
        self.rebuild()

    def put(self, each):
        self.write_dump(f"{each['id']}.jsonl", [each])

    def groups(self, level, *query):
        answer = self.find(f"--collapse={level}", *(query or ["sea wall"]))
        return {hit["id"]: hit["copies"] for hit in answer["hits"]}, answer

    def test_a_group_is_told_by_its_earliest(self):
        groups, answer = self.groups("exact")
        self.assertEqual(groups["wire:2"], 1)
        self.assertEqual((answer["total"], answer["total_stories"]), (5, 6))
        groups, answer = self.groups("near")
        self.assertEqual(groups["wire:2"], 2)
        self.assertEqual((answer["total"], answer["total_stories"]), (4, 6))
        groups, answer = self.groups("loose")
        self.assertEqual(groups, {"wire:2": 3, "courier:5": 0, "courier:6": 0})
        hit = next(h for h in answer["hits"] if h["id"] == "wire:2")
        self.assertEqual((hit["ran_in"], hit["date"]), (4, "2024-02-08"))
        self.assertEqual(self.groups("near", "rained")[0], {"ledger:3": 0})
        self.assertIn("the first of 3 stories, ran in 3 sources",
                      self.search("find", "--collapse", "sea wall").out)
        self.search("find", "--collapse=most", "sea wall", expect=2)

    def test_by_date_a_group_stands_where_its_earliest_does(self):
        self.put(story(7, "Gazette", "2024-02-09", "A sea wall. " * 9))
        self.put(story(8, "Gazette", "2024-02-28"))
        self.put(story(9, "Gazette", "", "A sea wall of no date."))
        self.put(story(10, "Undated", ""))  # its group has dates all the same
        self.rebuild()
        newest = ["courier:6", "courier:5", "gazette:4", "gazette:7",
                  "wire:2", "gazette:9"]
        for order, expected in (
                ("newest", newest), ("oldest", newest[-2::-1] + newest[-1:])):
            for offset in range(len(expected) + 1):
                with self.subTest(order=order, offset=offset):
                    answer = self.find(
                        "--collapse", "--sort", order, "--offset", offset,
                        "--limit", 3, "sea wall")
                    self.assertEqual(
                        [hit["id"] for hit in answer["hits"]],
                        expected[offset:offset + 3])
                    self.assertEqual(
                        [hit["rank"] for hit in answer["hits"]],
                        list(range(offset + 1,
                                   min(offset + 3, len(expected)) + 1)))
                    self.assertEqual(
                        (answer["total"], answer["total_stories"]), (6, 10))
        self.assertEqual(self.ids("--collapse", "--sort", "newest",
                                  "sea wall"), newest)

    def test_by_date_every_group_of_many_is_reached(self):
        for number in range(100, 160):
            text = f"The wall at mile {number} stands. " * 9
            for copy in (0, 100):
                self.put(story(number + copy, "Wire",
                               f"2024-03-{number % 28 + 1:02}", text))
        self.rebuild()
        for order in ("relevance", "newest", "oldest"):
            with self.subTest(order=order):
                answer = self.find("--collapse=exact", "--sort", order, "mile",
                                   "--limit", 3)
                self.assertEqual((answer["total"], len(answer["hits"])),
                                 (60, 3))
                self.assertEqual(
                    len(set(self.ids("--collapse=exact", "--sort", order,
                                     "mile"))), 60)

    def test_copies_are_told_and_counted(self):
        hits = self.find("sea wall")["hits"]
        self.assertEqual({h["id"]: h["copies"] for h in hits}["courier:1"], 2)
        show = self.search("show", "--format", "json", "courier:1").json
        self.assertEqual(show["hits"][0]["copies"], [
            {"id": "wire:2", "source": "Wire", "date": "2024-02-08"},
            {"id": "ledger:3", "source": "Ledger", "date": "2024-02-10"}])
        self.assertIn("wire:2 (Wire, 2024-02-08)",
                      self.search("show", "courier:1").out)
        self.assertEqual(self.report()["stories"]["copies"], 2)

    def everything(self):
        return [json.dumps(self.groups(level)[0], sort_keys=True)
                for level in ("exact", "near", "loose")]

    def check_updates(self, also=lambda n: None):
        changes = [
            lambda: self.put(story(7, "Old Wire", "2023-12-31")),
            lambda: (self.articles / "2.jsonl").unlink(),
            lambda: self.put(story(1, "Courier", "2024-02-09", "Corrected.")),
            lambda: self.put(story(8, "Undated", "")),
        ]
        for n, change in enumerate(changes):
            change()
            also(n)
            self.index("update", "--allow-shrink=100")
            updated = self.everything(), self.report()["generation"]
            self.rebuild()
            self.assertEqual(updated[0], self.everything())
            yield updated[1]
        self.assertIn('"old_wire:7": 1', self.everything()[0])

    def test_an_update_groups_as_a_rebuild_does(self):
        for n, generation in enumerate(self.check_updates()):
            self.assertEqual(generation, f"gen-{n + 1:06}")

    def test_so_does_a_large_update(self):
        def write_tables(day):
            self.write_dump("tides.jsonl", [
                story(f"tide-{n}", "Almanac", "2024-02-09",
                      f"High water {n} on day {day}. " * 100)
                for n in range(500)])
        for n, generation in enumerate(self.check_updates(write_tables)):
            self.assertEqual(generation, f"gen-{2 * n + 2:06}")


if __name__ == "__main__":
    unittest.main()
