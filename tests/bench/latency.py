"""Latency of the first ten hits with snippets, beside Lucene 8 over the same
stories: latency.py DB CLASSPATH [ROUNDS]

A thousand queries are made by a fixed seed out of headlines, people and places
of the archive: one to five words, phrases, person: and place:. Both sides run
in one warm process; a query's time is its median over the last half of the
rounds, in processor time. A fresh process of ours is timed apart, from start to
end. BUILD names the build directory.
"""
import os
import pathlib
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(os.environ.get("BUILD", "build/release")) / "bin"
SEED = 11
EACH = 125  # queries of a kind
FRESH = 60  # of them asked of a fresh process


def words_of(headline):
    return re.findall(r"[a-z]{3,}", headline.lower())


def make_queries(stories):
    """[(kind, query)], the kinds in turn."""
    pick = random.Random(SEED)
    headlines = [w for w in (words_of(s[1]) for s in stories) if len(w) >= 5]
    people, places = ([name for story in stories
                       for name in story[column].split("\x1f")
                       if re.fullmatch(r"[A-Z][A-Za-z .]+", name)]
                      for column in (3, 4))

    def words(number):
        return " ".join(pick.sample(pick.choice(headlines), number))

    def phrase():
        chosen = pick.choice(headlines)
        begin = pick.randrange(len(chosen) - 1)
        return '"%s"' % " ".join(chosen[begin:begin + 2])

    kinds = {f"{n} word{'s' * (n > 1)}": lambda n=n: words(n)
             for n in range(1, 6)}
    kinds["phrase"] = phrase
    kinds["person:"] = lambda: 'person:"%s"' % pick.choice(people)
    kinds["place:"] = lambda: 'place:"%s"' % pick.choice(places)
    return [(kind, make()) for _ in range(EACH)
            for kind, make in kinds.items()]


def times(command, scratch):
    """A query's median over the last half of the rounds, in milliseconds."""
    done = subprocess.run(command, cwd=scratch, check=True, text=True,
                          capture_output=True)
    rounds = [[float(t) / 1e3 for t in line.split()]
              for line in done.stdout.splitlines()]
    return [statistics.median(query)
            for query in zip(*rounds[len(rounds) // 2:])]


def p99(values):
    return sorted(values)[int(len(values) * 0.99)]


def fresh(db, queries):
    walls, before = [], resource.getrusage(resource.RUSAGE_CHILDREN)
    for query in queries:
        begin = time.monotonic()
        subprocess.run([BIN / "searcher", "find", "--db", db, query],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       check=False)
        walls.append((time.monotonic() - begin) * 1e3)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"a fresh process: median {statistics.median(walls):.1f} ms from "
          f"start to end, {used / len(queries) * 1e3:.1f} ms processor time")


def report(kinds, ours, lucene):
    print(f"{'':8} {'ours':>15} {'Lucene':>15} {'ratio':>15}")
    print(" " * 8 + f" {'median':>8} {'p99':>6}" * 3)
    for kind in [*dict.fromkeys(kinds), "all"]:
        sides = [[t for k, t in zip(kinds, side) if kind in (k, "all")]
                 for side in (ours, lucene)]
        mine, his = ((statistics.median(side), p99(side)) for side in sides)
        ratio = [one / other for one, other in zip(mine, his)]
        print(f"{kind:8}" + "".join(f" {median:8.2f} {last:6.2f}"
                                    for median, last in (mine, his, ratio)))


def main():
    db, classpath = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    rounds = sys.argv[3] if len(sys.argv) > 3 else "6"
    bench = (BIN / "latency_bench").resolve()
    with tempfile.TemporaryDirectory() as scratch:
        texts = pathlib.Path(scratch, "stories")
        with open(texts, "wb") as out:
            subprocess.run([bench, "stories", db], stdout=out, check=True)
        stories = [line.split("\t")
                   for line in texts.read_text().split("\n")[:-1]]
        kinds, queries = zip(*make_queries(stories))
        asked = pathlib.Path(scratch, "queries")
        asked.write_text("".join(query + "\n" for query in queries))
        print(f"{len(stories)} stories, {len(queries)} queries, ms")
        ours = times([bench, "queries", db, asked, rounds], scratch)
        lucene = times(["java", "-cp", classpath, "LuceneLatency", texts,
                        asked, rounds], scratch)
        report(kinds, ours, lucene)
        fresh(db, queries[:FRESH])


if __name__ == "__main__":
    main()
