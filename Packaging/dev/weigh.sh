#!/usr/bin/env bash
# Learns anew what words weigh and how they vote, from our own sets in Tests/Fixtures, and writes
# Mailboxes/lexicon/shipped/weights.txt and votes.txt. The same sets give the same tables; `make
# eval` tells what they are worth.
set -euo pipefail
cd "$(dirname "$0")/../.."

shipped="$PWD/Mailboxes/lexicon/shipped"
log=.build/weigh.log
mkdir -p .build
if ! GUICHET_WEIGHTS="$shipped/weights.txt" GUICHET_VOTES="$shipped/votes.txt" \
    swift test --disable-xctest --filter 'Word(Weights|Votes)Tests/learn' \
    >"$log" 2>&1 </dev/null; then
    echo "Nothing was learned: $log says why." >&2
    exit 69
fi
git --no-pager diff --stat -- "$shipped"
