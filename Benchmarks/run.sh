#!/usr/bin/env bash
# Measures one pass over a Maildir of 2,000 mails into a durable store: mails per second, processor time
# per mail, peak memory. Three runs; the median is what counts, for machines are noisy. Each has a
# folder of its own, and all are removed at the end: where thousands of files were deleted a moment
# before, ext4 without a journal takes half a second longer to make new ones. The mails are those of ../shared/bench where it stands, else the demo's, multiplied.
#
#     Benchmarks/run.sh [MAILS]
set -euo pipefail
cd "$(dirname "$0")/.."

mails=${1:-2000}
work=.build/bench
binary=.build/release/guichet

make_corpus() {
    local folder=$work/corpus-$mails
    [[ -d $folder ]] && return
    if [[ -f ../shared/bench/gen.py ]] && command -v python3 >/dev/null; then
        echo "making $mails mails of ../shared/bench" >&2
        python3 ../shared/bench/gen.py "$mails" "$folder.made" >/dev/null
        mkdir -p "$folder"
        find "$folder.made/Maildir" -type f -exec cp -t "$folder" {} +
        rm -r "$folder.made"
    else
        echo "making $mails mails from the demo's: ../shared/bench is absent" >&2
        mkdir -p "$folder"
        local originals=(Mailboxes/demo/mails/sav/*.eml) i
        for ((i = 0; i < mails; i++)); do
            sed "s/^Message-ID: </&$i./; s/^Subject: /&$i /" "${originals[i % ${#originals[@]}]}" \
                >"$folder/$((1791180000 + i)).M$i.bench"
        done
    fi
}

prepare() {
    mkdir -p "$1/config" "$1"/state/mail/{sav,reclamations}/{tmp,new,cur}
    chmod 700 "$1/state"
    cp Mailboxes/{company,sav,reclamations}.yaml "$1/config/"
    find "$work/corpus-$mails" -type f -exec cp -t "$1/state/mail/sav/new" {} +
    sync
}

run() {
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$binary" run --once \
        --config "$1/config" --state "$1/state" >"$work/out"
    read -r wall user system memory <"$work/time"
    awk -v n="$mails" -v w="$wall" -v u="$user" -v s="$system" -v m="$memory" 'BEGIN {
        printf "%6.0f mails/s  %.2f ms CPU a mail  %d MB peak\n", n / w, 1000 * (u + s) / n, m / 1024 }'
}

swift build --configuration release --static-swift-stdlib --product guichet
mkdir -p "$work"
make_corpus
runs=$(mktemp -d "$work/runs.XXXXXX")
trap 'rm -rf "$runs"' EXIT
for round in 1 2 3; do
    prepare "$runs/$round"
    run "$runs/$round"
done
tail -3 "$work/out"
