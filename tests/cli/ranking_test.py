"""The default order, on small archives where it can be foretold."""
import json
import random
import unittest

from broadsheet import ArchiveTest

FILLER = "The meeting was held in the morning and ended at noon."


class Ranking(ArchiveTest):
    def archive(self, **texts):
        """Stories by name: a text, or a headline and a text."""
        self.write_dump("dump.jsonl", [
            {"id": name, "source": "s", "date": "1987-03-01",
             "headline": text[0] if isinstance(text, tuple) else "",
             "text": text[1] if isinstance(text, tuple) else text}
            for name, text in texts.items()])
        self.rebuild()

    def order(self, *query):
        return [found.split(":", 1)[1] for found in self.ids(*query)]

    def test_a_page_is_a_part_of_the_whole(self):
        words = ("oil", "tin", "wheat", "sugar", "rice", "gold", "coal")
        chance = random.Random(5)
        self.archive(**{f"n{number}": " ".join(
            chance.choices(words, k=chance.randint(1, 12))) + ". " + FILLER
                        for number in range(600)})
        query = "oil tin wheat sugar rice"  # any will do: the best are weighed
        whole = [json.loads(line) for line in self.search(
            "find", "--format", "jsonl", query).lines]
        self.assertGreater(len(whole), 400)
        for offset in (0, 7, 200, len(whole) - 2, len(whole)):
            answer = self.find(query, "--limit", 5, "--offset", offset)
            self.assertEqual(answer["total"], len(whole))
            self.assertEqual([(hit["id"], round(hit["score"], 9))
                              for hit in answer["hits"]],
                             [(hit["id"], round(hit["score"], 9))
                              for hit in whole[offset:offset + 5]])

    def test_function_words_find_but_do_not_weigh(self):
        self.archive(padded="What is it that the and of the is what? " * 9,
                     cocoa="The cocoa harvest was small. " + FILLER,
                     other=FILLER)
        self.assertEqual(
            self.order("what is said of the harvest of cocoa")[0], "cocoa")
        self.assertEqual(len(self.order("what is said of the harvest")), 3)

    def test_function_words_are_marked_by_themselves_only(self):
        self.archive(cocoa="The cocoa is in the harvest of what is to come.")
        def marked(query):
            snippet = self.find(query)["hits"][0]["snippet"]
            return [snippet["text"][begin:end].lower()
                    for begin, end in snippet["marks"]]
        self.assertEqual(marked("what is in the harvest"), ["harvest"])
        self.assertEqual(marked("what is the"),
                         ["the", "is", "the", "what", "is"])
        self.assertEqual(marked('"in the" cocoa'), ["cocoa", "in", "the"])

    def test_operators_in_capitals_are_words_of_a_query_in_capitals(self):
        self.archive(both="Coffee and sugar prices near record levels in March",
                     one="Coffee is not grown here. " + FILLER,
                     none="Parliament met.")
        query = "PRICES OF COFFEE AND SUGAR OR TEA NOT NEAR LEVELS OF MARCH"
        answer = self.find(query)
        self.assertEqual(answer["query"]["match"], "any")
        self.assertEqual([hit["id"] for hit in answer["hits"]][0], "s:both")
        self.assertIn("s:one", [hit["id"] for hit in answer["hits"]])

    def test_a_headline_counts_as_one_more_mention(self):
        self.archive(text="Cocoa fell. " + FILLER,
                     headline=("Cocoa prices", "Cocoa fell. " + FILLER))
        self.assertEqual(self.order("cocoa"), ["headline", "text"])

    def test_what_else_is_said_of_a_country_raises_but_does_not_find(self):
        self.archive(plain="Troops left Syria. " + FILLER,
                     both="Syrian troops left Syria. " + FILLER,
                     adjective="Syrian troops left. " + FILLER)
        self.assertEqual(self.order("syria"), ["both", "plain"])
        self.assertEqual(self.order("syrian"), ["both", "adjective"])
        self.assertEqual(self.order("--exact", "syria")[-1:], ["both"])

    def test_what_is_excluded_raises_nothing(self):
        self.archive(iraqi="Iraqi oil flowed. " + FILLER,
                     plain="Oil oil flowed. " + FILLER)
        self.assertEqual(self.order("oil -iraq"), ["plain", "iraqi"])

    def test_parts_of_a_hyphenated_word_raise(self):
        self.archive(
            row="The U.S.-Soviet talks began on farm goods and grain.",
            apart="Soviet farm talks began on goods and grain. " + FILLER,
            none="Talks began on farm goods and grain. " + FILLER)
        self.assertEqual(self.order("U.S.-Soviet talks on farm grain goods"),
                         ["row", "apart", "none"])

    def test_a_question_mark_ends_a_question(self):
        self.archive(cairo="Cairo was calm. " + FILLER,
                     slip="Cairot was a slip of the pen. " + FILLER,
                     more="In Cairo all was calm. " + FILLER)
        answer = self.find("calm cairo?")
        self.assertEqual(answer["total"], 2)
        self.assertIn("'cairo?' is read as 'cairo'", answer["notes"])
        self.assertEqual(sorted(self.order("cair?")), ["cairo", "more"])

    def test_words_of_the_first_stories_raise_but_do_not_find(self):
        cocoa = "Buyers of cocoa in Ghana set the price of the harvest. "
        texts = {"first": cocoa + "Stevedores in Tema wait.",
                 "second": cocoa + "Stevedores of Tema are idle.",
                 "kin": "In Ghana stevedores of Tema went home. " + FILLER,
                 "other": "In Ghana teachers of Kumasi went home. " + FILLER,
                 "apart": "Stevedores of Tema rest. " + FILLER}
        self.archive(**texts, **{f"filler{n}": FILLER for n in range(9)})
        query = "buyers of cocoa in Ghana set harvest price"
        answer = self.find(query)
        found = [hit["id"].split(":", 1)[1] for hit in answer["hits"]]
        self.assertLess(found.index("kin"), found.index("other"))
        self.assertNotIn("apart", self.order("buyers cocoa ghana harvest price"))
        self.assertTrue(any("stevedores" in note for note in answer["notes"]))
        self.assertFalse(self.find("--exact", query)["notes"])
        self.assertFalse(self.find("cocoa Ghana")["notes"])
        self.assertTrue(self.find("--expand", "cocoa Ghana")["notes"])
        self.assertFalse(self.find("in the of was at")["notes"])

    def kin_and_other(self, **texts):
        """Which comes first: what shares words with the best story of a
        query, or with the others."""
        self.archive(
            first="Buyers of cocoa in Ghana set the price of the harvest. "
                  "Stevedores of Tema wait.",
            kin="In Ghana stevedores of Tema went home. " + FILLER,
            other="In Ghana teachers of Kumasi went home. " + FILLER,
            **texts, **{f"filler{n}": FILLER for n in range(60)})
        order = self.order("buyers of cocoa in Ghana set harvest price")
        return [name for name in order if name in ("kin", "other")]

    def test_the_best_story_has_most_of_the_say_in_feedback(self):
        self.assertEqual(self.kin_and_other(**{
            f"weak{n}": f"Ghana: teachers of Kumasi in school {n} strike."
            for n in range(9)}), ["kin", "other"])

    def test_copies_have_one_say_in_feedback(self):
        copy = ("Buyers of cocoa in Ghana set the price of the harvest. "
                "Teachers of Kumasi wait.")
        self.assertEqual(self.kin_and_other(**{
            f"copy{n}": copy for n in range(5)}), ["kin", "other"])

    def test_mentions_go_on_to_count(self):
        self.archive(one="Cocoa. " + "Parliament met. " * 9,
                     many="Cocoa. " * 9 + "Parliament met. " * 5,
                     **{f"filler{n}": FILLER for n in range(9)})
        many, one = (hit["score"] for hit in self.find("cocoa")["hits"])
        self.assertGreater(many, 2.4 * one)

    def test_new_stories_are_raised_where_that_is_asked(self):
        text = "Cocoa fell. " + FILLER
        self.write_dump("dump.jsonl", [
            {"id": name, "source": "s", "date": date, "text": text + more}
            for name, date, more in (
                ("best", "1987-01-10", " Cocoa."),
                ("month", "1987-03-02", ""), ("newest", "1987-04-01", ""),
                ("undated", "", ""), ("future", "9999-01-01", ""))])
        self.rebuild()
        self.assertEqual(self.order("cocoa")[0], "best")
        self.assertEqual(self.order("--recent", "cocoa NOT id:\"s:future\""),
                         ["newest", "best", "month", "undated"])
        def scores(*options):
            return {hit["id"][2:]: hit["score"] for hit in self.find(
                *options, "cocoa NOT id:\"s:future\"")["hits"]}
        plain, recent = scores(), scores("--recent=30d")
        raised = {name: recent[name] - plain[name] for name in plain}
        # Half of the best score, less by half in thirty days.
        self.assertAlmostEqual(raised["newest"], plain["best"] / 2, 4)
        self.assertAlmostEqual(raised["month"], plain["best"] / 4, 4)
        self.assertEqual(raised["undated"], 0)
        # Counted from the newest story found that is not of days to come.
        self.assertEqual(self.order("--recent=30d", "cocoa")[0], "newest")
        lines = self.search("explain", "--recent=30d", "--id", "s:month",
                            "cocoa NOT id:\"s:future\"").lines
        told = [line.split()[0] for line in lines if "how new it is" in line]
        self.assertAlmostEqual(float(told[0]), raised["month"], 2)
        for age in ("abc", "0d", "30", "9999999y"):
            self.search("find", f"--recent={age}", "cocoa", expect=2)


if __name__ == "__main__":
    unittest.main()
