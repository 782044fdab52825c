#!/usr/bin/env bash
# Runs the tests twice more: under AddressSanitizer, which also finds what was never freed, and
# under ThreadSanitizer. Each has a build of its own beside the usual one.
#
# G_SLICE makes GLib take every piece of memory from malloc, where a leak can be seen. What leaks
# and is not ours stands in leaks.supp, with reasons. What ThreadSanitizer cannot see of Swift's
# locks, mutex-order.c tells it.
#
# Usage: Packaging/dev/sanitize.sh [OPTION OF swift test]…
set -euo pipefail
cd "$(dirname "$0")/../.."

echo '== AddressSanitizer, with leaks'
export LSAN_OPTIONS="suppressions=$PWD/Packaging/dev/leaks.supp${LSAN_OPTIONS:+:$LSAN_OPTIONS}"
G_SLICE=always-malloc Packaging/dev/test.sh --sanitize=address --scratch-path .build/asan "$@"

echo '== ThreadSanitizer'
mkdir -p .build/tsan
clang -O1 -D_GNU_SOURCE -Wall -Werror -shared -fPIC Packaging/dev/mutex-order.c \
    -o .build/tsan/mutex-order.so
swift build --build-tests --sanitize=thread --scratch-path .build/tsan
LD_PRELOAD="$PWD/.build/tsan/mutex-order.so" \
    Packaging/dev/test.sh --skip-build --sanitize=thread --scratch-path .build/tsan "$@"
