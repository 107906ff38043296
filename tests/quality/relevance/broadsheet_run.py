"""The programs' default ranking of a judged set: broadsheet_run.py SET

Indexes SET/stories.tsv as JSON lines, asks SET/topics.tsv by `searcher batch
--format trec` and prints the run. Archives of the same stories are made
once: beside SET, by the digest of the stories. BUILD names the build directory.
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

BIN = pathlib.Path(os.environ.get("BUILD", "build/release")) / "bin"
MOST = "1000"


def archive_of(stories):
    name = hashlib.sha256(stories.read_bytes()).hexdigest()[:16]
    place = stories.parent.parent / name
    if not place.exists():
        place.mkdir()
        with open(place / "stories.jsonl", "w") as dump:
            for line in stories.read_text().splitlines():
                number, headline, body = line.split("\t")
                print(json.dumps({"id": number, "headline": headline,
                                  "text": body, "source": "judged"}),
                      file=dump)
        subprocess.run([BIN / "indexer", "rebuild", "--quiet", "--db",
                        place / "news.db", place / "stories.jsonl"],
                       check=True)
    return place / "news.db"


def main():
    place = pathlib.Path(sys.argv[1])
    db = archive_of(place / "stories.tsv")
    done = subprocess.run([BIN / "searcher", "batch", "--db", db, "--format",
                           "trec", "--hits", MOST, place / "topics.tsv"],
                          capture_output=True, text=True, check=False)
    if done.returncode == 2:
        sys.exit(done.stderr)
    for hit in done.stdout.splitlines():
        number, q0, story, *rest = hit.split()
        print(number, q0, story.split(":", 1)[1], *rest)


if __name__ == "__main__":
    main()
