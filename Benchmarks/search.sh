#!/usr/bin/env bash
# Measures `guichet search` over a generated database: processor time of the whole program, from its
# start to its last line, the median of nine runs for each kind of search; `version` shows what the
# start alone takes. 50 ms at 100,000 tickets is the promise.
#
#     Benchmarks/search.sh [TICKETS]
set -euo pipefail
cd "$(dirname "$0")/.."

tickets=${1:-100000}
work=.build/bench/search-$tickets
binary=${GUICHET_BINARY:-.build/release/guichet}
options=(--state "$work/state" --config Mailboxes --templates Templates)

[[ -x $binary ]] || swift build --configuration release --product guichet
if [[ ! -f $work/filled ]]; then
    rm -rf "$work"
    mkdir -p "$work"/state/mail/{sav,reclamations}/{tmp,new,cur}
    chmod 700 "$work/state"
    "$binary" run --once "${options[@]}" >/dev/null
    python3 Benchmarks/search.py "$work/state" "$tickets"
    touch "$work/filled"
fi

measure() {
    local round
    for round in 1 2 3 4 5 6 7 8 9; do
        /usr/bin/time -f '%U %S %M' -o "$work/time" "$binary" "$@" >"$work/out"
        cat "$work/time"
    done | awk '{ print $1 + $2, 0, $3 }' | sort -n | awk 'NR == 5 { printf "%5.0f ms  %3d MB  ", 1000 * ($1 + $2), $3 / 1024 }'
    echo "$(wc -l <"$work/out") lines  $1 ${*:8}"
}

measure version
measure search "${options[@]}" camera
measure search "${options[@]}" camera alarme
measure search "${options[@]}" borax
measure search "${options[@]}" bora
measure search "${options[@]}" claire
measure search "${options[@]}" plan77.pdf
measure search "${options[@]}" --client 'Client 77' camera
measure search "${options[@]}" --ticket-state new camera
measure search "${options[@]}" --class critical --handler t3@mileo.example alarme
measure search "${options[@]}" --client 'Client 1999' panne
measure search "${options[@]}" --since 30d merci
measure search "${options[@]}" SAV-2026-000776
