# Every target for SECONDS_EACH, one after the other; the loader for as many
# seeds.
set -eu
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzzers
# The samples, and packed ones for the containers.
packed=build/fuzz/corpus/container_fuzz
mkdir -p "$packed"
tar -C corpus -cf "$packed/markdown.tar" markdown
gzip -cn corpus/warc/two-pages.warc >"$packed/two-pages.warc.gz"
(cd corpus && python3 -m zipfile -c "../$packed/mail.zip" mail)
for target in build/fuzz/bin/*_fuzz; do
  name=$(basename "$target")
  seeds=build/fuzz/corpus/$name
  log=build/fuzz/$name.log
  mkdir -p "$seeds"
  echo "== $name for ${SECONDS_EACH:-300} s"
  if [ "$name" = bulk_fuzz ]; then
    # Xapian's check deletes a table through its base, of another size.
    ASAN_OPTIONS=new_delete_type_mismatch=0 "$target" 1 "${SECONDS_EACH:-300}" >"$log" 2>&1 ||
      { tail -n 40 "$log"; exit 1; }
    continue
  fi
  "$target" -max_total_time="${SECONDS_EACH:-300}" -timeout=25 \
    -rss_limit_mb=4096 -print_final_stats=1 "$seeds" corpus \
    >"$log" 2>&1 || { tail -n 40 "$log"; exit 1; }
  grep -E '^stat::' "$log"
done
