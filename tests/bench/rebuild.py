"""Whole rebuilds, people and places and checks included: the bulk loader beside
Xapian's own writer, in turn. rebuild.py DIRECTORY [ROUNDS]

BUILD names the build directory. Prints medians of wall and processor seconds,
MB of sources a second, the index's size and the ratio.
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(os.environ.get("BUILD", "build/release")) / "bin"
LOADERS = ("auto", "api")


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rebuild(source, loader, scratch):
    db = f"{scratch}/{loader}.db"
    wall, before = time.monotonic(), cpu()
    done = subprocess.run([BIN / "indexer", "rebuild", "--quiet", "--db", db,
                           "--loader", loader, source], check=False)
    assert done.returncode in (0, 1), done
    return time.monotonic() - wall, cpu() - before


def size(path):
    return sum(f.stat().st_size for f in pathlib.Path(path).rglob("*")
               if f.is_file())


def main():
    source = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    times = {loader: [] for loader in LOADERS}
    with tempfile.TemporaryDirectory() as scratch:
        for loader in LOADERS:
            rebuild(source, loader, scratch)  # warm, and the archive is there
        for _ in range(rounds):
            for loader in LOADERS:
                times[loader].append(rebuild(source, loader, scratch))
        megabytes = size(source) / 1e6
        for loader in LOADERS:
            wall, used = (statistics.median(t[i] for t in times[loader])
                          for i in (0, 1))
            live = max(pathlib.Path(scratch, f"{loader}.db").glob("gen-*"))
            print(f"{loader:5} {wall:8.2f} s wall {used:8.2f} s cpu "
                  f"{megabytes / wall:7.2f} MB/s {size(live) / 1e6:8.1f} MB")
    ratios = [api[0] / auto[0]
              for auto, api in zip(times["auto"], times["api"])]
    print(f"the loader is {statistics.median(ratios):.2f} times as fast")


if __name__ == "__main__":
    main()
