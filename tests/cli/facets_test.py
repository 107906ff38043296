"""Facets and timelines count just what find finds."""
import csv
import io
import json
import unittest

from broadsheet import ArchiveTest, run

FACETS = ("source", "section", "topic", "lang", "byline", "year", "month",
          "day", "people", "places", "org")

STORIES = [
    # Labels that differ in case alone are one; topics are many a story.
    {"source": "The Courier", "section": "World", "author": "Ann Lee",
     "date": "1987-02-26", "keywords": ["oil", "trade"],
     "text": "LONDON, Feb 26 - Oil talks in Cairo went on. The Federal Reserve "
             "Board said Prime Minister Margaret Thatcher was in London."},
    {"source": "THE COURIER", "section": "world",
     "author": "Ann Lee and Ed Ng", "date": "1987-02-01",
     "keywords": ["Oil"],
     "text": "The oil talks were about Egypt, said Margaret Thatcher."},
    {"source": "Evening \"Star\"", "section": "Business", "author": "Ed Ng",
     "date": "1987-04-30", "keywords": ["trade", "oil", "trade"],
     "text": "Trade in oil fell in London, the Federal Reserve Board said."},
    {"source": "Evening \"Star\"", "author": "Ann Lee", "date": "1987-04",
     "text": "Oil prices in Cairo rose, said Margaret Thatcher."},
    {"source": "***", "date": "1986", "keywords": ["oil"],
     "text": "Oil was found near Paris, the Federal Reserve Board said."},
    {"source": "The Courier", "text": "Oil of no date at all, in London."},
    {"source": "The Courier", "section": "World", "date": "1987-03-15",
     "keywords": ["wheat"], "text": "Wheat grew in Egypt, and Ann Lee knew."},
]


