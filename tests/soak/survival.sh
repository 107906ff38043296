# Live readers and killed writers, for long.
set -eu
BROADSHEET_BIN=$BUILD/bin BROADSHEET_ROUNDS=${ROUNDS:-40} \
  python3 tests/cli/survival_test.py -v
