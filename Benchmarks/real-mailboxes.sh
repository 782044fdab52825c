#!/usr/bin/env bash
# Measures one pass from real servers: Dovecot over IMAP in, an SMTP sink out, as its user would run it.
# Mails per second from the first fetch to the last acknowledgement accepted, processor time a mail with
# that of the IMAP server, peak memory; at 2,000 and at 10,000 mails, three rounds each. Beside it in the
# same round runs the floor: a bare pipeline in Python that fetches, commits, acknowledges, marks, and
# decides nothing.
#
# The servers, the mails and the floor are those of ../shared/bench; without that folder it says so.
#
#     Benchmarks/real-mailboxes.sh [MAILS...]
set -euo pipefail
cd "$(dirname "$0")/.."

bench=$(cd ../shared/bench 2>/dev/null && pwd) || {
    echo 'The benchmark of real mailboxes is skipped: ../shared/bench is absent.'
    exit 0
}
command -v dovecot >/dev/null || { echo 'Dovecot is missing: run make test once.' >&2; exit 69; }
binary=$PWD/.build/release/guichet
export P=${P:-/var/tmp/guichet-bench} SINK=14635
work=$P/run
rounds=${ROUNDS:-3}

# The floor's mail reader is a Python package; the floor is left out where it is not installed.
floor_python=${FLOOR_PYTHON:-python3}
has_floor() { "$floor_python" -c 'import fast_mail_parser' 2>/dev/null; }

prepare() {
    rm -rf "$work"
    mkdir -p "$work/config" "$work/state/mail/reclamations"/{tmp,new,cur}
    chmod 700 "$work/state"
    cp Mailboxes/company.yaml "$work/config/"
    # Complaints that come to the SAV are acknowledged by the complaints' mailbox.
    cat >"$work/config/reclamations.yaml" <<YAML
procedure: complaint
prefix: REC
address: reclamations@mileo.example
source: {maildir: \$STATE/mail/reclamations}
letters:
  smtp: {host: 127.0.0.1, port: $SINK, security: none}
YAML
    cat >"$work/config/sav.yaml" <<YAML
procedure: sav
prefix: SAV
address: sav@mileo.example
source:
  imap: {host: 127.0.0.1, port: 14300, security: none, user: bench, password: {environment: BENCH_PW}}
letters:
  smtp: {host: 127.0.0.1, port: $SINK, security: none}
YAML
    "$bench/dovecot.sh" load bench "$P/c$1"
}

measure() {
    local tag=$1 mails=$2
    shift 2
    python3 "$bench/meas.py" --tag "$tag" --n "$mails" --ctl $((SINK + 1)) --also "$(cat "$P/dovecot/pid")" \
        --every 0.2 --timeout 240 --out "$P/$tag.log" --results "$P/results.jsonl" -- "$@" |
        python3 -c '
import json, sys
r = json.loads(sys.stdin.read())
print("%-8s %6d mails  %6.0f mails/s  %.2f ms CPU a mail with the server  %5.1f MB peak  %d letters%s" % (
    r["tag"], r["n"], r["msg_s"], r["cpu_ms_per_msg"], r["maxrss_mb"], r["acks"] or 0,
    "" if r["rc"] == 0 else "  exit code %d: see its log" % r["rc"]))'
}

stop() { "$bench/sink.sh" stop >/dev/null 2>&1 || true; "$bench/dovecot.sh" stop || true; }
trap stop EXIT
mkdir -p "$P"
"$bench/dovecot.sh" start
"$bench/sink.sh" start
has_floor || echo 'The floor is left out: Python has no fast_mail_parser here.'
for mails in "${@:-2000}"; do
    [[ -d $P/c$mails ]] || python3 "$bench/gen.py" "$mails" "$P/c$mails" >/dev/null
    for ((round = 0; round < rounds; round++)); do
        prepare "$mails"
        BENCH_PW=pw measure guichet "$mails" "$binary" run --once --config "$work/config" \
            --templates Templates --state "$work/state"
        if has_floor; then
            "$bench/dovecot.sh" load bench "$P/c$mails"
            measure floor "$mails" "$floor_python" "$bench/floor.py" bench "$SINK" 50 "$P/floor.db" raw
        fi
    done
done
rm -rf "$work"
