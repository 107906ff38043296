#!/usr/bin/env bash
# Stories out of saved web pages; the pages lie beside the tree (PAGES).
set -euo pipefail
pages=${PAGES:-../shared/data/formats/article-pages.tar.zst}
[ -e "$pages" ] || { echo "html: skipped, no $pages"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar --zstd -xf "$pages" -C "$work"
python3 tests/quality/html_extraction.py "$BUILD/bin/read_stories" "$work"
