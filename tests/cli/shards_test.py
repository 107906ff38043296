"""Archives in a list, on this machine and on Xapian's own servers, answer as
one archive of all their stories."""
import shutil
import socket
import subprocess
import time
import unittest

from broadsheet import ArchiveTest, run

SERVER = shutil.which("xapian-tcpsrv")
FACETS = ("source,section,topic,lang,byline,year,month,people,places,org")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Shards(ArchiveTest):
    def setUp(self):
        super().setUp()
        stories = [
            {"id": str(n), "source": "Herald", "title": f"Dam {n}",
             "author": ("Ann Lee", "Ed Ng")[n % 2], "keywords": ["oil"],
             "section": "World", "date": f"1987-0{1 + n % 4}-10",
             "text": f"LONDON, March 10 - Margaret Thatcher saw dam {n} of "
                     f"{('Cairo', 'Paris', 'Egypt')[n % 3]}. The Federal "
                     "Reserve Board said so."} for n in range(30)]
        self.shards = [self.make(f"shard{k}", stories[k::2]) for k in (0, 1)]
        self.db = self.make("whole", stories)
        self.list = self.home / "list"

    def make(self, name, stories):
        self.db = self.home / f"{name}.db"
        self.write_dump("dump.jsonl", stories)
        self.rebuild()
        return self.db

    def serve(self, db):
        port = free_port()
        server = subprocess.Popen(
            [SERVER, "--interface", "127.0.0.1", "--port", str(port), "-q",
             str(db)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        for _ in range(500):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    return f"remote 127.0.0.1:{port}\n"
            time.sleep(0.01)
        return self.fail("the server does not answer")

    def answers(self, db):
        find = run("searcher", "find", "--db", db, "--format", "json",
                   "--limit", 0, "--facets", FACETS, "dam place:egypt").json
        hits = run("searcher", "find", "--db", db, "--format", "ids",
                   "--sort", "oldest", '"saw dam" person:thatcher').lines
        newest = run("searcher", "find", "--db", db, "--format", "ids",
                     "--recent=1y", "dam").lines
        rows = [run("searcher", *command.split(), "--db", db, "--format", "csv",
                    "dam").out for command in (
                        "people", "places", "places --with thatcher",
                        "timeline", "timeline --by month --split places:3")]
        facets = {name: sorted((v["value"], v["stories"]) for v in values)
                  for name, values in find["facets"].items()}
        return find["total"], facets, hits, newest, rows

    def archives(self, db):
        result = run("searcher", "find", "--db", db, "--format", "jsonl",
                     "--fields", "archive,id", "dam")
        self.assertEqual(len(result.lines), 30, result.err)
        return set(result.lines)

    def test_a_list_answers_as_one(self):
        self.list.write_text("auto shard0.db\nauto shard1.db\n")
        self.assertEqual(self.answers(self.list), self.answers(self.db))
        self.assertEqual(len(self.answers(self.db)[2]), 30)
        for n in range(30):
            self.assertIn(f'{{"archive":"shard{n % 2}","id":"herald:{n}"}}',
                          self.archives(self.list))

    def test_a_list_beside_an_archive_keeps_their_names(self):
        self.list.write_text("auto shard0.db\nauto shard1.db\n")
        lines = run("searcher", "find", "--db", self.list, "--db", self.db,
                    "--format", "jsonl", "--fields", "archive,id", "dam").lines
        self.assertEqual(len(lines), 60)
        for n in range(30):
            for archive in (f"shard{n % 2}", "whole"):
                self.assertIn(f'{{"archive":"{archive}","id":"herald:{n}"}}',
                              lines)

    @unittest.skipUnless(SERVER, "xapian-tcpsrv (xapian-tools) is not here")
    def test_servers_answer_as_one(self):
        self.list.write_text("".join(map(self.serve, self.shards)))
        self.assertEqual(self.answers(self.list), self.answers(self.db))
        self.list.write_text("auto shard0.db\n" + self.serve(self.shards[1]))
        self.assertEqual(self.answers(self.list), self.answers(self.db))

    def test_what_cannot_be_reached_is_an_error(self):
        for line in (f"remote 127.0.0.1:{free_port()}", "auto none.db",
                     "remote 127.0.0.1", "glass shard1.db"):
            self.list.write_text(f"auto shard0.db\n{line}\n")
            with self.subTest(line=line):
                result = run("searcher", "find", "--db", self.list, "dam")
                self.assertEqual((result.code, result.out), (2, ""))
                self.assertIn(line.split()[1], result.err)


if __name__ == "__main__":
    unittest.main()
