"""Building an index of the same stories: Broadsheet beside others, in turn.

peers.py SOURCE [ROUNDS [NAME...]]: SOURCE is a directory of articles. Broadsheet
reads SOURCE itself, finds people and places, checks and forces to disk, with the
bulk loader and then with Xapian's writer; the others are given the texts, read
out before: one line or one file a story. What is not installed is left out.
BUILD names the build directory, LUCENE the class path with LuceneLoop. Prints
each run, every other round backwards, and the medians of wall and processor
seconds, peak memory, size, and the ratio of wall and of processor time to
Broadsheet's.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(os.environ.get("BUILD", "build/release")) / "bin"


def stories_of(source):
    files = sorted(str(f) for f in pathlib.Path(source).rglob("*")
                   if f.is_file())
    for first in range(0, len(files), 1000):
        read = subprocess.run([BIN / "read_stories", "--json",
                               *files[first:first + 1000]],
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
        for line in read.stdout.splitlines():
            yield json.loads(line)


def prepare(source, work):
    """stories.tsv, stories.dump for scriptindex, and texts/, a file a story."""
    bytes_of_text = count = 0
    with open(work / "stories.tsv", "w", encoding="utf-8") as table, \
            open(work / "stories.dump", "w", encoding="utf-8") as dump:
        for story in stories_of(source):
            headline, text = (" ".join(story[key].split())
                              for key in ("headline", "body"))
            count += 1
            bytes_of_text += len(headline.encode()) + len(text.encode())
            print(f"s{count}\t{headline}\t{text}", file=table)
            print(f"id=s{count}\nheadline={headline}\ntext={text}\n", file=dump)
            folder = work / "texts" / f"{count // 1000:04}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"s{count}.txt").write_text(
                f"{headline}\n\n{story['body']}\n", encoding="utf-8")
    (work / "scriptindex").write_text(
        "id : boolean=Q unique=Q field\n"
        "headline : index=S index field\n"
        "text : index field\n")
    print(f"{count} stories, {bytes_of_text / 1e6:.1f} MB of text", flush=True)


def write_fts5(work, to):
    database = sqlite3.connect(to)
    database.execute("create virtual table stories using fts5("
                     "id unindexed, headline, text, "
                     "tokenize='porter unicode61')")
    with open(work / "stories.tsv", encoding="utf-8") as table:
        database.executemany("insert into stories values (?, ?, ?)",
                             (line.rstrip("\n").split("\t") for line in table))
    database.execute("insert into stories(stories) values ('optimize')")
    database.commit()
    database.close()


def recoll(work, to):
    config = pathlib.Path(f"{to}.config")
    config.mkdir(exist_ok=True)
    (config / "recoll.conf").write_text(
        f"topdirs = {work}/texts\ndbdir = {to}\n"
        f"cachedir = {config}\nidxflushmb = 200\n")
    return ["recollindex", "-c", config, "-z"]


def commands(source, work):
    """By name, what builds an index at a path that is not there yet."""
    rows = {
        "broadsheet": lambda to: [BIN / "indexer", "rebuild", "--quiet", "--db",
                                  to, source],
        "by the API": lambda to: [BIN / "indexer", "rebuild", "--quiet",
                                  "--loader", "api", "--db", to, source],
        "xapian": lambda to: [BIN / "xapian_loop", work / "stories.tsv", to],
        "lucene": lambda to: ["java", "-cp", os.environ["LUCENE"], "LuceneLoop",
                              work / "stories.tsv", to],
        "fts5": lambda to: [sys.executable, __file__, "--fts5", work, to],
        "omindex": lambda to: ["omindex", "--db", to, "--url", "/",
                               "--stemmer", "english", work / "texts"],
        "scriptindex": lambda to: ["scriptindex", "--stemmer", "english", to,
                                   work / "scriptindex", work / "stories.dump"],
        "recollindex": lambda to: recoll(work, to),
    }
    needed = {"lucene": "java"} | {
        name: name for name in ("omindex", "scriptindex", "recollindex")}
    return {name: command for name, command in rows.items()
            if name not in needed or shutil.which(needed[name])}


def size(path):
    files = [path] if path.is_file() else [
        f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files)


def measure(command, to):
    start = time.monotonic()
    child = subprocess.Popen([str(word) for word in command],
                             stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    assert os.waitstatus_to_exitcode(status) in (0, 1), (command, status)
    live = max(to.glob("gen-*"), default=to)  # Broadsheet's one generation
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime,
            "memory": used.ru_maxrss / 1e3, "size": size(live) / 1e6}


def main():
    # Processes of their own: a child's peak begins at what its parent holds.
    if sys.argv[1] == "--fts5":
        return write_fts5(pathlib.Path(sys.argv[2]), sys.argv[3])
    if sys.argv[1] == "--prepare":
        return prepare(sys.argv[2], pathlib.Path(sys.argv[3]))
    source = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(scratch)
        subprocess.run([sys.executable, __file__, "--prepare", source, work],
                       check=True)
        rows = commands(source, work)
        if len(sys.argv) > 3:
            rows = {name: rows[name] for name in sys.argv[3:]}
        runs = {name: [] for name in rows}
        for turn in range(rounds):
            for name in list(rows)[::-1 if turn % 2 else 1]:
                to = work / f"{name}.index"
                run = measure(rows[name](to), to)
                runs[name].append(run)
                print(f"{name:12}{run['wall']:9.2f}{run['cpu']:9.2f}",
                      flush=True)
                shutil.rmtree(to) if to.is_dir() else to.unlink()
        first = next(iter(rows))
        print(f"{'medians':12}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}"
              f"{'index MB':>10}{'of wall':>9}{'of cpu':>8}")
        for name in rows:
            middle = {key: statistics.median(run[key] for run in runs[name])
                      for key in runs[name][0]}
            ratios = [statistics.median(
                run[key] / base[key]
                for run, base in zip(runs[name], runs[first]))
                for key in ("wall", "cpu")]
            print(f"{name:12}{middle['wall']:9.2f}{middle['cpu']:9.2f}"
                  f"{middle['memory']:9.0f}{middle['size']:10.1f}"
                  f"{ratios[0]:9.2f}{ratios[1]:8.2f}")


if __name__ == "__main__":
    main()
