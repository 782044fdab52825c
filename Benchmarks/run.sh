#!/usr/bin/env bash
# Measures one pass over a Maildir of 2,000 mails into a durable store: mails per second, processor time
# per mail, peak memory. Three runs, each into a fresh folder; the median is what counts, for machines
# are noisy. The mails are those of ../shared/bench where it stands, else the demo's, multiplied.
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
    rm -rf "$work/run"
    mkdir -p "$work/run/config" "$work"/run/state/mail/{sav,reclamations}/{tmp,new,cur}
    chmod 700 "$work/run/state"
    cp Mailboxes/{company,sav,reclamations}.yaml "$work/run/config/"
    find "$work/corpus-$mails" -type f -exec cp -t "$work/run/state/mail/sav/new" {} +
    sync
}

run() {
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$binary" run --once \
        --config "$work/run/config" --state "$work/run/state" >"$work/out"
    read -r wall user system memory <"$work/time"
    awk -v n="$mails" -v w="$wall" -v u="$user" -v s="$system" -v m="$memory" 'BEGIN {
        printf "%6.0f mails/s  %.2f ms CPU a mail  %d MB peak\n", n / w, 1000 * (u + s) / n, m / 1024 }'
}

swift build --configuration release --static-swift-stdlib --product guichet
mkdir -p "$work"
make_corpus
for round in 1 2 3; do
    prepare
    run
done
tail -3 "$work/out"
rm -rf "$work/run"