class Facets(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("dump.jsonl", [
            {"id": str(number), "title": f"Story {number}", **story}
            for number, story in enumerate(STORIES)])
        self.rebuild()

    def total(self, query):
        result = self.search("find", "--format", "json", "--limit", 0, query)
        return result.json["total"]

    def facets(self, query):
        return self.find("--facets", ",".join(FACETS), query)["facets"]

    def rows(self, *arguments):
        return self.search("timeline", "--format", "json",
                           *arguments).json["timeline"]

    def test_a_count_is_the_total_of_its_query(self):
        for query in ("*", "oil", "place:london OR wheat"):
            answer = self.facets(query)
            self.assertEqual(tuple(answer), FACETS)
            for name, values in answer.items():
                self.assertTrue(values, name)
                for value in values:
                    if not value["query"]:
                        self.assertEqual(value["value"], "***")
                        continue
                    with self.subTest(query=query, clause=value["query"]):
                        self.assertEqual(
                            self.total(f"({query}) {value['query']}"),
                            value["stories"])
                counts = [value["stories"] for value in values]
                self.assertEqual(counts, sorted(counts, reverse=True))

    def test_values_alike_are_one(self):
        answer = self.facets("oil")
        counts = {name: {v["value"].lower(): v["stories"] for v in values}
                  for name, values in answer.items()}
        self.assertEqual(counts["source"]["the courier"], 3)
        self.assertEqual(counts["topic"], {"oil": 4, "trade": 2})
        # Once as the only author, once as one of two.
        self.assertEqual(counts["byline"]["ann lee"], 3)
        self.assertEqual(counts["month"], {"1987-02": 2, "1987-04": 2})
        self.assertEqual(counts["day"],
                         {"1987-02-26": 1, "1987-02-01": 1, "1987-04-30": 1})
        self.assertEqual(counts["year"], {"1987": 4, "1986": 1})

    def test_an_organisation_is_counted_by_its_whole_name(self):
        self.write_dump("boards.jsonl", [
            {"id": "b1", "title": "Rates",
             "text": "The Federal Reserve said rates in tin would fall."},
            {"id": "b2", "title": "Board",
             "text": "The Federal Reserve Board said tin was fine. AT&T Corp "
                     "and Moody's Investors Service said so too."}])
        self.rebuild()
        values = {value["value"]: value for value in
                  self.find("--facets", "org", "tin")["facets"]["org"]}
        self.assertEqual(set(values), {
            "Federal Reserve", "Federal Reserve Board", "AT&T Corp",
            "Moody's Investors Service"})
        for value in values.values():
            self.assertEqual(value["stories"], 1, value)
            self.assertEqual(self.total(value["query"] + " tin"), 1, value)
        hits = self.find(values["Federal Reserve"]["query"])["hits"]
        self.assertEqual([hit["headline"] for hit in hits], ["Rates"])
        text, marks = hits[0]["snippet"]["text"], hits[0]["snippet"]["marks"]
        self.assertEqual([text.encode()[begin:end] for begin, end in marks],
                         [b"Federal", b"Reserve"])
        self.assertEqual(self.total('org:"federal reserve" tin'), 2)
        self.search("find", "org:#0123456789abcdef", expect=1)

    def test_places_are_followed_into_what_lies_in_them(self):
        self.write_dump("egypt.jsonl", [
            {"id": f"e{number}", "title": "Dams", "text": text}
            for number, text in enumerate((
                "Dams in Egypt and in Lagos, Nigeria, were full.",
                "Dams near Cairo and Alexandria, Egypt, were full.",
                "Dams near Cairo and in London were full.",
                "Dams in Paris were full."))])
        self.rebuild()
        expected = {
            "africa": {"Egypt": 3, "Nigeria": 1, "Cairo": 2, "Lagos": 1,
                       "Alexandria": 1},
            "egypt": {"Cairo": 2, "Alexandria": 1},
            "cairo": {"Cairo": 2},  # the city in the governorate
            "london": {},
        }
        for outer, inner in expected.items():
            with self.subTest(outer=outer):
                answer = self.find("--facets", "places", "--within", outer,
                                   "dams")
                self.assertEqual(answer["total"],
                                 self.total(f"dams place:{outer}"))
                values = answer["facets"]["places"]
                self.assertEqual({v["value"]: v["stories"] for v in values},
                                 inner)
                self.assertEqual(answer["facet_values"]["places"], len(inner))
                for value in values:
                    self.assertEqual(
                        self.total(f"dams place:{outer} {value['query']}"),
                        self.total(f"dams {value['query']}"))
                    self.assertEqual(self.total(f"dams {value['query']}"),
                                     value["stories"])
                rows = self.search("places", "--format", "json", "--limit", 2,
                                   "--within", outer, "dams",
                                   expect=0 if inner else 1).json
                self.assertEqual(
                    [(row["name"], row["stories"]) for row in rows["names"]],
                    [(v["value"], v["stories"]) for v in values[:2]])
                self.assertEqual(rows["total"], len(inner))
        once, twice = (self.find("--facets", "places", "--within", "Egypt",
                                 f"dams {clause}")
                       for clause in ("", "place:egypt"))
        self.assertEqual(twice["query"]["understood"], "dams AND place:egypt")
        for key in ("untagged", "expansions"):
            self.assertEqual(len(twice["query"][key]),
                             len(once["query"][key]), key)
        error = self.search("find", "--within", "egypt", "dams", expect=2).err
        self.assertIn("--facets places", error)

    def test_rows_of_names_have_the_dates_of_their_stories(self):
        for command, query in (("people", "*"), ("people", "oil"),
                               ("places", "*"), ("places", "oil NOT tin")):
            rows = self.search(command, "--format", "json",
                               query).json["names"]
            self.assertTrue(rows)
            counted = run("searcher", "batch", "--db", self.db, "--format",
                          "jsonl", "-", stdin="".join(
                              row["query"] + "\n" for row in rows).encode())
            found = [json.loads(line) for line in counted.lines]
            keys = ("query", "first", "last")
            self.assertEqual([tuple(row[key] for key in keys)
                              for row in rows],
                             [tuple(row[key] for key in keys)
                              for row in found])
        spans = {(row["first"], row["last"]) for row in self.search(
            "places", "--format", "json").json["names"]}
        self.assertIn(("1986", "1986"), spans)  # Paris: of a year alone
        self.assertIn(("1987-02-26", "1987-04"), spans)  # Cairo: to a month

    def test_many_values_are_cut_and_counted(self):
        self.write_dump("many.jsonl", [
            {"id": f"m{number}", "title": "Tin", "text": "Tin.",
             "keywords": [f"topic {number}", "tin"]} for number in range(30)])
        self.rebuild()
        answer = self.find("--facets", "topic", "tin")
        self.assertEqual(len(answer["facets"]["topic"]), 20)
        self.assertEqual(answer["facet_values"], {"topic": 31})
        self.assertEqual(answer["facets"]["topic"][0],
                         {"value": "tin", "stories": 30,
                          "query": 'topic:"tin"'})

    def test_facets_unknown_or_not_shown_are_errors(self):
        error = self.search("find", "--facets", "topics", "oil", expect=2).err
        self.assertIn("unknown facet 'topics'", error)
        self.assertIn("did you mean topic?", error)
        self.search("find", "--facets", "topic", "--format", "csv", "oil",
                    expect=2)
        self.assertEqual(self.find("oil")["facets"], {})

    def test_a_timeline_adds_up_to_the_total(self):
        for by in ("year", "month", "day"):
            for query in ("*", "oil", "place:london OR wheat", "date:1987-02"):
                with self.subTest(by=by, query=query):
                    rows = self.rows("--by", by, query)
                    self.assertEqual(sum(row["stories"] for row in rows),
                                     self.total(query))

    def test_a_row_counts_what_its_date_finds(self):
        for row in self.rows("--by", "day", "oil"):
            if len(row["period"]) == len("1987-02-26") and row["stories"]:
                self.assertEqual(self.total(f"oil date:{row['period']}"),
                                 row["stories"])
                self.assertEqual(self.total(f"date:{row['period']}"),
                                 row["all"])

    def test_empty_months_and_coarser_dates_have_rows(self):
        self.assertEqual(self.rows("oil"), [
            {"period": period, "value": "", "stories": stories,
             "share": stories / total, "all": total}
            for period, stories, total in (
                ("1986", 1, 1), ("1987-02", 2, 2), ("1987-03", 0, 1),
                ("1987-04", 2, 2), ("undated", 1, 1))])
        self.assertEqual(
            self.search("timeline", "--format", "csv", "wheat").out,
            "period,value,stories,share,all\r\n1987-03,,1,1.0,1\r\n")

    def test_two_archives_count_as_one(self):
        single = {name: {(v["value"], v["stories"]) for v in values}
                  for name, values in self.facets("oil").items()}
        rows = self.rows("oil")
        other = self.home / "other.db"
        self.index_at(other)
        twice = self.search("timeline", "--db", other, "--format", "csv",
                            "oil").out
        doubled = list(csv.DictReader(io.StringIO(twice)))
        self.assertEqual(
            [(row["period"], int(row["stories"])) for row in doubled],
            [(row["period"], 2 * row["stories"]) for row in rows])
        answer = self.find("--db", other, "--facets", ",".join(FACETS), "oil")
        for name, values in answer["facets"].items():
            self.assertEqual({(v["value"], v["stories"]) for v in values},
                             {(v, 2 * n) for v, n in single[name]}, name)

    def index_at(self, db):
        first, self.db = self.db, db
        self.rebuild()
        self.db = first

    def test_nothing_found_is_exit_1(self):
        self.search("timeline", "zebra", expect=1)
        self.search("find", "--facets", "topic", "zebra", expect=1)
        self.search("timeline", "--by", "week", "oil", expect=2)


if __name__ == "__main__":
    unittest.main()
