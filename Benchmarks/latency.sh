#!/usr/bin/env bash
# Measures how soon a client is answered when his mail comes while `guichet run` watches with IDLE.
# 0.1 s beyond the server's own notice is the promise. The IMAP server is that of ../shared/bench.
#
#     Benchmarks/latency.sh [MAILS]
set -euo pipefail
cd "$(dirname "$0")/.."

bench=$(cd ../shared/bench 2>/dev/null && pwd) || {
    echo 'The latency is not measured: ../shared/bench is absent.'
    exit 0
}
command -v dovecot >/dev/null || { echo 'Dovecot is missing: run make test once.' >&2; exit 69; }
export P=${P:-/var/tmp/guichet-latency}
stop() {
    "$bench/dovecot.sh" stop || true
    # Until its port is free, for whoever measures next.
    for _ in {1..50}; do (exec 3<>/dev/tcp/127.0.0.1/14300) 2>/dev/null || break; sleep 0.1; done
    rm -rf "$P"
}
trap stop EXIT
mkdir -p "$P"
"$bench/dovecot.sh" start
mkdir -p "$P/empty/Maildir"/{tmp,new,cur}
"$bench/dovecot.sh" load latency "$P/empty"
python3 Benchmarks/latency.py .build/release/guichet 14300 "$P/run" "${1:-50}"
