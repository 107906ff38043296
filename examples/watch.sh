#!/bin/sh
# Is the archive fresh, sound, and equal to its files? Prints what is not.
#
#   watch.sh DB [MAX-AGE]
set -u
db=${1:?usage: watch.sh DB [MAX-AGE]} age=${2:-26h}
found=0
indexer status --db "$db" --max-age "$age" > /dev/null || found=1
verdict=$(indexer verify --db "$db")
case $? in
  0) ;;
  1) printf '%s\n' "$verdict" "$db: differs from its files" ; found=1 ;;
  *) printf '%s\n' "$verdict" "$db: is damaged; indexer rollback --db $db"
     found=2 ;;
esac
exit $found
