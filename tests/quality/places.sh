#!/usr/bin/env bash
# Place resolution on LGL, local news with the place of each name marked by
# hand. The articles are their publishers', so they lie beside the tree.
set -euo pipefail
data=${LGL:-../shared/data/geo/lgl.xml.zst}
[ -e "$data" ] || { echo "places: skipped, no $data"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zstd -dqc "$data" >"$work/lgl.xml"
"$BUILD/bin/lgl_quality" "$work/lgl.xml" tests/quality/lgl_homes.tsv
