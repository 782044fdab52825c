#!/usr/bin/env bash
# Prints what is worth watching over the months: the size of the source, the number of tests, the
# tests that take the longest. It judges nothing; the rules with limits are tests (TidyTests).
#
# Usage: Packaging/dev/numbers.sh    after a run of the tests, whose report it reads
set -euo pipefail
cd "$(dirname "$0")/../.."

lengths() {
    find "$1" -name '*.swift' -exec wc -l {} + | grep -v ' total$' | sort -n |
        awk -v name="$1" '
            { length_of[NR] = $1; sum += $1; longest = $2 }
            END {
                printf "%-8s %4d files, %6d lines; median %d, longest %d (%s)\n",
                    name, NR, sum, length_of[int((NR + 1) / 2)], length_of[NR], longest
            }'
}
lengths Sources
lengths Tests

report=.build/tests.xml
[[ -f $report ]] || { echo 'No report of tests yet: run make test.' && exit 0; }
echo "$(grep -c '<testcase ' "$report") tests, the slowest:"
sed -n 's/.*<testcase classname="\([^"]*\)" name="\([^"]*\)" time="\([0-9.]*\)".*/\3 \1 \2/p' "$report" |
    LC_ALL=C sort -rn | awk 'NR <= 10 { printf "    %6.2f s  %s\n", $1, substr($0, index($0, " ") + 1) }'
