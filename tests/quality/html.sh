#!/usr/bin/env bash
# Stories out of saved web pages: invented ones here, others beside the tree
# (PAGES).
set -euo pipefail
pages=${PAGES:-../shared/data/formats/article-pages.tar.zst}
set -- "$BUILD/bin/read_stories"
if [ -e "$pages" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  tar --zstd -xf "$pages" -C "$work"
  set -- "$@" "$work"
else
  echo "html: only the pages of the tree, no $pages"
fi
python3 tests/quality/html_extraction.py "$@"
