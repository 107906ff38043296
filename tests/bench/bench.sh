#!/usr/bin/env bash
# Speed, as ratios within one run. SOURCES: a directory of articles; by default
# Reuters-21578 from beside the tree, else the sample archive.
set -euo pipefail
cmake --build build/release --target loader_bench names_bench xapian_loop \
  read_stories >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reuters=../shared/data/reuters21578.tar.zst
if [ -z "${SOURCES:-}" ] && [ -e "$reuters" ]; then
  mkdir "$work/sgml"
  tar --zstd -xf "$reuters" -C "$work/sgml" --wildcards '*.sgm'
  SOURCES=$work/sgml
fi
SOURCES=${SOURCES:-corpus}
echo "== whole rebuilds of $(basename "$SOURCES"), beside other ways"
jars=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common}-8.*.jar)
javac -cp "$jars" -d "$work/classes" tests/bench/peers/LuceneLoop.java
LUCENE=$jars$work/classes python3 tests/bench/peers/peers.py "$SOURCES" \
  "${ROUNDS:-3}"
echo "== the loader alone"
"$BUILD/bin/loader_bench" "$SOURCES" "${ROUNDS:-3}"
echo "== names"
find "$SOURCES" -name '*.sgm' -o -name '*.txt' | sort | head -50 |
  xargs "$BUILD/bin/names_bench"
