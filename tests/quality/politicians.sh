#!/usr/bin/env bash
# Spellings of 43,000 politicians' names in 18 languages: which of one person's
# find each other, and who is taken for another.
set -euo pipefail
data=${POLITICIANS:-../shared/data/names/politician-name-variants.tsv.zst}
[ -e "$data" ] || { echo "politicians: skipped, no $data"; exit 0; }
unpacked() { bsdcat "$data" 2>/dev/null || zstd -dqc "$data"; }
unpacked | "$BUILD/bin/politicians" "$@"
