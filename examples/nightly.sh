#!/bin/sh
# Rebuilds an archive, and speaks only if somebody should look: cron mails what
# it prints, systemd takes its exit code.
#
#   nightly.sh DB [PATH...]
#
# DB.report.json is the report of the last run. Problems that DB.known.json
# lists are not spoken of again: copy the report over it once they are accepted.
set -u
db=${1:?usage: nightly.sh DB [PATH...]}
shift
report=$db.report.json known=$db.known.json
[ -e "$known" ] || : > "$known"

indexer rebuild --db "$db" --quiet --known "$known" --report "$report" "$@"
code=$?
case $code in
  0) exit 0 ;;
  1) echo "$db: new problems; see \"problems\" in $report" ;;
  75) exit 0 ;;  # another indexer is at work: it will do
  *) echo "$db: the rebuild failed ($code); readers have the archive as it was" ;;
esac
exit "$code"
