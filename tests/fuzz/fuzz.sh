# Every libFuzzer target for SECONDS_EACH, one after the other.
set -eu
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
for target in build/fuzz/bin/*_fuzz; do
  name=$(basename "$target")
  seeds=build/fuzz/corpus/$name
  log=build/fuzz/$name.log
  mkdir -p "$seeds"
  echo "== $name for ${SECONDS_EACH:-60} s"
  "$target" -max_total_time="${SECONDS_EACH:-60}" -timeout=25 \
    -rss_limit_mb=4096 -print_final_stats=1 "$seeds" corpus corpus/damaged \
    >"$log" 2>&1 || { tail -n 40 "$log"; exit 1; }
  grep -E '^stat::' "$log"
done
