#!/usr/bin/env bash
# Measures the rules: on the labelled mails beside the package (or in the folder that GUICHET_SHARED
# names), and on our own sets in Tests/Fixtures/evaluation. Prints a confusion matrix for each field
# and every miss with its evidence; ends with 1 where a floor is not held.
set -euo pipefail
cd "$(dirname "$0")/../.."

tables="$PWD/.build/evaluation"
rm -rf "$tables"
status=0
GUICHET_EVALUATION="$tables" swift test --disable-xctest \
    --filter 'EvaluationTests|OwnSetsTests' >.build/evaluation.log 2>&1 </dev/null || status=$?

if ! compgen -G "$tables/*.txt" >/dev/null; then
    echo 'No table was written; .build/evaluation.log says why.' >&2
    exit 69
fi
for table in "$tables"/*.txt; do
    cat "$table"
    echo
done
if ! compgen -G "$tables/mails-*.txt" >/dev/null; then
    echo 'The labelled mails are not here (../shared/mails, or the folder GUICHET_SHARED names): skipped.'
fi
echo 'In short:'
head -qn 1 "$tables"/*.txt
if ((status != 0)); then
    echo 'A floor was not held, or a test failed: .build/evaluation.log says which.' >&2
    exit 1
fi
