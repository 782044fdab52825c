#!/usr/bin/env bash
# Plays many made months with the program as it is used: crashes between any two steps of the store,
# clocks that jump, robots, bounces; and checks after each step what must always hold. `make check`
# plays a tenth of them with the debug build; this plays them all, in two minutes on two free cores.
#
# Usage: Packaging/dev/seeds.sh [COUNT [FIRST]]
set -euo pipefail
cd "$(dirname "$0")/../.."

count=${1:-1000}
first=${2:-1}
swift build --configuration release --product guichet
log=.build/seeds.log
began=$SECONDS
.build/release/guichet simulate --seed "$first" --seeds "$count" --days 30 >"$log" || {
    status=$?
    echo "A seed failed; the last that held: $(tail -n 1 "$log")" >&2
    exit "$status"
}
awk -v s="$((SECONDS - began))" '
    { months++; for (i = 1; i < NF; i++) {
        if ($(i + 1) ~ /^mails/) mails += $i
        if ($(i + 1) ~ /^letters/) letters += $i
        if ($(i + 1) ~ /^crashes/) crashes += $i } }
    END { printf "%d months of 30 days: %d mails, %d letters, %d crashes; all holds (%d s)\n",
        months, mails, letters, crashes, s }' "$log"
