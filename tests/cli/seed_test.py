"""The sample archive, indexed and searched by the real programs."""
import unittest

from broadsheet import CORPUS, ArchiveTest, run

SEED = "corpus/seed/000_edb6514d5ac284d5.txt"


class SampleArchive(ArchiveTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shared = ArchiveTest()
        cls.shared.setUp()
        result = run("indexer", "rebuild", "--db", cls.shared.db, CORPUS)
        assert result.code == 1, result.err  # corpus/damaged is listed
        cls.addClassCleanup(cls.shared.doCleanups)

    def setUp(self):
        self.db = self.shared.db

    def test_every_file_and_story_is_accounted_for(self):
        report = self.report()
        self.assertEqual(report["outcome"], "published")
        self.assertEqual(report["stories"]["total"],
                         len(self.ids("*", "--include",
                                      "killed,embargoed,versions")))
        damaged = [p for p in report["problems"]
                   if not p["origin"].startswith("corpus/damaged/")]
        self.assertEqual(damaged, [])
        self.assertGreaterEqual(len(report["problems"]), 4)

    def test_a_person_and_a_word_find_the_seed_first(self):
        self.assertEqual(self.ids("person:blinken ceasefire")[0], SEED)
        self.assertEqual(self.ids("person:blinken", "ceasefire")[0], SEED)
        self.assertEqual(self.ids("person:BLINKEN")[0], SEED)

    def test_quotes_that_the_shell_took_are_put_back(self):
        answer = self.find("person:antony blinken")
        self.assertEqual(answer["query"]["understood"],
                         'person:"antony blinken"')
        self.assertEqual(answer["hits"][0]["id"], SEED)
        answer = self.find("person:blinken ceasefire")
        self.assertEqual(answer["hits"][0]["id"], SEED)
        self.assertEqual(answer["notes"],
                         ['read as person:blinken AND ceasefire: '
                          'no story has person:"blinken ceasefire"'])

    def test_places_of_the_seed(self):
        for place in ("rafah", "qatar", "doha", "cairo", "gaza strip", "egypt",
                      "saudi arabia", "middle east", "united arab emirates"):
            with self.subTest(place):
                self.assertIn(SEED, self.ids(f'place:"{place}"'))

    def test_people_of_the_seed(self):
        for person in ("antony blinken", "shoukry", "abdel-fattah al-sissi",
                       "matthew miller", "al-sissi"):
            with self.subTest(person):
                self.assertIn(SEED, self.ids(f'person:"{person}"'))

    def test_nobody_is_a_place_and_no_demonym(self):
        seed = self.search("show", SEED, "--format", "json").json["hits"][0]
        people = {person["name"] for person in seed["people"]}
        self.assertEqual(people, {"Antony Blinken", "Abdel-Fattah al-Sissi",
                                  "Sameh Shoukry", "Matthew Miller"})
        places = {place["name"] for place in seed["places"]}
        self.assertNotIn("Egyptian", places)
        self.assertNotIn("Palestinian", places)

    def test_page_furniture_is_no_body_text(self):
        self.assertNotIn(SEED, self.ids("oops"))
        body = self.search("show", SEED, "--format", "json").json
        self.assertNotIn("Oops", body["hits"][0]["body"])

    def test_a_phrase(self):
        self.assertEqual(self.ids('"humanitarian situation"'), [SEED])

    def test_the_seed_is_honestly_undated(self):
        hit = self.find('"humanitarian situation"')["hits"][0]
        self.assertIsNone(hit["date"])
        self.assertEqual(hit["date_precision"], "none")
        self.assertIn(SEED, self.ids("date:none"))
        self.assertNotIn(SEED, self.ids("date:2024"))
        self.assertIn("undated", self.search("find", "rafah").out)
        status = run("indexer", "status", "--db", self.db).out
        self.assertRegex(status, r"undated +\d+")

    def test_spans_are_bytes_of_the_body(self):
        hit = self.search("show", SEED, "--format", "json").json["hits"][0]
        body = hit["body"].encode()
        for kind in ("people", "places"):
            for entity in hit[kind]:
                for begin, end in entity["spans"]:
                    self.assertIn(body[begin:end].decode(),
                                  entity["spellings"])

    def test_totals_equal_the_list(self):
        for query in ("*", "place:egypt", "person:qattawi", "the wall",
                      "date:1987", "wall*", "lang:de", "NOT the"):
            with self.subTest(query):
                answer = self.find(query, "--limit", "1000")
                self.assertEqual(answer["total"], len(answer["hits"]))
                self.assertEqual(answer["total"], len(self.ids(query)))

    def test_rows_of_people_and_places_count_what_find_counts(self):
        for command in ("people", "places"):
            rows = self.search(command, "--format", "json").json["names"]
            self.assertGreater(len(rows), 20)
            for row in rows[::5]:
                with self.subTest(row["query"]):
                    self.assertEqual(self.find(row["query"])["total"],
                                     row["stories"])

    def test_understood_can_be_typed_back(self):
        for query in ("wall OR dam*", 'person:"antony blinken" NOT x',
                      "president NEAR/5 egypt", "one two three four five",
                      "date:1987-03..1988 place:egypt"):
            with self.subTest(query):
                answer = self.find(query, expect=self.code(query))
                again = self.find(answer["query"]["understood"],
                                  expect=self.code(query))
                self.assertEqual(again["total"], answer["total"])
                self.assertEqual(again["query"]["understood"],
                                 answer["query"]["understood"])

    def code(self, query):
        return 0 if self.ids(query) else 1

    def test_keys_of_the_answer(self):
        answer = self.find("rafah")
        self.assertEqual(
            [k for k in answer if k != "notes"],
            ["query", "total", "total_stories", "hidden", "took_ms",
             "generation", "version",
             "hits", "facets", "facet_values", "suggestion",
             "suggestion_total"])
        self.assertEqual(list(answer["query"]), ["typed", "understood", "match",
                                                 "expansions", "untagged"])
        self.assertEqual(
            list(answer["hits"][0]),
            ["rank", "score", "id", "archive", "headline", "date",
             "date_precision", "date_source", "source", "byline", "section",
             "language", "url", "origin", "status", "people", "places",
             "snippet", "copies", "ran_in", "corrections"])
        self.assertEqual(list(answer["hits"][0]["places"][0]),
                         ["name", "id", "country", "lat", "lon", "mentions",
                          "spellings"])

    def test_marks_are_bytes_of_the_snippet(self):
        snippet = self.find('"humanitarian situation"')["hits"][0]["snippet"]
        text = snippet["text"].encode()
        marked = [text[a:b].decode() for a, b in snippet["marks"]]
        self.assertEqual(marked[:2], ["humanitarian", "situation"])

    def test_every_output_has_every_hit(self):
        total = self.find("place:egypt")["total"]
        for form, heads in (("jsonl", 0), ("csv", 1), ("trec", 0), ("ids", 0)):
            with self.subTest(form):
                out = self.search("find", "--format", form, "place:egypt")
                self.assertEqual(len(out.lines) - heads, total)

    def test_orders_put_the_undated_last(self):
        for order in ("newest", "oldest"):
            hits = self.find("*", "--sort", order, "--limit", "1000")["hits"]
            dates = [hit["date"] for hit in hits]
            dated = [date for date in dates if date]
            self.assertEqual(dates[:len(dated)], dated)
            days = [(date + "-01-01")[:10] for date in dated]
            self.assertEqual(days, sorted(days, reverse=order == "newest"))

    def test_offset_continues_the_page(self):
        whole = self.ids("the", "--limit", "10")
        parts = self.ids("the", "--limit", "5") + self.ids(
            "the", "--limit", "5", "--offset", "5")
        self.assertEqual(parts, whole)


if __name__ == "__main__":
    unittest.main()
