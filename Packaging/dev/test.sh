#!/usr/bin/env bash
# Runs the tests and says in the last line how many ran. A run in which no test ran fails: a
# mistyped filter must not look like success.
#
# Usage: Packaging/dev/test.sh [OPTION OF swift test]…
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p .build
log=.build/tests.log
report=.build/tests.xml
rm -f "$log" "$report"

# Every test announces its start; the list reads as the specification only without that.
status=0
swift test --disable-xctest --xunit-output "$report" "$@" 2>&1 </dev/null |
    tee "$log" | { grep --line-buffered -vE '^◇ | started\.$' || true; } || status=$?

if ((status != 0)); then
    echo
    grep -E '^✘ Test ' "$log" | grep -vE 'recorded an issue|^✘ Test run' || true
    echo "The tests failed (exit code $status); everything they printed is in $log." >&2
    exit "$status"
fi

# The report counts, not the words on the screen. A test that was skipped did not run.
count=$(grep -c '<testcase ' "$report" 2>/dev/null) || true
skipped=$(grep -c '<skipped' "$report" 2>/dev/null) || true
ran=$((${count:-0} - ${skipped:-0}))
if ((ran <= 0)); then
    echo 'No test ran: does the filter match a name?' >&2
    exit 65
fi
echo "$ran tests ran, ${skipped:-0} were skipped."
