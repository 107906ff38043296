"""What stands beside the hits: what was meant, what is like it, why."""
import re
import unittest

from broadsheet import ArchiveTest

STORIES = [
    ("cocoa1", "Cocoa harvests fell in Ghana as rain drowned the plantations."),
    ("cocoa2", "Ghana expects cocoa plantations to recover after the rain."),
    ("oil", "Oil ministers met in Vienna to discuss production quotas."),
    ("hamlet", "To be or not to be, the actor said, and the hall fell silent."),
    ("vote", "Not all members were to be heard, or so the chairman said."),
]


class Answers(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("dump.jsonl", [
            {"id": name, "source": "s", "date": "1987-03-01", "text": text}
            for name, text in STORIES])
        self.rebuild()

    def test_a_misspelt_word_is_put_right(self):
        answer = self.find("coccoa ghana", expect=1)
        self.assertEqual(answer["suggestion"], "cocoa AND ghana")
        self.assertEqual(answer["suggestion_total"], 2)
        for query in ("zzzzzz", "coccoa*", "-coccoa zzzzzz", "cocoa"):
            result = self.search("find", "--format", "json", query,
                                 expect=0 if query == "cocoa" else 1)
            self.assertEqual(result.json["suggestion"], "", query)
        shown = self.search("find", "coccoa", expect=1).out
        self.assertIn("did you mean: cocoa (2 stories)", shown)

    def test_so_is_one_behind_a_field(self):
        answer = self.find("source:s coccoa", expect=1)
        self.assertEqual(answer["suggestion"], "source:s AND cocoa")
        self.assertEqual(answer["suggestion_total"], 2)

    def test_a_word_of_several_stories_is_no_slip(self):
        self.add(*["A quokka in the rain."] * 60,
                 *["A horse on the rein."] * 6)
        answer = self.find("rein quokka", expect=1)
        self.assertEqual(answer["suggestion"], "")
        answer = self.find("rian quokka", expect=1)
        self.assertEqual(answer["suggestion"], "rain AND quokka")

    def add(self, *texts):
        self.write_dump("more.jsonl", [
            {"id": f"more{n}", "source": "s", "date": "1987-03-02",
             "text": text} for n, text in enumerate(texts)])
        self.rebuild()

    def test_a_name_that_is_spelt_otherwise_is_no_slip(self):
        self.add("Muammar Gaddafi spoke in Tripoli on Monday.",
                 *["Rashid Karami spoke in Beirut on Monday."] * 3)
        answer = self.find("person:kadafi")
        self.assertEqual(answer["query"]["expansions"][0]["forms"],
                         [{"form": "muammar gaddafi", "stories": 1}])
        self.assertEqual(answer["suggestion"], "")

    def test_places_of_one_name_are_told_apart(self):
        self.add("Dams near Cairo, Egypt, were full.",
                 "Dams near Cairo, Illinois, were full.")
        forms = {place: [form["form"] for form in self.find(
            f"place:{place}")["query"]["expansions"][0]["forms"]]
            for place in ("cairo", "illinois")}
        self.assertEqual(set(forms["cairo"]),
                         {"Cairo, Cairo (EG) #360630", "Cairo, Egypt #360631",
                          "Cairo, Alexander County (US) #4234985"})
        self.assertEqual(forms["illinois"], ["Illinois (US) #4896861"])
        rows = self.search("places", "--format", "json", "--place",
                           "cairo").json["names"]
        self.assertEqual({row["inside"][0] for row in rows
                          if row["name"] == "Cairo"},
                         {"Cairo", "Alexander County"})

    def test_no_pattern_stands_in_a_phrase(self):
        self.assertEqual(
            self.find('"oil minist*"', expect=1)["notes"],
            ['the * in "oil minist*" stands for nothing; patterns in a row are '
             "joined by ADJ"])
        self.assertEqual(self.find("oil ADJ minist*")["total"], 1)

    def test_a_pattern_of_too_many_words_is_cut(self):
        self.add(" ".join(f"zq{n:03}" for n in range(600)), "zq598 zq599")
        many, few = (self.find(pattern)["query"]["expansions"][0]
                     for pattern in ("zq*", "zq59?"))
        self.assertTrue(many["cut"])
        self.assertEqual(len(many["forms"]), 500)
        self.assertEqual([f["form"] for f in many["forms"]
                          if f["stories"] == 2], ["zq598", "zq599"])
        self.assertFalse(few["cut"])
        self.assertEqual(len(few["forms"]), 10)
        self.assertIn("and more that are not searched",
                      self.search("find", "zq*").out)

    def test_stories_like_one(self):
        self.assertEqual(self.similar("s:cocoa1"), ["s:cocoa2"])
        self.assertNotIn("--match", self.search("find", "zzzz", expect=1).out)
        self.assertNotIn("--match", self.search("similar", "s:cocoa1").out)
        self.search("similar", "s:none", expect=1)

    def similar(self, story):
        return self.search("similar", "--format", "ids", story).lines[:1]

    def test_expansion_says_its_words_and_finds_no_more(self):
        answer = self.find("--expand", "cocoa")
        self.assertEqual(answer["total"], 2)
        self.assertTrue(any("ghana" in note for note in answer["notes"]),
                        answer["notes"])

    def test_why_a_story_ranks_where_it_does(self):
        lines = self.search("explain", "--id", "s:cocoa1",
                            "cocoa (oil OR rain)").out
        self.assertRegex(lines, r"part +cocoa: 2\n")
        self.assertRegex(lines, r"part +oil: 1\n")
        shares = re.findall(r"^ +(\d+\.\d+)  (?!what)", lines, re.M)
        score = float(re.search(r"^score +(\S+)", lines, re.M)[1])
        self.assertAlmostEqual(sum(map(float, shares)), score, places=2)
        self.assertRegex(lines, r"rank +[12] of 2\n")
        lines = self.search("explain", "--id", "s:oil", "cocoa").out
        self.assertRegex(lines, r"rank +not found")

    def test_function_words_in_a_row(self):
        self.assertEqual(self.ids('"to be or not to be"'), ["s:hamlet"])


if __name__ == "__main__":
    unittest.main()
