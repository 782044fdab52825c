#!/usr/bin/env bash
# Accepts what a test produced as what it expects from now on: every NAME.actual.EXT under
# Tests/Fixtures becomes NAME.EXT. Read the difference before committing it.
#
# Usage: Packaging/dev/bless.sh NAME
set -euo pipefail
cd "$(dirname "$0")/../.."

name=${1-}
fixtures=Tests/Fixtures
[[ -d $fixtures ]] || { echo "There is no folder $fixtures." >&2 && exit 65; }

if [[ -z $name || $name == *[^A-Za-z0-9._-]* ]]; then
    echo 'Say which fixture to accept: make bless NAME=name' >&2
    mapfile -t waiting < <(find "$fixtures" -name '*.actual.*' | sort)
    if ((${#waiting[@]})); then
        echo 'These wait:' >&2
        printf '    %s\n' "${waiting[@]}" >&2
    fi
    exit 64
fi

mapfile -t actuals < <(find "$fixtures" -type f -name "$name.actual.*" | sort)
if ((${#actuals[@]} == 0)); then
    echo "No $name.actual.* under $fixtures: run the tests first; a fixture whose result differs leaves one." >&2
    exit 65
fi
for actual in "${actuals[@]}"; do
    expected=${actual%/*}/$name.${actual##*"/$name.actual."}
    mv -- "$actual" "$expected"
    echo "$actual → $expected"
done
echo "Read the difference (git diff $fixtures), then commit it."
