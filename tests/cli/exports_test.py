"""What leaves the archive whole: streams, manifests, batches, news since."""
import csv
import hashlib
import io
import json
import unittest
import xml.etree.ElementTree

from broadsheet import ArchiveTest, run

STORIES = [
    {"id": str(n), "source": "wire", "date": f"1987-03-{1 + n % 28:02}",
     "title": f"Oil story {n}",
     "text": f"Oil rose to {n} dollars, said Margaret Thatcher in London."}
    for n in range(60)]
STORIES.append({"id": "tin", "source": "wire", "title": "=Tin & <copper>",
                "text": "Tin fell, said Ann Lee."})


class Exports(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("dump.jsonl", STORIES)
        self.rebuild()
        self.state = {"XDG_STATE_HOME": str(self.home / "state")}

    def batch(self, text, *arguments, expect=0):
        result = run("searcher", "batch", "--db", self.db, *arguments, "-",
                     stdin=text.encode())
        self.assertEqual(result.code, expect, result.err)
        return result

    def test_streams_hold_every_story(self):
        for form in ("jsonl", "csv", "trec", "ids"):
            lines = self.search("find", "--format", form, "oil").lines
            self.assertEqual(len(lines), 60 + (form == "csv"))

    def manifest(self, *arguments):
        path = self.home / "manifest.json"
        self.search(*arguments, "--manifest", path)
        return json.loads(path.read_text())

    def test_a_manifest_tells_the_set(self):
        manifest = self.manifest("find", "--limit", 3, "--sort", "newest",
                                 "oil")
        ids = sorted(self.search("find", "--format", "ids", "oil").lines)
        digest = hashlib.sha256("".join(i + "\n" for i in ids).encode())
        self.assertEqual(manifest["ids_sha256"], digest.hexdigest())
        self.assertEqual(manifest["total"], 60)
        self.assertEqual(manifest["query"]["understood"], "oil")
        self.assertEqual(manifest["options"]["sort"], ["newest"])
        for command in ("people", "places", "timeline"):
            other = self.manifest(command, "oil")
            self.assertEqual(other["ids_sha256"], manifest["ids_sha256"])
        self.assertNotEqual(self.manifest("find", "tin")["ids_sha256"],
                            manifest["ids_sha256"])

    def test_a_batch_counts_as_find_does(self):
        queries = {"a": "oil", "b": "person:thatcher place:london",
                   "c": "zebra", "d": "oil date:1987-03-02"}
        forms = {
            "tabs": "".join(f"{i}\t{q}\n" for i, q in queries.items()),
            "table": "query,note,id\r\n" + "".join(
                f'"{q}",x,{i}\r\n' for i, q in queries.items()),
        }
        for name, text in forms.items():
            out = self.batch(text, "--format", "csv").out
            rows = list(csv.DictReader(io.StringIO(out)))
            self.assertEqual([row["id"] for row in rows], list(queries), name)
            for row in rows:
                found = self.find(row["query"], "--limit", 0,
                                  expect=int(row["total"] == "0"))
                self.assertEqual(int(row["total"]), found["total"])
        row = self.batch("oil\n\nzebra\n", "--format", "jsonl",
                         "--from", "1987-03-05").lines
        self.assertEqual(json.loads(row[0]), {
            "id": "1", "query": "oil", "total": 48, "first": "1987-03-05",
            "last": "1987-03-28"})
        self.assertEqual(json.loads(row[1])["id"], "3")

    def test_a_list_of_names_is_a_batch(self):
        rows = [json.loads(line) for line in self.batch(
            "id,person\nt,Margaret Thatcher\nx,\"Ann \"\"Bo\"\" Lee\"\n",
            "--format", "jsonl").lines]
        self.assertEqual(
            [(row["id"], row["query"], row["total"]) for row in rows],
            [("t", 'person:"Margaret Thatcher"', 60),
             ("x", 'person:"Ann Bo Lee"', 1)])

    def test_a_batch_of_hits_is_a_run_file(self):
        lines = self.batch("q1\toil\nq2\ttin\n", "--format", "trec",
                           "--hits", 3).lines
        self.assertEqual([line.split()[0] for line in lines],
                         ["q1"] * 3 + ["q2"])
        self.assertEqual(lines[3].split()[2], "wire:tin")
        rows = list(csv.DictReader(io.StringIO(self.batch(
            "tin", "--format", "csv", "--hits", 3).out)))
        self.assertEqual([(r["topic"], r["id"], r["headline"]) for r in rows],
                         [("1", "wire:tin", "'=Tin & <copper>")])
        self.batch("oil", "--hits", 3, expect=2)
        self.batch("zebra", "--format", "trec", "--hits", 3, expect=1)

    def test_what_is_chosen_is_part_of_the_whole(self):
        query = ("--collapse", "--include", "killed", "oil OR tin")
        whole = [json.loads(line) for line in self.search(
            "find", "--format", "jsonl", *query).lines]
        self.assertEqual(len(whole), 61)
        for keys in (["id", "archive"], ["score", "rank", "id"],
                     ["ran_in", "copies"], ["id", "headline", "people"],
                     ["snippet", "date"]):
            chosen = self.search("find", "--format", "jsonl", "--fields",
                                 ",".join(keys), *query).lines
            self.assertEqual(
                [json.loads(line) for line in chosen],
                [{key: hit[key] for key in keys} for hit in whole])
        self.assertEqual(self.search("find", "--format", "ids", *query).lines,
                         [hit["id"] for hit in whole])
        runs = [line.split() for line in self.search(
            "find", "--format", "trec", *query).lines]
        self.assertEqual(
            [(run[2], int(run[3]), float(run[4])) for run in runs],
            [(hit["id"], hit["rank"], hit["score"]) for hit in whole])

    def test_bodies_leave_the_archive(self):
        for form in ("jsonl", "csv"):
            text = self.search("find", "--format", form, "--fields", "id,body",
                               "tin").out
            self.assertIn("Tin fell, said Ann Lee.", text)

    def test_all_errors_of_a_batch_at_once(self):
        result = self.batch("oil\nbad\t(oil\nfoo:oil\n", expect=2)
        self.assertEqual(result.out, "")
        for part in ("2 of 3 queries", "-:2: ", "-:3: no field is called foo"):
            self.assertIn(part, result.err)
        self.batch("\n\n", expect=2)

    def since(self, name, *query, expect=0, form="ids"):
        result = run("searcher", "find", "--db", self.db, "--format", form,
                     "--since-last", name, *query, env=self.state)
        self.assertEqual(result.code, expect, result.err)
        return result

    def test_each_new_story_is_told_once(self):
        first = self.since("oil", "oil", expect=1)
        self.assertIn("first run", first.err)
        self.assertEqual(self.since("oil", "oil", expect=1).err, "")
        self.write_dump("more.jsonl", [dict(STORIES[0], id="new"),
                                       dict(STORIES[-1], id="tin2")])
        self.update()
        self.assertEqual(self.since("oil", "oil").lines, ["wire:new"])
        self.rebuild()
        self.since("oil", "oil", expect=1)
        self.write_dump("yet.jsonl", [dict(STORIES[0], id="newer")])
        self.rebuild()
        feed = xml.etree.ElementTree.fromstring(
            self.since("oil", "oil", form="rss").out)
        self.assertEqual([e.text for e in feed.iter("guid")], ["wire:newer"])
        self.since("oil", "oil", expect=1)

    def test_a_query_with_relative_dates_is_the_same_on_any_day(self):
        query = ("oil", "added:-7d", "--from", "-90y")
        self.since("oil", *query, expect=1)
        state, = self.home.rglob("oil.json")
        kept = json.loads(state.read_text())
        self.assertEqual(kept["query"], "oil added:-7d date:-90y..")
        self.write_dump("more.jsonl", [dict(STORIES[0], id="new")])
        self.update()
        self.assertEqual(self.since("oil", *query).lines, ["wire:new"])

    def test_runs_of_one_second_are_told_apart(self):
        self.since("oil", "oil", expect=1)
        for number in range(4):  # the program's clock counts seconds
            self.write_dump(f"run{number}.jsonl",
                            [dict(STORIES[0], id=f"run{number}")])
            self.update()
            self.assertEqual(self.since("oil", "oil").lines,
                             [f"wire:run{number}"])

    def test_what_since_last_refuses(self):
        self.since("oil", "oil", expect=1)
        self.assertIn("another query", self.since(
            "oil", "oil", "--from", "1987", expect=2).err)
        self.assertIn("another query", self.since("oil", "tin", expect=2).err)
        self.since("../oil", "oil", expect=2)
        self.since("oil", "--limit", "3", "oil", expect=2)

    def test_who_is_named_beside_whom(self):
        self.search("people", "--with", "thatcher", expect=1)
        self.write_dump("talks.jsonl", [
            {"id": "t", "source": "wire", "date": "1988", "title": "Talks",
             "text": "Margaret Thatcher met Ronald Reagan in Paris."}])
        self.update()
        rows = self.search("people", "--format", "json", "--with",
                           "thatcher").json["names"]
        self.assertEqual(
            [(r["name"], r["stories"], r["first"]) for r in rows],
            [("Ronald Reagan", 1, "1988")])
        self.assertEqual(self.find(rows[0]["query"])["total"], 1)
        places = self.search("places", "--format", "jsonl", "--with",
                             "ronald reagan").out
        self.assertIn('"Paris"', places)
        self.assertNotIn('"London"', places)

    def test_a_split_timeline_counts_what_find_finds(self):
        rows = self.search("timeline", "--by", "day", "--format", "json",
                           "--split", "people:1", "*").json["timeline"]
        self.assertEqual({row["value"] for row in rows}, {"Margaret Thatcher"})
        for row in rows:
            if row["period"] == "undated":
                continue
            found = self.find(f'person:"margaret thatcher" '
                              f'date:{row["period"]}')
            self.assertEqual(row["stories"], found["total"])
        self.search("timeline", "--split", "people:0", "*", expect=2)
        self.search("timeline", "--split", "persons", "*", expect=2)


if __name__ == "__main__":
    unittest.main()
