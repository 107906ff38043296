#!/usr/bin/env bash
# The first ten hits with snippets, beside Lucene 8: DB is an archive; by
# default one of Reuters-21578 from beside the tree, else of the sample.
set -euo pipefail
cmake --build build/release --target latency_bench >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${DB:-}" ]; then
  reuters=../shared/data/reuters21578.tar.zst
  sources=corpus
  if [ -e "$reuters" ]; then
    sources=$work/sgml
    mkdir "$sources"
    tar --zstd -xf "$reuters" -C "$sources" --wildcards '*.sgm'
  fi
  DB=$work/news.db
  "$BUILD/bin/indexer" rebuild --quiet --db "$DB" "$sources" || [ $? -eq 1 ]
fi
jars=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,queryparser,queries,sandbox,highlighter,memory}-8.*.jar)
javac -cp "$jars" -d "$work" tests/bench/LuceneLatency.java
echo "== latency"
python3 tests/bench/latency.py "$DB" "$jars:$work" "${ROUNDS:-6}"
