#!/usr/bin/env bash
# People and places that Reuters' editors gave 21,578 stories of 1987, as the
# text alone gives them. The stories lie beside the tree, packed or, where
# REUTERS says, unpacked.
set -euo pipefail
packed=../shared/data/reuters21578.tar.zst
if [ -z "${REUTERS:-}" ]; then
  [ -e "$packed" ] || { echo "editors: skipped, no $packed"; exit 0; }
  REUTERS=$(mktemp -d)
  trap 'rm -rf "$REUTERS"' EXIT
  tar --zstd -xf "$packed" --strip-components=1 -C "$REUTERS"
fi
"$BUILD/bin/editors_quality" "$@" "$REUTERS"/*.sgm
