#!/usr/bin/env bash
# People and places of the sample archive, by hand-made gold.
set -euo pipefail
python3 tests/quality/corpus_names.py
