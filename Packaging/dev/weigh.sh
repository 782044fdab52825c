#!/usr/bin/env bash
# Learns anew what words weigh, from our own sets of requests in Tests/Fixtures, and writes them
# to Mailboxes/lexicon/shipped/weights.txt. The same sets give the same tables; `make eval` tells what they are worth.
set -euo pipefail
cd "$(dirname "$0")/../.."

weights="$PWD/Mailboxes/lexicon/shipped/weights.txt"
log=.build/weigh.log
mkdir -p .build
if ! GUICHET_WEIGHTS="$weights" swift test --disable-xctest --filter 'WordWeightsTests/learn' \
    >"$log" 2>&1 </dev/null; then
    echo "Nothing was learned: $log says why." >&2
    exit 69
fi
git --no-pager diff --stat -- "$weights"
