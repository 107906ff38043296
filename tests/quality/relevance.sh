#!/usr/bin/env bash
# Default ranking on judged sets made of Reuters-21578 and of press releases,
# beside Lucene 8 and Xapian as they come. SETS chooses some. JUDGED=DIRECTORY
# judges another: it holds stories.tsv, topics.tsv and qrels (see
# relevance/judged_sets.py).
set -euo pipefail
here=tests/quality/relevance
reuters=${REUTERS:-../shared/data/reuters21578.tar.zst}
releases=${RELEASES:-../shared/data/senate-press-releases.tar.zst}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${JUDGED:-}" ]; then
  for data in "$reuters" "$releases"; do
    [ -e "$data" ] || { echo "relevance: skipped, no $data"; exit 0; }
  done
  mkdir "$work/sgml" "$work/releases"
  tar --zstd -xf "$reuters" -C "$work/sgml" --wildcards '*.sgm'
  tar --zstd -xf "$releases" -C "$work/releases"
  python3 $here/judged_sets.py "$work/sgml" "$work/releases" "$work/sets"
  SETS=${SETS:-world press aspects requests events titles headlines}
else
  mkdir "$work/sets"
  cp -r "$JUDGED" "$work/sets/judged"
  SETS=judged
fi
cmake --build build/release --target xapian_run >/dev/null
jars=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,queryparser,queries,sandbox}-8.*.jar)
javac -cp "$jars" -d "$work" $here/LuceneRun.java
for set in $SETS; do
  cd "$work/sets/$set"
  "$BUILD/bin/xapian_run" stories.tsv topics.tsv >xapian
  java -cp "$jars:$work" LuceneRun stories.tsv topics.tsv lucene
  cd - >/dev/null
  python3 $here/broadsheet_run.py "$work/sets/$set" >"$work/sets/$set/broadsheet"
  for topics in odd even; do
    echo "== $set, $topics topics"
    python3 $here/measures.py "$work/sets/$set/qrels" \
      "$work/sets/$set"/{xapian,lucene,broadsheet} --topics $topics
  done
done
