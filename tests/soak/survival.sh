# Live readers, killed writers, and every fault of the disk, for long.
set -eu
export BROADSHEET_BIN=$BUILD/bin BROADSHEET_ROUNDS=${ROUNDS:-40}
python3 tests/cli/survival_test.py -v
python3 tests/cli/fault_test.py -v
