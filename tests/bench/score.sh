#!/bin/sh
# Results against hand-made answers: tests/bench/score.sh FOLDER PYTHON, FOLDER holding data/ and tools/.
set -eu
shared=$1 python=$2
[ -d "$shared/data/gold" ] || { echo "no answers in $shared" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QUSASAT_CACHE="$work/cache"
score="$python $shared/tools/score.py"

"$python" main.py extract "$shared/data/gold/pages" --json >"$work/pages.jsonl"
$score pages --gold "$shared/data/gold/pages.jsonl" --run "$work/pages.jsonl"
$score cut --gold "$shared/data/gold/entities.jsonl" --data "$shared/data/saudinewsnet" -o "$work/cut.jsonl"
"$python" main.py extract "$work/cut.jsonl" --json >"$work/entities.jsonl"
$score entities --gold "$shared/data/gold/entities.jsonl" --run "$work/entities.jsonl"
"$python" main.py import "$shared/data/saudinewsnet" --archive "$work/news.qusasat" ||
    [ $? -eq 1 ]  # some records of the data have neither title nor text, and are named
$score search --gold "$shared/data/gold/queries.jsonl" --archive "$work/news.qusasat" \
    --urls "$shared/data/saudinewsnet" --program "$python main.py"
