"""A person is one thing across spellings: the storylines of the sample archive.

BROADSHEET_BIN names the directory of indexer and searcher.
"""
import unittest

from broadsheet import CORPUS, ArchiveTest, run

WIRE = {"corpus/text/wire-sea-wall.txt",
        "https://harbourledger.example/world/2024/farmers-ask-for-pumps",
        "https://greatlakescourier.example/world/egypt-wall-sea",
        "https://copperlinegazette.example/2024/02/09/sea-wall-wet"}
HISHAM = WIRE | {"https://nilevalleyobserver.example/energy/8841",
                 "corpus:HL940611-0014", "corpus/html/messy-page.html",
                 "corpus/text/fr-digue-rosette.txt",
                 "corpus/text/de-hafenkongress.txt",
                 "corpus/text/ar-sur-rashid.txt"}
FOUAD = "reuters:90001"
GENNADY = {"reuters:90001", "corpus/text/02Feb2005Shubarov3.txt",
           "https://northernquay.example/2001/aral-ferry",
           "le_fanal_de_louest:fanal-2019-0916-07"}
FATHER_AND_DAUGHTER = "corpus/text/02Feb2005Shubarov3.txt"


class Names(ArchiveTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shared = ArchiveTest()
        cls.shared.setUp()
        cls.addClassCleanup(cls.shared.doCleanups)
        result = run("indexer", "rebuild", "--db", cls.shared.db, CORPUS)
        assert result.code == 1, result.err  # corpus/damaged is listed

    def setUp(self):
        self.db = self.shared.db

    def found(self, *query):
        return set(self.ids(*query))

    def forms(self, *query):
        expansion = self.find(*query)["query"]["expansions"][0]
        return {form["form"]: form["stories"] for form in expansion["forms"]}

    def test_every_spelling_finds_all_spellings(self):
        for name in ("Hisham al-Qattawi", "Hesham el-Qattawi", "hisham qatawi",
                     "Hisham el-Kattawi", "Hischam al-Kattawi",
                     "Hicham al-Kattaoui", "هشام القطاوي"):
            with self.subTest(name):
                self.assertEqual(self.found(f'person:"{name}"'), HISHAM)
        for name in ("Gennady Shubarov", "Gennadiy Shubarov",
                     "Gennadi Schubarow", "Guennadi Choubarov",
                     "Геннадий Шубаров"):
            with self.subTest(name):
                self.assertLessEqual(GENNADY, self.found(f'person:"{name}"'))

    def test_a_name_may_be_turned(self):
        self.assertEqual(self.found('person:"Qattawi, Hisham"'),
                         self.found('person:"Hisham Qattawi"'))
        self.assertEqual(self.found('person:"Hisham Qattawi, Jr."'),
                         self.found('person:"Hisham Qattawi"'))

    def test_who_shares_the_surname_is_another(self):
        self.assertEqual(self.found('person:"fouad qattawi"'), {FOUAD})
        daughter = self.found('person:"lyudmila shubarova"')
        self.assertIn(FATHER_AND_DAUGHTER, daughter)
        self.assertNotIn("reuters:90001", daughter)
        self.assertNotIn("lyudmila shubarova",
                         self.forms('person:"gennady shubarov"'))
        self.assertEqual(self.found('person:"cornelis van der meulen"')
                         & WIRE, set())

    def test_a_surname_finds_all_who_bear_it(self):
        self.assertEqual(self.found("person:qattawi"), HISHAM | {FOUAD})
        self.assertEqual(self.found("person:kattaoui"), HISHAM | {FOUAD})
        self.assertEqual(self.found("person:al-sisi"),
                         self.found("person:sissi"))
        self.assertTrue(self.found("person:sisi"))

    def test_the_answer_lists_the_spellings_and_their_counts(self):
        forms = self.forms('person:"hisham al-qattawi"')
        self.assertEqual(forms["hisham al-qattawi"], 4)
        self.assertEqual(forms["hicham al-kattaoui"], 1)
        self.assertNotIn("fouad qattawi", forms)

    def test_what_is_as_typed_comes_first(self):
        for name, ids in (("hisham al-qattawi", WIRE),
                          ("hisham qatawi", {"corpus/html/messy-page.html"})):
            first = self.ids(f'person:"{name}"')[:len(ids)]
            self.assertEqual(set(first), ids)

    def test_exact_takes_the_words_alone(self):
        page = {"corpus/html/messy-page.html"}
        self.assertEqual(self.found('person:="hisham qatawi"'), page)
        self.assertEqual(self.found("--exact", 'person:"hisham qatawi"'), page)
        self.assertEqual(self.found("person:=qatawi"), page)
        self.assertEqual(self.found("--exact", "person:sisi"), set())

    def test_spellings_count_inside_near_and_adj(self):
        french = "corpus/text/fr-digue-rosette.txt"
        for query in ('person:"hisham al-qattawi" NEAR/30 rosette',
                      "person:qattawi NEAR/30 rosette",
                      "rosette NEAR/30 person:qatawi"):
            with self.subTest(query):
                near = self.found(query)
                self.assertIn(french, near)
                self.assertLess(near, self.found("person:qattawi"))

    def test_a_surname_alone_is_the_person_its_story_names(self):
        # "Blinken" stands alone next to these words, behind the full name.
        hits = self.find('person:"antony blinken" NEAR/5 traveling OR '
                         'person:"antony blinken"')
        self.assertEqual(hits["total"], len(self.ids("person:blinken")))

    def test_spellings_are_marked(self):
        for hit in self.find('person:"hisham qatawi"', "--limit",
                             "20")["hits"]:
            text = hit["snippet"]["text"].encode()
            marked = [text[a:b].decode() for a, b in hit["snippet"]["marks"]]
            self.assertTrue(any(part in word for word in marked
                                for part in ("atta", "ata", "قطاوي")), hit["id"])

    def test_rows_are_the_persons_that_queries_find(self):
        rows = self.search("people", "--format", "json").json["names"]
        for row in rows:
            with self.subTest(row["query"]):
                self.assertEqual(self.find(row["query"])["total"],
                                 row["stories"])
        hisham = [row for row in rows if "attawi" in row["name"]
                  or "attaoui" in row["name"] or "atawi" in row["name"]]
        counts = {row["name"]: row["stories"] for row in hisham}
        self.assertEqual(counts["Hisham al-Qattawi"], len(HISHAM))
        self.assertEqual(counts["Fouad Qattawi"], 1)
        row = next(r for r in rows if r["name"] == "Hisham al-Qattawi")
        self.assertEqual(row["query"], 'person:"hisham al-qattawi"')
        self.assertIn("Hicham al-Kattaoui", row["spellings"])

    def test_rows_of_a_query_count_what_it_finds_of_them(self):
        rows = self.search("people", "--format", "json", "wall").json["names"]
        self.assertGreater(len(rows), 5)
        for row in rows:
            with self.subTest(row["query"]):
                self.assertEqual(self.find(row["query"])["total"],
                                 row["stories"])


class Rows(ArchiveTest):
    def test_a_part_of_a_name_is_no_row(self):
        names = ["Hillary Rodham Clinton"] * 12 + ["Hillary Rodham"]
        names += ["Olympia J. Snowe"] * 12 + ["Olympia Snowe"] * 11
        names += ["Olympia Snow"]
        self.write_dump("dump.jsonl", [
            {"id": str(n), "source": "Herald", "title": f"Dam {n}",
             "text": f"Senator {name} opened the dam."}
            for n, name in enumerate(names)])
        self.rebuild()
        self.assertEqual(self.people(),
                         ["Olympia J. Snowe", "Hillary Rodham Clinton"])
        self.assertEqual(self.people("id:herald:12"), ["Hillary Rodham"])
        self.assertEqual(self.people("id:herald:36"), ["Olympia Snow"])

    def people(self, *query):
        found = self.search("people", "--format", "json", *query).json
        return [row["name"] for row in found["names"]]


if __name__ == "__main__":
    unittest.main()
