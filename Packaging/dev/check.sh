#!/usr/bin/env bash
# Everything a change must pass, the quickest first. It stops at the first failure.
#
# One debug build serves the build check, the tests and the demo.
#
# Usage: Packaging/dev/check.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

began=$SECONDS
step() { printf '\n== %s (%d s)\n' "$1" "$((SECONDS - began))"; }

step 'Format'
swift format lint --strict --parallel --recursive Package.swift Sources Tests

step 'Build: warnings are errors, every import is declared'
swift build --build-tests --explicit-target-dependency-import-check error

step 'Tests'
Packaging/dev/test.sh --skip-build

step 'Demo, twice'
state=.build/check/demo
rm -rf .build/check
mkdir -p "$state"
for run in first second; do
    output=.build/check/$run
    .build/debug/guichet demo --config Mailboxes --state "$state" >"$output" 2>&1 </dev/null || {
        status=$?
        cat "$output"
        echo "The $run run of the demo ended with $status." >&2
        exit 1
    }
    [[ -s $output ]] || { echo "The $run run of the demo printed nothing." >&2 && exit 1; }
    if grep -q $'\e' "$output"; then
        echo "The $run run of the demo wrote escape codes into a file: $output" >&2
        exit 1
    fi
    echo "$run run: $(wc -l <"$output") lines"
done

step 'Numbers on the wall'
Packaging/dev/numbers.sh

printf '\nAll is well (%d s).\n' "$((SECONDS - began))"
