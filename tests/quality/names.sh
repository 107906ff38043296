#!/usr/bin/env bash
# People and places in text: the hand-made cases, what errors were made of, news
# of the world that no rule was made for, and what was held out of the annotated
# corpora (HELD_OUT says where train.sh put them, NER where the corpora lie).
set -euo pipefail
"$BUILD/bin/names_quality" tests/quality/{names,hard,world}_cases.txt \
  tests/quality/{nations,lands,wire,agency,dispatch,bulletin,courier}_{study,report}.txt
# Any language but English: what is found goes by the script.
"$BUILD/bin/names_quality" --language ru tests/quality/native_cases.txt
ner=${NER:-../shared/data/ner}
[ -e "$ner" ] || { echo "names: held-out sets skipped, no $ner"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for set in wikigold-btc-wnut17 uner-europeana ieer-raw-news; do
  mkdir "$work/$set"
  tar --zstd -xf "$ner/$set.tar.zst" -C "$work/$set"
done
python3 indexer/entities/train/prepare_texts.py --held-out "$work" "$work"
sets=("$work"/{wikigold,ieer}.jsonl)
[ -z "${HELD_OUT:-}" ] || sets+=("$HELD_OUT/gmb.jsonl")
"$BUILD/bin/names_quality" "${sets[@]}"
