#!/usr/bin/env bash
# Runs the tests twice more: under AddressSanitizer, which also finds what was never freed, and
# under ThreadSanitizer. Each has a build of its own beside the usual one.
#
# G_SLICE makes GLib take every piece of memory from malloc, where a leak can be seen.
#
# Usage: Packaging/dev/sanitize.sh [OPTION OF swift test]…
set -euo pipefail
cd "$(dirname "$0")/../.."

echo '== AddressSanitizer, with leaks'
G_SLICE=always-malloc Packaging/dev/test.sh --sanitize=address --scratch-path .build/asan "$@"

echo '== ThreadSanitizer'
Packaging/dev/test.sh --sanitize=thread --scratch-path .build/tsan "$@"
