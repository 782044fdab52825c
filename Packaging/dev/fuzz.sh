#!/usr/bin/env bash
# Runs libFuzzer over every target of Tests/GuichetFuzz, two at once, and says how many inputs each
# was given. What is found lies in .build/fuzz/findings, each with the command that repeats it.
#
# First every target runs until it has had its share of FUZZ_INPUTS, or its share of two thirds of
# the time; what time is left goes to those that are short of theirs, then to all. So the slow ones
# (settings, letters) do not starve, and the fast ones do not make up the number alone.
#
# Seeds: Tests/Fixtures, the package's settings and templates, and ../shared (mails, corpora)
# where it is there. What a run learned stays in .build/fuzz/corpus for the next one.
#
# Usage: [FUZZ_SECONDS=600] [FUZZ_INPUTS=1000000] Packaging/dev/fuzz.sh [TARGET]…
set -euo pipefail
cd "$(dirname "$0")/../.."

root=$PWD
home=$root/.build/fuzz
seconds=${FUZZ_SECONDS:-600}
wanted=${FUZZ_INPUTS:-1000000}
jobs=2

# The fuzzer's library belongs to the toolchain and is found beside its compiler.
toolchain=$(dirname "$(readlink -f "$(command -v swift)")")/..
library=$(find "$toolchain/lib/clang" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" | head -1)
if [[ -z $library ]]; then
    echo 'This Swift toolchain has no libFuzzer: libclang_rt.fuzzer_no_main is missing.' >&2
    exit 69
fi

echo '== Build (optimised, AddressSanitizer, coverage)'
mkdir -p "$home/findings"
swift build --configuration release --product GuichetFuzz --scratch-path "$home/build" \
    --sanitize=address \
    -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp \
    -Xlinker -u -Xlinker LLVMFuzzerRunDriver -Xlinker "$library" -Xlinker -lstdc++
program=$home/build/release/GuichetFuzz

mapfile -t targets < <("$program" list | cut -d' ' -f1)
(($# == 0)) || targets=("$@")
((${#targets[@]} > 0)) || { echo 'There is no target.' >&2; exit 70; }
goal=$((wanted / ${#targets[@]} + 1))

# The programs read the package's settings and templates as they stand now, whoever edits them.
package=$home/package
rm -rf "$package"
mkdir -p "$package"
cp -R "$root/Mailboxes" "$root/Templates" "$package/"

# What the targets write for each input stays in memory where that is possible.
scratch=$home/tmp
[[ ! -w /dev/shm ]] || scratch=$(mktemp -d /dev/shm/guichet-fuzz.XXXXXX)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"

# Which files are like what a target reads.
seeds() {
    local shared=$root/../shared fixtures=$root/Tests/Fixtures
    case $1 in
    mail | from) find "$fixtures" "$shared/mails" "$shared/corpora" -size -64k \
        \( -name '*.eml' -o -name '*.msg' -o -name '*.raw' -o -path '*/testmsgs/*' \) ;;
    html) find "$fixtures" "$shared/corpora" -size -64k -name '*.html' ;;
    tnef) find "$shared/corpora" -size -64k -name '*.tnef' ;;
    new-text | forward) find "$fixtures/newtext" "$fixtures/forwards" "$shared/corpora" \
        -size -64k -name '*.txt' ;;
    bounce | report) find "$fixtures/bounces" -size -64k -name '*.txt' ;;
    template) find "$root/Templates" "$shared/mustache-spec" -type f -size -64k ;;
    settings-company) find "$root/Mailboxes" -name 'company.yaml' ;;
    settings-mailbox) find "$root/Mailboxes" -name '*.yaml' ! -name 'company.yaml' ;;
    esac 2>/dev/null || true
    find "$fixtures/fuzz/seeds/$1" "$fixtures/fuzz/finds/$1" -type f 2>/dev/null || true
}

prepare() {
    local target=$1 seeded=$home/seeds/$1 number=0 file
    mkdir -p "$home/corpus/$target"
    rm -rf "$seeded" "$home/$target.log" "$home/$target.status"
    mkdir -p "$seeded"
    while IFS= read -r file; do
        cp "$file" "$seeded/$((number += 1))"
    done < <(seeds "$target")
    : >"$home/$target.log"
    echo 0 >"$home/$target.status"
}

# TARGET SECONDS INPUTS: one run; it ends with the first of both, or with a finding.
fuzz() {
    local target=$1 corpus=$home/corpus/$1 seeded=$home/seeds/$1
    local dictionary=$root/Tests/Fixtures/fuzz/dictionaries/$1.dict
    local options=(
        "-max_total_time=$2" "-runs=$3" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
        -detect_leaks=0 "-artifact_prefix=$home/findings/$target-"
    )
    [[ ! -f $dictionary ]] || options+=("-dict=$dictionary")
    local status=0 began=$EPOCHREALTIME
    (
        cd "$package"
        TMPDIR=$scratch G_SLICE=always-malloc SWIFT_BACKTRACE=enable=no \
            ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
            "$program" "$target" "${options[@]}" "$corpus" "$seeded"
    ) >>"$home/$target.log" 2>&1 </dev/null || status=$?
    local ended=$EPOCHREALTIME
    echo "spent: $((${ended/./} - ${began/./}))" >>"$home/$target.log"
    ((status == 0)) || echo "$status" >"$home/$target.status"
}

sum() { awk -v name="$2" '$1 == name { all += $2 } END { printf "%d", all }' "$home/$1.log"; }
inputs() { sum "$1" 'stat::number_of_executed_units:'; }
works() { [[ $(<"$home/$1.status") == 0 ]]; }

# SECONDS INPUTS TARGET…: all of them, each for so long or so many.
round() {
    local time=$1 runs=$2 target
    shift 2
    ((time > 0)) || time=1
    for target; do
        while (($(jobs -rp | wc -l) >= jobs)); do wait -n || true; done
        fuzz "$target" "$time" "$runs" &
    done
    wait
}

for target in "${targets[@]}"; do prepare "$target"; done
began=$SECONDS
each=$((seconds * jobs * 2 / 3 / ${#targets[@]}))
echo "== ${#targets[@]} targets, $jobs at once: $goal inputs each, or $each s"
round "$each" "$goal" "${targets[@]}"

short=()
well=()
for target in "${targets[@]}"; do
    works "$target" || continue
    well+=("$target")
    (($(inputs "$target") >= goal)) || short+=("$target")
done
left=$((seconds - (SECONDS - began)))
if ((${#short[@]} > 0 && left > 1)); then
    each=$((left * jobs / ${#short[@]}))
    echo "== $each s more for those that are short of theirs: ${short[*]}"
    round "$each" "$goal" "${short[@]}"
fi
left=$((seconds - (SECONDS - began)))
if ((${#well[@]} > 0 && left * jobs > ${#well[@]})); then
    each=$((left * jobs / ${#well[@]}))
    echo "== $each s more for each"
    round "$each" -1 "${well[@]}"
fi
spent=$((SECONDS - began))

total=0
failed=0
for target in "${targets[@]}"; do
    log=$home/$target.log
    count=$(inputs "$target")
    time=$(sum "$target" spent:)
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    total=$((total + count))
    verdict=well
    if ! works "$target"; then
        verdict=FOUND
        failed=1
    fi
    printf '%-18s %10d inputs %5d s %7d a second %6d edges  %s\n' "$target" "$count" \
        "$((time / 1000000))" "$((count * 1000000 / (time + 1)))" "${edges:-0}" "$verdict"
done
printf '%-18s %10d inputs %5d s, %d targets, %d at once\n' 'in all' "$total" "$spent" \
    "${#targets[@]}" "$jobs"

if ((failed)); then
    for target in "${targets[@]}"; do
        ! works "$target" || continue
        echo
        echo "$target: $(grep -m1 -E '^Broken promise|^SUMMARY|^==[0-9]+== ?ERROR' "$home/$target.log")"
        find "$home/findings" -name "$target-*" -newer "$program" | while IFS= read -r file; do
            echo "  repeat: $program $target replay $file"
        done
    done
    exit 1
fi
if ((total < wanted && seconds >= 600)); then
    echo "Fewer than $wanted inputs: the machine is busy, or a target has become slow." >&2
    exit 1
fi
