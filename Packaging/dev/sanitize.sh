#!/usr/bin/env bash
# Runs the tests twice more: under AddressSanitizer, which also finds what was never freed, and
# under ThreadSanitizer. Each has a build of its own beside the usual one.
#
# G_SLICE makes GLib take every piece of memory from malloc, where a leak can be seen. What leaks
# and is not ours stands in leaks.supp, with reasons.
#
# Usage: Packaging/dev/sanitize.sh [OPTION OF swift test]…
set -euo pipefail
cd "$(dirname "$0")/../.."

echo '== AddressSanitizer, with leaks'
export LSAN_OPTIONS="suppressions=$PWD/Packaging/dev/leaks.supp${LSAN_OPTIONS:+:$LSAN_OPTIONS}"
G_SLICE=always-malloc Packaging/dev/test.sh --sanitize=address --scratch-path .build/asan "$@"

echo '== ThreadSanitizer'
Packaging/dev/test.sh --sanitize=thread --scratch-path .build/tsan "$@"
