"""People and places of corpus/ against gold.jsonl: per story, per name.

A name counts as found if a predicted one shares a spelling with it, letters of
either case alike. BUILD names the build directory.
"""
import collections
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("BUILD", ROOT / "build/release")) / "bin"


def stories(path):
    """origin -> the story as `show` prints it, of an archive of the path alone."""
    with tempfile.TemporaryDirectory() as scratch:
        db = f"{scratch}/news.db"
        subprocess.run([BIN / "indexer", "rebuild", "--quiet", "--db", db,
                        path], check=False)
        everything = ("--include", "killed,embargoed,versions")
        ids = subprocess.run(
            [BIN / "searcher", "find", "--db", db, "--format", "ids", "*",
             *everything], capture_output=True, text=True, check=True)
        shown = subprocess.run(
            [BIN / "searcher", "show", "--db", db, "--format", "json",
             *ids.stdout.splitlines()],
            capture_output=True, text=True, check=True)
    return {hit["origin"]: hit for hit in json.loads(shown.stdout)["hits"]}


def forms(entity):
    return {form.casefold() for form in
            [entity["name"], *entity.get("spellings", [])]}


def of_file(shown, name):
    """The story of a gold line: a file, or the n-th story of one."""
    if f"corpus/{name}" in shown:
        return shown[f"corpus/{name}"]
    file, _, number = name.partition("#")
    in_file = [hit for origin, hit in shown.items()
               if origin.startswith(f"corpus/{file}#")]
    place = int(number or 1) - 1
    return in_file[place] if place < len(in_file) else None


def main():
    shown = dict(sorted(stories(ROOT / "corpus").items()))
    counts = {kind: collections.Counter() for kind in ("people", "places")}
    missing = []
    for line in (ROOT / "tests/quality/gold.jsonl").read_text().splitlines():
        gold = json.loads(line)
        hit = of_file(shown, gold["file"])
        if hit is None:  # a version that a later one has replaced
            hit = next(iter(stories(ROOT / "corpus" / gold["file"]).values()), None)
        if hit is None:
            missing.append(gold["file"])
            continue
        for kind, count in counts.items():
            wanted = [forms(entity) for entity in gold[kind]]
            found = [forms(entity) for entity in hit[kind]]
            lost = [w for w in wanted if not any(w & f for f in found)]
            wrong = [f for f in found if not any(w & f for w in wanted)]
            count["gold"] += len(wanted)
            count["found"] += len(wanted) - len(lost)
            count["predicted"] += len(found)
            count["right"] += len(found) - len(wrong)
            if os.environ.get("VERBOSE"):
                print(gold["file"], kind, "lost", lost, "wrong", wrong)
    for kind, count in counts.items():
        recall = count["found"] / count["gold"]
        precision = count["right"] / count["predicted"]
        f1 = 2 * precision * recall / (precision + recall)
        print(f"corpus {kind:7} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} "
              f"({count['gold']} names)")
    for name in missing:
        print("no story for", name)


if __name__ == "__main__":
    main()
